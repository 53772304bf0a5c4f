# SPDX-License-Identifier: Apache-2.0
"""Builds opa, regal and conftest as pinned in the folders beside this file, once, into a cache outside the tree.

Each tool is a Go module of its own, so that each is built with the dependencies that its authors tested it with.
Run `python tools/gobuild.py opa regal` to build and print the paths.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
PACKAGES = {name: f"github.com/open-policy-agent/{name}" for name in ("opa", "regal", "conftest")}


class UnavailableError(Exception):
    """The tool cannot be had here; the message says why."""


def executable(name: str) -> Path:
    """Return the path of a tool, built if it is not in the cache."""
    module = TOOLS / name
    pins = (module / "go.mod").read_bytes() + (module / "go.sum").read_bytes()
    folder = _cache() / hashlib.sha256(pins).hexdigest()[:16]
    target = folder / name
    if target.is_file():
        return target
    go = shutil.which("go")
    if go is None:
        raise UnavailableError("Go toolchain not found")
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder / "lock"):
        if not target.is_file():
            _build(go, name, target)
    return target


def _build(go: str, name: str, target: Path) -> None:
    unfinished = target.with_suffix(".unfinished")
    command = [go, "build", "-trimpath", "-mod=readonly", "-o", str(unfinished), PACKAGES[name]]
    done = subprocess.run(command, cwd=TOOLS / name, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise UnavailableError(f"{name} could not be built: {done.stderr.strip()[-2000:]}")
    unfinished.replace(target)


def _cache() -> Path:
    if named := os.environ.get("AIACT_GATE_TOOLS"):
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "aiact-gate" / "tools"


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Let one process build while others wait, where the platform can."""
    with path.open("w") as stream:
        try:
            import fcntl  # noqa: PLC0415 -- not on every platform
        except ImportError:
            yield
            return
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def main(names: list[str]) -> int:
    """Print the path of each tool."""
    try:
        for name in names or list(PACKAGES):
            print(executable(name))
    except UnavailableError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

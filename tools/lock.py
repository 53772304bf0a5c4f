# SPDX-License-Identifier: Apache-2.0
"""Writes requirements/*.txt: every package that the action, the build, the audit and CI install, with its digests.

Run `python tools/lock.py` after a change of the dependencies, with `--upgrade` to take newer versions, or with
`--check` to see whether the files still answer pyproject.toml. It needs uv, which the `lint` extra installs.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
# What each file holds. The action reads every kind of evidence that a full installation reads.
LOCKS = {
    "action.txt": ["pyproject.toml", "--extra", "documents", "--extra", "provenance"],
    "build.txt": ["requirements/build.in"],
    "audit.txt": ["requirements/audit.in"],
    "ci.txt": ["pyproject.toml", "--extra", "test", "--extra", "lint", "--extra", "fuzz"],
}
_COMPILE = (
    *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-config"),
    *("--python-version", "3.11", "--custom-compile-command", "python tools/lock.py"),
    *("--no-emit-index-url", "--no-emit-find-links", "--constraint", "requirements/constraints.in"),
)


def compile_to(target: Path, name: str, *, upgrade: bool) -> None:
    """Resolve one lock into `target`; what is locked in it already stays unless it is to be upgraded."""
    options = ["--upgrade"] if upgrade else []
    subprocess.run([*_COMPILE, *options, *LOCKS[name], "--output-file", str(target)], cwd=ROOT, check=True)


def stale(name: str) -> bool:
    """Return whether a lock would change if it were written now."""
    locked = FOLDER / name
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / name
        target.write_bytes(locked.read_bytes())
        compile_to(target, name, upgrade=False)
        return target.read_bytes() != locked.read_bytes()


def main() -> int:
    """Write the locks, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if a file is stale")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions in the ranges")
    options = parser.parse_args()
    if options.check:
        late = [name for name in LOCKS if stale(name)]
        for name in late:
            print(f"requirements/{name} is stale: run python tools/lock.py")
        return 1 if late else 0
    for name in LOCKS:
        compile_to(FOLDER / name, name, upgrade=options.upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""What the tests of security share: systems to judge, the gate as a process, and what the kernel saw of it."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

AS_OF = "2027-12-02"
NIGHTLY = os.environ.get("AIACT_GATE_NIGHTLY") == "1"
"""Whether to try the large numbers, which take hours; `tools/nightly.sh` asks for it."""
GATE = [sys.executable, "-I", "-B", "-m", "aiact_gate"]  # -B: on a full disk Python leaves half a module behind
SCREENED = "[a, b, ba, bb, c, d, e, f, g, h]"
TRACEBACK = re.compile(r"Traceback|File \".*\", line \d+|Exception ignored")
NO_STRACE = "strace is not installed: what the kernel sees is not tested"


def manifest(id_: str = "good", more: str = "", name: str = "Good") -> str:
    """Return a manifest with every core answer; `more` goes below it."""
    return f"""\
apiVersion: aiact-gate/v1
system: {{id: {id_}, name: {name}, version: 1.0.0, intended_purpose: Filters unwanted mail.}}
operator: {{name: A, roles: [provider], role_shift: [], established_in: DE, size: sme, public_body: false}}
market: {{union: true, planned_placing: 2027-12-02}}
classification:
  prohibited_practices: {{screened: {SCREENED}, on: 2026-11-20, met: []}}
  annex_i: []
  annex_iii: []
  exits: []
  profiling: false
biometrics: none
transparency: {{interacts_with_people: false, generates: []}}
testing: []
{more}"""


def put(root: Path, name: str, content: str | bytes) -> Path:
    """Write a file below a folder, with the folders above it."""
    target = root / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    return target


def git(root: Path, *words: str) -> None:
    """Run git as the author of a repository would."""
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *words], cwd=root, check=True, capture_output=True)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of the gate ended."""

    code: int
    out: bytes
    err: str


def gate(
    *words: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    prefix: tuple[str, ...] = (),
    before: Callable[[], None] | None = None,
    timeout: float = 120,
    isolated: bool = True,
) -> Ran:
    """Run the gate as a process of its own; only one that is not isolated heeds the variables of Python."""
    command = GATE if isolated else [word for word in GATE if word != "-I"]
    done = subprocess.run(
        [*prefix, *command, *map(str, words)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        check=False,
        timeout=timeout,
        preexec_fn=before,
        stdin=subprocess.DEVNULL,
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def traced(kinds: str, *words: str | Path, log: Path, cwd: Path | None = None) -> tuple[Ran, list[str]]:
    """Run the gate under strace and return the calls of these kinds, of every process that was started."""
    prefix = (shutil.which("strace") or "strace", "-f", "-qq", "-s", "4096", "-e", f"trace={kinds}", "-o", str(log))
    ran = gate(*words, cwd=cwd, prefix=prefix)
    return ran, log.read_text(errors="replace").splitlines()


def descendants(pid: int) -> set[int]:
    """Return the processes below one, from /proc."""
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        try:
            threads = list(Path(f"/proc/{parent}/task").iterdir())
            children = {int(word) for thread in threads for word in (thread / "children").read_text().split()}
        except OSError:
            continue
        waiting.extend(children - found)
        found |= children
    return found


def processes() -> set[int]:
    """Return every process of the machine."""
    return {int(entry) for entry in os.listdir("/proc") if entry.isdecimal()}  # noqa: PTH208 -- names are enough


def command_of(pid: int) -> str:
    """Return the words that a process was started with, or nothing once it has gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def listening(pids: set[int]) -> set[int]:
    """Return the TCP ports on which any of these processes waits for a connection."""
    sockets = set()
    for pid in pids:
        for link in Path(f"/proc/{pid}/fd").glob("*"):
            with contextlib.suppress(OSError):
                sockets.add(str(link.readlink()))
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    waits = "0A"
    return {int(row[1].rpartition(":")[2], 16) for row in rows if row[3] == waits and f"socket:[{row[9]}]" in sockets}


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False

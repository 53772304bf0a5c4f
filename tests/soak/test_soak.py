# SPDX-License-Identifier: Apache-2.0
"""Many checks leave no memory, no descriptor, no process, no port and no file behind."""

import gc
import os
import resource
from pathlib import Path

import pytest

from tests.security.hostile import AS_OF, NIGHTLY, command_of, descendants, gate, listening, processes
from tests.support import EXAMPLES, Figure, check

_IN_ONE = 2_000 if NIGHTLY else 50
_WITH_OPA = 500 if NIGHTLY else 10
_WARM = 10
_GROWTH_KB = 12_000


def _memory() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the state of a process is read from /proc")
def test_checks_in_one_process(figure: Figure) -> None:
    def state() -> tuple[int, int, int]:
        gc.collect()
        return _memory(), len(os.listdir("/proc/self/fd")), len(descendants(os.getpid()))  # noqa: PTH208 -- counts

    for _ in range(_WARM):
        check(EXAMPLES / "spam-filter", AS_OF)
    memory, files, children = state()
    for number in range(_IN_ONE):
        check(EXAMPLES / "spam-filter", AS_OF)
        if number == _IN_ONE // 2:
            half = state()[0]
    after = state()
    figure("checks in one process", _IN_ONE)
    figure("kB of memory before", memory)
    figure("kB after half of them", half)
    figure("kB after all", after[0])
    figure("descriptors left", after[1] - files)
    figure("processes left", after[2] - children)
    assert after[1:] == (files, children)
    assert after[0] - memory < _GROWTH_KB
    assert after[0] - half < _GROWTH_KB // 3, "still growing"


def test_processes_with_opa(opa_path: Path, tmp_path: Path, figure: Figure) -> None:
    for _ in range(_WITH_OPA):
        words = ("check", EXAMPLES / "spam-filter", "--as-of", AS_OF, "--engine", "opa", "--opa-path", opa_path)
        ran = gate(*words, env={"TMPDIR": str(tmp_path)})
        assert ran.code in {0, 1}, ran.err
    left = {pid for pid in processes() if str(tmp_path) in command_of(pid)}
    files = list(tmp_path.iterdir())
    figure("processes of the gate, each with an OPA", _WITH_OPA)
    figure("processes left", len(left))
    figure("ports left", len(listening(left)))
    figure("files left", len(files))
    assert left == set()
    assert files == []


def test_what_counts_what_is_left_sees_it(tmp_path: Path) -> None:
    """A process of this name with an open port is found, so that none found means none."""
    import socket
    import subprocess
    import sys

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.set_inheritable(True)
        port = server.getsockname()[1]
        waits = [sys.executable, "-c", "print(1, flush=True); input()", str(tmp_path)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "pass_fds": [server.fileno()]}
        with subprocess.Popen(waits, **pipes) as child:
            assert child.stdout.readline()
            left = {pid for pid in processes() if str(tmp_path) in command_of(pid)}
            ports = listening(left)
            child.communicate(b"\n", timeout=20)
    assert left == {child.pid}
    assert ports == {port}

# SPDX-License-Identifier: Apache-2.0
"""Many checks leave no memory, no descriptor, no process, no port and no file behind."""

import gc
import os
import resource
import subprocess
from pathlib import Path

import pytest

from tests.security.hostile import AS_OF, NIGHTLY, descendants, gate
from tests.support import EXAMPLES, check

_IN_ONE = 2_000 if NIGHTLY else 50
_WITH_OPA = 500 if NIGHTLY else 10
_WARM = 10
_GROWTH_KB = 12_000


def _memory() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the state of a process is read from /proc")
def test_checks_in_one_process() -> None:
    def state() -> tuple[int, int, int]:
        gc.collect()
        return _memory(), len(os.listdir("/proc/self/fd")), len(descendants(os.getpid()))  # noqa: PTH208 -- counts

    for _ in range(_WARM):
        check(EXAMPLES / "spam-filter", AS_OF)
    memory, files, children = state()
    for _ in range(_IN_ONE):
        check(EXAMPLES / "spam-filter", AS_OF)
    after = state()
    assert after[1:] == (files, children)
    assert after[0] - memory < _GROWTH_KB


def test_processes_with_opa(opa_path: Path, tmp_path: Path) -> None:
    def running() -> int:
        said = subprocess.run(["ps", "-eo", "args"], capture_output=True, check=True, text=True).stdout
        return sum(line.startswith(f"{opa_path} run") and str(tmp_path) in line for line in said.splitlines())

    for _ in range(_WITH_OPA):
        words = ("check", EXAMPLES / "spam-filter", "--as-of", AS_OF, "--engine", "opa", "--opa-path", opa_path)
        ran = gate(*words, env={"TMPDIR": str(tmp_path)})
        assert ran.code in {0, 1}, ran.err
    assert running() == 0
    assert list(tmp_path.iterdir()) == []

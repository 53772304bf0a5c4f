# SPDX-License-Identifier: Apache-2.0
"""A corpus of bombs in one repository: bounded time, memory and output, and the systems beside them are judged."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.security.bombs import BOMBS
from tests.security.hostile import AS_OF, GATE, NIGHTLY, gate, manifest, put
from tests.support import Figure

MEGABYTES, OUTPUT = 600, 2 << 20
ALONE_SECONDS, ALONE_MEGABYTES = 8, 250  # of processors; a machine with much else to do takes longer for the same
_MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as costs:
    costs.write(f"{used.ru_maxrss / 1024} {used.ru_utime + used.ru_stime}")
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost, its children included."""

    code: int
    seconds: float
    computed: float
    """Seconds of processors, which a busy machine does not change."""
    megabytes: float
    out: bytes


def cost_of(root: Path, *words: str, timeout: float = 120) -> Cost:
    """Judge a folder and measure; the peak is that of the largest process."""
    out, err, peak = (root.parent / name for name in ("out", "err", "peak"))
    start = time.perf_counter()
    with out.open("wb") as stdout, err.open("wb") as stderr:
        command = [*GATE, "check", str(root), "--as-of", AS_OF, "--timeout", str(timeout), *words]
        # a child starts with the peak of whoever forked it: a small process stands between this large one and the gate
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _MEASURED, str(peak), *command],
            stdout=stdout,
            stderr=stderr,
            check=False,
        )
    megabytes, computed = map(float, peak.read_text().split())
    return Cost(done.returncode, time.perf_counter() - start, computed, megabytes, out.read_bytes())


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Cost, dict[str, Any]]:
    root = tmp_path_factory.mktemp("bombs") / "repository"
    for name, write in BOMBS.items():
        write(root / name)
    put(root, "aaa/ai-system.yaml", manifest("aaa"))
    put(root, "zzz/ai-system.yaml", manifest("zzz"))
    cost = cost_of(root, "--format", "json")
    return cost, {
        system["manifest"].split("/")[0]: system for system in json.loads(cost.out or b'{"systems": []}')["systems"]
    }


def test_the_run_is_bounded_and_everything_is_judged(judged: tuple[Cost, dict[str, Any]]) -> None:
    cost, systems = judged
    assert cost.code == 1
    assert set(systems) == {*BOMBS, "aaa", "zzz"}
    assert cost.megabytes < MEGABYTES
    assert len(cost.out) < 16 << 20


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_the_others_are_judged(judged: tuple[Cost, dict[str, Any]], name: str) -> None:
    system = judged[1][name]
    assert system["verdict"] in {"pass", "warn"}
    assert system["obligations"]


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_finding_or_a_state(judged: tuple[Cost, dict[str, Any]], name: str) -> None:
    system = judged[1][name]
    assert system["findings"] or any(file["state"] != "present" for file in system["evidence"])
    assert len(json.dumps(system)) < OUTPUT


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_alone_costs_seconds(tmp_path: Path, name: str) -> None:
    BOMBS[name](tmp_path / "r" / name)
    cost = cost_of(tmp_path / "r", "--format", "json")
    assert cost.code in {0, 1}
    assert cost.computed < ALONE_SECONDS
    assert cost.megabytes < ALONE_MEGABYTES
    assert len(cost.out) < OUTPUT


def test_a_whole_run_meets_its_deadline(tmp_path: Path) -> None:
    for number in range(40):
        BOMBS["many-events"](tmp_path / "r" / f"bomb{number}")
    cost = cost_of(tmp_path / "r", timeout=3)
    assert cost.code == 2
    assert cost.seconds < 10
    assert cost.out == b""


def _told(figure: Figure, cost: Cost) -> None:
    figure("seconds", round(cost.seconds, 1))
    figure("seconds of processors", round(cost.computed, 1))
    figure("peak MB", round(cost.megabytes))


def test_many_manifests(tmp_path: Path, figure: Figure) -> None:
    count = 10_000 if NIGHTLY else 300
    for number in range(count):
        put(tmp_path, f"r/s{number}/ai-system.yaml", manifest(f"s{number}"))
    cost = cost_of(tmp_path / "r", "--format", "json", timeout=600)
    figure("manifests", count)
    _told(figure, cost)
    assert cost.code == 0
    assert json.loads(cost.out)["counts"]["systems"] == count
    assert cost.megabytes < (500 if NIGHTLY else 200)


def test_a_log_of_five_gigabytes(tmp_path: Path, figure: Figure) -> None:
    BOMBS["sparse-log"](tmp_path / "r" / "sparse-log")
    cost = cost_of(tmp_path / "r", "--format", "json")
    figure("GB of a sparse log", 5)
    _told(figure, cost)
    assert cost.code == 0
    assert "too-large" in {file["state"] for file in json.loads(cost.out)["systems"][0]["evidence"]}
    assert cost.megabytes < 100


def test_a_large_repository(tmp_path: Path, figure: Figure) -> None:
    root = tmp_path / "r"
    put(root, "ai-system.yaml", manifest())
    for folder in range(2_000 if NIGHTLY else 200):
        (root / f"d{folder}").mkdir()
        for number in range(100):
            (root / f"d{folder}" / f"f{number}").touch()
    cost = cost_of(root, timeout=60)
    figure("files", (2_000 if NIGHTLY else 200) * 100)
    _told(figure, cost)
    assert cost.code == 0
    assert cost.computed < (30 if NIGHTLY else 10)
    assert cost.megabytes < 300


def test_a_folder_below_a_folder_below_a_folder(tmp_path: Path) -> None:
    here = tmp_path
    put(here, "ai-system.yaml", manifest())
    for _ in range(1_500):  # longer than a path may be, and deeper than Python recurses
        os.chdir(here)
        here = Path("d")
        here.mkdir()
    os.chdir("/")
    ran = gate("check", tmp_path, "--as-of", AS_OF, timeout=60)
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # Python's own tools recurse
    assert ran.code == 0, ran.err

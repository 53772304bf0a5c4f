# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate report` and `report merge`, as they are called."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aiact_gate.report.write import FORMATS
from tests.report.samples import DATA


def _gate(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aiact_gate", "report", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, text=True, encoding="utf-8")


def test_one_call_writes_every_format(tmp_path: Path) -> None:
    outputs = [f"--output={name}={name}.out" for name in FORMATS]
    done = _gate("--from", DATA / "blocked.json", *outputs, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("BLOCK")
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.out" for name in FORMATS}
    assert (tmp_path / "json.out").read_text(encoding="utf-8") == (DATA / "blocked.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("blocked.json",), 1),
        (("blocked.json", "--report-only"), 0),
        (("coming.json", "minimal.json"), 0),
        (("coming.json", "minimal.json", "--fail-on", "warn"), 1),
        (("one=minimal.json", "two=minimal.json", "--fail-on", "warn"), 0),
        (("minimal.json", "minimal.json"), 2),
        (("blocked.json", "coming.json"), 2),
        (("nothing.json",), 2),
        ((), 2),
    ],
)
def test_merge_exits_as_check_does(arguments: tuple[str, ...], code: int, tmp_path: Path) -> None:
    for name in ("blocked", "coming", "minimal"):
        shutil.copy(DATA / f"{name}.json", tmp_path)
    done = _gate("merge", *arguments, "--format", "json", cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code != 2:
        json.loads(done.stdout)


def test_a_joined_report_can_be_joined_again(tmp_path: Path) -> None:
    first = _gate("merge", f"a={DATA / 'minimal.json'}", "--output", "json=all.json", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    again = _gate("merge", "all.json", "--format", "json", cwd=tmp_path)
    assert json.loads(again.stdout)["systems"][0]["id"] == "all/a/spam-filter"


@pytest.mark.parametrize(
    "arguments", [(), ("--from", "none.json"), ("--from", DATA / "junit.xsd"), ("--format", "pdf"), ("--from",)]
)
def test_bad_calls_exit_with_2_and_say_why(arguments: tuple[str | Path, ...], tmp_path: Path) -> None:
    done = _gate(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr

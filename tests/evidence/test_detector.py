# SPDX-License-Identifier: Apache-2.0
"""The detector that a manifest declares: when it runs, what it is given, and what its answer is worth."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.evidence import detector
from aiact_gate.evidence.collect import collect
from tests.evidence import pictures
from tests.evidence.conftest import Repo

SCRIPT = """\
import json, os, pathlib, sys
pathlib.Path("seen.json").write_text(json.dumps([sys.argv[1:], os.getcwd(), sorted(os.environ)]))
print("x" * 100000)
"""


def look(repo: Repo, command: Any, *, allowed: bool = True) -> dict[str, Any]:
    repo.write("out/a b.png", pictures.picture(packet=pictures.xmp(pictures.TRAINED)))
    declared = {"samples": {"image": ["out/a b.png"]}, "detector": {"command": command}}
    manifest = repo.manifest({"evidence": {"output-marking": declared}})
    return collect(manifest, repo.root, repo.elements, allow_commands=allowed).facts["output-marking"]


def exits(code: int) -> list[str]:
    return [sys.executable, "-c", f"raise SystemExit({code})"]


def test_it_does_not_run_unless_it_is_allowed(repo: Repo) -> None:
    repo.write("detect.py", SCRIPT)
    fact = look(repo, [sys.executable, "detect.py"], allowed=False)
    item = fact["items"][0]
    assert (item["detector"], item["layers"]) == ("not-allowed", ["metadata"])
    assert "--allow-commands" in item["note"]
    assert fact["values"]["detector"]["command"] == "not-allowed"
    assert not (repo.root / "seen.json").exists()


def test_exit_code_zero_is_a_detected_watermark(repo: Repo) -> None:
    item = look(repo, exits(0))["items"][0]
    assert (item["detector"], item["layers"]) == ("detected", ["metadata", "watermark-detected"])


@pytest.mark.parametrize("code", [1, 2, 3])
def test_any_other_exit_code_is_none(repo: Repo, code: int) -> None:
    item = look(repo, exits(code))["items"][0]
    assert (item["detector"], item["layers"]) == ("not-detected", ["metadata"])
    assert f"exit code {code}" in item["note"]


def test_what_it_is_given(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    repo.write("detect.py", SCRIPT)
    item = look(repo, [sys.executable, "detect.py", "$(touch x)", "; touch y"])["items"][0]
    assert item["detector"] == "detected"
    words, folder, names = json.loads((repo.root / "seen.json").read_text())
    assert words == ["$(touch x)", "; touch y", str(repo.root / "out/a b.png")]
    assert Path(folder) == repo.root
    assert not {"SECRET_TOKEN", "PYTHONPATH"} & set(names)
    assert not (repo.root / "x").exists()


def test_what_cannot_be_started(repo: Repo) -> None:
    item = look(repo, ["./no-such-program"])["items"][0]
    assert (item["detector"], item["layers"]) == ("failed", ["metadata"])
    assert "cannot be started: no such file" in item["note"]


def test_it_is_ended_with_all_it_started(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detector, "SECONDS", 0.5)
    child = "import time, pathlib; time.sleep(2); pathlib.Path('late').write_text('x')"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)"
    start = time.perf_counter()
    item = look(repo, [sys.executable, "-c", code])["items"][0]
    assert (item["detector"], time.perf_counter() - start < 5) == ("failed", True)
    assert "took longer" in item["note"]
    time.sleep(2.5)
    assert not (repo.root / "late").exists()


@pytest.mark.parametrize("command", ["detect.py", [], [1], ["a\0b"], {"run": "x"}, None])
def test_other_shapes_are_no_command(repo: Repo, command: Any) -> None:
    assert "detector" not in look(repo, command)["items"][0]


def test_a_test_that_passed_needs_no_command(repo: Repo) -> None:
    repo.write("j.xml", '<testsuite><testcase name="test_found"/></testsuite>')
    repo.write("a.png", pictures.picture())
    sample = {"file": "a.png", "watermark": {"report": "j.xml", "test": "test_found"}}
    declared = {"samples": {"image": [sample]}, "detector": {"command": exits(1)}}
    item = repo.fact("output-marking", declared)["items"][0]
    assert (item["detector"], item["layers"]) == ("detected", ["watermark-detected"])


def test_a_command_that_may_run_says_more_than_a_report(repo: Repo) -> None:
    repo.write("j.xml", '<testsuite><testcase name="test_found"/></testsuite>')
    repo.write("a.png", pictures.picture())
    sample = {"file": "a.png", "watermark": {"report": "j.xml", "test": "test_found"}}
    declared = {"samples": {"image": [sample]}, "detector": {"command": exits(1)}}
    manifest = repo.manifest({"evidence": {"output-marking": declared}})
    found = collect(manifest, repo.root, repo.elements, allow_commands=True).facts["output-marking"]
    assert (found["items"][0]["detector"], found["items"][0]["layers"]) == ("not-detected", [])

# SPDX-License-Identifier: Apache-2.0
"""The detector that a manifest declares: when it runs, what it is given, and what its answer is worth."""

import hashlib
import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.evidence import detector, junit
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
    assert "--allow-commands" in item["detector_note"]
    assert fact["values"]["detector"]["command"] == "not-allowed"
    assert not (repo.root / "seen.json").exists()


def test_exit_code_zero_is_a_detected_watermark(repo: Repo) -> None:
    item = look(repo, exits(0))["items"][0]
    assert (item["detector"], item["layers"]) == ("detected", ["metadata", "watermark-detected"])


def test_exit_code_one_is_none(repo: Repo) -> None:
    item = look(repo, exits(1))["items"][0]
    assert (item["detector"], item["layers"]) == ("not-detected", ["metadata"])
    assert "finds no watermark in out/a b.png (exit code 1)" in item["detector_note"]


@pytest.mark.parametrize("code", [2, 127, 255])
def test_any_other_exit_code_is_no_answer(repo: Repo, code: int) -> None:
    item = look(repo, exits(code))["items"][0]
    assert (item["detector"], item["layers"]) == ("failed", ["metadata"])
    assert f"exit code {code}, which is neither 0 (found) nor 1 (not found)" in item["detector_note"]


def test_a_signal_is_no_answer(repo: Repo) -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    item = look(repo, [sys.executable, "-c", code])["items"][0]
    assert (item["detector"], "ended by signal 15" in item["detector_note"]) == ("failed", True)


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
    assert "cannot be started: no such file" in item["detector_note"]


def test_it_is_ended_with_all_it_started(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detector, "SECONDS", 0.5)
    child = "import time, pathlib; time.sleep(2); pathlib.Path('late').write_text('x')"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)"
    start = time.perf_counter()
    item = look(repo, [sys.executable, "-c", code])["items"][0]
    assert (item["detector"], time.perf_counter() - start < 5) == ("failed", True)
    assert "took longer" in item["detector_note"]
    time.sleep(2.5)
    assert not (repo.root / "late").exists()


@pytest.mark.parametrize("command", ["detect.py", [], [1], ["a\0b"], {"run": "x"}, None])
def test_other_shapes_are_no_command(repo: Repo, command: Any) -> None:
    assert "detector" not in look(repo, command)["items"][0]


def looked(repo: Repo, cases: str, command: Any = None, *, allowed: bool = False) -> dict[str, Any]:
    repo.write("j.xml", f"<testsuite>{cases}</testsuite>")
    repo.write("a.png", pictures.picture())
    sample = {"file": "a.png", "watermark": {"report": "j.xml", "test": "test_found"}}
    declared = {"samples": {"image": [sample]}} | ({"detector": {"command": command}} if command else {})
    manifest = repo.manifest({"evidence": {"output-marking": declared}})
    collected = collect(manifest, repo.root, repo.elements, allow_commands=allowed)
    item: dict[str, Any] = collected.facts["output-marking"]["items"][0]
    return item


OWN = hashlib.sha256(pictures.picture()).hexdigest()
OTHER = hashlib.sha256(b"before").hexdigest()
PASSED = '<testcase name="test_found">{}</testcase>'
PROPERTY = '<properties><property name="{}" value="{}"/></properties>'
FAILED = '<testcase name="test_found"><failure/></testcase>'


@pytest.mark.parametrize(
    "cases",
    [
        PASSED.format(PROPERTY.format("a.png", OWN)),
        PASSED.format(PROPERTY.format("sha256", f"sha256:{OWN.upper()}")),
        PASSED.format(PROPERTY.format(OWN, "")),
        PASSED.format(f"<system-out>{OTHER} b.png\n{OWN}  a.png</system-out>"),
        PASSED.format(PROPERTY.format("b.png", OTHER)) + f'<testcase name="test_found[{OWN}]"/>',
    ],
)
def test_a_test_that_saw_these_bytes_needs_no_command(repo: Repo, cases: str) -> None:
    item = looked(repo, cases, exits(1))
    assert (item["detector"], item["layers"]) == ("detected", ["watermark-detected"])


@pytest.mark.parametrize(
    ("cases", "answer", "word"),
    [
        (PASSED.format(""), "unbound", "names no SHA-256"),
        (PASSED.format(f"<!-- {OWN} -->"), "unbound", "names no SHA-256"),
        (PASSED.format("") + f'<testcase name="test_other[{OWN}]"/>', "unbound", "names no SHA-256"),
        (PROPERTY.format("a.png", OWN) + PASSED.format(""), "unbound", "names no SHA-256"),
        (PASSED.format(PROPERTY.format("a.png", OTHER)), "other-bytes", "run it again"),
        (PASSED.format(PROPERTY.format("a.png", OWN + "0")), "unbound", "names no SHA-256"),
        (PASSED.format(PROPERTY.format("a.png", OWN)) + FAILED, "not-detected", "failed"),
        (PASSED.format(PROPERTY.format("a.png", OWN)).replace("found", "lost"), "failed", "no test named"),
        ("<testcase name='test_found'><skipped/></testcase>", "failed", "was skipped"),
        ("<testcase", "failed", "cannot be read as a test report"),
    ],
)
def test_a_test_that_did_not_see_these_bytes(repo: Repo, cases: str, answer: str, word: str) -> None:
    item = looked(repo, cases)
    assert (item["detector"], item["layers"], word in item["detector_note"]) == (answer, [], True)


def test_a_command_that_may_run_says_more_than_a_report(repo: Repo) -> None:
    item = looked(repo, PASSED.format(PROPERTY.format("a.png", OWN)), exits(1), allowed=True)
    assert (item["detector"], item["layers"]) == ("not-detected", [])


def test_a_report_is_read_once_for_all_samples(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    real = junit.look
    monkeypatch.setattr(junit, "look", lambda *given: seen.append(given) or real(*given))
    names = [repo.write(f"{number}.png", pictures.picture()) for number in range(9)]
    repo.write("j.xml", f"<testsuite>{PASSED.format(PROPERTY.format('all', OWN))}</testsuite>")
    samples = [{"file": name, "watermark": {"report": "j.xml", "test": "test_found"}} for name in names]
    items = repo.fact("output-marking", {"samples": {"image": samples}})["items"]
    assert ([item["detector"] for item in items], len(seen)) == (["detected"] * 9, 1)


def test_a_command_that_hangs_is_not_asked_again(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detector, "SECONDS", 0.5)
    code = "import pathlib, sys, time; pathlib.Path('runs').open('a').write('x'); time.sleep(60)"
    names = [repo.write(f"{number}.png", pictures.picture()) for number in range(4)]
    declared = {"samples": {"image": names}, "detector": {"command": [sys.executable, "-c", code]}}
    manifest = repo.manifest({"evidence": {"output-marking": declared}})
    items = collect(manifest, repo.root, repo.elements, allow_commands=True).facts["output-marking"]["items"]
    assert [item["detector"] for item in items] == ["failed"] * 4
    assert "is not asked again" in items[3]["detector_note"]
    assert len((repo.root / "runs").read_text()) <= 1

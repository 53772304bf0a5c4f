# SPDX-License-Identifier: Apache-2.0
"""Waivers, baseline and configuration in a whole run, as the command line meets them."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from aiact_gate.report.write import FORMATS
from aiact_gate.resources import schemas_dir
from tests.support import EXAMPLES
from tests.waivers.given import book, waiver, write

SCHEMA = json.loads((schemas_dir() / "report.v1.json").read_text(encoding="utf-8"))
DAY = ("--as-of", "2026-12-02")
CHAT = EXAMPLES / "chatbot-imagegen" / "ai-system.yaml"


def gate(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aiact_gate", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository whose one system is blocked by nothing but notices and marks."""
    (tmp_path / ".git").mkdir()
    write(tmp_path / "ai-system.yaml", CHAT.read_text(encoding="utf-8"))
    return tmp_path


def report_of(repository: Path, *arguments: object) -> dict:
    done = gate("check", *DAY, "--format", "json", *arguments, cwd=repository)
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    jsonschema.validate(report, SCHEMA)
    return report


def blocking(report: dict) -> list[str]:
    return [f["rule"] for system in report["systems"] for f in system["findings"] if f["severity"] == "error"]


def waivers_for(report: dict, owner: str = "legal@acme.example") -> str:
    name = report["systems"][0]["id"]
    changes = {"system": name, "owner": owner, "granted": "2026-12-01", "expires": "2027-01-31"}
    return book(*(waiver(rule=rule, **changes) for rule in blocking(report)))


def test_with_everything_waived_the_release_goes_ahead_and_every_format_says_who_answers(repository: Path) -> None:
    before = report_of(repository)
    count = len(blocking(before))
    assert (before["verdict"], count > 0) == ("block", True)
    write(repository / "aiact-waivers.yaml", waivers_for(before))
    outputs = [f"--output={name}={name}.out" for name in FORMATS if name != "github"]
    after = report_of(repository, *outputs)
    assert (after["verdict"], blocking(after)) == ("warn", [])
    assert sum(f["status"] == "waived" for f in after["systems"][0]["findings"]) == count
    assert any(row["status"] == "waived" for row in after["systems"][0]["obligations"])
    for path in repository.glob("*.out"):
        text = path.read_text(encoding="utf-8").replace("&#64;", "@")
        assert text.count("waived by legal@acme.example until 2027-01-31") >= count, path.name


def test_an_auditor_sees_what_is_waived(repository: Path) -> None:
    before = report_of(repository)
    write(repository / "aiact-waivers.yaml", waivers_for(before))
    audited = report_of(repository, "--no-waivers")
    assert audited["systems"] == before["systems"]
    assert "Waivers were ignored (--no-waivers)." in audited["notes"]
    assert "Waivers were ignored (--no-waivers)." not in before["notes"]


def test_a_run_over_a_part_and_a_run_with_exclusions_know_less(repository: Path) -> None:
    write(repository / "aiact-waivers.yaml", book(waiver(system="nowhere", granted="2026-12-01", expires="2027-01-31")))
    (repository / "sub").mkdir()
    (repository / "ai-system.yaml").rename(repository / "sub" / "ai-system.yaml")
    for arguments in (("sub",), (".", "--exclude", "other")):
        report = report_of(repository, *arguments)
        assert len(report["systems"]) == 1
        assert "1 waiver names a system that this run did not judge." in report["notes"]
    whole = report_of(repository)
    assert [system["id"] for system in whole["systems"]][1:] == ["aiact-waivers.yaml"]


def test_a_file_of_waivers_that_does_not_parse_ends_the_run(repository: Path) -> None:
    write(repository / "aiact-waivers.yaml", "apiVersion: aiact-gate/v1\nwaivers: [\n")
    done = gate("check", cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert "aiact-waivers.yaml:3:1: not YAML" in done.stderr
    assert gate("check", "--no-waivers", cwd=repository).returncode in (0, 1)
    done = gate("check", "--waivers", "other.yaml", cwd=repository)
    assert (done.returncode, "other.yaml cannot be read" in done.stderr) == (2, True)


def test_a_waiver_is_added_and_then_holds(repository: Path) -> None:
    before = report_of(repository)
    rule, name = blocking(before)[0], before["systems"][0]["id"]
    words = ("--owner", "a@b.example", "--reason", "The notice ships next week.", "--expires", "2027-01-31", *DAY)
    (repository / "sub").mkdir()
    done = gate("waive", rule, name, *words, cwd=repository / "sub")
    assert done.returncode == 0, done.stderr
    after = report_of(repository)
    assert set(blocking(before)) - set(blocking(after)) == {rule}
    assert gate("waive", rule, name, *words, cwd=repository).returncode == 2


@pytest.mark.parametrize(
    ("rule", "changes", "said"),
    [
        ("prohibited-practices/screening", {}, "cannot be waived"),
        ("manifest/core-answers", {}, "cannot be waived"),
        ("transparency/chat-notise", {}, "did you mean transparency/chat-notice?"),
        ("transparency/chat-notice", {"--owner": "TBD"}, "has no owner"),
        ("transparency/chat-notice", {"--reason": "TODO"}, "gives no reason"),
        ("transparency/chat-notice", {"--expires": "2027-06-01"}, "180 are the most"),
        ("transparency/chat-notice", {"--expires": "2026-12-01"}, "ran out"),
        ("transparency/chat-notice", {"--expires": "soon"}, "is not a date"),
    ],
)
def test_what_would_not_hold_is_not_written(repository: Path, rule: str, changes: dict[str, str], said: str) -> None:
    words = {"--owner": "a@b.example", "--reason": "It ships next week.", "--expires": "2027-01-31", **changes}
    done = gate("waive", rule, "x", *(part for pair in words.items() for part in pair), *DAY, cwd=repository)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (repository / "aiact-waivers.yaml").exists()


def test_a_configuration_may_only_shorten_waivers(repository: Path) -> None:
    write(repository / ".aiact-gate.toml", "max_waiver_days = 30\n")
    write(repository / "aiact-waivers.yaml", waivers_for(report_of(repository)))
    assert "waivers/too-long" in blocking(report_of(repository))


def test_a_baseline_lets_what_was_known_warn(repository: Path) -> None:
    before = report_of(repository, "--write-baseline", "b.json")
    count = len(blocking(before))
    assert (before["verdict"], before["notes"][-1]) == (
        "block",
        f"Baseline b.json: {count} known, each a finding that blocks today.",
    )
    done = gate("check", "--as-of", "2026-12-12", "--baseline", "b.json", cwd=repository)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("known since 2026-12-02 (10 days), so it warns and does not block") == count
    again = report_of(repository, "--baseline", "b.json", "--write-baseline", "b.json")
    assert (again["verdict"], again["notes"][-1]) == ("warn", f"Baseline b.json: {count} still known, 0 dropped.")


def test_fail_on_and_exclusions_come_from_the_configuration(repository: Path) -> None:
    write(repository / "aiact-waivers.yaml", waivers_for(report_of(repository)))
    assert gate("check", *DAY, cwd=repository).returncode == 0
    write(repository / "pyproject.toml", '[tool.aiact-gate]\nfail_on = "warn"\n')
    assert gate("check", *DAY, cwd=repository).returncode == 1
    assert gate("check", *DAY, "--fail-on", "block", cwd=repository).returncode == 0
    write(repository / ".aiact-gate.toml", 'exclude = ["*.yaml"]\n')
    assert gate("check", *DAY, cwd=repository).returncode == 2
    write(repository / ".aiact-gate.toml", "fail-on = 1\n")
    done = gate("check", *DAY, cwd=repository)
    assert (done.returncode, "did you mean fail_on?" in done.stderr) == (2, True)


def test_a_misspelt_system_is_refused_and_nothing_is_written(repository: Path) -> None:
    name = report_of(repository)["systems"][0]["id"]
    words = ("--owner", "legal@acme.example", "--reason", "The notice ships next week.", "--expires", "2026-12-31")
    done = gate("waive", "transparency/chat-notice", f"{name}r", *words, *DAY, cwd=repository)
    assert done.returncode == 2
    assert f"there is no system {name}r" in done.stderr
    assert f"did you mean {name}?" in done.stderr
    assert not (repository / "aiact-waivers.yaml").exists()

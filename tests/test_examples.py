# SPDX-License-Identifier: Apache-2.0
"""The example repositories come out as their readers expect, on both sides of the dates, on every engine."""

import re
import shutil
from pathlib import Path

import pytest

from tests.support import EXAMPLES, check, comparable, finding_of, only_system

TODAY, DUE = "2026-11-22", "2027-12-02"
BEFORE_MARKING, MARKING = "2026-12-01", "2026-12-02"

VERDICTS = {
    "hiring-highrisk": ("warn", "block"),
    "hiring-stuffed": ("warn", "block"),
    "chatbot-imagegen": ("block", "block"),
    "credit-deployer": ("warn", "block"),
    "spam-filter": ("pass", "pass"),
}


@pytest.fixture
def example(tmp_path: Path):
    """Return a function that copies an example with other dates of placing."""

    def copy(name: str, **market: str) -> Path:
        target = tmp_path / f"{name}-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(EXAMPLES / name, target)
        manifest = target / "ai-system.yaml"
        dates = "placed_on_market|put_into_service|planned_placing|type_first_placed|significant_design_change"
        text = re.sub(rf"(?m)^  ({dates}):.*\n", "", manifest.read_text(encoding="utf-8"))
        stated = "".join(f"  {key}: {day}\n" for key, day in market.items())
        text, found = re.subn(r"(?m)^market:\n", f"market:\n{stated}", text)
        assert found == 1
        manifest.write_text(text, encoding="utf-8")
        return target

    return copy


@pytest.mark.parametrize(("name", "verdicts"), VERDICTS.items(), ids=VERDICTS)
def test_verdict_on_both_dates(name: str, verdicts: tuple[str, str], every_engine) -> None:
    for day, verdict in zip((TODAY, DUE), verdicts, strict=True):
        reports = [check(EXAMPLES / name, day, engine) for engine in every_engine]
        assert reports[0]["verdict"] == verdict, reports[0]["systems"][0]["findings"]
        assert all(comparable(report) == comparable(reports[0]) for report in reports[1:])


@pytest.mark.parametrize("day", [TODAY, DUE])
def test_complete_example_is_held_back_only_by_missing_rules(day: str, every_engine) -> None:
    reports = [check(EXAMPLES / "hiring-complete", day, engine) for engine in every_engine]
    system = only_system(reports[0])
    uncovered = [row for row in system["obligations"] if row["status"] == "not_covered" and not row["reason"]]
    assert system["verdict"] == ("warn" if uncovered else "pass"), system["findings"]
    assert not [finding for finding in system["findings"] if finding["severity"] != "note"]
    assert all(comparable(report) == comparable(reports[0]) for report in reports[1:])


@pytest.mark.parametrize("day", [TODAY, DUE])
def test_todo_documents_are_worse_than_partial_ones(day: str) -> None:
    real = check(EXAMPLES / "hiring-highrisk", day)["counts"]["unanswered_elements"]
    stuffed = check(EXAMPLES / "hiring-stuffed", day)["counts"]["unanswered_elements"]
    assert stuffed > real


def test_deployer_is_blocked_for_the_open_part_of_its_assessment_and_the_missing_notice() -> None:
    system = only_system(check(EXAMPLES / "credit-deployer", DUE))
    assessment = finding_of(system, "fundamental-rights/impact-assessment")
    assert assessment is not None
    assert [e["ref"] for e in assessment["elements"] if e["state"] == "placeholder"] == ["27(1)(f)"]
    errors = {provision for f in system["findings"] if f["severity"] == "error" for provision in f["provisions"]}
    assert "Art. 26(11)" in errors
    assert not {"Art. 9(1)", "Art. 11(1)", "Annex IV"} & errors


@pytest.mark.parametrize(
    ("name", "verb"), [("hiring-highrisk", "placed_on_market"), ("credit-deployer", "put_into_service")]
)
def test_legacy_systems_warn_until_the_design_changes(example, name: str, verb: str) -> None:
    legacy = example(name, **{verb: "2026-10-01"})
    for day in (TODAY, DUE):
        report = check(legacy, day)
        assert report["verdict"] == "warn"
        statuses = {f["status"] for f in only_system(report)["findings"] if f["severity"] == "warning"}
        assert "conditional" in statuses
    changed = example(name, **{verb: "2026-10-01", "significant_design_change": DUE})
    assert check(changed, DUE)["verdict"] == "block"


def test_marking_has_grace_for_what_was_placed_before_august_2026(example) -> None:
    placed = example("chatbot-imagegen", placed_on_market="2026-06-01")
    notice, manner, marking = "transparency/chat-notice", "transparency/manner", "transparency/output-marking"
    for day in (TODAY, BEFORE_MARKING):
        findings = {f["rule"]: f for f in only_system(check(placed, day))["findings"]}
        assert [findings[rule]["severity"] for rule in (notice, manner, marking)] == ["error", "error", "warning"]
        assert findings[marking]["status"] == "upcoming"
        assert findings[marking]["due"] == MARKING
    after = {f["rule"]: f for f in only_system(check(placed, MARKING))["findings"]}
    assert {after[rule]["severity"] for rule in (notice, manner, marking)} == {"error"}

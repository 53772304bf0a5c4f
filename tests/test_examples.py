# SPDX-License-Identifier: Apache-2.0
"""The example repositories come out as their readers expect, on both sides of the dates, on every engine."""

import hashlib
import re
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

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
COMPLETE = ["hiring-complete", "imagegen-complete", "credit-deployer-complete", "gpai-provider"]


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
@pytest.mark.parametrize("name", COMPLETE)
def test_complete_example_is_held_back_only_by_missing_rules(name: str, day: str, every_engine) -> None:
    reports = [check(EXAMPLES / name, day, engine) for engine in every_engine]
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


SPOILED = {
    "no notice on the German page": (
        "imagegen-complete/web/index.de.html",
        ("Sie sprechen mit einem KI-System.", "Willkommen."),
        ("transparency/chat-notice", "50(1)-design"),
    ),
    "a concept that is silent on robustness": (
        "imagegen-complete/docs/output-marking.md",
        ("## 50(2)-robust Robust", ""),
        ("transparency/marking-quality", "50(2)-robust"),
    ),
    "logs kept for a quarter": (
        "credit-deployer-complete/config/logging.yaml",
        ("retention_days: 400", "retention_days: 90"),
        ("deployer/log-retention", "26(6)"),
    ),
    "an assessment without remedies": (
        "credit-deployer-complete/docs/fria.md",
        ("## 27(1)(f) Measures if risks materialise", ""),
        ("fundamental-rights/impact-assessment", "27(1)(f)"),
    ),
    "a summary that is silent on user data": (
        "gpai-provider/docs/training-content-summary.md",
        ("## TS-2.4 User data", ""),
        ("gpai/training-summary", "TS-2.4"),
    ),
}


@pytest.mark.parametrize(("path", "change", "expected"), SPOILED.values(), ids=SPOILED)
def test_complete_example_is_blocked_by_one_spoiled_piece(
    path: str, change: tuple[str, str], expected: tuple[str, str], tmp_path: Path
) -> None:
    name, _, file = path.partition("/")
    spoiled = Path(shutil.copytree(EXAMPLES / name, tmp_path / name)) / file
    text = spoiled.read_text(encoding="utf-8")
    assert text.count(change[0]) == 1
    spoiled.write_text(text.replace(*change), encoding="utf-8")
    report = check(tmp_path / name, DUE)
    assert report["verdict"] == "block"
    finding = finding_of(only_system(report), expected[0])
    assert finding is not None
    assert expected[1] in [one["ref"] for one in finding["elements"]]


def test_pictures_carry_a_trusted_signature_and_a_watermark_that_is_found(tmp_path: Path) -> None:
    marked = Path(shutil.copytree(EXAMPLES / "imagegen-complete", tmp_path / "imagegen"))
    manifest = marked / "ai-system.yaml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("python3", sys.executable), encoding="utf-8")
    assert check(marked, TODAY, allow_commands=True)["verdict"] == "pass"
    Image.new("RGB", (480, 360), (90, 120, 150)).save(marked / "outputs" / "harbour.png")
    system = only_system(check(marked, TODAY, allow_commands=True))
    finding = finding_of(system, "transparency/output-marking")
    assert finding is not None
    assert [one["file"] for one in finding["elements"] if one["state"] != "present"] == ["outputs/harbour.png"]


@pytest.mark.parametrize(("signed", "verdict"), [(False, "warn"), (True, "block")])
def test_a_sample_that_the_report_did_not_see_has_one_layer(signed: bool, verdict: str, tmp_path: Path) -> None:
    marked = Path(shutil.copytree(EXAMPLES / "imagegen-complete", tmp_path / "imagegen"))
    report, manifest = marked / "reports/junit.xml", marked / "ai-system.yaml"
    digest = hashlib.sha256((marked / "outputs/harbour.png").read_bytes()).hexdigest()
    text = report.read_text(encoding="utf-8")
    assert text.count(digest) == 1
    report.write_text(text.replace(digest, hashlib.sha256(b"before").hexdigest()), encoding="utf-8")
    if signed:
        said = manifest.read_text(encoding="utf-8")
        manifest.write_text(said.replace("signed_code_of_practice: false", "signed_code_of_practice: true"), "utf-8")
    found = check(marked, TODAY)
    finding = finding_of(only_system(found), f"transparency/marking-layers{'-signed' if signed else ''}")
    assert (found["verdict"], finding is not None) == (verdict, True)
    [element] = [one for one in finding["elements"] if one["state"] != "present"] if finding else []
    assert (element["ref"], element["state"], element["file"]) == ("CoP-1.1.2", "stale", "outputs/harbour.png")
    assert digest[:12] in element["note"]
    assert "run it again" in element["note"]


def test_no_private_key_lies_in_the_examples() -> None:
    held = [path for path in EXAMPLES.rglob("*") if path.is_file() and b"-----BEGIN" in path.read_bytes()]
    assert [path.name for path in held] == ["trust-anchors.pem"]
    assert held[0].read_text(encoding="utf-8").count("-----BEGIN CERTIFICATE-----") == 1
    assert b"PRIVATE KEY-----" not in held[0].read_bytes()

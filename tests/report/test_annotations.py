# SPDX-License-Identifier: Apache-2.0
"""GitHub annotations and GitLab Code Quality."""

from copy import deepcopy

from aiact_gate.report import github, gitlab
from tests.report import check
from tests.report.samples import sample


def test_the_worst_ten_of_a_kind_and_a_count() -> None:
    report = sample("blocked")
    report["systems"] = [deepcopy(report["systems"][0]) for _ in range(5)]
    lines = check.github(github.render(report))
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 5 + ["::notice"]
    assert "20 findings more in the report" in lines[-1]


def test_a_clean_report_is_one_notice() -> None:
    (line,) = check.github(github.render(sample("minimal")))
    assert line == "::notice title=aiact-gate::pass: 1 system on 2026-11-22 (0 errors, 0 warnings, 0 notes)"


def test_a_message_cannot_start_a_command_of_its_own() -> None:
    report = sample("blocked")
    report["systems"][0]["findings"][0]["message"] = "a\n::set-output name=x::y\r::error::z %0A"
    lines = check.github(github.render(report))
    assert any("a ::set-output name=x::y\\u000d::error::z %250A" in line for line in lines)


def test_waived_findings_are_counted_and_not_annotated() -> None:
    document = github.render(sample("blocked"))
    assert "declaration-of-conformity" not in document
    assert "1 waived" in document


def test_equal_findings_keep_fingerprints_of_their_own() -> None:
    report = sample("blocked")
    report["systems"] = [report["systems"][0], deepcopy(report["systems"][0])]
    assert len(check.gitlab(gitlab.render(report))) == 14


def test_a_blocking_finding_is_a_blocker_and_a_waived_one_is_info() -> None:
    entries = {entry["check_name"]: entry for entry in check.gitlab(gitlab.render(sample("blocked")))}
    assert entries["aiact/record-keeping/retention"]["severity"] == "blocker"
    assert entries["aiact/declaration-of-conformity/annex-v"]["severity"] == "info"
    assert entries["aiact/record-keeping/retention"]["location"] == {
        "path": "hiring/ai-system.yaml",
        "lines": {"begin": 66},
    }

# SPDX-License-Identifier: Apache-2.0
"""Text and Markdown put each finding into one section, by what a reader has to do about it."""

import pytest

from aiact_gate.model import Finding
from aiact_gate.report import markdown, text
from aiact_gate.report.sections import sections
from tests.report.samples import sample


def _findings() -> list[Finding]:
    return [finding for name in ("blocked", "coming") for s in sample(name)["systems"] for finding in s["findings"]]


def test_each_finding_stands_in_one_section() -> None:
    found = sections(_findings())
    assert sum(map(len, found.values())) == len(_findings())
    assert list(found) == ["Blocks the release", "Coming", "Needs a person", "Waived", "Good to have"]


@pytest.mark.parametrize("render", [text.render, markdown.render])
def test_what_a_baseline_knows_is_told_apart_from_what_needs_a_person(render) -> None:  # type: ignore[no-untyped-def]
    report = sample("blocked")
    finding = next(f for f in report["systems"][0]["findings"] if f["severity"] == "error")
    assert "Known when the baseline was written" not in render(report)
    finding["severity"] = "warning"
    finding["baseline"] = {"first_seen": "2027-10-01", "days": 62}
    assert "Known when the baseline was written (1)" in render(report)
    assert "known since 2027" in render(report).replace("\\", "")

# SPDX-License-Identifier: Apache-2.0
"""What the page tells a person who has not read the code."""

import re

import pytest

from aiact_gate.model import Report
from aiact_gate.report import html
from tests.report import check
from tests.report.samples import sample
from tests.support import EXAMPLES
from tests.support import check as check_tree

ASKED = "classification.prohibited_practices.details.bb.foreseeable_reproducible"


@pytest.fixture(scope="module")
def report() -> Report:
    return check_tree(EXAMPLES / "chatbot-imagegen", "2026-12-02")


def test_open_questions_are_asked_in_words_with_owner_and_place(report: Report) -> None:
    page = html.render(report)
    (questions,) = re.findall(r'<ul class="questions">(.*?)</ul>', page, re.DOTALL)
    assert "Such output is reasonably foreseeable" in questions
    assert "product owner tests the picture model answers it" in questions
    assert f"<code><bdi>{ASKED}</bdi></code> · <code><bdi>examples/chatbot-imagegen/ai-system.yaml:" in questions


def test_what_an_undetermined_duty_turns_on_is_named_as_in_the_manifest(report: Report) -> None:
    reasons = {duty["id"]: duty["reason"] for duty in report["systems"][0]["obligations"]}
    assert reasons["AIA-5-1-bb"] == f"depends on: {ASKED}"


def test_every_rule_is_there_by_name(report: Report) -> None:
    text = " ".join(check.html(html.render(report)).split())
    rules = report["systems"][0]["rules"]
    assert f"{len(rules['not_applicable'])} not applicable" in text
    for named in rules.values():
        assert all(rule in text for rule in named)


def test_a_rule_of_an_organisation_that_is_satisfied_is_there_too() -> None:
    assert "custom/house/model-card" in check.html(html.render(sample("blocked")))

# SPDX-License-Identifier: Apache-2.0
"""JUnit: one case a rule, and what fails, is skipped or passes."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from aiact_gate.model import Report
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.metadata import read_rules
from aiact_gate.report import junit
from tests.report import check
from tests.report.samples import sample
from tests.support import EXAMPLES
from tests.support import check as check_tree


def _cases(report: Report, suite: int = 0) -> dict[str, Element]:
    root = check.junit(junit.render(report))
    return {case.get("name", ""): case for case in root[suite].findall("testcase")}


def _outcome(case: Element) -> str:
    return next((child.tag for child in case), "passed")


@pytest.mark.parametrize(
    ("rule", "outcome"),
    [
        ("technical-documentation/annex-iv", "failure"),  # unmet
        ("risk-management/system", "failure"),  # unmet, and only warned of
        ("product-information/contact", "system-out"),  # unmet, and only noted
        ("declaration-of-conformity/annex-v", "skipped"),  # waived
        ("ce-marking/union-law", "skipped"),  # undetermined
        ("authority-cooperation/procedure", "system-out"),  # standing
        ("quality-management/system", "passed"),  # met
        ("custom/house/model-card", "passed"),  # a rule of an organisation, without an obligation
        ("gpai/copyright-policy", "skipped"),  # not applicable
    ],
)
def test_outcomes_of_a_blocked_system(rule: str, outcome: str) -> None:
    assert _outcome(_cases(sample("blocked"))[rule]) == outcome


@pytest.mark.parametrize("rule", ["technical-documentation/annex-iv", "conformity-assessment/change"])
def test_what_is_coming_or_conditional_passes_and_is_told(rule: str) -> None:
    case = _cases(sample("coming"))[rule]
    assert _outcome(case) == "system-out"
    assert "warning" in (case[0].text or "")


def test_what_is_due_within_the_lead_time_fails() -> None:
    report = sample("coming")
    finding = report["systems"][0]["findings"][0]
    finding["severity"] = "error"
    assert _outcome(_cases(report)[finding["rule"]]) == "failure"


def test_several_findings_of_one_rule_are_one_case() -> None:
    case = _cases(sample("blocked"), 2)["manifest/schema"]
    assert [child.tag for child in case] == ["failure"]
    assert case[0].get("message", "").endswith("(and 1 more)")


def test_an_obligation_that_is_unmet_without_a_finding_fails() -> None:
    report = sample("minimal")
    report["systems"][0]["obligations"][0]["status"] = "unmet"
    assert _outcome(_cases(report)["ai-literacy/measures"]) == "failure"


def test_every_rule_is_a_case_of_every_system() -> None:
    report = check_tree(EXAMPLES / "chatbot-imagegen", "2026-11-22")
    (suite,) = check.junit(junit.render(report))
    names = [case.get("name") for case in suite.iter("testcase")]
    assert len(set(names)) == len(names)
    assert set(names) >= read_rules(load_policies()).keys()


def test_systems_of_one_id_stay_apart() -> None:
    report = sample("minimal")
    report["systems"] *= 2
    root = check.junit(junit.render(report))
    assert [suite.get("name") for suite in root] == ["spam-filter", "spam-filter (2)"]


@pytest.mark.parametrize(
    "char", [*map(chr, range(32)), "\x7f", "\x85", "\ufffe", "\uffff", "\ufdd0", "\u2028", "]]>", "&", "<"]
)
def test_every_character_gives_valid_xml(char: str) -> None:
    report: Any = sample("blocked")
    for finding in report["systems"][0]["findings"]:
        finding["message"] = finding["title"] = finding["rule"] = f"a{char}b"
    check.junit(junit.render(report))

# SPDX-License-Identifier: Apache-2.0
"""Formats tell what is new, unchanged and fixed where a report was compared with a merge base."""

import json
import re
from pathlib import Path

import pytest

from aiact_gate.model import Fixed, Report
from aiact_gate.report import github, gitlab, html, junit, markdown, sarif
from aiact_gate.report.write import FORMATS, rendered
from tests.report import check
from tests.report.browser import Browser
from tests.report.npm import Npm
from tests.report.samples import sample

NEW, OLD = "technical-documentation/annex-iv", "human-oversight/stop-function"
GONE = Fixed(
    rule="accessibility/design",
    title="The system is accessible",
    severity="error",
    message="the accessibility report is missing",
    location={"file": "hiring/ai-system.yaml", "line": 80, "column": 3},
    fingerprint="00000000deadbeef",
)


@pytest.fixture
def compared() -> Report:
    """Return a report with one finding left of the merge base, one fixed, and the rest new."""
    report = sample("blocked")
    for system in report["systems"]:
        system["fixed"] = []
        for finding in system["findings"]:
            finding["change"] = "unchanged" if finding["rule"] == OLD else "new"
    report["systems"][0]["fixed"] = [GONE]
    report["base"] = {"ref": "main", "commit": "a" * 40}
    report["counts"] |= {"new": 10, "unchanged": 1, "fixed": 1}
    return report


def test_html_marks_new_findings_lists_fixed_ones_and_says_with_what_it_compared(compared: Report) -> None:
    page = html.render(compared)
    text = " ".join(check.html(page).split())
    assert "Compared with the merge base with main (aaaaaaaaaaaa): 10 new, 1 unchanged, 1 fixed." in text
    assert "Fixed since the merge base 1 The system is accessible Before: the accessibility report is missing" in text
    articles = {re.search(r'">([a-z-]+/[a-z-]+)</a>', part)[1]: part for part in page.split("<article ")[1:]}  # type: ignore[index]
    assert '<b class="severity new">new</b>' in articles[NEW]
    assert "severity new" not in articles[OLD]


def test_a_page_without_a_comparison_has_no_word_of_it() -> None:
    text = check.html(html.render(sample("blocked")))
    assert "merge base" not in text
    assert "Change" not in text


def test_junit_marks_new_failures_counts_and_passes_what_is_fixed(compared: Report) -> None:
    suite = check.junit(junit.render(compared))[0]
    properties = {item.get("name"): item.get("value") for item in suite.iter("property")}
    changes = {name: properties[name] for name in ("base", "new", "unchanged", "fixed")}
    findings = len(compared["systems"][0]["findings"])
    assert changes == {"base": f"main {'a' * 40}", "new": str(findings - 1), "unchanged": "1", "fixed": "1"}
    cases = {case.get("name"): case for case in suite.iter("testcase")}
    assert cases[NEW][0].get("message", "").startswith("new: not satisfied: ")
    assert cases[OLD][0].get("message", "").startswith("not satisfied: ")
    assert "error, not satisfied, unchanged\n" in (cases[OLD][0].text or "")
    (told,) = cases[GONE["rule"]]
    assert (told.tag, told.text) == ("system-out", "fixed: the accessibility report is missing")


def test_gitlab_and_github_mark_new_findings_and_nothing_else(compared: Report) -> None:
    entries = {entry["check_name"]: entry["description"] for entry in check.gitlab(gitlab.render(compared))}
    assert entries[f"aiact/{NEW}"].startswith("new: ")
    assert not entries[f"aiact/{OLD}"].startswith("new: ")
    lines = check.github(github.render(compared))
    assert [line for line in lines if f"title={NEW}::new: " in line]
    assert [line for line in lines if f"title={OLD}::" in line and "::new: " not in line]


def test_annotations_show_what_is_new_before_what_was_there(compared: Report) -> None:
    system = compared["systems"][0]
    old = next(finding for finding in system["findings"] if finding["rule"] == OLD)
    system["findings"] += [{**old, "due": "2025-01-01"} for _ in range(12)]  # due before all others, but not new
    lines = [line for line in check.github(github.render(compared)) if line.startswith("::error")]
    assert len(lines) == 10
    new = ["::new: " in line for line in lines]
    assert new == sorted(new, reverse=True)
    assert any(new)
    assert not all(new)


def test_sarif_says_of_every_result_how_it_stands_or_of_none(compared: Report) -> None:
    run = check.sarif(sarif.render(compared))
    states = {result["ruleId"]: result["baselineState"] for result in run["results"]}
    assert (states[f"aiact/{NEW}"], states[f"aiact/{OLD}"]) == ("new", "unchanged")
    del compared["systems"][0]["findings"][0]["change"]
    run = check.sarif(sarif.render(compared))
    assert not [result for result in run["results"] if "baselineState" in result]
    assert "baselineState" not in sarif.render(sample("blocked"))


def test_markdown_marks_what_is_new_in_lists_and_in_tables(compared: Report) -> None:
    for finding in compared["systems"][0]["findings"]:
        if finding["rule"] == NEW:
            finding |= {"severity": "warning", "status": "upcoming", "due": "2028-08-02", "days_left": 200}
    document = markdown.render(compared)
    rows = [line for line in document.splitlines() if line.startswith("| 2028-08-02")]
    assert len(rows) == 1
    assert "| New: " in rows[0]
    assert "\n- New: **" in document
    assert "Fixed: accessibility/design." in document.replace("\\", "")


def test_the_fingerprint_of_a_finding_does_not_hang_on_whether_it_is_new(compared: Report) -> None:
    plain = {entry["check_name"]: entry["fingerprint"] for entry in json.loads(gitlab.render(sample("blocked")))}
    assert {entry["check_name"]: entry["fingerprint"] for entry in json.loads(gitlab.render(compared))} == plain
    prints = [
        [result["partialFingerprints"] for result in check.sarif(sarif.render(report))["results"]]
        for report in (compared, sample("blocked"))
    ]
    assert prints[0] == prints[1]


@pytest.mark.parametrize("kind", [name for name in FORMATS if name not in ("text", "json")])
def test_each_format_stays_valid(compared: Report, kind: str) -> None:
    document = rendered(compared, kind)
    check.plain(document)
    getattr(check, kind)(document)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_all_is_unfolded(
    scheme: str, compared: Report, browser: Browser, tmp_path: Path, npm: Npm
) -> None:
    axe = (npm("axe-core", "4.14.1") / "axe.min.js").read_text(encoding="utf-8")
    path = tmp_path / "report.html"
    path.write_text(html.render(compared), encoding="utf-8")
    browser.view(1200, 900, scheme)
    browser.open(path)
    browser.run("document.querySelectorAll('details').forEach(item => item.open = true)")
    browser.run(axe)
    answer = browser.run_async("axe.run(document).then(arguments[0])")
    assert [(item["id"], [node["html"][:200] for node in item["nodes"]][:3]) for item in answer["violations"]] == []


def test_the_page_filters_by_change(compared: Report, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(html.render(compared), encoding="utf-8")
    browser.logs()
    browser.view(1200, 900, "light")
    browser.open(path)
    browser.type("#change", "unchanged")
    shown = "return [...document.querySelectorAll('[data-status]')].filter(row => !row.hidden).map(row => row.tagName)"
    assert browser.run(shown) == ["ARTICLE"]
    assert browser.run("return document.querySelector('article:not([hidden]) .source a').textContent") == OLD
    assert browser.logs() == []

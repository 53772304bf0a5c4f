# SPDX-License-Identifier: Apache-2.0
"""The pages of the rules are what the rules say today, every finding has one, and every example on them is true."""

import re
from pathlib import Path
from typing import Any

import pytest

from aiact_gate import problems
from aiact_gate.cli import explain
from aiact_gate.links import DOCS_URL, rule_url
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.metadata import read_rules
from aiact_gate.report import text
from tests.support import EXAMPLES, REPOSITORY, RULES, check, lay_out
from tools import rule_pages
from tools.rulepages import builtin
from tools.rulepages.words import code, place_order, places

DOCS = REPOSITORY / "docs"
STOP = RULES / "human-oversight" / "stop-function"
HEADINGS = [
    "Summary",
    "What it asks",
    "When it applies, and from when",
    "How to satisfy it",
    "Example that passes",
    "Example that fails",
    "Source",
]
EXAMPLES_OF_FINDINGS = [
    (name, part)
    for name, told in builtin.texts().items()
    for part in ("passes", "fails")
    if isinstance(told[part], dict)
]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return rule_pages.pages()


def test_the_pages_are_current(pages: dict[str, str]) -> None:
    assert rule_pages.stale(pages) == [], "run python tools/rule_pages.py"


def test_a_page_that_is_missing_different_or_left_over_is_stale(tmp_path: Path) -> None:
    for name in ("same.md", "different.md", "left/over.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    wanted = {"same.md": "same.md", "different.md": "new", "missing.md": "missing.md"}
    assert rule_pages.stale(wanted, tmp_path) == ["different.md", "left/over.md", "missing.md"]


def test_every_page_has_the_same_parts(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        if name != "index.md":
            outside = re.sub(r"^(`{3,}).*?^\1$", "", page, flags=re.MULTILINE | re.DOTALL)
            assert re.findall(r"^## (.*)$", outside, re.MULTILINE) == HEADINGS, name
            assert "None" not in outside, name


def test_every_finding_leads_to_a_page_that_exists() -> None:
    for name in [*read_rules(load_policies()), *problems.codes(), "custom/house/approved-risks"]:
        url = rule_url(name)
        assert url.startswith(DOCS_URL)
        assert (DOCS / url.removeprefix(DOCS_URL)).is_file(), url


def test_the_index_lists_every_page_under_family_article_and_role(pages: dict[str, str]) -> None:
    index = pages["index.md"]
    families, rest = index.split("## By article")
    articles, roles = rest.split("## By role")
    for name, meta in read_rules(load_policies()).items():
        link = f"[`{name}`]({name}.md)"
        assert families.count(link) == 1, name
        assert roles.count(link) >= 1, name
        assert articles.count(link) == len(places(meta.provisions)) >= 1, name
    assert all(families.count(f"[`{code_}`]({code_}.md)") == 1 for code_ in problems.codes())


@pytest.mark.parametrize(
    ("provisions", "found"),
    [
        (["Art. 14(4)"], ["Art. 14"]),
        (["Art. 3, 6, 25, 50, 51"], ["Art. 3", "Art. 6", "Art. 25", "Art. 50", "Art. 51"]),
        (["Arts 79(2), 79(4), 82(2)"], ["Art. 79", "Art. 82"]),
        (["Arts 75a, 75b, 75c"], ["Art. 75a", "Art. 75b", "Art. 75c"]),
        (["Art. 87 (Directive (EU) 2019/1937)"], ["Art. 87"]),
        (["Art. 5(1)(ba), 5(1a), 5(1b)"], ["Art. 5"]),
        (["Art. 50(4) 1st subparagraph"], ["Art. 50"]),
        (["Art. 43(1)", "Annexes VI, VII"], ["Art. 43", "Annex VI", "Annex VII"]),
        (["Art. 72(3)", "Annex IV point 9"], ["Art. 72", "Annex IV"]),
    ],
)
def test_provisions_are_sorted_by_article(provisions: list[str], found: list[str]) -> None:
    assert places(provisions) == found


def test_places_stand_in_the_order_of_the_act() -> None:
    order = ["Art. 4", "Art. 4a", "Art. 5", "Art. 14", "Art. 111", "Annex III", "Annex IV", "Annex IX", "Annex XI"]
    assert sorted(set(order), key=place_order) == order


def test_a_fence_inside_of_an_example_stays_text() -> None:
    assert code("a\n```\nb\n", "yaml") == ["````yaml", "a\n```\nb", "````"]


def test_a_page_tells_dates_fines_elements_and_readings(pages: dict[str, str]) -> None:
    page = pages["human-oversight/stop-function.md"]
    for told in (
        "2027-12-02 for systems of Annex III; 2028-08-02 for products of Annex I Section A. Earlier systems: Art. 111",
        "up to EUR 15,000,000 or 3 % of worldwide annual turnover (Art. 99(4)",
        "| 14(4)(e) | intervene or stop",
        "`evidence.human-oversight`",
        "blocks the release once the duty is due. It can be [waived]",
        '-      <testcase classname="tests.oversight" name="test_stop_button" time="0.8"/>',
    ):
        assert told in page, told
    assert "Disputed (U1): " in pages["conformity/internal-control.md"]
    assert "Nobody can waive it." in pages["prohibited-practices/screening.md"]
    assert "no frame of the Union (Art. 99(1))" in pages["literacy/measures.md"]


def test_every_built_in_finding_has_its_texts() -> None:
    assert sorted(builtin.texts()) == problems.codes()


@pytest.mark.parametrize(("name", "part"), EXAMPLES_OF_FINDINGS)
def test_examples_of_built_in_findings_are_true(name: str, part: str, tmp_path: Path) -> None:
    files: dict[str, Any] = builtin.texts()[name][part]
    as_of = lay_out((STOP / "fail.yaml").read_text(encoding="utf-8"), tmp_path)
    for file, content in files.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(content, encoding="utf-8")
    found = {f["rule"] for system in check(tmp_path, as_of)["systems"] for f in system["findings"]}
    assert (name in found) is (part == "fails"), found


def test_the_text_report_and_explain_say_where_the_page_is(capsys: pytest.CaptureFixture[str]) -> None:
    report = check(EXAMPLES / "hiring-highrisk", "2027-12-02")
    assert f"`aiact-gate explain RULE`, or {DOCS_URL}rules/RULE.md" in text.render(report)
    first = report["systems"][0]["findings"][0]["rule"]
    assert f"page: {rule_url(first)}" in text.render(report, verbose=True)
    explain.command.main(["human-oversight/stop-function"], standalone_mode=False)
    assert f"page        {rule_url('human-oversight/stop-function')}" in capsys.readouterr().out
    explain.command.main(["waivers/expired"], standalone_mode=False)
    assert f"page        {rule_url('waivers/expired')}" in capsys.readouterr().out


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.relative_to(DOCS).as_posix())
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    outside = re.sub(r"^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", outside):
        assert "://" in target or (page.parent / target).exists(), target

# SPDX-License-Identifier: Apache-2.0
"""Markdown: repository text is text, and a long report says what it leaves out."""

from copy import deepcopy

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from aiact_gate.report import markdown
from aiact_gate.report.words import clean
from tests.report import check
from tests.report.samples import sample, text


@given(text=text)
def test_a_reader_sees_the_text_itself(text: str) -> None:
    (_, inline, _) = MarkdownIt("commonmark", {"html": True}).parse(f"x {markdown.escape(text)} x")
    seen = "".join(token.content for token in inline.children or [])
    assert seen.split() == ["x", *clean(text).split(), "x"]


@pytest.mark.parametrize(
    "start", ["# h", "- a", "+ a", "1. a", "12) a", "> q", "    code", "===", "---", "```", "~~~", "| a |", "<b>"]
)
def test_no_block_starts_in_a_text(start: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(f"- {markdown.escape(start)}")
    assert [token.type for token in tokens[2:-2]] == ["paragraph_open", "inline", "paragraph_close"]


def test_a_long_report_is_cut_between_findings_and_says_so() -> None:
    report = sample("blocked")
    report["systems"] = [deepcopy(report["systems"][0]) for _ in range(1_000)]
    document = markdown.render(report)
    check.markdown(document)
    assert 800_000 < len(document.encode()) <= markdown.MAX_BYTES
    assert "findings more: see the JSON or HTML report." in document
    assert document.rstrip().endswith("whether it is true is for people to judge.")


def test_one_giant_name_hides_nothing_else() -> None:
    report = sample("blocked")
    report["systems"][0]["name"] = "x" * 2_000_000
    document = markdown.render(report)
    assert "Support chat" in document
    assert len(document.encode()) < 100_000


def test_what_is_coming_stands_in_a_table() -> None:
    document = markdown.render(sample("coming"))
    assert "### Coming (5)" in document
    assert "| 2027-12-02 | 375 | Logs are kept for at least six months, [record-keeping/retention](" in document

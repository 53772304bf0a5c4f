# SPDX-License-Identifier: Apache-2.0
"""Word documents: headings, bookmarks, lists and tables count; what is deleted, hidden or a form's hint does not."""

import io
import zipfile
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.evidence.conftest import Repo
from tests.evidence.readers import files
from tests.evidence.readers.files import GROUPS, HEAD, PERIOD

FRIA = "fundamental-rights-impact-assessment"


def _state(repo: Repo, data: bytes, ref: str = "27(1)(b)") -> str:
    repo.write("f.docx", data)
    return repo.states(FRIA, "f.docx")[ref]


def _below_a_heading(document: Any, paragraph: str = PERIOD) -> Any:
    document.add_heading(HEAD, 0)
    document.add_heading("(b) Period", 1)
    return document.add_paragraph(paragraph)


def test_headings_and_tables(repo: Repo) -> None:
    def build(document: Any) -> None:
        _below_a_heading(document)
        document.add_heading("(c) Groups", 1)
        table = document.add_table(1, 2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Group", GROUPS
        document.add_heading("(d) Risks", 1)
        document.add_heading("(e) Oversight", 1)
        document.add_paragraph("TODO", style="List Bullet")

    repo.write("f.docx", files.word(build))
    fact = repo.fact(FRIA, "f.docx")
    states = [seen["state"] for seen in fact["elements"].values()]
    assert states == ["missing", "present", "present", "empty", "placeholder", "missing"]
    assert fact["elements"]["27(1)(b)"]["line"] == 2


def test_a_bookmark_is_an_anchor(repo: Repo) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph()
        bookmark = OxmlElement("w:bookmarkStart")
        bookmark.set(qn("w:id"), "1")
        bookmark.set(qn("w:name"), "element_27_1_b")
        paragraph._p.append(bookmark)
        paragraph.add_run(PERIOD)

    assert _state(repo, files.word(build)) == "present"


def test_an_own_style_inherits_its_level(repo: Repo) -> None:
    def build(document: Any) -> None:
        style = document.styles.add_style("Firmentitel", 1)
        style.base_style = document.styles["Heading 2"]
        document.add_heading(HEAD, 0)
        document.add_paragraph("(b) Period", style="Firmentitel")
        document.add_paragraph(PERIOD)

    assert _state(repo, files.word(build)) == "present"


def test_a_bold_line_is_no_heading(repo: Repo) -> None:
    def build(document: Any) -> None:
        document.add_paragraph().add_run("27(1)(b) Period").bold = True
        document.add_paragraph(PERIOD)

    assert _state(repo, files.word(build)) == "missing"


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r></w:p>",
        "<w:p><w:del><w:r><w:t>{}</w:t></w:r></w:del></w:p>",
        "<w:p><w:r><w:instrText>{}</w:instrText></w:r></w:p>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:pict><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:pict></w:r></w:p>",
    ],
)
def test_what_is_not_shown_does_not_count(repo: Repo, hidden: str) -> None:
    heading = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>27(1)(b) Period</w:t></w:r></w:p>'
    assert _state(repo, files.archive(text=files.body(heading + hidden.format(PERIOD)))) == "empty"
    shown = f"<w:p><w:r><w:t>{PERIOD}</w:t></w:r></w:p>"
    assert _state(repo, files.archive(text=files.body(heading + hidden.format(PERIOD) + shown))) == "present"


def _many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for index in range(3000):
            packed.writestr(f"p{index}", "")
    return out.getvalue()


HOSTILE = {
    "no archive": (b"PK, or not", "unreadable"),
    "old or encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unreadable"),
    "another archive": (files.archive(a="b"), "unreadable"),
    "truncated": (files.archive(text=files.body(""))[:-30], "unreadable"),
    "broken xml": (files.archive(text="<w:document>"), "unreadable"),
    "entities": (files.archive(text='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "unreadable"),
    "nothing in it": (files.archive(text=files.body("")), "empty"),
    "bomb": (files.archive(text=b" " * 60_000_000), "too-large"),
    "too deep": (files.archive(text="<a>" * 90 + "</a>" * 90), "unreadable"),
    "many parts": (_many_entries(), "too-large"),
    "zero bytes": (b"", "empty"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_give_a_state(repo: Repo, kind: str) -> None:
    data, state = HOSTILE[kind]
    repo.write("f.docx", data)
    fact = repo.fact(FRIA, "f.docx")
    assert fact["state"] == state
    assert state == "empty" or fact["note"].startswith("f.docx ")

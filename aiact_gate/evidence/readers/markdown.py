# SPDX-License-Identifier: Apache-2.0
"""Reads Markdown: headings, anchors, lettered points, and the text between them as it stands in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from aiact_gate.evidence import cards, tables
from aiact_gate.evidence.readers import unseen
from aiact_gate.evidence.readers.structured import load_yaml
from aiact_gate.evidence.sections import Document, ReadError, Section, nest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from aiact_gate.evidence.paths import Opened

_MAX_LINES = 20_000
_MAX_SECTIONS = 3_000
_PART_LEVEL = 90  # deeper than any heading
_TRAILING = re.compile(r"\s*\{\s*#([^\s{}]{1,100})[^{}]{0,200}\}\s*$")
_MARK = re.compile(
    r"<!--\s{0,9}element:\s{0,9}([^<>]{1,100}?)\s{0,9}-->"
    r"|<a\s{1,9}(?:id|name)=[\"']?([^\"'<>\s]{1,100})[\"']?\s{0,9}/?>(?:\s{0,9}</a>)?"
)
_LETTERED = re.compile(r"^\s{0,12}(?:[-*+]\s{1,4})?(?:\*\*|__)?\(([a-z]{1,2}|[ivx]{1,5})\)(?=[\s*_:.])")
_CELL = re.compile(r"(?<!\\)\|")
_TAG = re.compile(r"<!--.{0,400}?-->|</?[A-Za-z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int  # first line, counted from 0
    end: int  # first line after it
    section: Section | None = None  # a heading or a lettered point
    anchors: tuple[str, ...] = ()  # or an anchor on lines of its own


def read(opened: Opened) -> Document:
    """Return the sections of a Markdown file and its front matter."""
    lines = opened.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > _MAX_LINES:
        raise ReadError("too-large", f"{opened.file} has more than {_MAX_LINES} lines, the most that is read.")
    front, skipped = _front_matter(lines)
    body = [""] * skipped + unseen.shown(lines[skipped:])
    tokens = _parser().parse("\n".join(body))
    marks = _attach(_marks(tokens, body), body)
    if len(marks) > _MAX_SECTIONS:
        raise ReadError("too-large", f"{opened.file} has more than {_MAX_SECTIONS} sections, the most that is read.")
    root = _tree(marks, body)
    for section in [*cards.of_markdown(root, front), *_tables(tokens, body)]:
        section.text = ""  # it stands in the document already
        root.children.append(section)
    return Document(root, front)


def _tables(tokens: list[Token], body: list[str]) -> Iterator[Section]:
    for token in tokens:
        if token.type == "table_open" and token.level == 0 and token.map:
            start, end = token.map
            rows = [(line + 1, _cells(body[line])) for line in range(start, min(end, len(body)))]
            yield from tables.sections(rows[0][1], rows[2:])


def _cells(line: str) -> list[str]:
    return [_TAG.sub(" ", cell).strip(" *_`") for cell in _CELL.split(line.strip().strip("|"))]


@cache
def _parser() -> MarkdownIt:
    """Return the block parser; inline text is kept as it stands, and building one costs as much as a short document."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.disable(["inline", "text_join"])
    return parser


def _front_matter(lines: list[str]) -> tuple[dict[str, Any], int]:
    if not lines or lines[0].strip() != "---":
        return {}, 0
    for index in range(1, min(len(lines), 400)):
        if lines[index].strip() in {"---", "..."}:
            try:
                value = load_yaml("\n".join(lines[1:index])).value
            except ReadError:
                return {}, index + 1
            return (value if isinstance(value, dict) else {}), index + 1
    return {}, 0


def _marks(tokens: list[Token], body: list[str]) -> list[_Mark]:
    marks: list[_Mark] = []
    for index, token in enumerate(tokens):
        if token.map is None:
            continue
        start, end = token.map[0], token.map[1]
        if token.type == "heading_open" and token.level == 0:
            marks.append(_Mark(start, end, _heading(tokens[index + 1].content, int(token.tag[1]), start)))
        elif token.type == "html_block" and token.level == 0:
            marks.extend(_anchor_lines(body, start, end))
        elif token.type == "inline" and tokens[index - 1].type == "paragraph_open":
            marks.extend(_paragraph(body, start, end, token.level == 1))
    return marks


def _heading(content: str, level: int, line: int) -> Section:
    anchors = [next(filter(None, found.groups())) for found in _MARK.finditer(content)]
    title = _TAG.sub(" ", content)
    trailing = _TRAILING.search(title)
    if trailing:
        anchors.append(trailing.group(1))
        title = title[: trailing.start()]
    return Section(" ".join(title.strip(" #*_`").split()), level, line + 1, anchors=tuple(anchors))


def _anchor_lines(body: list[str], start: int, end: int) -> Iterator[_Mark]:
    for line in range(start, min(end, len(body))):
        anchors = tuple(next(filter(None, found.groups())) for found in _MARK.finditer(body[line]))
        if anchors:
            yield _Mark(line, line, anchors=anchors)


def _paragraph(body: list[str], start: int, end: int, plain: bool) -> Iterator[_Mark]:
    for line in range(start, min(end, len(body))):
        if plain and _MARK.match(body[line].strip()):
            yield from _anchor_lines(body, line, line + 1)
        found = _LETTERED.match(body[line])
        if found:
            section = Section("", _PART_LEVEL, line + 1, label=f"({found.group(1)})")
            yield _Mark(line, line, section)


def _attach(marks: list[_Mark], body: list[str]) -> list[_Mark]:
    """Give anchors that stand just above or below a heading to it; make the others sections of their own."""
    kept: list[_Mark] = []
    waiting: tuple[str, ...] = ()
    for index, mark in enumerate(marks):
        if mark.section is not None:
            mark.section.anchors += waiting
            waiting = ()
            kept.append(mark)
            continue
        below = kept[-1] if kept else None
        above = marks[index + 1] if index + 1 < len(marks) else None
        if not waiting and below and below.section and below.section.title and _blank(body, below.end, mark.line):
            below.section.anchors += mark.anchors
        elif above and (above.section is None or above.section.title) and _blank(body, mark.line + 1, above.line):
            waiting += mark.anchors
        else:
            section = Section("", _PART_LEVEL, mark.line + 1, anchors=waiting + mark.anchors)
            waiting = ()
            kept.append(_Mark(mark.line, mark.end, section))
    return kept


def _blank(body: list[str], start: int, end: int) -> bool:
    return all(not _TAG.sub("", line).strip() for line in body[start:end])


def _tree(marks: list[_Mark], body: list[str]) -> Section:
    sections: list[Section] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        if mark.section is None:
            continue
        until = following.line if following else len(body)
        text = "\n".join(body[mark.end : until])
        if mark.section.label:
            text = text.replace(mark.section.label, "", 1)
        mark.section.text = text
        sections.append(mark.section)
    root = nest(sections)
    root.text = "\n".join(body[: marks[0].line if marks else len(body)])
    return root

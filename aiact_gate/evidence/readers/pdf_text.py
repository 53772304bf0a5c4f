# SPDX-License-Identifier: Apache-2.0
"""The text of a PDF page by page, its outline and the Act's numbers at the start of a line as headings."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pypdf
from pypdf.errors import PdfReadError

from aiact_gate.evidence import numbering, vocabulary
from aiact_gate.evidence.readers.outline import Outline
from aiact_gate.evidence.sections import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.evidence.sections import Document

_OF_THE_FILE = frozenset({"Creator", "Producer", "CreationDate", "ModDate", "Title", "Subject", "Keywords", "Trapped"})
_MAX_PAGES = 2_000
_MAX_OUTLINE = 3_000
_MAX_HEADING = 120
_SHORT = 60
_BELOW = 10  # the level below which headings without an outline are put
_BULLET = re.compile(r"^[\u2022\u25cf\u25aa\u2013\uf0b7]\s{0,4}")
_LABELLED = re.compile(r"^[A-Z][\w ]{1,30}: \S.{0,60}$")  # a line of a title page, such as "Author: C. Otero"


def document(data: bytes) -> Document:
    """Return the sections of a PDF; the line of a section is its page."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError("unreadable", "has a password; keep a copy without one.")
    pages = len(reader.pages)
    if pages == 0:
        raise ReadError("empty", "has no pages.")
    if pages > _MAX_PAGES:
        raise ReadError("too-large", f"has more than {_MAX_PAGES} pages, the most that is read.")
    outline = Outline()
    outline.front_matter |= _properties(reader)
    named = _outline(reader)
    for number, page in enumerate(reader.pages, start=1):
        _page(outline, page.extract_text(), number, named.get(number, {}))
    made = outline.document()
    if not any(part.title or part.text.strip() for part in made.root.walk()):
        raise ReadError("unreadable", "holds no text; a scan has to be made readable first.")
    return made


def _properties(reader: pypdf.PdfReader) -> dict[str, str]:
    """Return what the document says about itself; the day it was last saved is no day of a review and is left out."""
    found: dict[str, str] = {}
    try:
        entries = dict(reader.metadata or {})
    except PdfReadError:
        return found
    for key, value in list(entries.items())[:100]:
        name = str(key).lstrip("/")
        if name not in _OF_THE_FILE and isinstance(value, str) and value.strip():
            found["property_author" if name == "Author" else name] = value.strip()[:400]
    return found


def _outline(reader: pypdf.PdfReader) -> dict[int, dict[str, int]]:
    """Return the titles of the outline by page, with their levels."""
    found: dict[int, dict[str, int]] = {}
    try:
        entries = list(_entries(reader.outline))
    except PdfReadError:
        return {}  # a broken outline loses the headings it names, not the text
    for level, entry in entries[:_MAX_OUTLINE]:
        page = reader.get_destination_page_number(entry)
        if page is not None and page >= 0 and isinstance(entry.title, str):
            found.setdefault(page + 1, {}).setdefault(vocabulary.plain(entry.title), level)
    return found


def _entries(entries: Any) -> Iterator[tuple[int, Any]]:
    waiting = [(1, iter(entries))]
    for _ in range(4 * _MAX_OUTLINE):
        if not waiting:
            return
        level, rest = waiting[-1]
        entry = next(rest, None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, list):
            waiting.append((level + 1, iter(entry)))
        else:
            yield level, entry


def _page(outline: Outline, text: str, number: int, named: dict[str, int]) -> None:
    lines = [line.strip() for line in text.split("\n")]
    paragraph: list[str] = []
    before = ""
    for index, line in enumerate(lines):
        following = next((one for one in lines[index + 1 : index + 4] if one), "")
        level = named.get(vocabulary.plain(line)) or _level(line, before, following)
        begins = any(pattern.match(line) for pattern in (_BULLET, _LABELLED)) or numbering.read_heading(line[:_SHORT])
        starts = not line or level or begins
        if starts and paragraph:
            outline.block(" ".join(paragraph), number)
            paragraph = []
        if level:
            outline.heading(line, level, number)
        elif line:
            paragraph.append(_BULLET.sub("- ", line))
        before = "" if level else line
    if paragraph:
        outline.block(" ".join(paragraph), number)


def _level(line: str, before: str, following: str) -> int | None:
    """Return a level for a line that begins with the Act's numbering and reads like a heading."""
    if not line or len(line) > _MAX_HEADING or line.endswith((".", ",", ";")):
        return None
    if len(before) > _SHORT and not before.endswith((".", ":", ";", "!", "?")):
        return None  # a sentence goes on in this line
    numbers = numbering.read_heading(line)
    if not numbers:
        return None
    number = numbers[0]
    if number.named:
        begins = re.match(r"(?i:annex|article|art\.|anhang|artikel|annexe|[IVX]{1,6}\.)", line)
        return _BELOW + len(number.key) if begins else None
    rest = number.rest.strip(" .:\u2013\u2014-")
    if not rest[:1].isupper() or line.startswith("("):
        return None
    listed = numbering.read_heading(following)
    is_list = len(number.key) == 1 and bool(listed) and not listed[0].named and len(listed[0].key) == 1
    return None if is_list else _BELOW + 1 + len(number.key)

# SPDX-License-Identifier: Apache-2.0
"""Follows WordprocessingML: which paragraphs are headings, and which text is there to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiact_gate.evidence import safe_xml

if TYPE_CHECKING:
    from aiact_gate.evidence.readers.outline import Outline

_W = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_HEADING = re.compile(r"heading\s?([1-9])", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_TINY = 4  # half-points
_CONTENTS = 0  # the level of an entry of the table of contents, which says nothing itself
# What is deleted, what an older program would show instead, and what a note or a drawing carries.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "drawing", "pict", "object", "instrText"})


def heading_styles(data: bytes) -> dict[str, int]:
    """Return the level of each paragraph style that makes a heading."""
    styles = [one for one in safe_xml.parse(data).children if one.local == "style"]
    levels: dict[str, int] = {}
    parents: dict[str, str] = {}
    for style in styles:
        name = _attribute(style.attributes, "styleId")
        for part in style.walk():
            value = _attribute(part.attributes, "val")
            if part.local == "name":
                level = _level_of(value)
                if level is not None:
                    levels[name] = level
            elif part.local == "basedOn":
                parents[name] = value
            elif part.local == "outlineLvl" and value.isdigit() and int(value) < 9:  # noqa: PLR2004 - 9 is body text
                levels.setdefault(name, int(value) + 2)
    for name in parents:
        levels.update(_inherited(name, parents, levels))
    return levels


def _inherited(name: str, parents: dict[str, str], levels: dict[str, int]) -> dict[str, int]:
    above = name
    for _ in range(10):
        if above in levels:
            return {name: levels[above]}
        above = parents.get(above, "")
    return {}


def _level_of(style_name: str) -> int | None:
    lowered = style_name.lower().strip()
    if lowered == "title":
        return 1
    if lowered.startswith("toc ") and lowered[4:].isdigit():
        return _CONTENTS
    found = _HEADING.fullmatch(lowered)
    return int(found.group(1)) + 1 if found else None


def _attribute(attributes: dict[str, str], local: str) -> str:
    return next((value for name, value in attributes.items() if name.rpartition(" ")[2] == local), "")


class Body:
    """Takes the elements of the text part and tells an outline what it finds."""

    def __init__(self, outline: Outline, styles: dict[str, int]) -> None:
        self._outline = outline
        self._styles = styles
        self._open: list[str] = []
        self._silent = 0  # how many open elements hide what is in them
        self._silencers: list[bool] = []
        self._paragraphs = 0
        self._tables: list[list[list[list[str]]]] = []  # rows of cells of paragraphs
        self._headers: list[int] = []
        self._text: list[str] = []
        self._level: int | None = None
        self._listed = False
        self._hidden_run = False
        self._white_run = False
        self._dark = False

    def start(self, name: str, attributes: dict[str, str], _line: int) -> None:
        """Enter an element."""
        space, _, local = name.rpartition(safe_xml.NAMESPACE_SEPARATOR)
        silences = local in _SKIPPED
        self._open.append(local if space in _W or local in _SKIPPED else "")
        self._silencers.append(silences)
        self._silent += silences
        if space in _W and not self._silent:
            self._enter(local, attributes)

    def _enter(self, local: str, attributes: dict[str, str]) -> None:
        value = _attribute(attributes, "val")
        if local == "p":
            self._begin_paragraph()
        elif local == "r":
            self._hidden_run = self._white_run = False
        elif local in {"tab", "br", "cr"}:
            self.characters(" ", spoken=True)
        elif local == "bookmarkStart":
            bookmark = _attribute(attributes, "name")
            self._outline.anchor([] if bookmark.startswith("_") else [bookmark])
        elif local == "tbl":
            self._tables.append([])
            self._headers.append(0)
        elif local == "tr" and self._tables:
            self._tables[-1].append([])
        elif local == "tc" and self._tables and self._tables[-1]:
            self._tables[-1][-1].append([])
        else:
            self._property(local, value)

    def _property(self, local: str, value: str) -> None:
        if local == "pStyle":
            self._level = self._styles.get(value, self._level)
        elif local == "outlineLvl" and value.isdigit() and int(value) < 9:  # noqa: PLR2004 - 9 is body text
            self._level = int(value) + 2
        elif local == "numPr":
            self._listed = True
        elif value in _OFF:
            return
        elif local in {"vanish", "webHidden", "strike", "dstrike"} or self._is_tiny(local, value):
            self._hidden_run = "rPr" in self._open[-2:-1] and "pPr" not in self._open
        elif local == "color" and "pPr" not in self._open:
            self._white_run = value.upper() == "FFFFFF" and not self._tables  # in tables it stands on dark cells
        elif local in {"shd", "highlight"}:
            self._dark, self._white_run = self._dark or "pPr" in self._open, False
        elif local == "showingPlcHdr":
            self._silence("sdt")
        elif local == "tblHeader" and self._headers:
            self._headers[-1] += 1

    @staticmethod
    def _is_tiny(local: str, value: str) -> bool:
        return local == "sz" and value.isdigit() and int(value) <= _TINY

    def end(self) -> None:
        """Leave an element."""
        local = self._open.pop()
        self._silent -= self._silencers.pop()
        if self._silent:
            return
        if local == "p":
            self._end_paragraph()
        elif local == "tbl" and self._tables:
            rows = [[" ".join(cell) for cell in row] for row in self._tables.pop()]
            header = self._headers.pop()
            cell = self._cell()
            if cell is None:
                self._outline.rows(rows, self._paragraphs, header=header)
            else:
                cell.extend(" ".join(row) for row in rows)

    def _cell(self) -> list[str] | None:
        table = self._tables[-1] if self._tables else None
        return table[-1][-1] if table and table[-1] else None

    def characters(self, text: str, *, spoken: bool = False) -> None:
        """Take text, if it is in a run that is shown."""
        unseen = self._silent or self._hidden_run or (self._white_run and not self._dark)
        if (spoken or (self._open and self._open[-1] == "t")) and not unseen:
            self._text.append(text)

    def _silence(self, ancestor: str) -> None:
        """Hide the rest of an element that turns out to hold only the hint of a form."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] == ancestor:
                self._silent += not self._silencers[index]
                self._silencers[index] = True
                return

    def _begin_paragraph(self) -> None:
        self._text = []
        self._level = None
        self._listed = False
        self._hidden_run = self._white_run = self._dark = False

    def _end_paragraph(self) -> None:
        self._paragraphs += 1
        text = "".join(self._text).strip()
        self._text = []
        if not text or self._level == _CONTENTS:
            return
        cell = self._cell()
        if cell is not None:
            cell.append(text)
        elif self._level:
            self._outline.heading(text, self._level, self._paragraphs)
        else:
            self._outline.block(f"- {text}" if self._listed else text, self._paragraphs)

# SPDX-License-Identifier: Apache-2.0
"""Reads HTML: headings, ids as anchors, and the text a person sees; what is hidden or struck out does not count."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from aiact_gate.evidence import visible
from aiact_gate.evidence.html_tags import pieces
from aiact_gate.evidence.readers import unseen
from aiact_gate.evidence.readers.outline import Outline
from aiact_gate.evidence.sections import ReadError

if TYPE_CHECKING:
    from aiact_gate.evidence.html_tags import Piece
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.sections import Document

_HEADING = re.compile(r"h[1-6]")
_NOT_CONTENT = frozenset({"nav", "del", "s", "strike"})
_SPACE = re.compile(r"\s+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,4}=\s{0,4}[\"']?(iso-8859-(?:[1-9]|1[0-6])|windows-125[0-8]|koi8-[ru])",
    re.IGNORECASE,
)


class _Reader(visible.Page):
    def __init__(self, outline: Outline, page: str) -> None:
        super().__init__(component=False)
        self.outline = outline
        self._page = page
        self._words: list[str] = []
        self._row: list[str] | None = None
        self._rows: list[list[str]] = []
        self._headers = 0
        self._only_headers = False
        self._bullet = ""
        self._heading = 0
        self._line = 1

    def conceals(self, piece: Piece) -> bool:
        """Say whether an element is out of sight; a folded `details` is one click away and counts."""
        if piece.name in _NOT_CONTENT or unseen.is_white(piece, self._page):
            return True
        return super().conceals(piece) and not self._is_folded(piece)

    @staticmethod
    def _is_folded(piece: Piece) -> bool:
        return piece.name == "details" and not visible.is_concealed(piece)

    def add(self, text: str, line: int) -> None:
        if self.hidden or not text:
            return
        if not self._words:
            self._line = line
        self._words.append(text)

    def open(self, piece: Piece, line: int) -> None:
        if piece.name in visible.BLOCK and not (self._heading and piece.name == "br"):
            self._flush()
        super().open(piece, line)
        if piece.name == "meta" and piece.attributes.get("name"):
            self.outline.front_matter.setdefault(piece.attributes["name"].lower(), piece.attributes.get("content", ""))
        if self.hidden:
            return
        self._named(piece)
        if _HEADING.fullmatch(piece.name):
            self._heading = int(piece.name[1])
        elif piece.name == "li":
            self._bullet = "- "
        elif piece.name == "table":
            self._end_table()
        elif piece.name == "tr":
            self._end_row()
            self._row, self._only_headers = [], True
        elif piece.name == "td":
            self._only_headers = False

    def close(self, piece: Piece, line: int) -> None:
        if piece.name in visible.BLOCK:
            self._flush()
        if piece.name == "tr":
            self._end_row()
        elif piece.name == "table":
            self._end_table()
        elif _HEADING.fullmatch(piece.name):
            self._heading = 0
        super().close(piece, line)

    def end(self) -> None:
        self._flush()
        self._end_table()

    def _named(self, piece: Piece) -> None:
        names = [piece.attributes.get("id", "")]
        if piece.name == "a":
            names.append(piece.attributes.get("name", ""))
        self.outline.anchor(name for name in names if name)

    def _end_row(self) -> None:
        if self._row:
            self._headers += self._only_headers and self._headers == len(self._rows)
            self._rows.append(self._row)
        self._row = None

    def _end_table(self) -> None:
        self._end_row()
        if self._rows:
            self.outline.rows(self._rows, self._line, header=self._headers)
        self._rows, self._headers = [], 0

    def _flush(self) -> None:
        text = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if not text:
            return
        if self._heading:
            self.outline.heading(text, self._heading, self._line)
            self._heading = 0  # one that is never closed ends with its first text
        elif self._row is not None:
            self._row.append(text)
        else:
            self.outline.block(f"{self._bullet}{text}", self._line)
        self._bullet = ""


def _text(opened: Opened) -> str:
    """Return the text of a page, in the encoding that it names if it is not UTF-8."""
    named = _CHARSET.search(opened.data[:2048])
    if named:
        try:
            opened.data.decode("utf-8")
        except UnicodeDecodeError:
            return opened.data.decode(named[1].decode("ascii"), errors="replace")
    return opened.text


def read(opened: Opened) -> Document:
    """Return the sections of a page."""
    page = _text(opened)
    newlines = [index for index, character in enumerate(page) if character == "\n"]
    outline = Outline()
    reader = _Reader(outline, page)
    try:
        for piece in pieces(page):
            line = bisect_right(newlines, piece.offset - 1) + 1
            if piece.kind == "open":
                reader.open(piece, line)
            elif piece.kind == "close":
                reader.close(piece, line)
            elif piece.kind == "text":
                for index, part in enumerate(piece.text.split("\n")):
                    reader.add(f"{part}\n", line + index)
        reader.end()
        return outline.document()
    except ReadError as error:
        raise ReadError(error.state, f"{opened.file} {error.note}") from error

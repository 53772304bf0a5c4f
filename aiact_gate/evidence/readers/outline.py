# SPDX-License-Identifier: Apache-2.0
"""Puts headings and blocks of text, as a reader meets them, into the sections of a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence.sections import Document, ReadError, Section, nest

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_SECTIONS = 3_000
MAX_TEXT = 4_000_000
_PART_LEVEL = 90  # deeper than any heading
_LETTERED = re.compile(r"^\s{0,12}(?:[-*+]\s{1,4})?\(([a-z]{1,2}|[ivx]{1,5})\)(?=[\s:.])")
_SPACE = re.compile(r"\s+")


class Outline:
    """Collects a document in reading order."""

    def __init__(self) -> None:
        self.front_matter: dict[str, Any] = {}
        self._flat: list[Section] = []
        self._texts: list[list[str]] = [[]]
        self._length = 0
        self._waiting: list[str] = []

    def anchor(self, names: Iterable[str]) -> None:
        """Keep names for the heading or block that comes next."""
        self._waiting.extend(name for name in names if name and len(name) < 200)  # noqa: PLR2004

    def heading(self, title: str, level: int, line: int) -> None:
        """Begin a section."""
        shown = _SPACE.sub(" ", title).strip()
        if shown:
            self._begin(Section(shown[:400], level, line, anchors=self._taken()))

    def block(self, text: str, line: int) -> None:
        """Add a paragraph, a list item or a row; a letter in brackets or an anchor makes a part of its own."""
        if not text.strip():
            return
        self._length += len(text)
        if self._length > MAX_TEXT:
            raise ReadError("too-large", f"holds more than {MAX_TEXT // 1000} kB of text, the most that is read.")
        anchors = self._taken()
        lettered = _LETTERED.match(text)
        if lettered and len(self._flat) < MAX_SECTIONS:
            label = f"({lettered.group(1)})"
            self._begin(Section("", _PART_LEVEL, line, anchors=anchors, label=label))
            text = text.replace(label, "", 1)
        elif any(sign.isdigit() for name in anchors for sign in name) and len(self._flat) < MAX_SECTIONS:
            self._begin(Section("", _PART_LEVEL, line, anchors=anchors))
        self._texts[-1].append(text)

    def rows(self, rows: list[list[str]], line: int, *, header: int) -> None:
        """Add a table; the rows of its header are told apart from what it says."""
        shown = [f"| {' | '.join(_SPACE.sub(' ', cell).strip() for cell in row)} |" for row in rows if any(row)]
        if header:  # a table of nothing but its header says nothing
            shown = [" ".join(shown[:header]), "| --- |", *shown[header:]] if header < len(shown) else []
        self.block("\n".join(shown), line)

    def document(self) -> Document:
        """Return what was collected."""
        if len(self._flat) > MAX_SECTIONS:
            raise ReadError("too-large", f"has more than {MAX_SECTIONS} sections, the most that is read.")
        for section, texts in zip(self._flat, self._texts[1:], strict=True):
            section.text = "\n\n".join(texts)
        root = nest(self._flat)
        root.text = "\n\n".join(self._texts[0])
        return Document(root, self.front_matter)

    def _begin(self, section: Section) -> None:
        self._flat.append(section)
        self._texts.append([])

    def _taken(self) -> tuple[str, ...]:
        taken = tuple(self._waiting)
        self._waiting.clear()
        return taken

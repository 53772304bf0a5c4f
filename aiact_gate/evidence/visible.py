# SPDX-License-Identifier: Apache-2.0
"""The text of a page that a person sees, and the part of it that comes before the first field to write in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiact_gate.evidence import stylesheets, vocabulary
from aiact_gate.evidence.html_tags import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiact_gate.evidence.paths import Opened, Repository

_HTML = vocabulary.load("html")
_BLOCKS = frozenset({"i18n", "docs"})
_VOID = frozenset(_HTML["void"])
BLOCK = frozenset(_HTML["block"])
_NEVER_SEEN = frozenset(_HTML["never-seen"])
_CLOSED_BY_BLOCK = frozenset(_HTML["closed-by-block"])
_HIDDEN_CLASSES = frozenset(_HTML["hidden-classes"])
_MAX_SHEETS = 20
_MEDIA = frozenset({"img", "video", "audio", "picture", "canvas", "iframe", "object", "embed", "svg"})
_FIELD_TYPES = frozenset({"", "text", "search", "email", "tel", "url", "number", "password"})


@dataclass(frozen=True, slots=True)
class VisibleText:
    """What is seen, with the line of each stretch, and where the first field for writing and the pictures stand."""

    text: str
    field_at: int | None
    starts: tuple[int, ...]
    lines: tuple[int, ...]
    media: tuple[int, ...] = ()

    def stretches(self) -> list[tuple[int, str]]:
        """Return each stretch of text with its place."""
        ends = (*self.starts[1:], len(self.text))
        return [(start, self.text[start:end]) for start, end in zip(self.starts, ends, strict=True)]

    def line(self, offset: int) -> int:
        """Return the line of the source from which a position of the text comes."""
        index = bisect_right(self.starts, offset) - 1
        return self.lines[index] if index >= 0 else 1


class Page:
    """Follows the tags of a page and knows at each text whether it is seen."""

    def __init__(self, *, component: bool, styles: frozenset[str] = frozenset()) -> None:
        self.text: list[str] = []
        self.length = 0
        self.field_at: int | None = None
        self.starts: list[int] = []
        self.lines: list[int] = []
        self.media: list[int] = []
        self._open: list[tuple[str, bool]] = []
        self.hidden = 0
        self._styles = styles
        # The root <template> of a Vue component is what is shown, its other blocks are not.
        self._never_seen = (_NEVER_SEEN - {"template"}) | _BLOCKS if component else _NEVER_SEEN

    def conceals(self, piece: Piece) -> bool:
        """Say whether an element and all in it is out of sight."""
        closed = piece.name in {"dialog", "details"} and "open" not in piece.attributes
        return closed or is_concealed(piece) or bool(self._styles and self._styles & stylesheets.selectors(piece))

    def add(self, text: str, line: int) -> None:
        """Add a text where it stands."""
        if not self.hidden and text:
            self.starts.append(self.length)
            self.lines.append(line)
            self.text.append(text)
            self.length += len(text)

    def open(self, piece: Piece, line: int) -> None:
        """Enter an element."""
        name = piece.name
        if name in BLOCK:
            self._close_implied(name)
            self.add("\n", line)
        if not self.hidden and self.field_at is None and _is_field(piece):
            self.field_at = self.length
        if not self.hidden and name in _MEDIA:
            self.media.append(self.length)
        if name in _VOID:
            return
        hidden = name in self._never_seen or self.conceals(piece)
        self._open.append((name, hidden))
        self.hidden += hidden

    def close(self, piece: Piece, line: int) -> None:
        """Leave an element, and those left open in it."""
        if any(name == piece.name for name, _ in self._open[-64:]):
            while self._pop() != piece.name:
                pass
        if piece.name in BLOCK:
            self.add("\n", line)

    def _pop(self) -> str:
        name, hidden = self._open.pop()
        self.hidden -= hidden
        return name

    def _close_implied(self, name: str) -> None:
        top = self._open[-1][0] if self._open else ""
        if (top == "p" and name not in {"br", "input", "button", "label", "select", "textarea"}) or (
            top == name and name in _CLOSED_BY_BLOCK
        ):
            self._pop()


def _is_field(piece: Piece) -> bool:
    if piece.name == "input":
        return piece.attributes.get("type", "").lower() in _FIELD_TYPES
    editable = piece.attributes.get("contenteditable", "false").lower()
    return (
        piece.name == "textarea"
        or editable in {"", "true", "plaintext-only"}
        or piece.attributes.get("role") == "textbox"
    )


def is_concealed(piece: Piece) -> bool:
    """Say whether the attributes of an element take it out of sight."""
    attributes = piece.attributes
    classes = set(attributes.get("class", "").lower().split())
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(classes & _HIDDEN_CLASSES)
        or "false" in {attributes.get("v-if"), attributes.get("v-show")}
        or bool(stylesheets.HIDING.search(attributes.get("style", "")))
    )


def linked(repository: Repository, opened: Opened) -> list[str]:
    """Return the style sheets of the repository that a page links to; they may hide what stands in it."""
    links = [piece.attributes for piece in pieces(opened.text) if piece.kind == "open" and piece.name == "link"]
    styles = [one.get("href", "") for one in links if "stylesheet" in one.get("rel", "").lower()]
    found = [repository.open(address, "page", opened.file) for address in styles[:_MAX_SHEETS] if address]
    return [one.text for one in found if one.readable]


def read(page: str, *, component: bool = False, linked: Iterable[str] = ()) -> VisibleText:
    """Return the visible text of a page; what scripts would write is not known and does not count."""
    own = [piece.text for piece in pieces(page) if piece.kind == "raw" and piece.name == "style"]
    seen = Page(component=component, styles=stylesheets.hiding("\n".join([*linked, *own])))
    newlines = [index for index, character in enumerate(page) if character == "\n"]
    for piece in pieces(page):
        line = bisect_right(newlines, piece.offset - 1) + 1
        if piece.kind == "open":
            seen.open(piece, line)
        elif piece.kind == "close":
            seen.close(piece, line)
        elif piece.kind == "text":
            for index, part in enumerate(piece.text.split("\n")):
                seen.add(f"{part} ", line + index)
    return VisibleText("".join(seen.text), seen.field_at, tuple(seen.starts), tuple(seen.lines), tuple(seen.media))

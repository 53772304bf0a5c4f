# SPDX-License-Identifier: Apache-2.0
"""Blanks what a reader of Markdown does not see: hidden elements, scripts, struck text and white letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiact_gate.evidence import visible
from aiact_gate.evidence.html_tags import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALWAYS = frozenset({"script", "style", "template", "noscript", "del", "s", "strike"})
_MAY_HIDE = re.compile(
    r"~~|<[A-Za-z][^<>]{0,400}(?:hidden|style|class|color)|</?(?:script|style|template|noscript|del|s|strike)\b"
)
_WHITE = re.compile(
    r"(?<![\w-])color\s{0,4}:\s{0,4}(?:white|transparent|#f{3}(?:f{3})?|rgba?\(\s?255\s?,\s?255\s?,\s?255)(?![\w])",
    re.IGNORECASE,
)
_WHITES = frozenset({"white", "#fff", "#ffffff", "transparent"})
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_TICKS = re.compile(r"`+")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,2000}~~")
_BLANK_LINE = re.compile(r"\n[ \t]{0,40}\n")
_SIGN = re.compile(r"[^\n]")


def shown(lines: list[str]) -> list[str]:
    """Return the lines with everything that is out of sight turned into spaces; code stays as it is."""
    text = "\n".join(lines)
    if not _MAY_HIDE.search(text):
        return lines
    shadow = _without_code(lines)
    spans = [*_hidden(shadow), *(found.span() for found in _STRUCK.finditer(shadow))]
    return _blanked(text, sorted(spans)).split("\n")


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    position = 0
    for start, end in spans:
        if end > position:
            kept += (text[position:start], _SIGN.sub(" ", text[max(start, position) : end]))
            position = end
    return "".join((*kept, text[position:]))


def is_white(piece: Piece, page: str) -> bool:
    """Say whether an element writes white on what nothing makes dark."""
    white = _WHITE.search(piece.attributes.get("style", "")) or piece.attributes.get("color", "").lower() in _WHITES
    return bool(white) and "background" not in page and "bgcolor" not in page


def _without_code(lines: list[str]) -> str:
    fence = ""
    kept: list[str] = []
    for line in lines:
        found = _FENCE.match(line)
        if found and not fence:
            fence = found.group(1)
        elif found and found.group(1).startswith(fence):
            fence = ""
        elif not fence:
            kept.append(_blanked(line, list(_code(line))))
            continue
        kept.append(" " * len(line))
    return "\n".join(kept)


def _code(line: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of code in a line: between two runs of ticks of the same length."""
    runs = [found.span() for found in _TICKS.finditer(line)]
    last = {end - start: number for number, (start, end) in enumerate(runs)}
    number = 0
    while number < len(runs):
        start, end = runs[number]
        length = end - start
        if last[length] == number:
            number += 1
            continue
        closing = next(n for n in range(number + 1, len(runs)) if runs[n][1] - runs[n][0] == length)
        yield start, runs[closing][1]
        number = closing + 1


def _hidden(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    name, start, depth = "", 0, 0
    for piece in pieces(text):
        if not name and piece.kind == "open" and _hides(piece, text):
            name, start, depth = piece.name, piece.offset, 1
        elif name and piece.name == name and piece.kind in {"open", "close"}:
            depth += 1 if piece.kind == "open" else -1
            if depth == 0:
                spans.append((start, text.find(">", piece.offset) + 1 or len(text)))
                name = ""
    if name:  # never closed: it hides its own paragraph at most
        end = _BLANK_LINE.search(text, start)
        spans.append((start, end.start() if end else len(text)))
    return spans


def _hides(piece: Piece, text: str) -> bool:
    return piece.name in _ALWAYS or visible.is_concealed(piece) or is_white(piece, text)

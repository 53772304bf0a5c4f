# SPDX-License-Identifier: Apache-2.0
"""Splits HTML into tags and text in linear time; the standard parser can be made to take quadratic time."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_BROKEN = 5  # each costs a look at the whole rest of the page; a page with more is not read further
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,60})")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]{1,100})(?:\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>`]{1,4000})))?")
_END = re.compile(r"[\"'>]")
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes"})
Kind = Literal["open", "close", "text", "raw"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag with its attributes, or text; `raw` is the text of a script, style or other element without tags."""

    kind: Kind
    name: str
    text: str
    offset: int
    attributes: dict[str, str]


def pieces(page: str) -> Iterator[Piece]:
    """Yield the tags and texts of a page in order; comments and declarations are left out."""
    position = broken = 0
    while position < len(page) and broken < _MAX_BROKEN:
        start = page.find("<", position)
        if start < 0:
            start = len(page)
        if start > position:
            yield Piece("text", "", html.unescape(page[position:start]), position, {})
        if start == len(page):
            return
        position = start
        skipped = _skip(page, start)
        if skipped:
            position = skipped
            continue
        name = _NAME.match(page, start)
        end = _tag_end(page, name.end()) if name else 0
        if not name or not end:
            yield Piece("text", "", "<", start, {})
            position = start + 1
            broken += name is not None
            continue
        tag = name.group(1).lower()
        closing = page[start + 1] == "/"
        attributes = {} if closing else _attributes(page[name.end() : end - 1])
        yield Piece("close" if closing else "open", tag, "", start, attributes)
        position = end
        if tag in _RAW and not closing and page[end - 2] != "/":
            position = _raw_end(page, tag, end)
            yield Piece("raw", tag, page[end:position], end, attributes)


def _skip(page: str, start: int) -> int:
    """Return where a comment or declaration ends, or 0 if there is none; an open one runs to the end."""
    if page.startswith("<!--", start):
        end = page.find("-->", start + 4)
        return len(page) if end < 0 else end + 3
    if page.startswith(("<!", "<?"), start):
        end = page.find(">", start)
        return len(page) if end < 0 else end + 1
    return 0


def _tag_end(page: str, position: int) -> int:
    """Return the position after a tag's `>`, quotes respected, or 0 if there is none."""
    while found := _END.search(page, position):
        if found.group() == ">":
            return found.end()
        closing = page.find(found.group(), found.end())
        if closing < 0:
            return 0
        position = closing + 1
    return 0


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match.group(1).lower(), html.unescape(value))
    return found


def _raw_end(page: str, tag: str, position: int) -> int:
    found = re.compile(rf"</{tag}(?![A-Za-z0-9:-])", re.IGNORECASE).search(page, position)
    return found.start() if found else len(page)

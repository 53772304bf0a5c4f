# SPDX-License-Identifier: Apache-2.0
"""The classes and ids that a style sheet takes out of sight; rules for print or for some screens only do not count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiact_gate.evidence.html_tags import Piece

HIDING = re.compile(
    r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)|opacity\s{0,4}:\s{0,4}0(?:\.0{1,4})?(?![.\d])"
    r"|font-size\s{0,4}:\s{0,4}0(?![.\d])|(?:left|top|text-indent)\s{0,4}:\s{0,4}-\d{3,6}|clip\s{0,4}:\s{0,4}rect\(0",
    re.IGNORECASE,
)
_SHOWING = re.compile(r"display\s{0,4}:|visibility\s{0,4}:\s{0,4}visible", re.IGNORECASE)
_SIMPLE = re.compile(r"(?:[A-Za-z][A-Za-z0-9]{0,20})?[.#][A-Za-z_-][\w-]{0,80}\Z")
_MAX_RULES = 5_000


def hiding(sheet: str) -> frozenset[str]:
    """Return the selectors that hide what they name, as long as no later rule shows it again."""
    hidden: set[str] = set()
    position = 0
    sheet = _without_comments(sheet)
    for _ in range(_MAX_RULES):
        opening = sheet.find("{", position)
        if opening < 0:
            break
        head = sheet[position:opening].rpartition(";")[2].strip()
        position = _end(sheet, opening)
        if head.startswith("@"):
            continue
        body = sheet[opening + 1 : position]
        named = {one.strip() for one in head.split(",") if _SIMPLE.match(one.strip())}
        if HIDING.search(body):
            hidden |= named
        elif _SHOWING.search(body):
            hidden -= named
    return frozenset(hidden)


def selectors(piece: Piece) -> frozenset[str]:
    """Return the simple selectors that name an element."""
    names = [f".{one}" for one in piece.attributes.get("class", "").split()]
    names += [f"#{piece.attributes['id']}"] if "id" in piece.attributes else []
    return frozenset(names) | {f"{piece.name}{one}" for one in names}


def _without_comments(sheet: str) -> str:
    """Return a sheet without comments; one that is left open runs to the end."""
    kept = []
    for index, part in enumerate(sheet.split("/*")):
        kept.append(part if index == 0 else part.partition("*/")[2])
    return "".join(kept)


def _end(sheet: str, opening: int) -> int:
    """Return the position after the brace that closes a block."""
    depth, position = 0, opening
    while position < len(sheet):
        closing = sheet.find("}", position)
        if closing < 0:
            return len(sheet)
        depth += sheet.count("{", position, closing) - 1
        position = closing + 1
        if depth <= 0:
            return position
    return len(sheet)

# SPDX-License-Identifier: Apache-2.0
"""The Act's own numbering, as references of elements have it and as people write it in headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

Key = tuple[str, ...]

_REF = re.compile(r"(?:(?P<annex>[IVX]{1,6})\.|(?P<article>\d{1,3}[a-z]?))(?P<rest>[^-]*)(?P<suffix>-.*)?$")
_PIECES = re.compile(r"[A-Za-z]{1,5}(?![A-Za-z])|\d{1,4}[a-z]?(?![A-Za-z0-9])|\d{1,4}")
_STEP = r"(?:[ .]{0,2}\(\s?(?:\d{1,2}[a-z]?|[a-z]{1,2}|[ivx]{1,5})\s?\)|\.(?:\d{1,2}|[a-z])(?![A-Za-z0-9]))"
_NAMED = re.compile(
    r"\b(?:(?i:annex|anhang|annexe|anexo|allegato)\s+(?P<annex>[IVX]{1,6})\b(?:[,.]?\s{0,2}(?i:section|abschnitt)\s+(?P<section>[A-Z0-9])\b)?"
    r"(?:[,.]?\s{0,2}(?i:points?|no\.|nr\.|nummer|§)?\s{0,2}(?P<point>\d{1,2}(?:" + _STEP + r"){0,4})(?![\w-]))?"
    r"|(?i:art\.|article|articles|artikel|artículo|articolo)\s{0,2}(?P<article>\d{1,3}[a-z]?(?:"
    + _STEP
    + r"){0,4})(?![\w-]))"
)
_WHOLE = re.compile(
    r"^(?:(?P<annex>[IVX]{1,6})\.(?:(?P<section>[A-Z])\.)?)?(?P<rest>\d{1,3}[a-z]?(?:"
    + _STEP
    + r"){0,4})[.:)]?(?=\s|$)"
)
_LETTER = re.compile(r"^\(?(?P<letter>[a-z]{1,2}|[ivx]{1,5})\)[.:]?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number a heading carries: a key, whether it names its annex or article, and the words after it."""

    key: Key
    named: bool
    rest: str


def key_of(ref: str) -> tuple[Key, str]:
    """Return the key of an element's reference and its suffix: `9(2)-cycle` is ("9", "2") and `cycle`."""
    found = _REF.match(ref)
    if not found or "/" in found["rest"]:
        return (), ref
    container = found["annex"] or found["article"]
    return (container.lower(), *_pieces(found["rest"])), (found["suffix"] or "")[1:]


def read_heading(title: str) -> list[Numbering]:
    """Return the numbers in a heading, the ones with a named annex or article first."""
    found = [Numbering(_named_key(match), True, "") for match in _NAMED.finditer(title)]
    start = title.lstrip(" §*_")
    whole = _WHOLE.match(start)
    letter = _LETTER.match(start)
    if whole:
        annex = (whole["annex"].lower(),) if whole["annex"] else ()
        section = (whole["section"].lower(),) if whole["section"] else ()
        found.append(Numbering((*annex, *section, *_pieces(whole["rest"])), bool(annex), start[whole.end() :]))
    elif letter:
        found.append(Numbering((letter["letter"],), False, start[letter.end() :]))
    return found


def without_number(title: str) -> str:
    """Return the words of a heading without the number in front."""
    numbers = [numbering for numbering in read_heading(title) if numbering.rest]
    return numbers[-1].rest.strip(" .:\u2013\u2014-") if numbers else title


def _named_key(match: re.Match[str]) -> Key:
    if match["article"]:
        return tuple(_pieces(match["article"]))
    section = (match["section"].lower(),) if match["section"] else ()
    return (match["annex"].lower(), *section, *_pieces(match["point"] or ""))


def _pieces(text: str) -> list[str]:
    return [piece.lower() for piece in _PIECES.findall(text)]

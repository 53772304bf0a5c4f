# SPDX-License-Identifier: Apache-2.0
"""Reads who wrote a document, when, and for which version of the system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence.dates import day

if TYPE_CHECKING:
    from aiact_gate.evidence.sections import Document

_MONTHS = (
    "january|januar", "february|februar", "march|märz", "april", "may|mai", "june|juni", "july|juli", "august",
    "september", "october|oktober", "november", "december|dezember",
)  # fmt: skip
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_HEAD = 4000  # such lines stand at the top; a date deep in the text is about something else
_WRITTEN = rf"\d{{1,2}}\.? {{1,2}}{_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}"
_DATE = rf"(\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|{_WRITTEN})"
_TO = r"[ \t*]{0,5}[:|]?[ \t*]{1,5}"  # between a label and its value, also in a table
_NAME = r"([A-Z][^\W\d_]{0,30}\.?(?:[ -][A-Z][^\W\d_]{0,30}\.?){0,4})"
_VERSION = r"v?(\d{1,6}(?:\.\d{1,6}){0,4}(?:[-+][0-9A-Za-z.-]{1,40})?)"
_UPDATED = re.compile(
    rf"\b(?:last\s+)?(?:updated|reviewed|revised|changed|modified|done|dated|date|as\s+of|stand|datum|aktualisiert|geprüft|"
    rf"mis\s+à\s+jour|actualizado|aggiornato)\b{_TO}(?:on\s+|am\s+|le\s+|el\s+)?{_DATE}",
    re.IGNORECASE,
)
_REVIEW_BY = re.compile(
    rf"\b(?:review\s+by|next\s+review|review\s+due|review\s+date|valid\s+until|nächste\s+prüfung|gültig\s+bis)\b{_TO}(?:on\s+|by\s+|am\s+)?{_DATE}",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:(?i:reviewed|updated|revised|done|written|prepared)\b[^.\n]{{0,30}}\b(?i:by)|(?i:authors?|verfasser(?:in)?|autor(?:in)?))"
    rf"{_TO}{_NAME}"
)
_APPROVED = re.compile(
    rf"\b(?:(?i:approved|signed\s+off|freigegeben)\b[^.\n]{{0,30}}\b(?i:by|von)|(?i:approver)){_TO}{_NAME}"
)
_OF_SYSTEM = re.compile(
    rf"\bversion\s+{_VERSION}\s+(?:of|des|du|del|of\s+the)\s+(?:the\s+)?(?:system|systems|système|sistema)\b",
    re.IGNORECASE,
)
_SYSTEM_VERSION = re.compile(
    rf"\b(?:system\s+version|version\s+of\s+the\s+system|systemversion){_TO}{_VERSION}", re.IGNORECASE
)
_DOCUMENT_VERSION = re.compile(
    rf"\b(?:document\s+version|version\s+of\s+this\s+document|dokumentversion){_TO}{_VERSION}"
    rf"|^[\s*|#-]{{0,8}}version{_TO}{_VERSION}[\s*|]{{0,8}}$",
    re.IGNORECASE | re.MULTILINE,
)
_KEYS = {
    "date": ("date", "updated", "last_updated", "reviewed", "last_reviewed"),
    "review_by": ("review_by", "next_review", "review_date", "review_due", "valid_until"),
    "system_version": ("system_version", "systemversion"),
    "author": ("author", "authors", "owner"),
    "approver": ("approved_by", "approver"),
    "version": ("version", "document_version"),
}


def values(document: Document) -> dict[str, Any]:
    """Return the values that a document states about itself; what it does not state is absent as null."""
    stated = {name: _first(document.front_matter, keys) for name, keys in _KEYS.items()}
    head = "\n".join(f"{part.title}\n{part.text}" for part in document.root.walk()[:6])[:_HEAD]
    found = {
        "date": _last(_UPDATED, head),
        "review_by": _last(_REVIEW_BY, head),
        "system_version": _last(_OF_SYSTEM, head) or _last(_SYSTEM_VERSION, head),
        "author": _last(_BY, head),
        "approver": _last(_APPROVED, head),
        "version": _last(_DOCUMENT_VERSION, head),
    }
    # Word and PDF keep an author of their own, often a mere account, so the text goes first.
    kept = {name: _first(document.front_matter, (f"property_{name}",)) for name in _KEYS}
    merged: dict[str, Any] = {name: stated[name] or found[name] or kept[name] for name in _KEYS}
    for name in ("date", "review_by"):
        merged[name] = written_day(merged[name])
    return merged


def written_day(text: str | None) -> int | None:
    """Return the day that a date means as people write it; one that can be read in two ways, as 3/4/2027, is none."""
    if text is None or (found := day(text)) is not None:
        return None if text is None else found
    numbers = [int(number) for number in re.findall(r"\d{1,4}", text)]
    lowered = text.lower()
    month = next((number for number, names in enumerate(_MONTHS, 1) if re.search(names, lowered)), 0)
    if month and len(numbers) == 2:  # noqa: PLR2004 - a day and a year
        numbers.insert(1, month)
    elif not re.fullmatch(r"\s*\d{1,2}\.\d{1,2}\.\d{4}\s*", text):
        return None
    return day(f"{numbers[2]:04}-{numbers[1]:02}-{numbers[0]:02}") if len(numbers) == 3 else None  # noqa: PLR2004


def _first(front: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    lowered = {str(key).lower().replace("-", "_").replace(" ", "_"): value for key, value in front.items()}
    for key in keys:
        value = lowered.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()[:200]
    return None


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    if not found:
        return None
    said = next(group for group in found.groups() if group)
    return said.rstrip(".") if pattern in {_OF_SYSTEM, _SYSTEM_VERSION} else said

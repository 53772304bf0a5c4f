# SPDX-License-Identifier: Apache-2.0
"""Reads who wrote a document, when, and for which version of the system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence.dates import day

if TYPE_CHECKING:
    from aiact_gate.evidence.sections import Document

_HEAD = 4000  # such lines stand at the top; a date deep in the text is about something else
_DATE = r"(\d{4}-\d{2}-\d{2})"
_NAME = r"([A-Z][^\W\d_]{0,30}\.?(?:[ -][A-Z][^\W\d_]{0,30}\.?){0,4})"
_VERSION = r"v?(\d{1,6}(?:\.\d{1,6}){0,4}(?:[-+][0-9A-Za-z.-]{1,40})?)"
_UPDATED = re.compile(
    rf"\b(?:last\s+)?(?:updated|reviewed|revised|changed|modified|done|dated|date|as\s+of|stand|aktualisiert|geprüft|"
    rf"mis\s+à\s+jour|actualizado|aggiornato)\b:?\s+(?:on\s+|am\s+|le\s+|el\s+)?{_DATE}",
    re.IGNORECASE,
)
_REVIEW_BY = re.compile(
    rf"\b(?:review\s+by|next\s+review|review\s+due|valid\s+until|nächste\s+prüfung)\b:?\s+(?:on\s+|by\s+)?{_DATE}",
    re.IGNORECASE,
)
_BY = re.compile(rf"\b(?i:reviewed|updated|revised|done|written|prepared)\b[^.\n]{{0,30}}\b(?i:by)\s+{_NAME}")
_APPROVED = re.compile(rf"\b(?i:approved|signed\s+off|freigegeben)\b[^.\n]{{0,30}}\b(?i:by|von)\s+{_NAME}")
_OF_SYSTEM = re.compile(
    rf"\bversion\s+{_VERSION}\s+(?:of|des|du|del|of\s+the)\s+(?:the\s+)?(?:system|systems|système|sistema)\b",
    re.IGNORECASE,
)
_SYSTEM_VERSION = re.compile(rf"\bsystem\s+version:?\s+{_VERSION}", re.IGNORECASE)
_DOCUMENT_VERSION = re.compile(
    rf"\b(?:document\s+version|version\s+of\s+this\s+document):?\s+{_VERSION}", re.IGNORECASE
)
_KEYS = {
    "date": ("date", "updated", "last_updated", "reviewed", "last_reviewed"),
    "review_by": ("review_by", "next_review"),
    "system_version": ("system_version",),
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
    merged: dict[str, Any] = {name: stated[name] or found[name] for name in _KEYS}
    for name in ("date", "review_by"):
        merged[name] = day(merged[name])
    return merged


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
    return (
        found.group(1).rstrip(".") if found and pattern in {_OF_SYSTEM, _SYSTEM_VERSION} else found and found.group(1)
    )

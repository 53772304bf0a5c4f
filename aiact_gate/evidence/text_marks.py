# SPDX-License-Identifier: Apache-2.0
"""Finds the machine-readable mark in generated text: in metadata, never in words that a reader sees."""

from __future__ import annotations

import json
from typing import Any

from aiact_gate.evidence import source_type
from aiact_gate.evidence.html_tags import pieces

_META_NAMES = frozenset({"ai-generated", "ai_generated", "aigenerated", "ai-disclosure", "ai-content-declaration"})
_SOURCE_NAMES = frozenset(
    {"digitalsourcetype", "iptc:digitalsourcetype", "iptc4xmpext:digitalsourcetype", "dcterms:source"}
)
_YES = frozenset({"true", "yes", "1", "fully", "partially", "ai-generated", "ai-modified", "ai-assisted", "autonomous"})
_ATTRIBUTES = ("data-ai-generated", "ai-disclosure", "data-ai-disclosure")
_SCHEMA_ORG = ("https://schema.org/", "http://schema.org/")
_SUFFIX = "DigitalSource"
_MAX_NODES = 20_000


def in_html(page: str) -> tuple[bool, str | None]:
    """Return whether a page carries a mark, and the source type it states."""
    marked = False
    stated: list[str | None] = []
    in_script: str | None = None
    for piece in pieces(page):
        attributes = piece.attributes
        if piece.kind == "open":
            marked = marked or any(attributes.get(name, "").strip().lower() in _YES for name in _ATTRIBUTES)
            name = (
                (attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or "")
                .strip()
                .lower()
            )
            value = attributes.get("content") or attributes.get("href") or ""
            if piece.name == "meta":
                marked = marked or (name in _META_NAMES and value.strip().lower() in _YES)
            if piece.name in {"meta", "link"} and name in _SOURCE_NAMES:
                stated.append(_term(value))
            in_script = attributes.get("type", "").lower() if piece.name == "script" else None
        elif piece.kind == "raw" and piece.name == "script" and in_script == "application/ld+json":
            stated.append(in_json(piece.text)[1])
    best = source_type.strongest(stated)
    return marked or source_type.is_artificial(best), best


def in_json(text: str) -> tuple[bool, str | None]:
    """Return whether JSON (JSON-LD, or a container of generated text) carries a mark, and the source type."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return False, None
    stated: list[str | None] = []
    marked = False
    for _ in range(_MAX_NODES):
        if not waiting:
            break
        node = waiting.pop()
        if isinstance(node, dict):
            for key, value in node.items():
                name = str(key).lower().rpartition("/")[2]
                if name in _SOURCE_NAMES:
                    stated.append(_term(value.get("@id") if isinstance(value, dict) else value))
                marked = marked or (name in _META_NAMES and (value is True or str(value).lower() in _YES))
                waiting.append(value)
        elif isinstance(node, list):
            waiting.extend(node)
    best = source_type.strongest(stated)
    return marked or source_type.is_artificial(best), best


def in_front_matter(front: dict[str, Any]) -> tuple[bool, str | None]:
    """Return whether the front matter of a text carries a mark, and the source type."""
    return in_json(json.dumps(front, default=str))


def _term(value: Any) -> str | None:
    found = source_type.term(value)
    if found or not isinstance(value, str):
        return found
    for prefix in _SCHEMA_ORG:
        if value.startswith(prefix) and value.endswith(_SUFFIX):
            name = value.removeprefix(prefix).removesuffix(_SUFFIX)
            return source_type.term(f"http://cv.iptc.org/newscodes/digitalsourcetype/{name[:1].lower()}{name[1:]}")
    return None

# SPDX-License-Identifier: Apache-2.0
"""The IPTC vocabulary of digital source types, and which of its terms say that content is artificial."""

from __future__ import annotations

from aiact_gate.evidence import vocabulary


def term(uri: object) -> str | None:
    """Return the term of a whole URI of the vocabulary, or nothing for any other text."""
    if not isinstance(uri, str):
        return None
    known = vocabulary.load("source-types")
    _, joint, rest = uri.strip().partition("://")
    if not joint or not uri.strip().startswith(("http://", "https://")) or not rest.startswith(known["vocabulary"]):
        return None
    name = rest.removeprefix(known["vocabulary"])
    return name if name in known["terms"] else None


def is_artificial(name: str | None) -> bool:
    """Say whether a term marks content as generated or manipulated."""
    return name in vocabulary.load("source-types")["artificial"]


def strongest(names: list[str | None]) -> str | None:
    """Return the term that says most: an artificial one before any other."""
    found = [name for name in names if name]
    return next((name for name in found if is_artificial(name)), found[0] if found else None)

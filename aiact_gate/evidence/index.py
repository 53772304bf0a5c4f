# SPDX-License-Identifier: Apache-2.0
"""Which elements a document must hold, read from the law as data."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiact_gate.errors import PolicyError
from aiact_gate.resources import policies_dir

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ElementSpec:
    """One required element: its reference, what is asked, the headings it may stand under, if one value answers it."""

    ref: str
    text: str
    titles: tuple[str, ...] = ()
    datum: bool = False


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """What one evidence id asks of a document."""

    anchor: str = ""
    elements: tuple[ElementSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementIndex:
    """The required elements by evidence id."""

    documents: Mapping[str, DocumentSpec] = field(default_factory=dict)

    def of(self, evidence_id: str) -> DocumentSpec:
        """Return what the id asks for; an id that asks for no element has an empty answer."""
        return self.documents.get(evidence_id, DocumentSpec())


def load(policies: Path | None = None) -> ElementIndex:
    """Read the index from the bundled data of the law."""
    data = (policies or policies_dir()) / "data"
    try:
        obligations = json.loads((data / "obligations.json").read_text(encoding="utf-8"))["obligations"]
        documents = json.loads((data / "documents.json").read_text(encoding="utf-8"))["documents"]
    except (OSError, ValueError, KeyError) as error:
        raise PolicyError(f"The data of the law cannot be read: {error}.", "Install the package again.") from error
    return build(obligations, documents)


def build(obligations: Mapping[str, Any], documents: Mapping[str, Any]) -> ElementIndex:
    """Join the obligations of each document with the titles its elements may have."""
    return ElementIndex({name: _spec(obligations, shape) for name, shape in documents.items()})


def _spec(obligations: Mapping[str, Any], shape: Mapping[str, Any]) -> DocumentSpec:
    titles = shape.get("titles", {})
    found: dict[str, ElementSpec] = {}
    for obligation in shape.get("obligations", ()):
        entry = obligations.get(obligation) or obligations.get(f"AIA-{obligation}") or {}
        for element in entry.get("elements", ()):
            ref = element["ref"]
            known = tuple(titles.get(ref, ()))
            found.setdefault(ref, ElementSpec(ref, element["text"], known, ref in shape.get("data", ())))
    return DocumentSpec(shape.get("anchor", ""), tuple(found.values()))

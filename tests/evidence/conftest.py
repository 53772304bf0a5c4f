# SPDX-License-Identifier: Apache-2.0
"""A small repository to write evidence into, and a manifest that names it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from aiact_gate.evidence import index
from aiact_gate.evidence.collect import collect

if TYPE_CHECKING:
    from aiact_gate.evidence.states import Collected, Fact

SAMPLES = Path(__file__).parent / "samples"
OBLIGATIONS = {
    "X-FRIA": {"elements": [{"ref": f"27(1)({letter})", "text": f"what {letter} asks"} for letter in "abcdef"]},
    "X-ONE": {"elements": [{"ref": "26(11)", "text": "affected persons are informed"}]},
    "X-OVERSIGHT": {
        "elements": [{"ref": "14(4)(e)", "text": "a stop function"}, {"ref": "14(5)-two", "text": "two persons"}]
    },
    "X-RISK": {"elements": [{"ref": ref, "text": ref} for ref in ("9(1)", "9(2)-cycle", "9(2)(a)", "9(2)(b)")]},
    "X-INFO": {"elements": [{"ref": "16(b)-name", "text": "the name of the provider"}]},
    "X-LIST": {"elements": [{"ref": "13(3)(b)(i)", "text": "purpose"}, {"ref": "13(3)(b)(ii)", "text": "accuracy"}]},
}
_ANNEX_IV = [f"IV.{point}({letter})" for point in "12" for letter in "abcdefgh"] + [
    f"IV.{point}" for point in "3456789"
]
OBLIGATIONS["X-ANNEX"] = {"elements": [{"ref": ref, "text": f"what {ref} asks about monitoring"} for ref in _ANNEX_IV]}
DOCUMENTS: dict[str, Any] = {
    "fundamental-rights-impact-assessment": {"obligations": ["X-FRIA"], "anchor": "Art. 27(1)"},
    "technical-documentation": {
        "obligations": ["X-ANNEX"],
        "anchor": "Annex IV",
        "titles": {"IV.1(a)": ["Intended purpose"], "IV.1(b)": ["Interfaces"], "IV.1(c)": ["Interfaces"]},
    },
    "affected-persons-information": {"obligations": ["X-ONE"], "anchor": "Art. 26(11)"},
    "human-oversight": {"obligations": ["X-OVERSIGHT"], "anchor": "Art. 14"},
    "risk-management": {"obligations": ["X-RISK"], "anchor": "Art. 9"},
    "product-information": {"obligations": ["X-INFO"], "anchor": "Art. 16", "data": ["16(b)-name"]},
    "instructions-for-use": {"obligations": ["X-LIST"], "anchor": "Art. 13"},
}


@dataclass(frozen=True, slots=True)
class Position:
    line: int = 7
    column: int = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    path: Path
    data: dict[str, Any]

    def locate(self, pointer: str) -> Position:
        return Position() if pointer else Position(1)


@dataclass(slots=True)
class Repo:
    """Writes files and collects what a manifest says about them."""

    root: Path
    elements: index.ElementIndex = field(default_factory=lambda: index.build(OBLIGATIONS, DOCUMENTS))

    def write(self, path: str, content: str | bytes) -> str:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def manifest(self, data: dict[str, Any]) -> Manifest:
        return Manifest(self.root / "ai-system.yaml", data)

    def collect(self, **evidence: Any) -> Collected:
        named = {name.replace("_", "-"): value for name, value in evidence.items()}
        return collect(self.manifest({"evidence": named}), self.root, self.elements)

    def fact(self, name: str, declared: Any) -> Fact:
        return self.collect(**{name: declared}).facts[name]

    def states(self, name: str, declared: Any) -> dict[str, str]:
        return {ref: seen["state"] for ref, seen in self.fact(name, declared)["elements"].items()}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    root = tmp_path / "repository"
    root.mkdir()
    return Repo(root)


@pytest.fixture
def sample() -> Any:
    return lambda name: (SAMPLES / name).read_text(encoding="utf-8")

# SPDX-License-Identifier: Apache-2.0
"""From a manifest on disk to the input of the policies: load, validate, collect."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiact_gate.evidence.claims import proofs as proofs_of
from aiact_gate.evidence.collect import collect
from aiact_gate.evidence.index import ElementIndex
from aiact_gate.evidence.provenance import Reader
from aiact_gate.evidence.states import EvidenceFile
from aiact_gate.history.facts import History
from aiact_gate.manifest.answers import Answers, answers
from aiact_gate.manifest.consistency import contradictions
from aiact_gate.manifest.document import Manifest, ManifestError, Problem, load
from aiact_gate.manifest.questions import question_for
from aiact_gate.manifest.validate import validate
from aiact_gate.model import Element, Location
from aiact_gate.policy.metadata import RuleMeta
from aiact_gate.reasons import hollow
from aiact_gate.signals.collect import Signals


@dataclass(frozen=True, slots=True)
class Rejected:
    """A manifest that could not be read or does not keep to its schema."""

    rel: str
    problems: list[Problem]
    manifest: Manifest | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A system ready to be judged."""

    manifest: Manifest
    answers: Answers
    files: tuple[EvidenceFile, ...]
    problems: list[Problem]
    policy_input: Mapping[str, Any]

    @property
    def size(self) -> str | None:
        """Return the size of the operator as fines know it: sme, smc, large, or None if it is not known."""
        said = {name: self.answers.values.get(name) for name in ("sme", "smc")}
        if True in said.values():
            return next(name for name, value in said.items() if value is True)
        return "large" if set(said.values()) == {False} else None

    def of(self, rule: RuleMeta) -> Location:
        """Return the line of the manifest that declares the rule's evidence, or where it would stand."""
        pointers = ["/" + path.replace(".", "/") for path in rule.evidence]
        for pointer in [*pointers, *(pointer.rsplit("/", 1)[0] for pointer in pointers), ""]:
            position = self.manifest.find(pointer)
            if position is not None:
                return Location(file=self.manifest.rel, line=position.line, column=position.column)
        return Location(file=self.manifest.rel, line=1, column=1)

    def question(self, fact: str) -> Element:
        """Return the question that answers a fact, with the line of its answer or of the group it belongs to."""
        asked = question_for(fact)
        pointer = self.answers.pointers.get(fact) or "/" + asked.path.replace("[]", "").replace(".", "/")
        return Element(
            ref=asked.path or fact,
            text=asked.text,
            state="missing",
            file=self.manifest.rel,
            line=self.manifest.locate(pointer).line,
        )


@dataclass(slots=True)
class Preparer:
    """Prepares one manifest after the other; remembers the ids it has seen, since an id names one system."""

    root: Path
    as_of: int
    elements: ElementIndex
    readings: dict[str, str]
    history: History | None = None
    allow_commands: bool = False
    signed: Reader | None = None
    _seen: dict[str, str] = field(default_factory=dict)
    _signals: Signals = field(init=False)

    def __post_init__(self) -> None:
        self._signals = Signals(self.root)

    def __call__(self, path: Path) -> Prepared | Rejected:
        """Load, validate and collect; what the author can mend becomes a problem, never an exception."""
        try:
            manifest = load(path, self.root)
        except ManifestError as error:
            return Rejected(error.rel, list(error.problems))
        problems = [*validate(manifest), *self._duplicate(manifest)]
        if problems:
            return Rejected(manifest.rel, problems, manifest)
        collected = collect(manifest, self.root, self.elements, allow_commands=self.allow_commands, signed=self.signed)
        proofs = proofs_of(manifest, self.root)
        said = answers(manifest).proven({pointer: file.state for pointer, file in proofs.items()})
        system = manifest.data["system"]
        policy_input = {
            "manifest": {
                "id": system["id"],
                "name": system["name"],
                "version": system.get("version"),
                "answers": said.values,
                "undetermined": said.undetermined,
                "claims": said.claims,
                "details": said.details,
            },
            "facts": collected.facts,
            "consistency": collected.consistency,
            "history": self.history.facts(manifest, collected) if self.history else {},
            "signals": self._signals.facts(manifest),
            "context": {"as_of": self.as_of, "readings": self.readings},
        }
        files = (*collected.files, *proofs.values())
        doubts = [*contradictions(manifest, said, self.as_of), *hollow(manifest, said)]
        return Prepared(manifest, said, files, doubts, policy_input)

    def _duplicate(self, manifest: Manifest) -> list[Problem]:
        key = str(manifest.data["system"]["id"]).casefold() if self._has_id(manifest) else None
        if key is None:
            return []
        first = self._seen.setdefault(key, manifest.rel)
        if first == manifest.rel:
            return []
        position = manifest.locate("/system/id")
        return [
            Problem(
                pointer="/system/id",
                line=position.line,
                column=position.column,
                code="manifest/duplicate-id",
                message=f"the id of this system is already used by {first}",
                hint="give each system an id of its own; ids that differ only in case count as the same",
            )
        ]

    @staticmethod
    def _has_id(manifest: Manifest) -> bool:
        system = manifest.data.get("system")
        return isinstance(system, dict) and isinstance(system.get("id"), str)

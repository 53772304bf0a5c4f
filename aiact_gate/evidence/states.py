# SPDX-License-Identifier: Apache-2.0
"""The words for what a collector saw, and the small values that carry them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

State = Literal[
    "present",
    "missing",
    "empty",
    "placeholder",
    "incomplete",
    "stale",
    "inconsistent",
    "unreadable",
    "outside-root",
    "too-large",
    "not-applicable",
    "insufficient",
]

Fact = dict[str, Any]
ANSWERED: frozenset[State] = frozenset({"present", "not-applicable"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A state, where it was seen, and one sentence that says why."""

    state: State
    file: str | None = None
    line: int = 1
    note: str = ""

    def as_fact(self) -> Fact:
        """Return the shape that the rules read; an empty note is left out."""
        fact: Fact = {"state": self.state, "file": self.file, "line": self.line}
        if self.note:
            fact["note"] = self.note
        return fact


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """One file that was opened for one piece of evidence, for the list in the report."""

    id: str
    file: str
    state: State
    sha256: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """All facts of one system, the files behind them, and what in them disagrees with the manifest."""

    facts: dict[str, Fact]
    files: tuple[EvidenceFile, ...]
    consistency: Fact = field(default_factory=dict)


def under(whole: Seen, described: Fact) -> Fact:
    """Return the fact of a whole with the elements of the document that describes it."""
    return whole.as_fact() | {key: described[key] for key in ("elements", "values") if key in described}


def overall(states: list[State]) -> State:
    """Return the state of a whole from the states of its parts."""
    if not states or all(state in ANSWERED for state in states):
        return "present"
    if len(set(states)) == 1:
        return states[0]
    if any(state in ANSWERED or state == "incomplete" for state in states):
        return "incomplete"
    return "placeholder" if "placeholder" in states else states[0]

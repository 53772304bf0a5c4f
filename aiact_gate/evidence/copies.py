# SPDX-License-Identifier: Apache-2.0
"""Tells answers from copies: one text under many headings, or one paragraph that many elements are mapped to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from aiact_gate.evidence import vocabulary
from aiact_gate.evidence.states import Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST_PLACES = 2  # the same sentence may be true of two elements
_WORDS_EACH = 4
_FEWEST = 4  # words; shorter values, such as a name, are the same wherever they are asked for


@dataclass(frozen=True, slots=True)
class Told:
    """A text that answers an element, and the place where it stands."""

    ref: str
    place: tuple[object, ...]
    text: str


def judge(elements: Mapping[str, Seen], told: Iterable[Told]) -> dict[str, Seen]:
    """Return the elements, those that hold nothing but a copy as placeholders."""
    by_text: dict[str, list[Told]] = {}
    for one in told:
        by_text.setdefault(vocabulary.plain(one.text), []).append(one)
    notes: dict[str, list[tuple[str, str] | None]] = {}
    for plain, group in by_text.items():
        verdict = _weigh(plain, group)
        for ref in {one.ref for one in group}:
            notes.setdefault(ref, []).append(verdict)
    return {ref: _noted(seen, notes.get(ref, [])) for ref, seen in elements.items()}


def _noted(seen: Seen, verdicts: list[tuple[str, str] | None]) -> Seen:
    if seen.state != "present" or not verdicts or None in verdicts:
        return seen
    state, note = next(verdict for verdict in verdicts if verdict)
    return Seen("placeholder" if state == "placeholder" else "incomplete", seen.file, seen.line, note)


def _weigh(plain: str, group: list[Told]) -> tuple[str, str] | None:
    words = plain.split(" ")
    distinct = len(set(words))
    refs = {one.ref for one in group}
    if distinct < _FEWEST or len(refs) < _MOST_PLACES or words[0] in _denials():
        return None
    places = len({one.place for one in group})
    if places > _MOST_PLACES:
        return "placeholder", f"The same text stands in {places} places; say in each what is asked there."
    if distinct < _WORDS_EACH * len(refs):
        return "incomplete", f"One text of {distinct} different words is to answer {len(refs)} elements."
    return None


@cache
def _denials() -> frozenset[str]:
    return frozenset(vocabulary.load("placeholders")["denials"])

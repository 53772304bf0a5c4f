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
    asked: str = ""  # the heading and what is asked: a copy with these words put in is still a copy


def judge(elements: Mapping[str, Seen], told: Iterable[Told]) -> dict[str, Seen]:
    """Return the elements, those that hold nothing but a copy as placeholders."""
    answers = list(told)
    asked = {word for one in answers for word in vocabulary.words(one.asked)}
    by_text: dict[str, list[Told]] = {}
    for one in answers:
        by_text.setdefault(_own(one.text, asked), []).append(one)
    notes: dict[str, list[tuple[str, str] | None]] = {}
    for own, group in by_text.items():
        verdict = _weigh(own.split(), group)
        for ref in {one.ref for one in group}:
            notes.setdefault(ref, []).append(verdict)
    return {ref: _noted(seen, notes.get(ref, [])) for ref, seen in elements.items()}


def _own(text: str, asked: set[str]) -> str:
    return " ".join(word for word in vocabulary.words(text) if word not in asked)


def _noted(seen: Seen, verdicts: list[tuple[str, str] | None]) -> Seen:
    if seen.state != "present" or not verdicts or None in verdicts:
        return seen
    state, note = next(verdict for verdict in verdicts if verdict)
    return Seen("placeholder" if state == "placeholder" else "incomplete", seen.file, seen.line, note)


def _weigh(own: list[str], group: list[Told]) -> tuple[str, str] | None:
    said = vocabulary.words(group[0].text)
    refs, places = ({one.ref for one in group}, {one.place for one in group})
    if not said or said[0] in _denials() or len(refs) < _MOST_PLACES:
        return None
    if len(places) > _MOST_PLACES and len(set(own)) >= _FEWEST:
        return "placeholder", f"The same text stands in {len(places)} places; say in each what is asked there."
    if len(places) == 1 and _FEWEST <= len(set(said)) < _WORDS_EACH * len(refs):
        return "incomplete", f"One text of {len(set(said))} different words is to answer {len(refs)} elements."
    return None


@cache
def _denials() -> frozenset[str]:
    return frozenset(vocabulary.load("placeholders")["denials"])

# SPDX-License-Identifier: Apache-2.0
"""Tells words of one's own from mock text, from the words of the Act and from saying that all is done."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from aiact_gate.evidence import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

_RUN = 3  # words in a row that are compared with the Act's
_FEWEST_RUNS = 5  # a shorter text agrees with the Act by accident
_MOCK = 4
_OWN = 2
_FEWEST_ASKED = 6


def is_mock(block: str) -> bool:
    """Say whether a paragraph is made of the Latin that holds a place in layouts."""
    said = set(vocabulary.words(block))
    mock = said & _listed("mock")
    return len(mock) >= _MOCK and len(mock) * 3 >= len(said)


def is_the_acts(block: str) -> bool:
    """Say whether nearly all of a paragraph stands in the Act, word for word."""
    runs = _runs(vocabulary.words(block))
    return len(runs) >= _FEWEST_RUNS and len(runs & _act()) * 4 >= len(runs) * 3


def says_nothing_of_its_own(blocks: Iterable[str], heading: str, law: str, *, datum: bool = False) -> bool:
    """Say whether a text only assures that all is done, in words of its heading or by going through what is asked."""
    said = {word for block in blocks for word in vocabulary.words(block)} - _listed("assurance")
    if datum:
        return not said
    if said & _listed("denials"):
        return False  # "No other sources were used" answers which were
    asked = set(vocabulary.words(law)) - _listed("assurance")
    gone_through = len(asked) >= _FEWEST_ASKED and len(asked & said) * 10 >= len(asked) * 7
    return len(said - set(vocabulary.words(heading)) - (asked if gone_through else set())) < _OWN


def is_a_reason(said: Iterable[str]) -> bool:
    """Say whether the words after "not applicable" are more than saying it again."""
    return len(set(said) - _listed("assurance")) >= _OWN


def is_promise(plain: str) -> bool:
    """Say whether a short text only says that it will be written."""
    return bool(_promise().match(plain))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word for entry in vocabulary.load("placeholders")[name] for word in vocabulary.words(entry))


@cache
def _promise() -> re.Pattern[str]:
    parts = vocabulary.load("placeholders")["promise"]
    subjects, when, verbs = ("|".join(parts[name]) for name in ("subjects", "when", "verbs"))
    return re.compile(rf"(?:{subjects}) (?:{when}) (?:{verbs})\b")


@cache
def _act() -> frozenset[tuple[str, ...]]:
    passages = vocabulary.load("act")["passages"].values()
    return frozenset(run for passage in passages for run in _runs(vocabulary.words(passage)))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))

# SPDX-License-Identifier: Apache-2.0
"""Finds in a system prompt the order to hide that a machine is speaking."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiact_gate.evidence.paths import Opened

_MAX_FOUND = 20
_MAX_BEFORE = 60
_GAP = 60
_CURLY = "\u2019"  # the apostrophe inside a word, told apart from a quotation mark of source code
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_SENTENCE_END = re.compile(r"[.;!?\n]")


def forbids(opened: Opened) -> list[dict[str, Any]]:
    """Return where a prompt forbids telling, or orders to pretend, each with its line and its words."""
    # A prompt is wrapped at any place, in text as in source code; each sign keeps its offset.
    text = re.sub(r"[\"'`\\\n\r\t]", " ", _APOSTROPHE.sub(_CURLY, opened.text))
    found: dict[int, dict[str, Any]] = {}
    for start, end in sorted(_matches(text)):
        line = opened.text.count("\n", 0, start) + 1
        found.setdefault(line, {"file": opened.file, "line": line, "excerpt": " ".join(text[start:end].split())[:160]})
        if len(found) == _MAX_FOUND:
            break
    return list(found.values())


def _matches(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _forbidding():
        for match in pattern.finditer(text):
            yield match.span()
    for pattern in _answering():
        for match in pattern.finditer(text):
            yield match.span()
    for pattern in _pretending():
        for match in pattern.finditer(text):
            before = _SENTENCE_END.split(text[max(0, match.start() - _MAX_BEFORE) : match.start()])[-1]
            if not _negated().search(before):
                yield match.span()


def _any_of(phrases: Iterable[str]) -> str:
    ordered = sorted({_written(phrase) for phrase in phrases}, key=len, reverse=True)
    return rf"(?<![\w-])(?:{'|'.join(ordered)})(?!\w)"


def _written(phrase: str) -> str:
    return r"\s{1,8}".join(re.escape(word) for word in phrase.replace("'", _CURLY).split())


@cache
def _forbidding() -> tuple[re.Pattern[str], ...]:
    data = vocabulary.load("prompts")
    stop = _any_of(data["contrast"])
    # A stretch without the end of a sentence or a "but": "never lie, but say that you are an AI" is the opposite order.
    gap = rf"(?:(?!{stop})[^.;!?]){{0,{_GAP}}}?"
    return tuple(
        re.compile(rf"{_any_of(one['before'])}{gap}{_any_of(one['verb'])}{gap}{_what(one)}", re.IGNORECASE)
        for language in data["forbids"].values()
        for one in language
    )


def _what(one: dict[str, list[str]]) -> str:
    return rf"(?:{_any_of(one['copula'])}\s{{1,8}}{_any_of(one['identity'])}|{_any_of(one['standalone'])})"


@cache
def _pretending() -> tuple[re.Pattern[str], ...]:
    """Return the patterns for orders to say that one is human, and for orders to hide that one is not."""
    data = vocabulary.load("prompts")
    return tuple(
        re.compile(
            rf"{_any_of(one['say'])}{_plainly(30)}{_any_of(one['be'])}\s{{1,8}}{_any_of(one['who'])}", re.IGNORECASE
        )
        for group in (data["pretends"], data["conceals"])
        for one in group.values()
    )


@cache
def _answering() -> tuple[re.Pattern[str], ...]:
    """Return the patterns for orders what to answer to the question whether one is human."""
    return tuple(
        re.compile(
            rf"{_any_of(one['ask'])}[^.;!?]{{0,{_GAP}}}?{_any_of(one['be'])}\s{{1,8}}{_any_of(one[who])}"
            # "confirm that you are an AI" and "say that you are not" are the opposite orders
            rf"{_plainly(_GAP)}{_any_of(one[says])}(?!\s{{1,8}}not\b)(?![^.;!?]{{0,30}}{_any_of(one[other])})",
            re.IGNORECASE,
        )
        for one in vocabulary.load("prompts")["answers"].values()
        for who, says, other in (("human", "yes", "machine"), ("machine", "no", "human"))
    )


def _plainly(most: int) -> str:
    """Return the pattern of a stretch within a sentence that denies nothing."""
    return rf"(?:(?!{_any_of(vocabulary.load('prompts')['negators'])})[^.;!?]){{0,{most}}}?"


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(_any_of(vocabulary.load("prompts")["negators"]), re.IGNORECASE)

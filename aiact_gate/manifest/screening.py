# SPDX-License-Identifier: Apache-2.0
"""What a screening for prohibited practices says about single facts."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from aiact_gate.manifest.dates import day


class Screened(NamedTuple):
    """The practices that a screening answers, and those that are met."""

    letters: list[str]
    met: list[str]


def read(table: Mapping[str, Any], value: Mapping[str, Any]) -> Screened:
    """Return the letters that the screening answers: a practice younger than the screening is not among them."""
    on = day(value.get("on"))
    met = [letter for letter in value.get("met", []) if letter in table]
    said = "met" in value and on is not None
    screened = value.get("screened", []) if said else []
    letters = [letter for letter, row in table.items() if letter in met or (letter in screened and _existed(row, on))]
    return Screened(letters, met)


def _existed(row: Mapping[str, Any], on: int | None) -> bool:
    since = day(row.get("known_since"))
    return since is None or (on is not None and on >= since)


def when_met(table: Mapping[str, Any], screened: Screened) -> Iterator[str]:
    """Yield the facts that are true because a practice is met."""
    for letter in screened.met:
        yield from table[letter]["met"]


def when_not_met(table: Mapping[str, Any], screened: Screened, open_or_true: frozenset[str]) -> Iterator[str]:
    """Yield the facts that are false because a practice was screened and is not met.

    Where the practice builds on a fact of another group that is true or open, its own question stays with its details.
    """
    for letter in screened.letters:
        row = table[letter]
        if letter not in screened.met and row.get("unless") not in open_or_true:
            yield from row["not_met"]

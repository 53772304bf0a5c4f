# SPDX-License-Identifier: Apache-2.0
"""What the words of provisions.yaml mean for a report."""

from collections.abc import Callable
from typing import Any

from aiact_gate import clock
from aiact_gate.model import System
from tests.law.casebook import binds, in_force, rows


def holds(claim: str, system: System, day: str) -> bool:
    """Return whether a report says what the claim says."""
    verb, _, rest = claim.partition(" ")
    return _VERBS[verb](system, rest, day)


def _classification(system: System) -> dict[str, Any]:
    assert system["classification"] is not None
    return dict(system["classification"])


def _derived(system: System, fact: str) -> Any:
    return _classification(system)["derived"][fact]


def _owes(system: System, key: str) -> bool:
    return any(map(binds, rows(system, [key])))


def _legacy(system: System, day: str) -> bool:
    legacy = _classification(system)["legacy"]
    return legacy["holds"] and clock.iso(legacy["due"]) == day


_VERBS: dict[str, Callable[[System, str, str], bool]] = {
    "is": lambda system, point, _day: point in system["points"],
    "no": lambda system, point, _day: point not in system["points"],
    "nothing": lambda system, _rest, _day: system["points"] == [],
    "owes": lambda system, key, _day: _owes(system, key),
    "spares": lambda system, key, _day: not _owes(system, key),
    "dormant": lambda system, key, day: not any(in_force(row, day) for row in rows(system, [key])),
    "derived": lambda system, fact, _day: _derived(system, fact) is True,
    "not": lambda system, fact, _day: _derived(system, fact) is False,
    "class": lambda system, name, _day: name in system["classes"],
    "class-not": lambda system, name, _day: name not in system["classes"],
    "class-only-not": lambda system, name, _day: system["classes"] != [name],
    "verdict-not": lambda system, verdict, _day: system["verdict"] != verdict,
    "role": lambda system, role, _day: role in system["roles"],
    "route": lambda system, text, _day: text in system["route"],
    "supervisor": lambda system, text, _day: text in system["supervisor"],
    "registration-not": lambda system, text, _day: text not in system["registration"],
    "legacy": lambda system, due, _day: _legacy(system, due),
    "no-due": lambda system, due, _day: all(row["due"] != due for row in system["obligations"]),
    "words": lambda _system, _rest, _day: True,
}

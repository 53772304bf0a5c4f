# SPDX-License-Identifier: Apache-2.0
"""The argument of a classification, read from an object that other versions may have filled differently."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from aiact_gate.report.questions import objects
from aiact_gate.report.timeline import day_text
from aiact_gate.report.words import STEPS, clean

_EPOCH: Final = date(1970, 1, 1).toordinal()
_View = dict[str, Any]


def argument(classification: Mapping[str, object] | None) -> _View:
    """Return the steps, dates, claims and notes that stand behind a classification."""
    given = classification or {}
    return {
        "steps": [_step(step) for step in objects(given, "steps")],
        "dates": _dates(given),
        "exits": [_exit(claim) for claim in objects(given, "exits")],
        "remarks": [_text(note.get("text")) for note in objects(given, "notes")],
    }


def _step(step: Mapping[str, object]) -> _View:
    name = str(step.get("step") or "")
    return {
        "step": STEPS.get(name, clean(name[:1].upper() + name[1:])),
        "result": _text(step.get("result")).replace("_", " "),
        "provision": _text(step.get("provision")),
        "reason": _text(step.get("reason")),
        "facts": list(_facts(_object(step.get("facts")))),
    }


def _facts(facts: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what was affirmed, each other answer, and what was denied."""
    affirmed, denied = ([clean(name) for name, value in facts.items() if value is truth] for truth in (True, False))
    if affirmed:
        yield "yes", ", ".join(affirmed)
    for name, value in facts.items():
        if not isinstance(value, bool):
            yield clean(name), (_day(value) if name.endswith("_date") else "") or _text(value) or "open"
    if denied:
        yield "no", ", ".join(denied)


def _exit(claim: Mapping[str, object]) -> _View:
    what = claim.get("fact") or claim.get("point")
    return {"what": _text(what)} | {key: _text(claim.get(key)) for key in ("reason", "basis", "state")}


def _dates(given: Mapping[str, object]) -> list[tuple[str, str]]:
    placing, legacy = _object(given.get("placing")), _object(given.get("legacy"))
    told = []
    if placing.get("placed") is True:
        told.append(("Market", "placed on the market or put into service"))
    elif planned := _day(placing.get("planned")):
        told.append(("Market", f"placing planned for {planned}"))
    elif placing.get("planned") == "open":
        told.append(("Market", "not placed; no day is planned"))
    if legacy.get("holds") is True:
        due, trigger = _day(legacy.get("due")), _text(legacy.get("trigger"))
        parts = ["held by a transition rule", f"until {due}" if due else "", trigger]
        told.append(("Transition", " ".join(filter(None, parts))))
    return told


def _day(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value + _EPOCH <= date.max.toordinal():
        return ""
    return day_text(date.fromordinal(value + _EPOCH))


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_text, value)) or "none"
    return clean(str(value))

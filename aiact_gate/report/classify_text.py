# SPDX-License-Identifier: Apache-2.0
"""The argument behind a classification, for a person at a terminal or as JSON: each step, and what is still open."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from aiact_gate import clock
from aiact_gate.model import Finding, Report, System
from aiact_gate.report.questions import objects, questions
from aiact_gate.report.words import STEPS, class_names, clean, place, roles, title, wrapped


def render(report: Report) -> str:
    """Return the argument of every system as text."""
    lines = [f"note: {clean(note)}" for note in report["notes"]]
    for system in report["systems"]:
        lines += ["", *_system(system, report)] if lines else _system(system, report)
    return "\n".join(lines) + "\n"


def document(report: Report) -> str:
    """Return the argument of every system as JSON; the same report gives the same bytes."""
    content = {
        "as_of": report["as_of"],
        "law": report["law"],
        "notes": report["notes"],
        "systems": [_entry(system) for system in report["systems"]],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _entry(system: System) -> dict[str, object]:
    given = system["classification"] or {}
    return {
        "id": system["id"],
        "name": system["name"],
        "manifest": system["manifest"],
        "classes": system["classes"],
        "points": system["points"],
        "roles": system["roles"],
        "steps": [{**step, "facts": _values(step)} for step in objects(given, "steps")],
        "exits": objects(given, "exits"),
        "notes": objects(given, "notes"),
        "questions": list(questions(system)),
        "problems": [finding["message"] for finding in _problems(system)],
    }


def _system(system: System, report: Report) -> list[str]:
    head = f"{title(system)}  {clean(system['manifest'])}  on {report['as_of']}"
    if system["classification"] is None:
        return [head, "  cannot be classified: the manifest has to be mended first", *_mend(system)]
    points = f" ({', '.join(map(clean, system['points']))})" if system["points"] else ""
    lines = [head, f"  {', '.join(class_names(system))}{points} · {', '.join(roles(system)) or 'no role declared'}"]
    for number, step in enumerate(objects(system["classification"], "steps"), start=1):
        lines += ["", *_step(number, step)]
    for heading, told in (
        ("Claimed exits", _exits(system["classification"])),
        ("Notes", [clean(note["text"]) for note in objects(system["classification"], "notes")]),
        ("Open questions", [_question(question) for question in questions(system)]),
    ):
        if told:
            lines += ["", f"  {heading} ({len(told)})", *(row for text in told for row in wrapped(text, 4, 6))]
    return lines


def _step(number: int, step: Mapping[str, Any]) -> Iterator[str]:
    name = STEPS.get(step["step"], step["step"])
    yield f"  {number:2}  {clean(name)} [{clean(step['provision'])}]: {clean(step['result'].replace('_', ' '))}"
    yield from wrapped(step["reason"], 6, 6)
    if told := _facts(_values(step)):
        yield from wrapped(told, 6, 8)


def _values(step: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of a step with dates as people write them."""
    return {
        name: clock.iso(value) if name.endswith("_date") and isinstance(value, int) else value
        for name, value in sorted(step["facts"].items())
    }


def _facts(values: Mapping[str, Any]) -> str:
    affirmed = [name for name, value in values.items() if value is True]
    denied = [name for name, value in values.items() if value is False]
    other = [f"{name} = {_shown(value)}" for name, value in values.items() if not isinstance(value, bool)]
    groups = (("yes: ", affirmed), ("", other), ("no: ", denied))
    return "; ".join(label + ", ".join(names) for label, names in groups if names)


def _shown(value: object) -> str:
    if isinstance(value, list) and not value:
        return "none"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _exits(given: Mapping[str, object]) -> list[str]:
    return [
        f"{exit_.get('fact') or exit_.get('point')}: {exit_.get('reason') or 'no reason given'}"
        f" (basis: {str(exit_.get('basis')).replace('_', ' ')}; proof: {exit_.get('state') or 'none declared'})"
        for exit_ in objects(given, "exits")
    ]


def _question(question: Mapping[str, Any]) -> str:
    owner = f"; asked of {question['owner']}" if question["owner"] else ""
    where = place(question["file"], question["line"])
    return f"{question['path']}: {question['question']} ({question['weight']}{owner}; {where})"


def _problems(system: System) -> list[Finding]:
    return system["findings"] if system["classification"] is None else []


def _mend(system: System) -> Iterator[str]:
    for finding in _problems(system):
        where = finding["location"]
        yield from wrapped(f"{place(where['file'], where['line'])}: {finding['message']}", 4, 6)

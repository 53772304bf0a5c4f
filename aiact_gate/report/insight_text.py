# SPDX-License-Identifier: Apache-2.0
"""What one rule saw of each system, for a person at a terminal."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aiact_gate import clock
from aiact_gate.insight import Answer, Duty, Insight
from aiact_gate.report.words import CLASSES, clean, fine, place

_TIMING = {"in_force": "in force since", "upcoming": "due", "conditional": "no fixed date"}
_DAYS = frozenset({"date", "review_by"})


def render(insights: Iterable[Insight], as_of: str) -> str:
    """Return one block a system."""
    return "".join("\n" + "\n".join(_system(insight, as_of)) + "\n" for insight in insights)


def _system(insight: Insight, as_of: str) -> Iterator[str]:
    yield f"  {clean(insight.name or insight.manifest, 200)}  {clean(insight.manifest, 500)} on {as_of}"
    if insight.problems:
        yield "    the manifest has to be mended first"
        yield from (f"      {clean(problem, 500)}" for problem in insight.problems)
        return
    classes = ", ".join(CLASSES.get(name, name) for name in insight.classes)
    yield f"    class       {classes} · {', '.join(role.replace('_', ' ') for role in insight.roles) or 'no role'}"
    yield from _outcome(insight.outcome)
    for duty in insight.duties:
        yield f"    obligation  {_duty(duty)}"
    for answer in insight.answers:
        yield f"    answer      {_answer(answer)}"
    for name, fact in insight.evidence.items():
        yield from _evidence(name, fact)
    for penalty in insight.penalties:
        yield f"    fine frame  {fine(penalty)}; {clean(penalty['rule'])}"


def _outcome(outcome: Mapping[str, Any] | None) -> Iterator[str]:
    if outcome is None:
        yield "    applicable  no (no obligation of the rule's family can apply)"
        return
    yield f"    applicable  {outcome['applicable']}"
    yield f"    satisfied   {'yes' if outcome['satisfied'] else 'no'}"
    yield from (f"    reason      {clean(reason, 2000)}" for reason in outcome["reasons"])
    for element in outcome["elements"]:
        where = place(element["file"], element["line"])
        note = f": {clean(element['note'], 500)}" if element.get("note") else ""
        yield f"    element     {clean(element['ref'])} {element['state']}{f' in {where}' if where else ''}{note}"


def _duty(duty: Duty) -> str:
    if duty.applies == "no":
        return f"{duty.id} does not apply"
    when = " ".join(filter(None, [_TIMING[duty.timing], duty.due]))
    parts = [when, clean(duty.condition or ""), f"turns on {', '.join(duty.open)}" if duty.open else ""]
    return f"{duty.id} {'applies' if duty.applies == 'yes' else 'may apply'}: {'; '.join(filter(None, parts))}"


def _answer(answer: Answer) -> str:
    if answer.owner is not None:
        return f"{answer.fact} is open, asked of {clean(answer.owner, 200)} ({clean(answer.place, 500)})"
    if answer.value is None:
        return f"{answer.fact} has no answer ({clean(answer.place, 500)})"
    return f"{answer.fact} = {clean(json.dumps(answer.value), 200)} ({clean(answer.place, 500)})"


def _evidence(name: str, fact: Mapping[str, Any] | None) -> Iterator[str]:
    if fact is None:
        yield f"    evidence    {name} is not declared"
        return
    where = place(fact.get("file"), fact.get("line"))
    yield f"    evidence    {name} {fact['state']}{f' in {where}' if where else ''}"
    for key, value in sorted((fact.get("values") or {}).items()):
        if value is not None:
            shown = clock.iso(value) if key in _DAYS and isinstance(value, int) else value
            yield f"      {clean(key)} = {clean(json.dumps(shown, ensure_ascii=False), 200)}"
    for item in fact.get("items") or []:
        yield f"      {clean(json.dumps(item, ensure_ascii=False), 400)}"

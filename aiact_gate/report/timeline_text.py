# SPDX-License-Identifier: Apache-2.0
"""The dates that matter for each system, past and coming, for a person at a terminal or as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from aiact_gate import clock
from aiact_gate.model import Finding, Obligation, Report, System
from aiact_gate.report.words import class_names, clean, place, plural, roles, title, wrapped

_WITH_TITLES: Final = 4
_CONTROL: Final = "CTL-"


def render(report: Report) -> str:
    """Return the dates of every system as text."""
    lines = [f"note: {clean(note)}" for note in report["notes"]]
    for system in report["systems"]:
        lines += ["", *_system(system, report["as_of"])] if lines else _system(system, report["as_of"])
    return "\n".join(lines) + "\n"


def document(report: Report) -> str:
    """Return the dates of every system as JSON; the same report gives the same bytes."""
    systems = [
        {
            "id": system["id"],
            "name": system["name"],
            "manifest": system["manifest"],
            "classes": system["classes"],
            "dates": list(_dates(system, report["as_of"])),
            "conditions": list(_conditions(system)),
            "standing": [_duty(row) for row in _rows(system) if row["status"] == "standing"],
        }
        for system in report["systems"]
    ]
    content = {"as_of": report["as_of"], "law": report["law"], "notes": report["notes"], "systems": systems}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _rows(system: System) -> list[Obligation]:
    """Return what the law asks; the gate's own controls have no date of the law."""
    return [row for row in system["obligations"] if not row["id"].startswith(_CONTROL)]


def _duty(row: Obligation) -> dict[str, str | None]:
    kept = ("id", "provision", "title", "status", "condition", "disputed")
    return {key: row[key] for key in kept}  # type: ignore[literal-required]


def _dates(system: System, as_of: str) -> Iterator[dict[str, Any]]:
    """Yield every date with what happens on it: milestones of the system and of its class, and the duties that bind."""
    told = _milestones(system)
    dated = [row for row in _rows(system) if row["due"] is not None and row["status"] != "standing"]
    for day in sorted({*told, *(row["due"] for row in dated if row["due"])}):
        yield {
            "date": day,
            "days": (date.fromisoformat(day) - date.fromisoformat(as_of)).days,
            "milestones": told.get(day, []),
            "duties": [_duty(row) for row in dated if row["due"] == day],
        }


def _milestones(system: System) -> dict[str, list[str]]:
    given = system["classification"] or {}
    placing, legacy = _object(given.get("placing")), _object(given.get("legacy"))
    found: dict[str, list[str]] = {}
    for name, value in _placings(given):
        found.setdefault(value, []).append(name)
    if isinstance(planned := placing.get("planned"), int):
        found.setdefault(str(clock.iso(planned)), []).append("placing on the market or putting into service is planned")
    if isinstance(start := legacy.get("class_date"), int):
        spared = "; this system was placed before and is spared (Art. 111)" if legacy.get("holds") else ""
        found.setdefault(str(clock.iso(start)), []).append(f"the high-risk duties of this class begin{spared}")
    if legacy.get("holds") and isinstance(end := legacy.get("due"), int):
        found.setdefault(str(clock.iso(end)), []).append("the transition of Art. 111 ends for this system")
    return found


_PLACINGS: Final = {
    "type_first_placed_date": "the first unit of the type was placed",
    "placed_on_market_date": "placed on the market",
    "put_into_service_date": "put into service",
    "significant_design_change_date": "the design changed significantly",
}


def _placings(given: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    steps = given.get("steps")
    for step in steps if isinstance(steps, list) else []:
        if step.get("step") == "dates":
            for fact, name in _PLACINGS.items():
                if isinstance(value := step["facts"].get(fact), int):
                    yield name, str(clock.iso(value))


def _conditions(system: System) -> Iterator[dict[str, Any]]:
    """Yield the duties without a date, by the condition on which they bind."""
    rows = [row for row in _rows(system) if row["due"] is None and row["status"] != "standing"]
    for condition in dict.fromkeys(row["condition"] or "no fixed date" for row in rows):
        duties = [_duty(row) for row in rows if (row["condition"] or "no fixed date") == condition]
        yield {"condition": condition, "duties": duties}


def _system(system: System, as_of: str) -> list[str]:
    head = f"{title(system)}  {clean(system['manifest'])}  on {as_of}"
    if system["classification"] is None:
        return [head, "  has no dates: the manifest has to be mended first", *map(_problem, system["findings"])]
    lines = [head, f"  {', '.join(class_names(system))} · {', '.join(roles(system)) or 'no role declared'}"]
    dates = list(_dates(system, as_of))
    for heading, chosen in (
        ("Since", [entry for entry in dates if entry["days"] <= 0]),
        ("Coming", [entry for entry in dates if entry["days"] > 0]),
    ):
        if chosen:
            lines += ["", f"  {heading}", *(line for entry in chosen for line in _day(entry))]
    for entry in _conditions(system):
        lines += ["", f"  No date: {clean(entry['condition'])}", *_duties(entry["duties"])]
    standing = [row for row in _rows(system) if row["status"] == "standing"]
    if standing:
        lines += ["", "  On request or after an event; none is open", *_wrapped(_provisions(map(_duty, standing)))]
    if not dates and not standing:
        lines += ["", "  No duty of the Act has a date for this system."]
    return lines


def _problem(finding: Finding) -> str:
    where = finding["location"]
    return f"    {place(where['file'], where['line'])}: {clean(finding['message'])}"


def _day(entry: Mapping[str, Any]) -> Iterator[str]:
    yield f"    {entry['date']}  {_distance(entry['days'])}"
    for milestone in entry["milestones"]:
        yield from _wrapped(milestone)
    yield from _duties(entry["duties"])


def _distance(days: int) -> str:
    if days == 0:
        return "today"
    return f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"


def _duties(duties: list[dict[str, Any]]) -> Iterator[str]:
    conditions = {duty["condition"] for duty in duties if duty["status"] in ("upcoming", "unmet")}
    if len(duties) > 1 and len(conditions) == 1 and (shared := conditions.pop()):
        yield from _wrapped(f"on condition: {shared}")
        duties = [{**duty, "condition": None} for duty in duties]
    if len(duties) <= _WITH_TITLES:
        for duty in duties:
            yield from _wrapped(f"{duty['provision']}  {duty['title']}{_mark(duty)}")
        return
    yield from _wrapped(f"{plural(len(duties), 'obligation')}: {_provisions(duties)}")


def _provisions(duties: Iterable[Mapping[str, Any]]) -> str:
    return "; ".join(f"{duty['provision']}{_mark(duty)}" for duty in duties)


def _mark(duty: Mapping[str, Any]) -> str:
    marks = [
        {"met": "satisfied", "undetermined": "open question", "waived": "waived"}.get(duty["status"], ""),
        f"reading {duty['disputed']} disputed" if duty["disputed"] else "",
        duty["condition"] if duty["status"] in ("upcoming", "unmet") and duty["condition"] else "",
    ]
    told = ", ".join(filter(None, marks))
    return f" [{told}]" if told else ""


def _wrapped(text: str) -> list[str]:
    return wrapped(text, 8, 10)


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}

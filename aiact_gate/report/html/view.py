# SPDX-License-Identifier: Apache-2.0
"""What the page shows, as plain values: the template lays them out and escapes them, and decides nothing."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from markupsafe import Markup

from aiact_gate.links import rule_url
from aiact_gate.model import ANSWERED, Element, Finding, Fixed, Obligation, Report, System
from aiact_gate.report import timeline
from aiact_gate.report.html.argument import argument
from aiact_gate.report.questions import questions
from aiact_gate.report.words import (
    SEVERITIES,
    STATUSES,
    VERDICTS,
    class_names,
    clean,
    comparison,
    concession,
    fine,
    place,
    plural,
    roles,
    timing,
    title,
    unanswered,
    urgency,
)

_OPEN_SYSTEMS: Final = 5
"""With more systems than these, only those that block are unfolded at first."""

_View = dict[str, Any]
SYMBOLS: Final = {
    "unmet": "✕",
    "upcoming": "→",
    "conditional": "◇",
    "undetermined": "?",
    "not_covered": "∅",
    "waived": "≈",
    "standing": "○",
    "met": "✓",
    "not_applicable": "·",
}


def page(report: Report) -> _View:
    """Return everything that the page template reads."""
    systems = report["systems"]
    many = len(systems) > _OPEN_SYSTEMS
    views = [_system(system, number, report, many) for number, system in enumerate(systems, 1)]
    used = {row["status"] for view in views for row in (*view["findings"], *view["obligations"])}
    return {
        "verdict": report["verdict"],
        "headline": VERDICTS[report["verdict"]],
        "summary": _summary(report),
        "facts": _facts(report),
        "notes": [clean(note) for note in report["notes"]],
        "left_out": [{key: clean(value) for key, value in item.items()} for item in report["left_out"]],
        "disclaimer": clean(report["disclaimer"]),
        "as_of": _day(report["as_of"]),
        "systems": views,
        "statuses": [(status, name) for status, name in STATUSES.items() if status in used],
        "severities": SEVERITIES,
        "symbols": SYMBOLS,
        "groups": list(timeline.GROUPS),
        "compared": comparison(report),
    }


def _summary(report: Report) -> str:
    systems = report["systems"]
    findings = [finding for system in systems for finding in system["findings"]]
    blocked = sum(system["verdict"] == "block" for system in systems)
    counted = [plural(sum(f["severity"] == level for f in findings), level) for level in SEVERITIES]
    which = plural(len(systems), "system")
    if blocked:
        which = f"{which} blocked" if blocked == len(systems) else f"{blocked:,} of {which} blocked"
    return f"{which} on {_day(report['as_of'])}: {', '.join(counted)}."


def _facts(report: Report) -> list[tuple[str, str]]:
    lead = [("Lead time", f"{report['lead_days']} days")] if report["lead_days"] else []
    return [
        ("Judged as on", _day(report["as_of"])),
        ("Law data checked", _day(report["law"]["version"])),
        ("Consolidated text", clean(report["law"]["consolidated"])),
        *lead,
        ("Made by", clean(f"{report['tool']['name']} {report['tool']['version']}")),
    ]


def _system(system: System, number: int, report: Report, many: bool) -> _View:
    worst: dict[str, str] = {}
    for finding in system["findings"]:
        worst[finding["rule"]] = min(worst.get(finding["rule"], "note"), finding["severity"], key=SEVERITIES.index)
    drawing = timeline.svg(system["obligations"], report["as_of"], f"timeline-{number}")
    return {
        "anchor": f"system-{number}",
        "title": title(system),
        "id": clean(system["id"], 200),
        "manifest": clean(system["manifest"]),
        "verdict": system["verdict"],
        "unfolded": not many or system["verdict"] in ("block", "error"),
        "classes": class_names(system),
        "roles": roles(system),
        "counts": [(level, sum(f["severity"] == level for f in system["findings"])) for level in SEVERITIES],
        "about": list(_about(system)),
        **argument(system["classification"]),
        "questions": [_question(question) for question in questions(system)],
        "findings": [_finding(finding) for finding in sorted(system["findings"], key=urgency)],
        "obligations": [row for status in STATUSES for row in _rows(system, status, worst)],
        "timeline": Markup(drawing),  # noqa: S704 -- numbers and dates alone; nothing of a repository is in it
        "undated": sum(timeline.read_day(duty["due"]) is None for duty in system["obligations"]),
        "evidence": [{key: clean(value) for key, value in _strings(item)} for item in system["evidence"]],
        "not_applicable": [{key: clean(value) for key, value in _strings(item)} for item in system["not_applicable"]],
        "fixed": [_fixed(gone) for gone in system.get("fixed", [])],
        "rules": [
            {
                "name": STATUSES[status],
                "linked": status != "not_applicable",  # a thousand systems would make most of the page of them
                "rules": [_page_of(rule) for rule in system["rules"][status]],
            }
            for status in STATUSES
            if system["rules"].get(status)
        ],
    }


def _strings(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((key, value or "") for key, value in item.items())


def _about(system: System) -> Iterator[tuple[str, str]]:
    yield "Class", ", ".join(class_names(system)) or "not classified"
    if system["points"]:
        yield "Points", clean(", ".join(system["points"]))
    yield "Operator roles", ", ".join(roles(system)) or "none declared"
    for label, value in (
        ("Conformity assessment", system["route"]),
        ("Registration", system["registration"]),
        ("Supervisor", system["supervisor"]),
    ):
        if value:
            yield label, clean(value.replace("_", " "))


def _finding(finding: Finding) -> _View:
    where = finding["location"]
    return {
        **_page_of(finding["rule"]),
        "change": finding.get("change", ""),
        "severity": finding["severity"],
        "status": finding["status"],
        "state": STATUSES[finding["status"]],
        "title": clean(finding["title"]),
        "message": clean(finding["message"]),
        "reasons": [clean(reason) for reason in finding["reasons"] if reason != finding["message"]],
        "provisions": clean(", ".join(finding["provisions"])),
        "when": " · ".join(timing(finding, _day)),
        "concession": concession(finding),
        "place": place(where["file"], where["line"]),
        "answered": [_element(element) for element in finding["elements"] if element["state"] in ANSWERED],
        "unanswered": [_element(element) for element in unanswered(finding)],
        "remediation": clean(finding["remediation"]),
        "fines": [fine(penalty) for penalty in finding["penalties"]],
    }


def _question(question: Mapping[str, Any]) -> _View:
    told = {key: clean(str(question[key] or "")) for key in ("path", "question", "owner")}
    return {**told, "blocks": question["weight"] == "blocks", "place": place(question["file"], question["line"])}


def _element(element: Element) -> _View:
    return {
        "ref": clean(element["ref"]),
        "text": clean(element["text"]),
        "note": clean(element.get("note", "")),
        "state": element["state"],
        "place": place(element["file"], element["line"]),
    }


def _fixed(gone: Fixed) -> _View:
    where = gone["location"]
    about = {key: clean(gone[key]) for key in ("title", "message")}
    return {
        **_page_of(gone["rule"]),
        **about,
        "severity": gone["severity"],
        "place": place(where["file"], where["line"]),
    }


def _page_of(rule: str) -> _View:
    return {"rule": clean(rule, 200), "url": rule_url(rule)}


def _rows(system: System, status: str, worst: Mapping[str, str]) -> Iterator[_View]:
    for duty in system["obligations"]:
        if duty["status"] == status:
            yield _obligation(duty, worst)


def _obligation(duty: Obligation, worst: Mapping[str, str]) -> _View:
    rule = duty["rule"] or ""
    satisfied = duty["status"] in ("met", "not_applicable")
    return {
        "id": clean(duty["id"]),
        "provision": clean(duty["provision"]),
        "title": clean(duty["title"]),
        **_page_of(rule),
        "status": duty["status"],
        "state": STATUSES[duty["status"]],
        "severity": "" if satisfied else worst.get(rule, ""),
        "due": _day(duty["due"]) if duty["due"] else "",
        "why": clean(" · ".join(filter(None, [duty["condition"], duty["reason"]]))),
        "disputed": clean(duty["disputed"] or ""),
    }


def _day(text: str) -> str:
    day = timeline.read_day(text)
    return timeline.day_text(day) if day else clean(text)

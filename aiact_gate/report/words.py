# SPDX-License-Identifier: Apache-2.0
"""What the formats for people have in common: names of classes and states, and sentences about a finding."""

import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Final

from aiact_gate.model import ANSWERED, Element, Finding, Penalty, Report, Severity, Status, System
from aiact_gate.report.ansi import harmless
from aiact_gate.report.questions import objects

WIDTH: Final = 110
"""The longest line of a text for a terminal."""
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")

VERDICTS: Final = {
    "untouched": "Nothing was judged: the change concerns no system",
    "pass": "Nothing blocks the release",
    "warn": "The release may go ahead, with open points",
    "block": "The release is blocked",
    "error": "The gate could not judge",
}
CLASSES: Final = {
    "prohibited": "prohibited practice",
    "high_risk_annex_i": "high-risk (product law)",
    "high_risk_annex_iii": "high-risk",
    "annex_iii_derogated": "listed in Annex III, not high-risk by Art. 6(3)",
    "transparency": "transparency duties",
    "minimal": "minimal risk",
    "gpai": "general-purpose AI model",
    "gpai_systemic": "general-purpose AI model with systemic risk",
    "out_of_scope": "outside the Act",
}
UNITS: Final = {".pdf": "page", ".docx": "paragraph"}
"""In what the place of evidence is counted where a format has no lines."""
STEPS: Final = {
    "ai-system": "AI system",
    "scope": "Scope",
    "roles": "Roles",
    "prohibited": "Prohibited practices",
    "annex-i": "Annex I",
    "annex-iii": "Annex III",
    "article-6-3": "Filter",
    "transparency": "Transparency",
    "gpai": "Model",
    "conformity-route": "Conformity route",
    "registration": "Registration",
    "supervisor": "Authority",
    "dates": "Dates",
}
"""The steps of the argument behind a classification."""
STATUSES: Final[dict[Status, str]] = {
    "unmet": "not satisfied",
    "upcoming": "coming",
    "conditional": "tied to a condition",
    "undetermined": "undetermined",
    "not_covered": "not covered by a rule",
    "waived": "waived",
    "standing": "standing (no event open)",
    "met": "satisfied",
    "not_applicable": "not applicable",
}
"""In the order in which a person wants to read them."""

# what neither XML nor a terminal nor a browser should be given: noncharacters, lone surrogates, invisible marks
_UNPRINTABLE: Final = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u061c\u200b\u2028\u2029\ufeff]")


def clean(text: str, limit: int = 0) -> str:
    """Return text from a repository on one line, harmless in every format, and no longer than `limit` if given."""
    shown = text if not limit or len(text) <= limit else text[: limit - 1] + "…"
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", harmless(shown))


def plural(count: int, noun: str) -> str:
    """Return the count with its noun: `1 rule`, `2 rules`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def wrapped(text: str, first: int, then: int) -> list[str]:
    """Return text in lines for a terminal, the first indented by `first` and the others by `then`."""
    return textwrap.wrap(
        clean(text), WIDTH, initial_indent=" " * first, subsequent_indent=" " * then, break_on_hyphens=False
    )


def title(system: System) -> str:
    """Return the name and version by which people know a system."""
    return clean(" ".join(filter(None, [system["name"] or system["id"], system["version"]])), 200)


_DECIDE_THE_CLASS: Final = frozenset({"prohibited", "annex-i", "annex-iii"})


def class_names(system: System) -> list[str]:
    """Return the classes of a system in words; the least of them holds only as far as the questions are answered."""
    steps = objects(system["classification"] or {}, "steps")
    open_ones = {str(step.get("step")) for step in steps if step.get("result") == "open"}
    is_open = not open_ones.isdisjoint(_DECIDE_THE_CLASS)
    least = f"{CLASSES['minimal']} as far as answered" if is_open else CLASSES["minimal"]
    return [least if name == "minimal" else CLASSES.get(name, name) for name in system["classes"]]


def roles(system: System) -> list[str]:
    """Return the operator roles in words."""
    return [clean(role.replace("_", " ")) for role in system["roles"]]


def unanswered(finding: Finding) -> list[Element]:
    """Return the elements of the duty that the evidence does not answer."""
    return [element for element in finding["elements"] if element["state"] not in ANSWERED]


def binds(finding: Finding) -> bool:
    """Tell whether the duty of a finding is in force, waived or not."""
    return finding["status"] == "unmet" or ("waiver" in finding and finding["days_left"] is None)


def when(finding: Finding) -> str:
    """Say since when, or from when, the duty of a finding binds."""
    return ", ".join(timing(finding))


def timing(finding: Finding, day: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the parts of that sentence, each day as `day` writes it."""
    if finding["due"]:
        yield f"in force since {day(finding['due'])}" if binds(finding) else f"due {day(finding['due'])}"
    elif finding["status"] in ("upcoming", "conditional"):
        yield "no fixed date"
    if finding["days_left"]:
        yield f"{plural(finding['days_left'], 'day')} left"
    if finding["condition"]:
        yield clean(finding["condition"])
    if finding["disputed"]:
        yield f"disputed reading {clean(finding['disputed'])}"


def concession(finding: Finding) -> str:
    """Say who answers for a waived finding and until when, or since when a baseline knows it."""
    parts = []
    if waiver := finding.get("waiver"):
        told = f"waived by {clean(waiver['owner'], 200)} until {waiver['expires']}: {clean(waiver['reason'], 500)}"
        more = [f"ticket {clean(waiver['ticket'], 200)}"] if waiver["ticket"] else []
        more += [f"approved by {clean(waiver['approved_by'], 200)}"] if waiver["approved_by"] else []
        parts.append(told + (f" ({', '.join(more)})" if more else ""))
    if known := finding.get("baseline"):
        parts.append(
            f"known since {known['first_seen']} ({plural(known['days'], 'day')}), so it warns and does not block"
        )
    return "; ".join(parts)


def marked(finding: Finding, text: str) -> str:
    """Return a text about a finding, marked when the merge base did not have it."""
    return f"new: {text}" if finding.get("change") == "new" else text


def comparison(report: Report) -> str:
    """Say with what the report was compared, and how many findings are new, unchanged and fixed."""
    base = report.get("base")
    if base is None:
        return ""
    counts = [f"{report['counts'][word]:,} {word}" for word in ("new", "unchanged", "fixed")]
    return f"Compared with the merge base with {clean(base['ref'], 200)} ({base['commit'][:12]}): {', '.join(counts)}."


def place(file: str | None, line: int | None) -> str:
    """Return `file:line`, as editors and people read it; a format without lines is counted in pages or paragraphs."""
    if not file:
        return ""
    unit = next((unit for suffix, unit in UNITS.items() if file.lower().endswith(suffix)), None)
    if unit:
        return clean(file, 500) + (f", {unit} {line}" if line else "")
    return f"{clean(file, 500)}:{line or 1}"


def where_seen(element: Element) -> str:
    """Return the place of an element; what is missing stands on no page."""
    missing = element["state"] == "missing" and not lined(element["file"] or "")
    return place(element["file"], None if missing else element["line"])


def lined(file: str) -> bool:
    """Say whether a file has lines that an editor can go to."""
    return not file.lower().endswith(tuple(UNITS))


def asked_and_seen(element: Element) -> str:
    """Return what the Act asks for, and in brackets what was seen instead, if the evidence says more than its state."""
    asked, seen = element["text"].removesuffix("."), element.get("note", "").removesuffix(".")
    if not asked or not seen or asked == seen:
        return seen or element["text"]
    return f"{asked} ({seen})"


def element_line(element: Element) -> str:
    """Return one line about an element: its number, its state, where it was looked for, what the Act asks."""
    head = " ".join(filter(None, [clean(element["ref"]), element["state"]]))
    text = clean(asked_and_seen(element), 700)
    where = where_seen(element)
    return head + (f" in {where}" if where else "") + (f": {text}" if text else "")


def paragraphs(finding: Finding) -> Iterator[str]:
    """Yield a finding as lines of plain text: what is missing, from when, each open part, and how to mend it."""
    provisions = ", ".join(map(clean, finding["provisions"]))
    head = clean(finding["title"], 500) + (f" ({provisions})" if provisions else "")
    yield f"{head}: {clean(finding['message'], 2000)}"
    if told := when(finding):
        yield told
    if told := concession(finding):
        yield told
    missing = unanswered(finding)
    if missing:
        yield from (f"- {element_line(element)}" for element in missing)
    else:
        yield from (f"- {clean(reason, 2000)}" for reason in finding["reasons"] if reason != finding["message"])
    if finding["remediation"]:
        yield f"fix: {clean(finding['remediation'], 2000)}"


def fine(penalty: Penalty) -> str:
    """Return the upper frame of a fine in words."""
    parts = []
    if penalty["max_eur"] is not None:
        parts.append(f"EUR {penalty['max_eur']:,}")
    if penalty["max_turnover_pct"] is not None:
        parts.append(f"{penalty['max_turnover_pct']:g} % of worldwide annual turnover")
    frame = f"up to {' or '.join(parts)}" if parts else "no Union frame"
    return f"{frame} ({clean(penalty['basis'])})" if penalty["basis"] else frame


def urgency(finding: Finding) -> tuple[int, str, str, int, str]:
    """Order findings: severity, due date, path, line, rule."""
    where = finding["location"]
    severity = SEVERITIES.index(finding["severity"])
    return (severity, finding["due"] or "9999", where["file"], where["line"], finding["rule"])

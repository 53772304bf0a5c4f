# SPDX-License-Identifier: Apache-2.0
"""The report for a person at a terminal: the verdict, what blocks, what is coming, what needs a person."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from aiact_gate.model import ANSWERED, Element, Finding, Report, System, Verdict
from aiact_gate.report.ansi import Paint, harmless, harmless_tree
from aiact_gate.report.words import RULES_URL, binds, comparison, concession, fine, rule_url

_COLOUR: Final[dict[Verdict, str]] = {"pass": "green", "warn": "yellow", "block": "red", "error": "red"}
_SAID: Final = {"error": "blocking", "warning": "to look at", "note": "good to have"}
_SHOWN_ELEMENTS: Final = 6
_WIDTH: Final = 110
_CLASS_NAMES: Final = {
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


def render(report: Report, *, colour: bool = False, verbose: bool = False) -> str:
    """Return the report as text; `verbose` shows every element and what is met."""
    paint = Paint(colour)
    parts = [_headline(report, paint)]
    parts += [f"note: {note}" for note in harmless_tree(report["notes"])]
    for system in report["systems"]:  # one after the other: a harmless copy of a thousand would double a run's memory
        parts.append("\n".join(["", *_system(harmless_tree(system), paint, verbose=verbose)]))
    if any(system["findings"] for system in report["systems"]):
        parts += ["", f"About a rule: `aiact-gate explain RULE`, or {RULES_URL}RULE/"]
    parts += ["", *textwrap.wrap(harmless(report["disclaimer"]), _WIDTH)]
    return "\n".join(parts) + "\n"


def _headline(report: Report, paint: Paint) -> str:
    counts = report["counts"]
    findings = [f"{_plural(counts[key], 'finding')} {says}" for key, says in _SAID.items() if counts[key]]
    verdict = paint(report["verdict"].upper(), _COLOUR[report["verdict"]], "bold")
    systems = _plural(counts["systems"], "system")
    told = ", ".join(f"{counts[word]} {word}" for word in ("block", "warn", "pass") if counts[word])
    several = f" ({told})" if counts["systems"] > 1 else ""
    headline = (
        f"{verdict}  {systems} on {harmless(report['as_of'])}{several}: {', '.join(findings) or 'nothing is missing'}"
    )
    compared = comparison(report)
    return f"{headline}\n{harmless(compared)}" if compared else headline


def _system(system: System, paint: Paint, *, verbose: bool) -> Iterator[str]:
    title = " ".join(filter(None, [system["name"] or system["id"], system["version"]]))
    verdict = paint(system["verdict"], _COLOUR[system["verdict"]], "bold")
    yield f"{paint(harmless(title), 'bold')}  {verdict}  {harmless(system['manifest'])}"
    if system["classes"]:
        yield "  " + _classified(system)
    findings = system["findings"]
    yield from _section("Blocks the release", [f for f in findings if f["severity"] == "error"], "red", paint, verbose)
    warnings = [f for f in findings if f["severity"] == "warning"]
    coming = [f for f in warnings if f["status"] in ("upcoming", "conditional")]
    waived = [f for f in warnings if f["status"] == "waived"]
    yield from _section("Coming", coming, "yellow", paint, verbose)
    yield from _section("Needs a person", [f for f in warnings if f not in coming + waived], "yellow", paint, verbose)
    yield from _section("Waived", waived, "yellow", paint, verbose)
    yield from _section("Good to have", [f for f in findings if f["severity"] == "note"], "dim", paint, verbose)
    if fixed := system.get("fixed"):
        yield ""
        yield paint(f"  Fixed ({len(fixed)})", "green", "bold")
        yield from _indent("", ", ".join(sorted({gone["rule"] for gone in fixed})))
    yield from _coverage(system, verbose)


def _classified(system: System) -> str:
    classes = ", ".join(_CLASS_NAMES.get(name, name) for name in system["classes"])
    points = f" ({', '.join(system['points'])})" if system["points"] else ""
    roles = ", ".join(role.replace("_", " ") for role in system["roles"])
    return f"{classes}{points} · {roles or 'no role declared'}"


def _section(title: str, findings: list[Finding], colour: str, paint: Paint, verbose: bool) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield paint(f"  {title} ({len(findings)})", colour, "bold")
    for finding in findings:
        yield from _finding(finding, paint, verbose=verbose)


def _finding(finding: Finding, paint: Paint, *, verbose: bool) -> Iterator[str]:
    where = finding["location"]
    place = f"{harmless(where['file'])}:{where['line']}:{where['column']}"
    new = paint("new  ", "bold") if finding.get("change") == "new" else ""
    yield f"  {place}  {new}{paint(finding['rule'], 'bold')}"
    provisions = f" ({', '.join(finding['provisions'])})" if finding["provisions"] else ""
    yield f"      {harmless(finding['title'])}{provisions}: {harmless(finding['message'])}"
    if when := _when(finding):
        yield f"      {when}"
    if conceded := concession(finding):
        yield from _indent("", conceded)
    if finding["severity"] == "note" and not verbose:
        return
    open_elements = [e for e in finding["elements"] if e["state"] not in ANSWERED]
    if len(open_elements) > 1 and not verbose and all(e["state"] == "missing" and not e["file"] for e in open_elements):
        yield from _indent("asks for ", ", ".join(element["ref"] for element in open_elements))
        yield from _indent("fix: ", finding["remediation"])
        return
    shown = open_elements if verbose else open_elements[:_SHOWN_ELEMENTS]
    yield from (f"        {_element(element)}" for element in shown)
    if len(open_elements) > len(shown):
        yield f"        … and {len(open_elements) - len(shown)} more (--verbose shows all)"
    if not open_elements:
        yield from (f"        {harmless(reason)}" for reason in finding["reasons"] if reason != finding["message"])
    if finding["remediation"]:
        yield from _indent("fix: ", finding["remediation"])
    if verbose:
        for penalty in finding["penalties"]:
            yield from _indent("fine frame: ", f"{fine(penalty)}; {penalty['rule']}")
        yield f"      page: {rule_url(finding['rule'])}"


def _when(finding: Finding) -> str:
    disputed = f" · disputed reading {finding['disputed']}" if finding["disputed"] else ""
    if binds(finding):
        return (f"in force since {finding['due']}" if finding["due"] else "") + disputed
    due = f"due {finding['due']}" if finding["due"] else "no fixed date"
    if finding["days_left"]:
        due += f", {_plural(finding['days_left'], 'day')} left"
    return f"{due}{': ' + finding['condition'] if finding['condition'] else ''}{disputed}"


def _element(element: Element) -> str:
    place = f"{harmless(element['file'])}:{element['line'] or 1}  " if element["file"] else ""
    told = element.get("note") or element["text"]
    if element["file"] and element["text"].endswith(".") and told != element["text"]:
        told = f"{element['text']} ({told})"  # a question of the manifest, and who answers it
    return f"{place}{harmless(element['ref'])}  {element['state']}" + (f": {harmless(told)}" if told else "")


def _coverage(system: System, verbose: bool) -> Iterator[str]:
    rows = system["obligations"]
    uncovered = [row for row in rows if row["status"] == "not_covered"]
    if uncovered:
        yield ""
        yield f"  Not covered by a rule ({len(uncovered)})"
        yield from _indent("", ", ".join(f"{row['provision']} [{row['id']}]" for row in uncovered))
    if verbose and (met := [row["provision"] for row in rows if row["status"] == "met"]):
        yield ""
        yield f"  Satisfied ({len(met)})"
        yield from _indent("", ", ".join(met))


def _indent(label: str, text: str) -> Iterable[str]:
    return textwrap.wrap(
        label + harmless(text),
        _WIDTH,
        initial_indent=" " * 6,
        subsequent_indent=" " * (6 + len(label)),
        break_on_hyphens=False,
    )


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")

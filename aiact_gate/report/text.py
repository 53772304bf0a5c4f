# SPDX-License-Identifier: Apache-2.0
"""The report for a person at a terminal: the verdict, what blocks, what is coming, what needs a person."""

from collections.abc import Iterator
from typing import Final

from aiact_gate.links import DOCS_URL, rule_url
from aiact_gate.model import Element, Finding, Report, System, Verdict
from aiact_gate.report.ansi import Paint, harmless, harmless_tree
from aiact_gate.report.words import (
    asked_and_seen,
    class_names,
    comparison,
    concession,
    fine,
    place,
    plural,
    roles,
    title,
    unanswered,
    when,
    where_seen,
    wrapped,
)

_COLOUR: Final[dict[Verdict, str]] = {
    "untouched": "yellow",
    "pass": "green",
    "warn": "yellow",
    "block": "red",
    "error": "red",
}
_SAID: Final = {"error": "blocking", "warning": "to look at", "note": "good to have"}
_SHOWN_ELEMENTS: Final = 6


def render(report: Report, *, colour: bool = False, verbose: bool = False) -> str:
    """Return the report as text; `verbose` shows every element and what is met."""
    paint = Paint(colour)
    parts = [_headline(report, paint)]
    parts += [f"note: {note}" for note in harmless_tree(report["notes"])]
    for system in report["systems"]:  # one after the other: a harmless copy of a thousand would double a run's memory
        parts.append("\n".join(["", *_system(harmless_tree(system), paint, verbose=verbose)]))
    if any(system["findings"] for system in report["systems"]):
        parts += ["", f"About a rule: `aiact-gate explain RULE`, or {DOCS_URL}rules/RULE.md"]
    parts += ["", *wrapped(report["disclaimer"], 0, 0)]
    return "\n".join(parts) + "\n"


def _headline(report: Report, paint: Paint) -> str:
    counts = report["counts"]
    findings = [f"{plural(counts[key], 'finding')} {says}" for key, says in _SAID.items() if counts[key]]
    verdict = paint(report["verdict"].upper(), _COLOUR[report["verdict"]], "bold")
    systems = plural(counts["systems"], "system")
    told = ", ".join(f"{counts[word]} {word}" for word in ("block", "warn", "pass") if counts[word])
    several = f" ({told})" if counts["systems"] > 1 else ""
    nothing = "nothing is missing" if report["systems"] else "nothing was judged"
    headline = f"{verdict}  {systems} on {harmless(report['as_of'])}{several}: {', '.join(findings) or nothing}"
    compared = comparison(report)
    return f"{headline}\n{harmless(compared)}" if compared else headline


def _system(system: System, paint: Paint, *, verbose: bool) -> Iterator[str]:
    verdict = paint(system["verdict"], _COLOUR[system["verdict"]], "bold")
    yield f"{paint(title(system), 'bold')}  {verdict}  {harmless(system['manifest'])}"
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
    points = f" ({', '.join(system['points'])})" if system["points"] else ""
    return f"{', '.join(class_names(system))}{points} · {', '.join(roles(system)) or 'no role declared'}"


def _section(heading: str, findings: list[Finding], colour: str, paint: Paint, verbose: bool) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield paint(f"  {heading} ({len(findings)})", colour, "bold")
    for finding in findings:
        yield from _finding(finding, paint, verbose=verbose)


def _finding(finding: Finding, paint: Paint, *, verbose: bool) -> Iterator[str]:
    where = finding["location"]
    new = paint("new  ", "bold") if finding.get("change") == "new" else ""
    yield f"  {place(where['file'], where['line'])}:{where['column']}  {new}{paint(finding['rule'], 'bold')}"
    provisions = f" ({', '.join(finding['provisions'])})" if finding["provisions"] else ""
    yield f"      {harmless(finding['title'])}{provisions}: {harmless(finding['message'])}"
    if told := when(finding):
        yield f"      {told}"
    if conceded := concession(finding):
        yield from _indent("", conceded)
    if finding["severity"] == "note" and not verbose:
        return
    open_elements = unanswered(finding)
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


def _element(element: Element) -> str:
    where = f"{where_seen(element)}  " if element["file"] else ""
    told = asked_and_seen(element)
    return f"{where}{harmless(element['ref'])}  {element['state']}" + (f": {harmless(told)}" if told else "")


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
    if verbose and (satisfied := system["rules"].get("met")):
        yield ""
        yield f"  Satisfied rules ({len(satisfied)})"
        yield from _indent("", ", ".join(satisfied))


def _indent(label: str, text: str) -> list[str]:
    return wrapped(label + text, 6, 6 + len(label))

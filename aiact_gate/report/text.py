# SPDX-License-Identifier: Apache-2.0
"""The report for a person at a terminal: the verdict, what blocks, what is coming, what needs a person."""

from collections.abc import Iterator
from typing import Final

from aiact_gate.links import DOCS_URL, rule_url
from aiact_gate.model import Element, Finding, Report, System, Verdict
from aiact_gate.report.ansi import Paint, harmless, harmless_tree
from aiact_gate.report.sections import BLOCKS, GOOD, sections
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
_SECTIONS: Final = {BLOCKS: "red", GOOD: "dim"}
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
    for heading, findings in sections(system["findings"]).items():
        yield ""
        yield paint(f"  {heading} ({len(findings)})", _SECTIONS.get(heading, "yellow"), "bold")
        for finding in findings:
            yield from _finding(finding, paint, verbose=verbose)
    if fixed := system.get("fixed"):
        yield ""
        yield paint(f"  Fixed ({len(fixed)})", "green", "bold")
        yield from _indent("", ", ".join(sorted({gone["rule"] for gone in fixed})))
    yield from _coverage(system, verbose)


def _classified(system: System) -> str:
    points = f" ({', '.join(system['points'])})" if system["points"] else ""
    return f"{', '.join(class_names(system))}{points} · {', '.join(roles(system)) or 'no role declared'}"


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
    yield from _parts(finding, verbose)
    if finding["remediation"]:
        yield from _indent("fix: ", finding["remediation"])
    if verbose:
        for penalty in finding["penalties"]:
            yield from _indent("fine frame: ", f"{fine(penalty)}; {penalty['rule']}")
        yield f"      page: {rule_url(finding['rule'])}"


def _parts(finding: Finding, verbose: bool) -> Iterator[str]:
    """Yield what is not answered, or where nothing has parts, why the finding stands."""
    left = unanswered(finding)
    if len(left) > 1 and not verbose and all(part["state"] == "missing" and not part["file"] for part in left):
        yield from _indent("asks for ", ", ".join(part["ref"] for part in left))
        return
    shown = left if verbose else left[:_SHOWN_ELEMENTS]
    reasons = [] if left else [reason for reason in finding["reasons"] if reason != finding["message"]]
    for told in (*map(_element, shown), *reasons):
        yield from wrapped(told, 8, 10)
    if len(left) > len(shown):
        yield f"        … and {len(left) - len(shown)} more (--verbose shows all)"


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

# SPDX-License-Identifier: Apache-2.0
"""The report as Markdown, for a step summary or a comment; everything from the repository is escaped."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from aiact_gate.links import rule_url
from aiact_gate.model import Finding, Report, System
from aiact_gate.report.sections import COMING, sections
from aiact_gate.report.words import (
    STATUSES,
    VERDICTS,
    class_names,
    clean,
    comparison,
    concession,
    element_line,
    fine,
    place,
    plural,
    roles,
    title,
    unanswered,
    urgency,
    when,
)

MAX_BYTES: Final = 900_000
"""GitHub refuses a step summary above 1,024 kB."""

_FOOT: Final = 4_000
_SHOWN_ELEMENTS: Final = 12
_ENTITIES: Final = {char: f"&#{ord(char)};" for char in "&<>@|#`$"}
_SPECIAL: Final = re.compile(r"[\\*_\[\]~!{}]")
# a list, a rule, a heading or a number at the start of a line, and what a reader turns into a link by itself
_AT_START: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_LINKS: Final = re.compile(r"(?i)(?<=http)(s?):|(?<=ftp)():|(?<=mailto)():|(?<=xmpp)():|(?<=www)\.")


def render(report: Report) -> str:
    """Return the verdicts, the findings and what is coming; what does not fit is counted, never cut in silence."""
    foot = ["", f"> {escape(report['disclaimer'], 1_000)}", ""]
    lines: list[str] = []
    left = MAX_BYTES - _FOOT
    hidden = 0
    for findings, block in _blocks(report):
        size = sum(len(line.encode()) + 1 for line in block)
        if size > left:
            hidden += findings
            left = 0  # the report is read from the top: nothing follows a gap
        else:
            lines += block
            left -= size
    if left == 0:
        lines += ["", f"… {plural(hidden, 'finding')} more: see the JSON or HTML report."]
    return "\n".join([*lines, *foot])


def escape(text: str, limit: int = 2_000) -> str:
    """Return text from the repository that Markdown shows as it is, in a line or in a table's cell."""
    shown = "".join(_ENTITIES.get(char, char) for char in clean(text, limit).strip())
    shown = _SPECIAL.sub(lambda match: "\\" + match[0], shown)
    shown = _LINKS.sub(lambda match: (match[1] or "") + f"&#{ord(match[0][-1])};", shown)
    return _AT_START.sub(lambda match: match[1] + f"&#{ord(match[2][0])};" + match[2][1:], shown)


def _blocks(report: Report) -> Iterator[tuple[int, list[str]]]:
    """Yield what belongs together, with the number of findings in it."""
    yield 0, list(_head(report))
    for system in report["systems"]:
        yield 0, [_row(system)]
    for system in report["systems"]:
        yield 0, ["", f"## {escape(title(system))}: {system['verdict']}", "", *_about(system)]
        yield from _findings(system)
        yield 0, list(_rest(system))


def _head(report: Report) -> Iterator[str]:
    yield f"# {VERDICTS[report['verdict']]}"
    yield ""
    law = report["law"]
    yield (
        f"{plural(len(report['systems']), 'system')} on {report['as_of']}, verdict **{report['verdict']}**. "
        f"Law data of {escape(law['version'])}, text {escape(law['consolidated'])}."
    )
    if compared := comparison(report):
        yield ""
        yield escape(compared)
    for note in report["notes"]:
        yield ""
        yield f"Note: {escape(note)}"
    yield ""
    yield "| system | verdict | class | roles | errors | warnings | notes |"
    yield "| --- | --- | --- | --- | ---: | ---: | ---: |"


def _row(system: System) -> str:
    counts = [sum(f["severity"] == level for f in system["findings"]) for level in ("error", "warning", "note")]
    cells = [
        escape(title(system)),
        f"**{system['verdict']}**",
        escape(", ".join(class_names(system))) or "none",
        escape(", ".join(roles(system))) or "none",
        *map(str, counts),
    ]
    return f"| {' | '.join(cells)} |"


def _about(system: System) -> Iterator[str]:
    yield f"Manifest {escape(system['manifest'])}" + (
        f", {escape(', '.join(system['points']))}" if system["points"] else ""
    )


def _findings(system: System) -> Iterator[tuple[int, list[str]]]:
    groups = sections(sorted(system["findings"], key=urgency))
    coming = groups.pop(COMING, [])
    for name, group in groups.items():
        for number, finding in enumerate(group):
            heading = [] if number else ["", f"### {name} ({len(group)})", ""]
            yield 1, [*heading, *_finding(finding)]
    if coming:
        header = ["| due | days left | duty | what is missing |", "| --- | ---: | --- | --- |"]
        yield 0, ["", f"### {COMING} ({len(coming)})", "", *header]
    for finding in coming:
        yield 1, [_coming(finding)]


def _finding(finding: Finding) -> Iterator[str]:
    provisions = f" ({escape(', '.join(finding['provisions']))})" if finding["provisions"] else ""
    yield f"- {_new(finding)}**{escape(finding['title'], 500)}**{provisions}: {escape(finding['message'])}  "
    where = escape(place(finding["location"]["file"], finding["location"]["line"]))
    yield f"  {where}, {_link(finding)}" + (f", {escape(when(finding))}" if when(finding) else "")
    if told := concession(finding):
        yield f"  - {escape(told)}"
    missing = unanswered(finding)
    yield from (f"  - {escape(element_line(element))}" for element in missing[:_SHOWN_ELEMENTS])
    if len(missing) > _SHOWN_ELEMENTS:
        yield f"  - … {len(missing) - _SHOWN_ELEMENTS} more"
    if not missing:
        yield from (f"  - {escape(reason)}" for reason in finding["reasons"] if reason != finding["message"])
    if finding["remediation"]:
        yield f"  - Fix: {escape(finding['remediation'])}"
    if finding["severity"] == "error" and finding["penalties"]:
        yield f"  - Fine: {escape('; '.join(map(fine, finding['penalties'])))}"


def _new(finding: Finding) -> str:
    return "New: " if finding.get("change") == "new" else ""


def _coming(finding: Finding) -> str:
    days = "" if finding["days_left"] is None else f"{finding['days_left']:,}"
    due = escape(finding["condition"] or "") if finding["due"] is None else finding["due"]
    missing = unanswered(finding)
    parts = f" ({escape(', '.join(e['ref'] for e in missing[:_SHOWN_ELEMENTS]))})" if missing else ""
    cells = [
        due,
        days,
        f"{_new(finding)}{escape(finding['title'], 500)}, {_link(finding)}",
        escape(finding["message"]) + parts,
    ]
    return f"| {' | '.join(cells)} |"


def _link(finding: Finding) -> str:
    return f"[{escape(finding['rule'], 200)}]({rule_url(finding['rule'])})"


def _rest(system: System) -> Iterable[str]:
    """Tell what is fixed, and count what is neither a finding nor left out: the other obligations of the system."""
    fixed = sorted({gone["rule"] for gone in system.get("fixed", [])})
    told = ["", f"Fixed: {escape(', '.join(fixed))}."] if fixed else []
    return [*told, *_duties(system)]


def _duties(system: System) -> Iterable[str]:
    duties, rules = system["obligations"], system["rules"]
    by_duty = {status: sum(duty["status"] == status for duty in duties) for status in STATUSES}
    by_rule = {status: len(rules.get(status, [])) for status in STATUSES}
    for noun, counts in (("obligation", by_duty), ("rule", by_rule)):
        told = [f"{count} {STATUSES[status]}" for status, count in counts.items() if count]
        if told:
            yield from ("", f"{plural(sum(counts.values()), noun)}: {', '.join(told)}.")

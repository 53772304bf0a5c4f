# SPDX-License-Identifier: Apache-2.0
"""The report as JUnit XML: a suite a system, a case a rule.

Written with the standard library: a JUnit package would escape the same way, and none removes what XML cannot hold.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from aiact_gate.links import rule_url
from aiact_gate.model import Finding, Fixed, Obligation, Report, Status, System
from aiact_gate.report.words import STATUSES, clean, marked, paragraphs, place, title

_SKIPPED: Final[tuple[Status, ...]] = ("undetermined", "waived", "not_applicable")
_Entry = TypeVar("_Entry", Finding, Fixed, Obligation)


def render(report: Report) -> str:
    """Return the suites; a failure is what blocks, or what is in force, unsatisfied and warned of."""
    root = Element("testsuites", name="aiact-gate")
    names: Counter[str] = Counter()
    for system in report["systems"]:
        root.append(_suite(system, report, names))
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(system: System, report: Report, names: Counter[str]) -> Element:
    suite = Element("testsuite", name=_unique(clean(system["id"], 200), names), errors="0", time="0")
    suite.set("timestamp", f"{report['as_of']}T00:00:00")
    properties = SubElement(suite, "properties")
    about = {
        "system": title(system),
        "manifest": clean(system["manifest"]),
        "verdict": system["verdict"],
        "classes": ", ".join(system["classes"]),
        "law": clean(report["law"]["version"]),
        **_compared(system, report),
    }
    for name, value in about.items():
        SubElement(properties, "property", name=name, value=value)
    suite.extend(_cases(system, suite.get("name", "")))
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return suite


def _compared(system: System, report: Report) -> dict[str, str]:
    base = report.get("base")
    if base is None:
        return {}
    changes = [finding.get("change") for finding in system["findings"]]
    counts = {
        "new": changes.count("new"),
        "unchanged": changes.count("unchanged"),
        "fixed": len(system.get("fixed", [])),
    }
    return {
        "base": f"{clean(base['ref'], 200)} {base['commit']}",
        **{name: str(count) for name, count in counts.items()},
    }


def _unique(name: str, seen: Counter[str]) -> str:
    """Return the name, numbered when it was seen before: readers merge cases of one name."""
    number = seen[name] = seen[name] + 1
    return name if number == 1 else _unique(f"{name} ({number})", seen)


def _cases(system: System, suite: str) -> Iterator[Element]:
    """Yield a case for every rule, and for whatever else was found, fixed, or is behind an obligation."""
    names: Counter[str] = Counter()
    findings, fixed = _by_rule(system["findings"]), _by_rule(system.get("fixed", []))
    duties = _by_rule(duty for duty in system["obligations"] if duty["rule"])
    states = {rule: status for status, rules in system["rules"].items() for rule in rules}
    for rule in sorted({*findings, *fixed, *duties, *states}):
        case = Element("testcase", classname=suite, name=_unique(clean(rule, 200), names), time="0")
        if rule in findings:
            _by_findings(case, findings[rule])
        elif rule in fixed:
            told = (f"fixed: {clean(gone['message'], 1000)}" for gone in fixed[rule])
            SubElement(case, "system-out").text = "\n".join(told)
        elif rule in duties:
            _by_duties(case, duties[rule])
        else:
            _by_state(case, states[rule])
        yield case


def _by_rule(entries: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        groups.setdefault(entry["rule"] or "", []).append(entry)
    return groups


def _by_findings(case: Element, findings: list[Finding]) -> None:
    failing = [finding for finding in findings if _fails(finding)]
    if failing:
        _told(case, "failure", failing).set("type", failing[0]["severity"])
    elif all(finding["status"] in _SKIPPED for finding in findings):
        _told(case, "skipped", findings)
    else:
        SubElement(case, "system-out").text = "\n\n".join(map(_text, findings))


def _fails(finding: Finding) -> bool:
    if finding["status"] == "waived":
        return False
    return finding["severity"] == "error" or (finding["status"] == "unmet" and finding["severity"] == "warning")


def _told(case: Element, tag: str, findings: list[Finding]) -> Element:
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    message = f"{STATUSES[findings[0]['status']]}: {clean(findings[0]['message'], 1000)}{more}"
    told = SubElement(case, tag, message=marked(findings[0], message))
    told.text = "\n\n".join(map(_text, findings))
    return told


def _by_duties(case: Element, duties: list[Obligation]) -> None:
    """State a rule without a finding: what is not proven fails, what is open is skipped, and the rest passes."""
    by_status: dict[Status, list[Obligation]] = defaultdict(list)
    for duty in duties:
        by_status[duty["status"]].append(duty)
    told = "\n".join(_duties(by_status))
    open_ones = [status for status in _SKIPPED if status in by_status]
    if "unmet" in by_status:
        SubElement(case, "failure", type="error", message=STATUSES["unmet"]).text = told
    elif open_ones and "met" not in by_status:
        SubElement(case, "skipped", message=STATUSES[open_ones[0]]).text = told
    elif set(by_status) - {"met"}:
        SubElement(case, "system-out").text = told


def _by_state(case: Element, status: Status) -> None:
    """State a rule that has neither a finding nor an obligation that concerns the system."""
    if status in _SKIPPED:
        SubElement(case, "skipped", message=STATUSES[status])
    elif status != "met":
        SubElement(case, "system-out").text = STATUSES[status]


def _duties(by_status: dict[Status, list[Obligation]]) -> Iterator[str]:
    for status, duties in by_status.items():
        for duty in duties:
            reason = f": {clean(duty['reason'])}" if duty["reason"] else ""
            yield f"{clean(duty['provision'])} {clean(duty['title'])} [{clean(duty['id'])}]: {STATUSES[status]}{reason}"


def _text(finding: Finding) -> str:
    where = finding["location"]
    states = [finding["severity"], STATUSES[finding["status"]], finding.get("change", "")]
    head = f"{place(where['file'], where['line'])} {', '.join(filter(None, states))}"
    return "\n".join([head.strip(), *paragraphs(finding), rule_url(finding["rule"])])

# SPDX-License-Identifier: Apache-2.0
"""The report as SARIF 2.1.0, within the limits up to which code scanning keeps results, locations and tags."""

import json
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from aiact_gate.links import PROJECT_URL, rule_url
from aiact_gate.model import Element, Finding, Report, System
from aiact_gate.report.words import (
    clean,
    concession,
    fine,
    lined,
    paragraphs,
    plural,
    unanswered,
    urgency,
    where_seen,
)

MAX_RESULTS: Final = 5_000
_MAX_RELATED: Final = 100
_MAX_TAGS: Final = 10
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_Object = dict[str, Any]


def render(report: Report) -> str:
    """Return one run with one result a finding; the worst results are kept where there are too many."""
    pairs = [(finding, system) for system in report["systems"] for finding in system["findings"]]
    kept = sorted(pairs, key=lambda pair: (pair[0]["status"] == "waived", urgency(pair[0])))[:MAX_RESULTS]
    # consumers want all results of a run to say whether they are suppressed, or none
    waiving = any(finding["status"] == "waived" for finding, _ in kept)
    comparing = all("change" in finding for finding, _ in kept)  # the same for how they stand to the merge base
    rules = _rules(finding for finding, _ in kept)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    run: _Object = {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": "aiact-gate/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that was checked."}}},
        "invocations": [_invocation(report, len(pairs) - len(kept))],
        "results": [
            {**_result(finding, system, index, waiving), **_baseline(finding, comparing)} for finding, system in kept
        ],
        "properties": {
            "verdict": report["verdict"],
            "asOf": report["as_of"],
            "law": report["law"],
            "disclaimer": report["disclaimer"],
        },
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(report: Report, rules: list[_Object]) -> _Object:
    return {
        "name": clean(report["tool"]["name"]),
        "version": clean(report["tool"]["version"]),
        "informationUri": PROJECT_URL,
        "rules": rules,
    }


def _rules(findings: Iterable[Finding]) -> list[_Object]:
    first = {finding["rule"]: finding for finding in sorted(findings, key=lambda f: f["rule"], reverse=True)}
    return [_rule(first[rule]) for rule in sorted(first)]


def _rule(finding: Finding) -> _Object:
    provisions = [clean(provision) for provision in finding["provisions"]]
    return {
        "id": _rule_id(finding),
        "shortDescription": {"text": clean(finding["title"], 1000) or finding["rule"]},
        "fullDescription": {"text": _sentence(finding["title"], provisions)},
        "help": {"text": clean(finding["remediation"], 1000) or "See the page of the rule."},
        "helpUri": rule_url(finding["rule"]),
        "properties": {"tags": ["eu-ai-act", *dict.fromkeys(provisions)][:_MAX_TAGS], "provisions": provisions},
    }


def _sentence(title: str, provisions: list[str]) -> str:
    return clean(title, 1000) + (f" ({', '.join(provisions)})." if provisions else ".")


def _rule_id(finding: Finding) -> str:
    return f"aiact/{quote(finding['rule'], safe='/')}"


def _invocation(report: Report, dropped: int) -> _Object:
    texts = [clean(note) for note in report["notes"]]
    if dropped:
        left = plural(dropped, "result")
        texts.append(f"{left} more: the worst {MAX_RESULTS:,} are here; the JSON report has them all.")
    unread = report["left_out"][:_MAX_RELATED]
    texts += [f"{clean(item['path'])} was not read: {clean(item['reason'])}" for item in unread]
    notifications = [{"level": "note", "message": {"text": _plain(text)}} for text in texts]
    return {"executionSuccessful": report["verdict"] != "error", "toolExecutionNotifications": notifications}


def _result(finding: Finding, system: System, index: dict[str, int], waiving: bool) -> _Object:
    where = finding["location"]
    file = where["file"] or system["manifest"]
    result: _Object = {
        "ruleId": _rule_id(finding),
        "ruleIndex": index[_rule_id(finding)],
        "level": finding["severity"],
        "message": {"text": _plain("\n".join(paragraphs(finding)))},
        "locations": [_location(file, where["line"], where["column"])],
        "partialFingerprints": {"aiactGateFinding/v1": finding["fingerprint"]},
        "properties": _properties(finding, system),
    }
    related = [_related(element) for element in unanswered(finding) if element["file"]]
    if related:
        result["relatedLocations"] = related[:_MAX_RELATED]
    if waiving:
        result["suppressions"] = [_suppression(finding)] if finding["status"] == "waived" else []
    return result


def _baseline(finding: Finding, comparing: bool) -> _Object:
    """Return how a result stands to the merge base; what is fixed is no result, as hosts would show it as open."""
    return {"baselineState": finding["change"]} if comparing else {}


def _suppression(finding: Finding) -> _Object:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": concession(finding) or clean(finding["message"], 1000),
    }


def _properties(finding: Finding, system: System) -> _Object:
    return {
        "system": clean(system["id"]),
        "status": finding["status"],
        "due": finding["due"],
        "daysLeft": finding["days_left"],
        "condition": finding["condition"],
        "disputed": finding["disputed"],
        "provisions": finding["provisions"],
        "obligations": finding["obligations"],
        "unansweredElements": len(unanswered(finding)),
        "fines": [fine(penalty) for penalty in finding["penalties"]],
    }


def _related(element: Element) -> _Object:
    where = "" if lined(element["file"] or "") else f" ({where_seen(element)})"
    text = f"{clean(element['ref'])}: {element['state']}{where}"
    return {**_location(element["file"] or "", element["line"], None), "message": {"text": _plain(text)}}


def _location(file: str, line: int | None, column: int | None) -> _Object:
    physical: _Object = {"artifactLocation": {"uri": _uri(file), "uriBaseId": _ROOT}}
    if lined(file):
        physical["region"] = {"startLine": max(line or 1, 1)} | ({"startColumn": max(column, 1)} if column else {})
    return {"physicalLocation": physical}


def _uri(file: str) -> str:
    """Return a relative URI reference: percent-encoded, so that no name can be read as a scheme or an address."""
    return quote(file.lstrip("/"), safe="/") or "ai-system.yaml"


def _plain(text: str) -> str:
    """Return text in which no embedded link `[text](target)` can be read."""
    return text.replace("](", "] (")

# SPDX-License-Identifier: Apache-2.0
"""The report for GitLab's Code Quality widget."""

import hashlib
import json
from collections import Counter
from typing import Any, Final

from aiact_gate.links import rule_url
from aiact_gate.model import Finding, Report, Severity, System
from aiact_gate.report.words import clean, marked, paragraphs

_SEVERITIES: Final[dict[Severity, str]] = {"error": "blocker", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """Return one entry a finding, each with a fingerprint of its own, as equal ones are merged in the widget."""
    seen: Counter[str] = Counter()
    entries = [_entry(finding, system, seen) for system in report["systems"] for finding in system["findings"]]
    return json.dumps(entries, indent=2) + "\n"


def _entry(finding: Finding, system: System, seen: Counter[str]) -> dict[str, Any]:
    waived = finding["status"] == "waived"
    told = "\n".join(paragraphs(finding))
    return {
        "description": marked(finding, f"waived: {told}" if waived else told),
        "check_name": f"aiact/{clean(finding['rule'])}",
        "fingerprint": _fingerprint(finding, system, seen),
        "severity": "info" if waived else _SEVERITIES[finding["severity"]],
        "location": {
            # the real path, so that the widget can open it: the document is ASCII, so nothing in a path is obeyed
            "path": finding["location"]["file"],
            "lines": {"begin": finding["location"]["line"]},
        },
        "content": {"body": rule_url(finding["rule"])},
    }


def _fingerprint(finding: Finding, system: System, seen: Counter[str]) -> str:
    key = "\0".join((system["manifest"], system["id"], finding["rule"], finding["fingerprint"]))
    seen[key] += 1
    return hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()

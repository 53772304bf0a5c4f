# SPDX-License-Identifier: Apache-2.0
"""The report as GitHub annotations: ten errors and ten warnings at most, as GitHub silently hides what is beyond."""

from collections.abc import Iterator
from typing import Final

from aiact_gate.model import Finding, Report
from aiact_gate.report.words import SEVERITIES, clean, comparison, marked, paragraphs, plural, urgency

_SHOWN_OF_A_KIND: Final = 10
_MESSAGE_LIMIT: Final = 4_000


def render(report: Report) -> str:
    """Return one workflow command a line: the worst findings, then a notice with the verdict and what is not shown."""
    findings = sorted((f for system in report["systems"] for f in system["findings"]), key=urgency)
    # of two findings of a kind, the one that a pull request brings is shown first
    open_ones = sorted((f for f in findings if f["status"] != "waived"), key=lambda f: f.get("change") == "unchanged")
    shown: list[Finding] = []
    for severity in ("error", "warning"):
        shown += [finding for finding in open_ones if finding["severity"] == severity][:_SHOWN_OF_A_KIND]
    lines = [_annotation(finding) for finding in shown]
    lines.append(f"::notice title=aiact-gate::{_data('; '.join(_summary(report, findings, len(shown))))}")
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding) -> str:
    where = finding["location"]
    properties = {
        "file": clean(where["file"]),
        "line": str(where["line"]),
        "col": str(where["column"]),
        "title": clean(finding["rule"], 200),
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = marked(finding, "\n".join(paragraphs(finding)))
    if len(message) > _MESSAGE_LIMIT:
        message = message[: _MESSAGE_LIMIT - 1] + "…"
    return f"::{finding['severity']} {told}::{_data(message)}"


def _summary(report: Report, findings: list[Finding], shown: int) -> Iterator[str]:
    counts = [plural(sum(f["severity"] == level for f in findings), level) for level in SEVERITIES]
    told = ", ".join(counts) if report["systems"] else "nothing was judged"
    yield f"{report['verdict']}: {plural(len(report['systems']), 'system')} on {report['as_of']} ({told})"
    if compared := comparison(report):
        yield compared.removesuffix(".")
    if waived := sum(finding["status"] == "waived" for finding in findings):
        yield f"{waived:,} waived"
    if hidden := len(findings) - shown:
        yield f"{plural(hidden, 'finding')} more in the report"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

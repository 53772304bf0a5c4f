# SPDX-License-Identifier: Apache-2.0
"""From findings to a verdict, and from a verdict to an exit code, in one place for every format."""

from collections.abc import Iterable

from aiact_gate.model import Finding, Obligation, Verdict


def verdict_of(findings: Iterable[Finding], obligations: Iterable[Obligation]) -> Verdict:
    """Return block for an error, warn for a warning or a duty that no rule covers, else pass."""
    severities = {finding["severity"] for finding in findings}
    if "error" in severities:
        return "block"
    uncovered = any(duty["status"] == "not_covered" and not duty["reason"] for duty in obligations)
    return "warn" if "warning" in severities or uncovered else "pass"


def exit_code(verdict: Verdict, *, fail_on: str = "block") -> int:
    """Return 0 for pass or warn, 1 for block (or warn with `fail_on="warn"`), 2 when the gate could not judge.

    A change that concerns no system gives no reason to stop it either, so its code is 0.
    """
    match verdict:
        case "error":
            return 2
        case "block":
            return 1
        case "warn":
            return 1 if fail_on == "warn" else 0
        case "pass" | "untouched":
            return 0

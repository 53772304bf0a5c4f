# SPDX-License-Identifier: Apache-2.0
"""From a verdict to an exit code, in one place for every format."""

from aiact_gate.model import Verdict


def exit_code(verdict: Verdict, *, fail_on: str = "block") -> int:
    """Return 0 for pass or warn, 1 for block (or warn with `fail_on="warn"`), 2 when the gate could not judge."""
    match verdict:
        case "error":
            return 2
        case "block":
            return 1
        case "warn":
            return 1 if fail_on == "warn" else 0
        case "pass":
            return 0

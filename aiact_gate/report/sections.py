# SPDX-License-Identifier: Apache-2.0
"""The findings of a system in the sections in which people read them; each finding stands in one."""

from collections.abc import Iterable
from typing import Final

from aiact_gate.model import Finding

BLOCKS: Final = "Blocks the release"
COMING: Final = "Coming"
PERSON: Final = "Needs a person"
KNOWN: Final = "Known when the baseline was written"
WAIVED: Final = "Waived"
GOOD: Final = "Good to have"
_ORDER: Final = (BLOCKS, COMING, PERSON, KNOWN, WAIVED, GOOD)


def sections(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the sections that are not empty, in their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_section(finding), []).append(finding)
    return {name: found[name] for name in _ORDER if name in found}


def _section(finding: Finding) -> str:
    if finding["status"] == "waived":
        return WAIVED
    if finding["severity"] == "error":
        return BLOCKS
    if finding["severity"] == "note":
        return GOOD
    if "baseline" in finding:
        return KNOWN
    return COMING if finding["status"] in ("upcoming", "conditional") else PERSON

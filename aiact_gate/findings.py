# SPDX-License-Identifier: Apache-2.0
"""Findings that no rule file stands behind, and the place in the report of what could not be judged as a system."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from aiact_gate.model import Finding, Location, Severity, System
from aiact_gate.problems import title_of
from aiact_gate.verdict import verdict_of


@dataclass(frozen=True, slots=True)
class Told:
    """What such a finding says: its code, how severe it is, one sentence, how to mend it, and where."""

    code: str
    severity: Severity
    message: str
    hint: str
    location: Location


def plain(told: Told, *names: str) -> Finding:
    """Return the finding; its fingerprint is made of the code and of `names`, which tell it from others of its kind."""
    return Finding(
        rule=told.code,
        title=title_of(told.code),
        severity=told.severity,
        status="unmet",
        message=told.message,
        reasons=[told.message],
        provisions=[],
        obligations=[],
        due=None,
        days_left=None,
        condition=None,
        disputed=None,
        location=told.location,
        elements=[],
        remediation=told.hint,
        penalties=[],
        fingerprint=fingerprint(told.code, *names),
    )


def fingerprint(*names: str) -> str:
    """Return what stays the same of a finding when lines move."""
    return hashlib.sha256("\0".join(names).encode()).hexdigest()[:16]


def unjudged(file: str, ident: str, name: str, findings: Sequence[Finding]) -> System:
    """Return the place of a file about which nothing else is known than what is wrong with it."""
    return System(
        id=ident,
        name=name,
        version=None,
        manifest=file,
        verdict=verdict_of(findings, []),
        classes=[],
        points=[],
        roles=[],
        route="",
        registration="",
        supervisor="",
        classification=None,
        obligations=[],
        not_applicable=[],
        rules={},
        findings=list(findings),
        evidence=[],
    )

# SPDX-License-Identifier: Apache-2.0
"""A system with findings, and waivers for it, without an engine."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from aiact_gate import clock
from aiact_gate.model import Finding, Obligation, System
from aiact_gate.policy.metadata import RuleMeta
from aiact_gate.waivers import entries
from aiact_gate.waivers.settle import Terms, settle

TODAY = "2027-12-02"
STOP, PLAN, SCREENING = "human-oversight/stop-function", "post-market/plan", "prohibited-practices/screening"
TALENT = "talent-rank"


def day(text: str) -> int:
    return clock.day_number(date.fromisoformat(text))


def rule(name: str, **changes: Any) -> RuleMeta:
    given: dict[str, Any] = {
        "provisions": ("Art. 14(4)",),
        "obligations": (),
        "severity": "error",
        "formerly": (),
        **changes,
    }
    return RuleMeta(
        id=name,
        family=name.partition("/")[0],
        title=name,
        description=name,
        due="any",
        evidence=(),
        remediation="Mend it.",
        related_resources=(),
        **given,
    )


RULES = {name: rule(name) for name in (STOP, PLAN, SCREENING, "custom/house/ban")} | {
    "custom/house/ban": rule("custom/house/ban", provisions=("Art. 5(1)(a)",)),
    "deployer/new-name": rule("deployer/new-name", formerly=("deployer/old-name",)),
}


def finding(name: str = STOP, **changes: Any) -> Finding:
    given: dict[str, Any] = {
        "rule": name,
        "title": name,
        "severity": "error",
        "status": "unmet",
        "message": "not proven",
        "reasons": ["not proven"],
        "provisions": ["Art. 14(4)"],
        "obligations": [],
        "due": TODAY,
        "days_left": None,
        "condition": None,
        "disputed": None,
        "location": {"file": "ai-system.yaml", "line": 3, "column": 1},
        "elements": [],
        "remediation": "Mend it.",
        "penalties": [],
        "fingerprint": hashlib.sha256(name.encode()).hexdigest()[:16],
        **changes,
    }
    return given  # type: ignore[return-value]


def duty(name: str, status: str = "unmet") -> Obligation:
    return Obligation(
        id=f"AIA-{name}",
        provision="Art. 14",
        title=name,
        rule=name,
        status=status,  # type: ignore[typeddict-item]
        due=None,
        condition=None,
        disputed=None,
        reason="",
    )


def system(*findings: Finding, name: str = TALENT, **changes: Any) -> System:
    given: dict[str, Any] = {
        "id": name,
        "name": name,
        "version": None,
        "manifest": f"{name}.ai-system.yaml",
        "verdict": "block",
        "classes": ["high_risk_annex_iii"],
        "points": [],
        "roles": ["provider"],
        "route": "",
        "registration": "",
        "supervisor": "",
        "classification": {},
        "obligations": [duty(found["rule"]) for found in findings],
        "not_applicable": [],
        "rules": {},
        "findings": list(findings),
        "evidence": [],
        **changes,
    }
    return given  # type: ignore[return-value]


def waiver(**changes: str | None) -> str:
    given: dict[str, str | None] = {
        "rule": STOP,
        "system": TALENT,
        "owner": "platform@acme.example",
        "reason": "The stop button ships with 2.4.",
        "ticket": "RISK-214",
        "approved_by": "J. Brandt",
        "granted": "2027-12-01",
        "expires": "2028-02-29",
        **changes,
    }
    lines = [f"{key}: {value}" for key, value in given.items() if value is not None]
    return "  - " + "\n    ".join(lines) + "\n"


def book(*waivers: str) -> str:
    return "apiVersion: aiact-gate/v1\nwaivers:\n" + "".join(waivers)


def settled(text: str, *systems: System, **terms: Any) -> tuple[list[System], list[str]]:
    read = entries.parse(text.encode(), "aiact-waivers.yaml")
    return settle(list(systems), read, Terms(**{"as_of": day(TODAY), "rules": RULES, **terms}))


def codes(found: System) -> dict[str, str]:
    return {row["rule"]: row["severity"] for row in found["findings"] if row["rule"].startswith("waivers/")}


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path

# SPDX-License-Identifier: Apache-2.0
"""Putting the report together from what was judged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from aiact_gate import __version__, clock, findings
from aiact_gate.discover import VENDORED
from aiact_gate.evidence import states as evidence
from aiact_gate.judge import Judgement
from aiact_gate.manifest.document import Problem
from aiact_gate.model import (
    ANSWERED,
    DISCLAIMER,
    REPORT_SCHEMA,
    EvidenceFile,
    Finding,
    Location,
    Report,
    System,
    worst,
)
from aiact_gate.policy.law import Law
from aiact_gate.prepare import Prepared, Rejected
from aiact_gate.verdict import verdict_of

_SHOWN: Final = 5


def judged(item: Prepared, decision: Mapping[str, Any], judgement: Judgement) -> System:
    """Return the report's entry for a system that was evaluated."""
    about = item.manifest.data["system"]
    classification = dict(decision["classification"])
    classification.pop("obligations")
    problems = [_problem(problem, item.manifest.rel) for problem in item.problems]
    told = [*problems, *judgement.findings]
    return System(
        id=about["id"],
        name=about["name"],
        version=about.get("version"),
        manifest=item.manifest.rel,
        verdict=verdict_of(told, judgement.obligations),
        classes=classification["classes"],
        points=classification["points"],
        roles=classification["roles"],
        route=classification["route"],
        registration=classification["registration"],
        supervisor=classification["supervisor"],
        classification=classification,
        obligations=judgement.obligations,
        not_applicable=judgement.not_applicable,
        rules=judgement.rules,
        findings=told,
        evidence=[_file(file) for file in item.files],
    )


def rejected(item: Rejected) -> System:
    """Return the report's entry for a manifest that could not be read; nothing else is known of its system."""
    data = item.manifest.data if item.manifest else {}
    about = data.get("system") if isinstance(data.get("system"), dict) else {}
    name = about.get("name") if isinstance(about, dict) else None
    ident = about.get("id") if isinstance(about, dict) else None
    problems = [_problem(problem, item.rel) for problem in item.problems]
    return findings.unjudged(item.rel, str(ident or item.rel), str(name or item.rel), problems)


def report(
    as_of: str,
    lead_days: int,
    law: Law,
    systems: Sequence[System],
    left_out: Sequence[tuple[str, str]],
    run: Mapping[str, object],
    notes: Iterable[str] = (),
) -> Report:
    """Return the whole report; systems stand in the order of their manifests."""
    return Report(
        schema=REPORT_SCHEMA,
        tool={"name": "aiact-gate", "version": __version__},
        law={"version": law.version, "consolidated": law.data["edition"]["consolidated"]},
        as_of=as_of,
        lead_days=lead_days,
        verdict=worst([system["verdict"] for system in systems]),
        counts=_counts(systems),
        systems=list(systems),
        left_out=[{"path": path, "reason": reason} for path, reason in left_out],
        notes=[*clock.caveats(clock.parse(as_of), law.version), *_not_judged(left_out), *notes],
        disclaimer=DISCLAIMER,
        run=dict(run),
    )


def _not_judged(left_out: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield one sentence on what was left out, for the formats that do not list it; vendored code is no news."""
    told = [f"{path} ({reason})" for path, reason in left_out if reason != VENDORED]
    if told:
        more = f", and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
        yield f"Not judged: {', '.join(told[:_SHOWN])}{more}."


def _counts(systems: Sequence[System]) -> dict[str, int]:
    found = [finding for system in systems for finding in system["findings"]]
    counts = {"systems": len(systems)}
    counts |= {verdict: sum(s["verdict"] == verdict for s in systems) for verdict in ("pass", "warn", "block")}
    counts |= {level: sum(f["severity"] == level for f in found) for level in ("error", "warning", "note")}
    elements = (element for finding in found for element in finding["elements"])
    counts["unanswered_elements"] = sum(element["state"] not in ANSWERED for element in elements)
    return counts


def _problem(problem: Problem, rel: str) -> Finding:
    location = Location(file=rel, line=problem.line, column=problem.column)
    told = findings.Told(problem.code, "error", problem.message, problem.hint, location)
    return findings.plain(told, rel, problem.pointer, problem.message)


def _file(file: evidence.EvidenceFile) -> EvidenceFile:
    return EvidenceFile(id=file.id, file=file.file, state=file.state, sha256=file.sha256)

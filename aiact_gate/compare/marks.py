# SPDX-License-Identifier: Apache-2.0
"""Which findings are new, unchanged or fixed, and the findings that tell of a weakening."""

from collections.abc import Iterable, Mapping, Sequence

from aiact_gate.compare.side import Pair, Side, Weakening
from aiact_gate.findings import Told, plain, unjudged
from aiact_gate.manifest.problem import Position
from aiact_gate.model import Base, Finding, Fixed, Location, Report, Severity, System
from aiact_gate.verdict import verdict_of

_SAY_WHY = "say in the pull request why"


def marked(
    system: System, before: System | None, weaker: Iterable[Weakening], raised: Mapping[str, Severity]
) -> System:
    """Return a system with each finding marked, what is fixed, and what was weakened."""
    known = {_key(finding) for finding in before["findings"]} if before else set()
    findings: list[Finding] = [
        {**finding, "change": "unchanged" if _key(finding) in known else "new"} for finding in system["findings"]
    ]
    findings += [_told(change, system["manifest"], raised) for change in weaker]
    verdict = verdict_of(findings, system["obligations"])
    return {**system, "findings": findings, "verdict": verdict, "fixed": _fixed(system, before)}


def _fixed(system: System, before: System | None) -> list[Fixed]:
    """Return what was found and is no more; of a manifest that can no longer be read nobody knows."""
    if before is None or (system["classification"] is None and before["classification"] is not None):
        return []
    left = {_key(finding) for finding in system["findings"]}
    gone = [finding for finding in before["findings"] if _key(finding) not in left]
    return [
        Fixed(
            rule=finding["rule"],
            title=finding["title"],
            severity=finding["severity"],
            message=finding["message"],
            location=finding["location"],
            fingerprint=finding["fingerprint"],
        )
        for finding in gone
    ]


def _key(finding: Finding) -> tuple[str, str]:
    return (finding["rule"], finding["fingerprint"])


def _told(change: Weakening, manifest: str, raised: Mapping[str, Severity]) -> Finding:
    """Return the finding that tells of a weakening."""
    location = Location(file=change.file, line=change.position.line, column=change.position.column)
    told = Told(change.code, raised.get(change.code, "warning"), change.message, _SAY_WHY, location)
    return {**plain(told, manifest, change.key), "change": "new"}


def compared_with(report: Report, base: Base) -> Report:
    """Return the report with what it was compared with, and how many findings are new, unchanged and fixed."""
    systems = report["systems"]
    changes = [finding.get("change") for system in systems for finding in system["findings"]]
    fixed = sum(len(system.get("fixed", [])) for system in systems)
    counts = {"new": changes.count("new"), "unchanged": changes.count("unchanged"), "fixed": fixed}
    # a change that concerns no system leaves nothing to judge, and that is no pass
    verdict = report["verdict"] if systems else "untouched"
    return {**report, "verdict": verdict, "counts": {**report["counts"], **counts}, "base": base}


def removed(system: System, ref: str, why: str, raised: Mapping[str, Severity]) -> System:
    """Return a place in the report for a system that is no longer judged: what nobody declares, nobody finds."""
    told = f"the system {system['id']} {why}; it was in {ref}:{system['manifest']}:1"
    change = Weakening("changes/system-removed", told, system["manifest"], Position(1, 1), system["id"])
    findings = [_told(change, system["manifest"], raised)]
    gone = unjudged(system["manifest"], system["id"], system["name"], findings)
    return {**gone, "version": system["version"], "fixed": []}


def of_file(file: str, changes: Iterable[Weakening], raised: Mapping[str, Severity]) -> System:
    """Return a place in the report for a file that decides about every system, and asks for less than before."""
    return {**unjudged(file, file, file, [_told(change, file, raised) for change in changes]), "fixed": []}


def pairs(before: Sequence[Side], after: Sequence[Side]) -> list[Side | None]:
    """Return for each side of today the one of the past: by the id, and where that is new, by the manifest."""
    by_id = {side.system["id"]: side for side in reversed(before)}
    present = {side.system["id"] for side in after}
    by_file = {side.system["manifest"]: side for side in before if side.system["id"] not in present}
    return [by_id.get(side.system["id"]) or by_file.get(side.system["manifest"]) for side in after]


def pair_of(ref: str, before: Side | None, after: Side) -> Pair | None:
    """Return both sides where both could be read."""
    return Pair.of(ref, before, after) if before else None

# SPDX-License-Identifier: Apache-2.0
"""Laying the waivers over what was judged: a waived finding stays and warns, and a poor waiver is a finding itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aiact_gate import clock
from aiact_gate.findings import Told, plain, unjudged
from aiact_gate.model import Finding, Location, Obligation, Severity, System, Waiver
from aiact_gate.policy.metadata import RuleMeta
from aiact_gate.verdict import verdict_of
from aiact_gate.waivers import MAX_DAYS, SOON, faults
from aiact_gate.waivers.entries import Entry
from aiact_gate.waivers.faults import Fault

_OPEN = ("unmet", "upcoming", "conditional")


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides about waivers besides their text; `whole` says that every system of the repository was judged."""

    as_of: int
    rules: Mapping[str, RuleMeta]
    max_days: int = MAX_DAYS
    whole: bool = True
    raised: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(slots=True)
class _Ledger:
    """What the entries come to, in their order."""

    terms: Terms
    systems: Mapping[str, System]
    granted: dict[tuple[str, str], Entry] = field(default_factory=dict)
    faults: dict[str, list[Finding]] = field(default_factory=dict)
    elsewhere: int = 0
    _seen: dict[tuple[str, str], Entry] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Grant an entry, or say what is wrong with it."""
        rules = self.terms.rules
        rule = rules.get(entry.rule) or next((r for r in rules.values() if entry.rule in r.formerly), None)
        known = entry.system in self.systems
        if not known and not self.terms.whole:
            self.elsewhere += 1
            return
        fault = faults.of_rule(entry, rule, rules) or faults.of_form(entry, self.terms.as_of, self.terms.max_days)
        key = (entry.system, rule.id if rule else entry.rule)
        if not fault and key in self._seen:
            fault = faults.duplicate(entry, self._seen[key])
        self._seen.setdefault(key, entry)
        if not fault:
            fault = self._use(entry, key) if known else faults.homeless(entry, self.systems)
        if fault:
            self.faults.setdefault(entry.system if known else "", []).append(self._finding(fault, entry))

    def _use(self, entry: Entry, key: tuple[str, str]) -> Fault | None:
        system = self.systems[entry.system]
        if system["classification"] is None:
            return None  # its manifest cannot be read, so nobody knows what there would be to waive
        finding = next((found for found in system["findings"] if found["rule"] == key[1]), None)
        if finding is None:
            return faults.idle(entry)
        left = (entry.expires or 0) - self.terms.as_of
        if left < 0:
            return faults.expired(entry, "error" if finding["severity"] == "error" else "warning")
        self.granted[key] = entry
        return faults.expiring(entry, left) if left <= SOON else None

    def _finding(self, fault: Fault, entry: Entry) -> Finding:
        severity = self.terms.raised.get(fault.code, fault.severity)
        location = Location(file=entry.file, line=entry.position.line, column=entry.position.column)
        told = Told(fault.code, severity, fault.message, fault.hint, location)
        return plain(told, entry.file, entry.system, entry.rule)


def settle(systems: Sequence[System], entries: Sequence[Entry], terms: Terms) -> tuple[list[System], list[str]]:
    """Return the systems as the waivers leave them, and what the report must say besides."""
    first: dict[str, System] = {}
    for system in systems:
        first.setdefault(system["id"], system)
    ledger = _Ledger(terms, first)
    for entry in entries:
        ledger.take(entry)
    settled = [_settled(system, ledger) for system in systems]
    if strays := ledger.faults.get(""):
        # waivers of systems that do not exist: the file of waivers stands for itself
        file = entries[0].file
        settled.append(unjudged(file, file, file, strays))
    return settled, list(_notes(ledger))


def _settled(system: System, ledger: _Ledger) -> System:
    if ledger.systems[system["id"]] is not system:
        return system  # its id is that of another one, and is its problem already
    own = {rule: entry for (name, rule), entry in ledger.granted.items() if name == system["id"]}
    more = ledger.faults.get(system["id"], [])
    if not own and not more:
        return system
    findings = [_waived(found, own[found["rule"]]) if found["rule"] in own else found for found in system["findings"]]
    obligations = [_excused(duty, own) for duty in system["obligations"]]
    findings += more
    return {
        **system,
        "findings": findings,
        "obligations": obligations,
        "verdict": verdict_of(findings, obligations),
    }


def _waived(finding: Finding, entry: Entry) -> Finding:
    return {
        **finding,
        "status": "waived",
        "severity": "note" if finding["severity"] == "note" else "warning",
        "waiver": Waiver(
            owner=entry.owner,
            reason=entry.reason,
            ticket=entry.ticket,
            approved_by=entry.approved_by,
            expires=str(clock.iso(entry.expires)),
        ),
    }


def _excused(duty: Obligation, own: Mapping[str, Entry]) -> Obligation:
    entry = own.get(duty["rule"] or "")
    if entry is None or duty["status"] not in _OPEN:
        return duty
    return {**duty, "status": "waived", "reason": _told(entry)}


def _told(entry: Entry) -> str:
    return f"waived by {entry.owner} until {clock.iso(entry.expires)}: {entry.reason}"


def _notes(ledger: _Ledger) -> Iterator[str]:
    if ledger.elsewhere:
        count = ledger.elsewhere
        told = "1 waiver names a system" if count == 1 else f"{count} waivers name systems"
        yield f"{told} that this run did not judge."

# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a waiver as such: whoever reads it must know who answers, why, and until when."""

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from aiact_gate import clock
from aiact_gate.manifest.problem import Position
from aiact_gate.model import Severity
from aiact_gate.policy.metadata import PROTECTED, RuleMeta
from aiact_gate.waivers.entries import Entry, entry_of

_MEND: Final = "correct the entry, or delete it and satisfy the rule"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to say about a waiver."""

    code: str
    severity: Severity
    message: str
    hint: str


def problem(raw: Mapping[str, str | None], rules: Mapping[str, RuleMeta], as_of: int, max_days: int) -> Fault | None:
    """Return what is wrong with a waiver that is about to be written."""
    entry = entry_of(raw, "", Position(1, 1))
    fault = of_rule(entry, rules.get(entry.rule), rules) or of_form(entry, as_of, max_days)
    if fault is None and entry.expires is not None and entry.expires < as_of:
        return expired(entry, "error")
    return fault


def of_rule(entry: Entry, rule: RuleMeta | None, known: Collection[str]) -> Fault | None:
    """Return what keeps the rule of an entry from being waived at all."""
    family = entry.rule.partition("/")[0]
    if family in PROTECTED | {"waivers"} or (rule is not None and rule.is_protected):
        return Fault(
            "waivers/forbidden",
            "error",
            f"{entry.rule} cannot be waived: nobody may waive Art. 5, what is wrong with a manifest, or a waiver",
            "delete the entry and satisfy the rule",
        )
    if rule is None:
        near = difflib.get_close_matches(entry.rule, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "`aiact-gate rules` lists the rules; delete the entry"
        return Fault("waivers/orphan", "warning", f"there is no rule {entry.rule} to waive", hint)
    return None


def of_form(entry: Entry, as_of: int, max_days: int) -> Fault | None:
    """Return what an entry lacks, or how its days do not fit; a day that cannot be read is no day."""
    what = f"the waiver of {entry.rule} for {entry.system}"
    if not entry.owner:
        return Fault(
            "waivers/ownerless", "error", f"{what} has no owner", "name the person or the team that answers for it"
        )
    if not entry.reason:
        return Fault(
            "waivers/incomplete",
            "error",
            f"{what} gives no reason",
            "say why the release cannot wait, and what is done",
        )
    if entry.expires is None:
        return Fault("waivers/incomplete", "error", f"{what} does not say when it ends", "write `expires: YYYY-MM-DD`")
    if entry.granted_said and entry.granted is None:
        return Fault(
            "waivers/incomplete", "error", f"{what} was granted on a day that cannot be read", "write YYYY-MM-DD"
        )
    if entry.granted is not None and entry.granted > as_of:
        told = f"{what} is granted from {clock.iso(entry.granted)} on and does not hold yet"
        return Fault("waivers/pending", "warning", told, "wait for that day, or correct `granted`")
    return _length(entry, entry.expires, as_of, max_days, what)


def _length(entry: Entry, expires: int, as_of: int, max_days: int, what: str) -> Fault | None:
    start = as_of if entry.granted is None else entry.granted
    if expires - start <= max_days:
        return None
    since = "today" if entry.granted is None else clock.iso(start)
    told = f"{what} lasts until {clock.iso(expires)}, {expires - start} days from {since}; {max_days} are the most"
    return Fault("waivers/too-long", "error", told, f"end it on {clock.iso(start + max_days)} at the latest")


def expired(entry: Entry, severity: Severity) -> Fault:
    """Say that a waiver ran out while its finding is still there; as severe as the finding it no longer covers."""
    told = f"the waiver of {entry.rule} for {entry.system} ran out on {clock.iso(entry.expires)}"
    return Fault("waivers/expired", severity, told, f"satisfy the rule; {entry.owner} answers for the waiver")


def expiring(entry: Entry, days: int) -> Fault:
    """Say that a waiver runs out soon."""
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    told = (
        f"the waiver of {entry.rule} for {entry.system} runs out {when}, at the end of {clock.iso(entry.expires)} (UTC)"
    )
    return Fault("waivers/expiring", "warning", told, f"satisfy the rule until then; {entry.owner} answers for it")


def duplicate(entry: Entry, first: Entry) -> Fault:
    """Say that a waiver stands there twice."""
    told = f"{entry.rule} for {entry.system} is already waived in line {first.position.line}"
    return Fault("waivers/duplicate", "error", told, "keep one of the two")


def idle(entry: Entry) -> Fault:
    """Say that a waiver has nothing to waive."""
    told = f"{entry.rule} finds nothing in {entry.system}, so there is nothing to waive"
    return Fault("waivers/orphan", "warning", told, "delete the entry")


def homeless(entry: Entry, systems: Collection[str]) -> Fault:
    """Say that no system has the id that a waiver names."""
    near = difflib.get_close_matches(entry.system, systems, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else _MEND
    return Fault("waivers/orphan", "warning", f"there is no system {entry.system}", hint)

# SPDX-License-Identifier: Apache-2.0
"""What of the waivers is new or lasts longer, as the file of the pull request says it, whether it counts or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aiact_gate import clock
from aiact_gate.compare.decided import Decided
from aiact_gate.compare.side import Weakening
from aiact_gate.errors import UsageError
from aiact_gate.waivers.entries import Entry, read

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WaiverChanges:
    """The waivers that were added or prolonged, by the id of their system, and what could not be compared."""

    added: Mapping[str, list[Weakening]] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


def compare(ref: str, before: Decided, after: Decided) -> WaiverChanges:
    """Compare the waivers that count in two trees; a file that is not there waives nothing."""
    notes: list[str] = []
    was, now = _read(before, notes), _read(after, notes)
    added: dict[str, list[Weakening]] = {}
    for key, entry in now.items():
        if told := _told(ref, was.get(key), entry):
            change = Weakening("changes/waiver-added", told, entry.file, entry.position, f"waiver {entry.rule}")
            added.setdefault(entry.system, []).append(change)
    differing = {key[0] for key in was.keys() | now.keys() if _terms(was.get(key)) != _terms(now.get(key))}
    return WaiverChanges(added, frozenset(differing), tuple(notes))


def _read(side: Decided, notes: list[str]) -> dict[_Key, Entry]:
    path = side.waivers
    if path is None:
        return {}
    try:
        entries = read(path, side.top)
    except UsageError as error:
        notes.append(f"Changes of the waivers are unknown: {side.prefix}{error.message}.")
        return {}
    first: dict[_Key, Entry] = {}
    for entry in entries:
        first.setdefault((entry.system, entry.rule), entry)
    return first


def _told(ref: str, was: Entry | None, now: Entry) -> str:
    what, here = f"the waiver of {now.rule}", f"{now.file}:{now.position.line}"
    ends = clock.iso(now.expires) or "no day"
    if was is None:
        return f"{what} until {ends} was added, answered for by {now.owner or 'nobody'} ({here}, not in {ref})"
    if now.expires is None or (was.expires is not None and now.expires <= was.expires):
        return ""
    there = f"{ref}:{was.file}:{was.position.line}"
    return f"{what} was prolonged: {clock.iso(was.expires) or 'no day'} → {ends} ({here}, before {there})"


def _terms(entry: Entry | None) -> object:
    if entry is None:
        return None
    return (entry.owner, entry.reason, entry.ticket, entry.approved_by, entry.granted, entry.expires)

# SPDX-License-Identifier: Apache-2.0
"""What a baseline knows that it did not know before: a baseline is there to shrink."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aiact_gate import baseline
from aiact_gate.compare.side import Weakening
from aiact_gate.errors import UsageError
from aiact_gate.manifest.problem import Position

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from aiact_gate.compare.decided import Decided

_CODE: Final = "changes/baseline-grown"
_SHOWN: Final = 5
_Entries = dict[tuple[str, str], baseline.Entry]


def grown(ref: str, was: Decided, now: Decided) -> tuple[Mapping[str, list[Weakening]], list[str]]:
    """Return one change for each system of which more is known, and what could not be compared."""
    notes: list[str] = []
    before, after = _read(was, notes), _read(now, notes)
    file, old = now.baseline, was.baseline
    more: dict[str, list[baseline.Entry]] = {}
    for key, entry in after.items():
        known = before.get(key)
        if known is None or not set(entry.unanswered) <= set(known.unanswered):
            more.setdefault(entry.system, []).append(entry)
    if notes or file is None or not more:
        return {}, notes
    name, then = now.name(file), f"before {ref}:{was.name(old)}" if old else ""
    added = {}
    for system, entries in more.items():
        line = _line(file, entries[0])
        there = f"{then}:{_line(old, entries[0]) if entries[0].key in before else 1}" if old else f"not in {ref}"
        told = f"the baseline lets {_told(entries)} warn, which it did not know before ({name}:{line}, {there})"
        added[system] = [Weakening(_CODE, told, name, Position(line, 1), f"baseline {system}")]
    return added, notes


def _read(side: Decided, notes: list[str]) -> _Entries:
    try:
        return baseline.read(side.baseline) if side.baseline else {}
    except UsageError as error:
        notes.append(f"Changes of the baseline are unknown: {side.shown(error.message)}.")
        return {}


def _told(entries: list[baseline.Entry]) -> str:
    names = list(dict.fromkeys(entry.rule for entry in entries))
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _line(file: Path | None, entry: baseline.Entry) -> int:
    """Return the line that names a finding; the file was read as a baseline before."""
    text = file.read_text(encoding="utf-8") if file else ""
    return text.count("\n", 0, max(text.find(f'"{entry.fingerprint}"'), 0)) + 1

# SPDX-License-Identifier: Apache-2.0
"""Collects the log of design changes: what changed, whether it is significant, and who decided that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import placeholder
from aiact_gate.evidence.dates import day
from aiact_gate.evidence.readers.structured import load_tree
from aiact_gate.evidence.sections import ReadError
from aiact_gate.evidence.states import Seen, overall

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.states import Fact, State

_MAX_ENTRIES = 2000
_SHOWN = 20  # entries that go to the rules; the days that count are computed from all


def collect(context: Context, declared: Any, pointer: str) -> Fact:  # noqa: ARG001 -- the shape of a collector
    """Return the fact of the log: its entries, and the day of the last change that somebody decided on."""
    opened = context.open(declared, "config")
    if not opened.readable:
        return Seen(opened.state, opened.file, 1, opened.note).as_fact() | _days([])
    try:
        tree = load_tree(opened)
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return Seen(error.state, opened.file, 1, error.note).as_fact() | _days([])
    listed = tree.value.get("changes") if isinstance(tree.value, dict) else tree.value
    prefix = ("changes",) if isinstance(tree.value, dict) else ()
    if listed == []:
        return Seen("present", opened.file).as_fact() | _days([])
    if not isinstance(listed, list):
        note = f"{opened.file} is no list of changes."
        context.mark(opened, "unreadable", note)
        return Seen("unreadable", opened.file, 1, note).as_fact() | _days([])
    entries = [_entry(one, tree.lines.get((*prefix, str(index)), 1)) for index, one in enumerate(listed[:_MAX_ENTRIES])]
    state = overall([one["state"] for one in entries])
    note = next((one["note"] for one in entries if one["state"] == state and one["note"]), "")
    return Seen(state, opened.file, 1, note).as_fact() | _days(entries)


def _entry(entry: Any, line: int) -> Fact:
    said = entry if isinstance(entry, dict) else {}
    when = day(said.get("date"))
    significant = said.get("significant")
    lacking = [] if when is not None else ["date"]
    lacking += [] if isinstance(significant, bool) else ["significant"]
    for key in ("what", "decision", "decided_by"):
        verdict = placeholder.assess(str(said.get(key) or ""), datum=True)
        lacking += [] if verdict.state == "present" else [key]
    state: State = "incomplete" if lacking else "present"
    return {
        "date": when,
        "version": str(said["version"])[:100] if said.get("version") is not None else None,
        "significant": significant if isinstance(significant, bool) else None,
        "state": state,
        "line": line,
        "note": f"The entry of line {line} lacks {', '.join(lacking)}." if lacking else "",
    }


def _days(entries: list[Fact]) -> Fact:
    decided = [one for one in entries if one["state"] == "present"]
    significant = [one["date"] for one in decided if one["significant"]]
    values = {
        "last_decided": max((one["date"] for one in decided), default=None),
        "last_significant": max(significant, default=None),
        "entries": len(entries),
    }
    return {"values": values, "items": sorted(entries, key=lambda one: -(one["date"] or 0))[:_SHOWN]}

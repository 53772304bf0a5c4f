# SPDX-License-Identifier: Apache-2.0
"""A baseline: findings known when the gate was set up. They warn, with their age, and the list only shrinks."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aiact_gate import clock
from aiact_gate.errors import UsageError
from aiact_gate.manifest.dates import day
from aiact_gate.model import ANSWERED, Finding, Known, System
from aiact_gate.places import content
from aiact_gate.policy.metadata import RuleMeta
from aiact_gate.report.write import write
from aiact_gate.verdict import verdict_of

SCHEMA: Final = "aiact-gate/baseline/v1"
_MAX_BYTES: Final = 64 << 20
_HINT: Final = "write one with `aiact-gate check --write-baseline FILE`"
_KEYS: Final = {"system": str, "fingerprint": str, "rule": str, "first_seen": str, "unanswered": list}
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One known finding; `unanswered` are the elements that it lacked, so that it may not grow unseen."""

    system: str
    fingerprint: str
    rule: str
    first_seen: int
    unanswered: tuple[str, ...]

    @property
    def key(self) -> _Key:
        """Return what tells one finding from another."""
        return (self.system, self.fingerprint)


def read(path: Path) -> dict[_Key, Entry]:
    """Return the known findings of a file; raise UsageError when it is no baseline."""
    try:
        raw = content(path, _MAX_BYTES)
        document = json.loads(raw) if len(raw) <= _MAX_BYTES else None
    except OSError as error:
        raise UsageError(f"the baseline {path} cannot be read: {error.strerror}", _HINT) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not a baseline: it is not JSON", _HINT) from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageError(f'{path} is not a baseline: its "schema" is not {SCHEMA}', _HINT)
    if document.keys() != {"schema", "findings"} or not isinstance(document["findings"], list):
        raise UsageError(f"{path} is not a whole baseline: it holds schema and findings, and nothing else", _HINT)
    entries = [_entry(raw, number, path) for number, raw in enumerate(document["findings"])]
    return {entry.key: entry for entry in entries}


def _entry(raw: Any, number: int, path: Path) -> Entry:
    sound = isinstance(raw, dict) and raw.keys() == _KEYS.keys()
    sound = sound and all(isinstance(raw[key], kind) for key, kind in _KEYS.items())
    seen = day(raw["first_seen"]) if sound else None
    if seen is None or not all(isinstance(ref, str) for ref in raw["unanswered"]):
        raise UsageError(f"{path} is not a whole baseline: entry {number + 1} is not {', '.join(_KEYS)}", _HINT)
    return Entry(raw["system"], raw["fingerprint"], raw["rule"], seen, tuple(raw["unanswered"]))


def apply(
    systems: Sequence[System], known: Mapping[_Key, Entry], as_of: int, rules: Mapping[str, RuleMeta]
) -> list[System]:
    """Return the systems with every known finding as a warning; never for what nobody may waive."""
    return [_applied(system, known, as_of, rules) for system in systems]


def _applied(system: System, known: Mapping[_Key, Entry], as_of: int, rules: Mapping[str, RuleMeta]) -> System:
    findings = [
        _known(found, known.get((system["id"], found["fingerprint"])), as_of, rules) for found in system["findings"]
    ]
    if findings == system["findings"]:
        return system
    return {**system, "findings": findings, "verdict": verdict_of(findings, system["obligations"])}


def _known(finding: Finding, entry: Entry | None, as_of: int, rules: Mapping[str, RuleMeta]) -> Finding:
    if entry is None or entry.first_seen > as_of or not _may_be_known(finding, rules):
        return finding
    if not set(_unanswered(finding)) <= set(entry.unanswered):
        return finding  # it lacks more than when it was written down
    since, days = str(clock.iso(entry.first_seen)), as_of - entry.first_seen
    return {
        **finding,
        "severity": "warning",
        "baseline": Known(first_seen=since, days=days),
    }


def _may_be_known(finding: Finding, rules: Mapping[str, RuleMeta]) -> bool:
    """Tell whether a baseline may hold a finding: what blocks, stems from a rule, and may be waived at all."""
    rule = rules.get(finding["rule"])
    return finding["severity"] == "error" and rule is not None and not rule.is_protected


def _unanswered(finding: Finding) -> list[str]:
    return sorted({element["ref"] for element in finding["elements"] if element["state"] not in ANSWERED})


def update(path: Path, systems: Sequence[System], as_of: int, rules: Mapping[str, RuleMeta]) -> str:
    """Write the baseline and say what became of it: a new file takes what blocks, an old one only loses what is gone.

    `systems` are those before a baseline was laid over them.
    """
    if not path.exists():
        found = [entry for system in systems for entry in _all(system, as_of, rules)]
        _write(path, found)
        return f"{path}: {len(found)} known, each a finding that blocks today"
    old = read(path)
    kept = [left for entry in old.values() if (left := _left(entry, systems))]
    new = sum(entry.key not in old for system in systems for entry in _all(system, as_of, rules))
    _write(path, kept)
    more = f"; {new} new ones block and were not added" if new else ""
    return f"{path}: {len(kept)} still known, {len(old) - len(kept)} dropped{more}"


def _all(system: System, as_of: int, rules: Mapping[str, RuleMeta]) -> Iterator[Entry]:
    for finding in system["findings"]:
        if _may_be_known(finding, rules):
            lacking = tuple(_unanswered(finding))
            yield Entry(system["id"], finding["fingerprint"], finding["rule"], as_of, lacking)


def _left(entry: Entry, systems: Sequence[System]) -> Entry | None:
    """Return what is left of an entry; one about a system that was not judged is left as it is."""
    system = next((s for s in systems if s["id"] == entry.system), None)
    if system is None or system["classification"] is None:
        return entry
    finding = next((f for f in system["findings"] if f["fingerprint"] == entry.fingerprint), None)
    if finding is None:
        return None
    still = tuple(ref for ref in _unanswered(finding) if ref in entry.unanswered)
    return Entry(entry.system, entry.fingerprint, entry.rule, entry.first_seen, still)


def _write(path: Path, entries: Sequence[Entry]) -> None:
    rows = [
        {
            "system": entry.system,
            "rule": entry.rule,
            "fingerprint": entry.fingerprint,
            "first_seen": clock.iso(entry.first_seen),
            "unanswered": list(entry.unanswered),
        }
        for entry in sorted(entries, key=lambda entry: (entry.system, entry.rule, entry.fingerprint))
    ]
    write(path, json.dumps({"schema": SCHEMA, "findings": rows}, indent=2, ensure_ascii=False) + "\n")

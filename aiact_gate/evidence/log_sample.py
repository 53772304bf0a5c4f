# SPDX-License-Identifier: Apache-2.0
"""What a sample of a log shows: how many events, which fields, when, by which version, and what breaks the schema."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aiact_gate.evidence.dates import is_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.states import State

_ALWAYS: Final = frozenset(
    {"timestamp", "datetime", "ts", "start", "end", "started", "ended", "start_time", "end_time"}
)
_VERSION: Final = re.compile(r"(?<![a-z])version|(?:system|model|service|app|software|release)version")
_MAX_FIELDS: Final = 200
_MAX_DEPTH: Final = 6
# From 2000 to 2100 in seconds, and the same in thousandths, millionths and billionths of one.
_FIRST, _LAST, _SCALES = 946_684_800, 4_102_444_800, (1, 10**3, 10**6, 10**9)
_TWO: Final = 2


@dataclass(slots=True)
class Tally:
    """The counts over all events; `faults` says how often and where first something is wrong."""

    total: int = 0
    good: int = 0
    fields: set[str] = field(default_factory=set)
    faults: dict[str, list[int]] = field(default_factory=dict)

    def fault(self, what: str, line: int) -> None:
        """Count one fault, and remember the line of the first."""
        self.faults.setdefault(what, [0, line])[0] += 1

    @property
    def state(self) -> State:
        """Return the state of the sample."""
        if self.good == 0:
            return "unreadable" if self.total else "empty"
        return "inconsistent" if {"form", "schema"} & self.faults.keys() else "present"

    def as_values(self) -> dict[str, Any]:
        """Return the values of the fact."""
        return {
            "sample_events": self.total,
            "sample_invalid": sum(self.faults.get(what, [0])[0] for what in ("form", "schema")),
            "sample_fields": sorted(self.fields)[:_MAX_FIELDS],
            "sample_faults": [
                {"what": what, "count": count, "line": line} for what, (count, line) in sorted(self.faults.items())
            ],
            "timestamps_ok": self.good > 0 and "timestamp" not in self.faults,
            "has_system_version": self.good > 0 and "version" not in self.faults,
        }


def read(opened: Opened, schema: Any) -> Tally:
    """Return what the events of a sample show; raise ReadError where the schema cannot be applied."""
    samples: Any = importlib.import_module("aiact_gate.evidence.samples")
    tally = Tally()
    for line, event in samples.events(opened):
        tally.total += 1
        if event is None:
            tally.fault("form", line)
            continue
        tally.good += 1
        _look(event, line, tally)
        if schema is not None and tally.good <= samples.MAX_CHECKED and not schema.accepts(event):
            tally.fault("schema", line)
    return tally


def _look(event: dict[str, Any], line: int, tally: Tally) -> None:
    told = versioned = broken = False
    for name, value in _leaves(event, 0):
        if value in (None, "", [], {}):
            continue
        tally.fields.add(name)
        if isinstance(value, list) and len({str(one) for one in value}) >= _TWO:
            tally.fields.add(f"{name}[]")  # of several persons or things, as Art. 12(3)(d) asks
        plain = name.casefold().strip("@_")
        when = _moment(plain, value)
        told, broken = told or when is True, broken or when is False
        versioned = versioned or bool(_VERSION.search(plain) and value != 0 and not isinstance(value, dict))
    if broken or not told:
        tally.fault("timestamp", line)
    if not versioned:
        tally.fault("version", line)


def _leaves(event: dict[str, Any], depth: int) -> Iterator[tuple[str, Any]]:
    """Yield the name and value of each field; a field within a field comes by its own name."""
    for name, value in list(event.items())[:_MAX_FIELDS]:
        yield str(name).rpartition(".")[2], value
        if isinstance(value, dict) and depth < _MAX_DEPTH:
            yield from _leaves(value, depth + 1)


def _moment(name: str, value: Any) -> bool | None:
    """Say whether a field holds a moment; None if it need not, such as a duration or a count."""
    always = name in _ALWAYS or name.endswith(("_at", "timestamp"))
    if not always and name != "time" and not name.endswith(("_time", "_ts")):
        return None
    if isinstance(value, bool | dict | list):
        return None
    if isinstance(value, int | float):
        moment = any(_FIRST * scale <= value < _LAST * scale for scale in _SCALES)
        return True if moment else None
    return True if is_timestamp(value) else (False if always else None)

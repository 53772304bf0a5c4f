# SPDX-License-Identifier: Apache-2.0
"""What a change does to the gate that judges it: waivers, baseline, configuration and rules, whether they count or not.

With `--trusted-ref` they come from elsewhere; what the tree under check says of them is told all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiact_gate.compare import company, configuration, known, waivers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aiact_gate.compare.decided import Decided
    from aiact_gate.compare.side import Weakening


@dataclass(frozen=True, slots=True)
class Loosened:
    """Each change that lets more pass, by the id of its system or by its file; the systems whose waivers changed."""

    systems: Mapping[str, list[Weakening]] = field(default_factory=dict)
    files: Mapping[str, list[Weakening]] = field(default_factory=dict)
    waived: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @classmethod
    def between(cls, ref: str, was: Decided, now: Decided) -> Loosened:
        """Compare what decides in two trees."""
        waived = waivers.compare(ref, was, now)
        grown, notes = known.grown(ref, was, now)
        systems = {name: [*waived.added.get(name, ()), *grown.get(name, ())] for name in {*waived.added, *grown}}
        files = _by_file([*configuration.loosened(ref, was, now), *company.changed(ref, was, now)])
        told = dict.fromkeys((*was.notes, *now.notes, *waived.notes, *notes))
        return cls(systems, files, waived.touched, tuple(told))


def _by_file(changes: Iterable[Weakening]) -> dict[str, list[Weakening]]:
    files: dict[str, list[Weakening]] = {}
    for change in changes:
        files.setdefault(change.file, []).append(change)
    return dict(sorted(files.items()))

# SPDX-License-Identifier: Apache-2.0
"""The tree at the merge base, judged like the work tree, and what the report says of the difference."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from aiact_gate import model
from aiact_gate.compare import marks
from aiact_gate.compare.decided import Asked, Decided
from aiact_gate.compare.loosened import Loosened
from aiact_gate.compare.store import Store
from aiact_gate.compare.touched import Differences, Touched
from aiact_gate.compare.tree import private_folder, write
from aiact_gate.compare.weakening import weakenings
from aiact_gate.discover import Discovery, discover
from aiact_gate.names import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from aiact_gate.compare.side import Side
    from aiact_gate.concessions import Concessions
    from aiact_gate.model import Severity, System


@dataclass(frozen=True, slots=True)
class Base:
    """What a run is compared with, and what the command line says that each tree's configuration does not decide."""

    ref: str
    changed_only: bool = False
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """The merge base as a repository of its own, in a folder that is gone after the run."""

    base: Base
    commit: str
    root: Path
    found: Discovery
    now: Discovery
    decided: Decided
    touched: Touched | None
    loosened: Loosened

    @property
    def facts(self) -> model.Base:
        """Return what the report says it was compared with."""
        return model.Base(ref=self.base.ref, commit=self.commit)

    def concessions(self, now: Concessions) -> Concessions:
        """Return the waivers of the past; those that come from elsewhere are the same as today."""
        waivers = self.decided.waivers if now.root is None else now.waivers
        return replace(now, waivers=waivers, baseline=None, write_baseline=None)

    def manifests(self) -> Discovery:
        """Return the manifests of the past, without those of systems that the change does not concern."""
        if self.touched is None:
            return self.found
        left = set(self.touched.untouched.values())
        kept = [path for path in self.found.manifests if path.relative_to(self.root).as_posix() not in left]
        return replace(self.found, manifests=kept)

    def lost(self) -> str:
        """Tell of the manifests that were there, for a run that finds none."""
        names = [path.relative_to(self.root).as_posix() for path in self.found.manifests]
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        return f"; {self.base.ref} had {printable(names[0])}{more}" if names else ""

    def left_out(self) -> list[tuple[str, str]]:
        """Return the manifests that were not judged since nothing of theirs changed."""
        reason = f"unchanged since the merge base with {self.base.ref}"
        return [(rel, reason) for rel in self.touched.untouched.values()] if self.touched else []

    def notes(self) -> list[str]:
        """Return what the report must say besides."""
        notes = list(self.loosened.notes)
        if self.touched is not None and self.touched.shared:
            notes.append(f"{self.touched.shared} changed, which concerns every system: all were judged.")
        if self.touched is not None and self.touched.nothing:
            notes.append(f"No system was touched since the merge base with {self.base.ref}: nothing was judged.")
        return notes

    def compared(
        self,
        before: tuple[Sequence[Side], Sequence[System]],
        after: tuple[Sequence[Side], Sequence[System]],
        facts: Mapping[str, Mapping[str, Any]],
        raised: Mapping[str, Severity],
    ) -> list[System]:
        """Return the systems of today, marked; each tree comes as its sides, and as waivers left its systems."""
        (was, settled_before), (now, settled) = before, after
        then = {id(side): system for side, system in zip(was, settled_before, strict=False)}
        partners = marks.pairs(was, now)
        left = []
        for side, partner, system in zip(now, partners, settled, strict=False):
            pair = marks.pair_of(self.base.ref, partner, side)
            weaker = [*(weakenings(pair, facts) if pair else ()), *self.loosened.systems.get(system["id"], ())]
            left.append(marks.marked(system, then[id(partner)] if partner else None, weaker, raised))
        strays = {system["id"]: system for system in settled_before[len(was) :]}
        left += [marks.marked(system, strays.get(system["id"]), (), raised) for system in settled[len(now) :]]
        seen = {id(partner) for partner in partners}
        judged = {side.system["id"] for side in now} | set(self.touched.untouched if self.touched else ())
        gone = [side.system for side in was if id(side) not in seen and side.system["id"] not in judged]
        left += [marks.removed(system, self.base.ref, self._why(system["manifest"]), raised) for system in gone]
        return [*left, *(marks.of_file(file, told, raised) for file, told in self.loosened.files.items())]

    def _why(self, manifest: str) -> str:
        """Say how a manifest went out of sight."""
        reasons = dict(self.now.left_out)
        parts = manifest.split("/")
        above = ("/".join(parts[:number]) for number in range(len(parts), 0, -1))
        if reason := next((reasons[name] for name in above if name in reasons), ""):
            return f"is no longer judged ({reason})"
        there = (self.now.root / manifest).is_file()
        return (
            "is no longer judged (its manifest is not in the paths of this run)" if there else "is no longer declared"
        )


@contextmanager
def opened(
    base: Base, found: Discovery, paths: tuple[Path, ...], exclude: tuple[str, ...], now: Concessions | None
) -> Iterator[Past]:
    """Yield the tree at the merge base; raise UsageError when there is none."""
    asked = base.asked or Asked(paths, exclude=exclude, waivers=now.waivers if now else None)
    with Store.open(found.root) as store, private_folder(base.ref) as folder:
        commit = store.merge_base(base.ref)
        entries = list(store.files(commit))
        write(store, entries, folder)
        store.lend(folder, commit)
        was = Decided.of(folder, found.root, f"{base.ref}:", asked)
        decides = Decided.of(found.root, found.root, "", asked)
        loosened = Loosened.between(base.ref, was, decides) if now else Loosened()
        touched = None
        if base.changed_only:
            differences = Differences(store, commit, {entry.name: entry for entry in entries})
            touched = Touched.of(differences, loosened.waived, {*was.shared(), *decides.shared()})
        yield Past(base, commit, folder, _discovered(was), found, was, touched, loosened)


def _discovered(was: Decided) -> Discovery:
    """Find the manifests of the past where that judged; a path that was not there yet holds none."""
    there = [start for start in was.paths if start.exists()]
    return discover(there, was.exclude) if there else Discovery([], [], was.top)

# SPDX-License-Identifier: Apache-2.0
"""The tree at the merge base, judged like the work tree, and what the report says of the difference."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from aiact_gate import model
from aiact_gate.compare import marks, waivers
from aiact_gate.compare.store import Store
from aiact_gate.compare.touched import Differences, Touched
from aiact_gate.compare.tree import private_folder, write
from aiact_gate.compare.weakening import weakenings
from aiact_gate.discover import Discovery, discover
from aiact_gate.waivers import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from aiact_gate.compare.side import Side
    from aiact_gate.concessions import Concessions
    from aiact_gate.model import Severity, System


@dataclass(frozen=True, slots=True)
class Base:
    """What a run is compared with; `shared` are files that concern every system."""

    ref: str
    changed_only: bool = False
    shared: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """The merge base as a repository of its own, in a folder that is gone after the run."""

    base: Base
    commit: str
    root: Path
    now: Path
    found: Discovery
    touched: Touched | None
    waivers: waivers.WaiverChanges

    @property
    def facts(self) -> model.Base:
        """Return what the report says it was compared with."""
        return model.Base(ref=self.base.ref, commit=self.commit)

    def concessions(self, now: Concessions) -> Concessions:
        """Return the waivers of the past; those that come from elsewhere are the same as today."""
        if now.root is not None or (now.waivers and not now.waivers.is_relative_to(self.now)):
            return replace(now, baseline=None, write_baseline=None)
        path = self.root / now.waivers.relative_to(self.now) if now.waivers else None
        known = path if path and path.is_file() else None
        return replace(now, waivers=known, baseline=None, write_baseline=None)

    def manifests(self) -> Discovery:
        """Return the manifests of the past, without those of systems that the change does not concern."""
        if self.touched is None:
            return self.found
        left = set(self.touched.untouched.values())
        kept = [path for path in self.found.manifests if path.relative_to(self.root).as_posix() not in left]
        return replace(self.found, manifests=kept)

    def left_out(self) -> list[tuple[str, str]]:
        """Return the manifests that were not judged since nothing of theirs changed."""
        reason = f"unchanged since the merge base with {self.base.ref}"
        return [(rel, reason) for rel in self.touched.untouched.values()] if self.touched else []

    def notes(self) -> list[str]:
        """Return what the report must say besides."""
        notes = list(self.waivers.notes)
        if self.touched is not None and self.touched.shared:
            notes.append(f"{self.touched.shared} changed, which concerns every system: all were judged.")
        if self.touched is not None and self.touched.nothing:
            notes.append(f"No system was touched since the merge base with {self.base.ref}.")
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
            weaker = [*(weakenings(pair, facts) if pair else ()), *self.waivers.added.get(system["id"], ())]
            left.append(marks.marked(system, then[id(partner)] if partner else None, weaker, raised))
        strays = {system["id"]: system for system in settled_before[len(was) :]}
        left += [marks.marked(system, strays.get(system["id"]), (), raised) for system in settled[len(now) :]]
        seen = {id(partner) for partner in partners}
        judged = {side.system["id"] for side in now} | set(self.touched.untouched if self.touched else ())
        gone = [side for side in was if id(side) not in seen and side.system["id"] not in judged]
        return [*left, *(marks.removed(side.system, self.base.ref, raised) for side in gone)]


@contextmanager
def opened(
    base: Base, found: Discovery, paths: Iterable[Path], exclude: Sequence[str], now: Concessions | None
) -> Iterator[Past]:
    """Yield the tree at the merge base; raise UsageError when there is none."""
    with Store.open(found.root) as store, private_folder(base.ref) as folder:
        commit = store.merge_base(base.ref)
        entries = list(store.files(commit))
        write(store, entries, folder)
        store.lend(folder, commit)
        changes = _waivers(base.ref, folder, found.root, now)
        touched = None
        if base.changed_only:
            differences = Differences(store, commit, {entry.name: entry for entry in entries})
            touched = Touched.of(differences, changes.touched, base.shared)
        yield Past(base, commit, folder, found.root, _discovered(folder, found.root, paths, exclude), touched, changes)


def _discovered(folder: Path, root: Path, paths: Iterable[Path], exclude: Sequence[str]) -> Discovery:
    """Find the manifests of the past below the same paths; one that was not there yet holds none."""
    starts = [folder / path.absolute().relative_to(root) for path in paths]
    there = [start for start in starts if start.exists()]
    return discover(there, exclude) if there else Discovery([], [], folder)


def _waivers(ref: str, folder: Path, root: Path, now: Concessions | None) -> waivers.WaiverChanges:
    """Compare the file of waivers as it lies in the two trees, also where another one counts."""
    if now is None:
        return waivers.WaiverChanges()
    top = now.root or root
    if now.waivers and not now.waivers.is_relative_to(top):
        return waivers.WaiverChanges()
    rel = now.waivers.relative_to(top) if now.waivers else NAME
    return waivers.compare(ref, folder / rel, folder, root / rel, root)

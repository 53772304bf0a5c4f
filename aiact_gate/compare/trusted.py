# SPDX-License-Identifier: Apache-2.0
"""What decides about a check, as a trusted ref has it: configuration, waivers, baseline and rules of a company."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aiact_gate import config
from aiact_gate.compare.store import LINK, Entry, Store
from aiact_gate.compare.touched import Differences
from aiact_gate.compare.tree import private_folder, write
from aiact_gate.discover import top_of
from aiact_gate.errors import UsageError
from aiact_gate.waivers import NAME as WAIVERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CONFIGS: Final = (config.NAME, "pyproject.toml")


@dataclass(slots=True)
class Trusted:
    """Hands out files of a ref in place of those in the work tree; `notes` tell where the two differ."""

    ref: str
    root: Path
    folder: Path
    files: Mapping[str, Entry]
    _store: Store
    _differences: Differences
    notes: list[str] = field(default_factory=list)
    _brought: set[str] = field(default_factory=set)

    def configuration(self, named: Path | None, paths: Sequence[Path]) -> config.Config:
        """Return the configuration of the ref, with paths that are judged or written left in the work tree."""
        if named is not None:
            return self._loaded(config.load(self.needed(named)))
        starts = []
        for path in paths or (Path(),):
            rel = Path(self._rel(path if path.is_dir() else path.parent))
            for above in (rel, *rel.parents):
                for name in _CONFIGS:
                    self._bring((above / name).as_posix())
            starts.append(self.folder / rel)
            starts[-1].mkdir(parents=True, exist_ok=True)
        (self.folder / ".git").mkdir(exist_ok=True)  # up to here a configuration is looked for
        found = config.find(starts)
        self._tell(found.relative_to(self.folder).as_posix() if found else "", self._theirs(paths))
        chosen = self._loaded(config.load(found, named=False))
        if found:
            self._confine(chosen, found.relative_to(self.folder))
        return chosen

    def _confine(self, chosen: config.Config, rel: Path) -> None:
        """Refuse places that a link in the work tree moves: what the ref names lies in the folder it names."""
        here = replace(chosen, policies=(), waivers=None)
        if key := config.stray(here, self.root / rel.parent):
            raise UsageError(
                f"{self.ref}:{rel.as_posix()}: {key} names a place that a link in the work tree leads out of it",
                "take the link away, or name another place",
            )

    def needed(self, path: Path) -> Path:
        """Return a file or a folder that the check was told to use; without it in the ref there is no check."""
        if not self._is_ours(path):
            return path
        rel = self._rel(path)
        if not self._bring(rel):
            raise UsageError(
                f"{rel} is not in {self.ref}",
                f"bring it into {self.ref} first, or name what lies outside the repository",
            )
        self._tell(rel)
        return self.folder / rel

    def optional(self, path: Path) -> Path | None:
        """Return a file that only lets more pass; what the ref does not have lets nothing pass."""
        if not self._is_ours(path):
            return path
        rel = self._rel(path)
        self._tell(rel)
        return self.folder / rel if self._bring(rel) else None

    def _loaded(self, chosen: config.Config) -> config.Config:
        def back(path: Path) -> Path:
            return self.root / path.relative_to(self.folder) if path.is_relative_to(self.folder) else path

        for path in (*chosen.policies, *filter(None, [chosen.waivers])):
            if path.is_relative_to(self.folder):
                rel = path.relative_to(self.folder).as_posix()
                self._bring(rel)
                self._tell(rel)
        split = (value.partition("=") for value in chosen.outputs)
        outputs = tuple(f"{name}={back(Path(target))}" for name, _, target in split)
        return replace(chosen, paths=tuple(map(back, chosen.paths)), outputs=outputs)

    def _is_ours(self, path: Path) -> bool:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 -- keeps symbolic links
        return absolute.is_relative_to(self.root) or absolute.resolve().is_relative_to(self.root.resolve())

    def _rel(self, path: Path) -> str:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 -- keeps symbolic links
        top = self.root if absolute.is_relative_to(self.root) else self.root.resolve()
        return (absolute if absolute.is_relative_to(top) else absolute.resolve()).relative_to(top).as_posix()

    def _bring(self, rel: str) -> bool:
        """Write a file or what lies in a folder of the ref, once, and tell whether there is any."""
        names = [name for name in self.files if name == rel or name.startswith(f"{rel}/") or rel == "."]
        for name in names:
            if self.files[name].mode == LINK:
                raise UsageError(f"{name} in {self.ref} is a symbolic link", "put the file itself there")
        write(self._store, [self.files[name] for name in names if name not in self._brought], self.folder)
        self._brought.update(names)
        return bool(names)

    def _theirs(self, paths: Sequence[Path]) -> str:
        try:
            found = config.find(tuple(paths))
        except UsageError:
            self.notes.append(
                f"The configuration of the work tree cannot be read and was not used: {self.ref} decides."
            )
            return ""
        return self._rel(found) if found else ""

    def _tell(self, *rels: str) -> None:
        """Say once what differs between the work tree and the ref."""
        for rel in dict.fromkeys(filter(None, rels)):
            if any(self._differences.differs(name) for name in self._below(rel)):
                note = f"{rel} differs from that of {self.ref}, which was used."
                if not any(name == rel or name.startswith(f"{rel}/") for name in self.files):
                    note = f"{rel} is not in {self.ref} and was not used."
                if note not in self.notes:
                    self.notes.append(note)

    def _below(self, rel: str) -> set[str]:
        names = {name for name in self.files if name == rel or name.startswith(f"{rel}/")}
        for place, folders, inside in os.walk(self.root / rel):
            folders[:] = [folder for folder in folders if folder != "__pycache__"]
            names |= {Path(place, name).relative_to(self.root).as_posix() for name in inside}
        return names | {rel} if os.path.isfile(self.root / rel) else names  # noqa: PTH113


@contextmanager
def held(ref: str, paths: Sequence[Path]) -> Iterator[Trusted]:
    """Yield what a ref holds; raise UsageError when there is no such ref."""
    root = top_of([Path(os.path.abspath(path)) for path in paths or (Path(),)])  # noqa: PTH100
    with Store.open(root) as store, private_folder(ref) as folder:
        commit = store.commit(ref)
        files = {entry.name: entry for entry in store.files(commit)}
        trusted = Trusted(ref, root, folder, files, store, Differences(store, commit, files))
        trusted.optional(root / WAIVERS)
        yield trusted

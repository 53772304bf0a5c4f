# SPDX-License-Identifier: Apache-2.0
"""What decides about a check in one of two trees: its configuration, and the files that this or the caller names."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from aiact_gate.config import Config, find, load
from aiact_gate.errors import UsageError
from aiact_gate.waivers import NAME as WAIVERS

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says, as paths of the work tree; where it is silent, each tree's configuration speaks."""

    paths: tuple[Path, ...] = ()
    named_paths: bool = True
    exclude: tuple[str, ...] = ()
    config: Path | None = None
    waivers: Path | None = None
    baseline: Path | None = None
    policies: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """One tree (`top`) and what decides there; `known` is false where its configuration cannot be read."""

    top: Path
    root: Path
    prefix: str
    asked: Asked
    config: Config = field(default_factory=Config)
    known: bool = True
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, top: Path, root: Path, prefix: str, asked: Asked) -> Decided:
        """Return what decides in a tree; a configuration that cannot be read there decides nothing, and is told of."""
        bare = cls(top, root, prefix, asked)
        try:
            return cls(top, root, prefix, asked, bare._configuration())
        except UsageError as error:
            told = bare.shown(error.message)
            return cls(
                top, root, prefix, asked, known=False, notes=(f"Changes of the configuration are unknown: {told}.",)
            )

    def _configuration(self) -> Config:
        if self.asked.config is not None:
            named = self.file(self.asked.config)
            return load(named) if named else Config()
        starts = tuple(self.placed(path) for path in self.asked.paths)
        return load(find(starts), named=False)

    def placed(self, path: Path) -> Path:
        """Return where this tree has a path of the work tree; what lies outside is the same for both trees."""
        rel = inside(path, self.root)
        return path if rel is None else self.top / rel

    def file(self, path: Path) -> Path | None:
        """Return where this tree has a file of the work tree, if it has one; a link out of the tree is none."""
        here = self.placed(path)
        if inside(here, self.top) is None:
            return here
        real = here.resolve()
        return here if real.is_file() and real.is_relative_to(self.top.resolve()) else None

    def shown(self, text: str) -> str:
        """Return a message in which files of this tree are named as people know them."""
        return text.replace(f"{self.top}{os.sep}", self.prefix)

    def name(self, path: Path) -> str:
        """Return a path of this tree as reports show it."""
        rel = inside(path, self.top)
        return path.as_posix() if rel is None else rel

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return what is judged in this tree."""
        chosen = () if self.asked.named_paths else self.config.paths
        return tuple(map(self.placed, chosen or self.asked.paths))

    @property
    def exclude(self) -> tuple[str, ...]:
        """Return what is left out in this tree."""
        return self.asked.exclude or self.config.exclude

    @property
    def waivers(self) -> Path | None:
        """Return the file of waivers that counts in this tree."""
        return self.file(self.asked.waivers or self.config.waivers or self.root / WAIVERS)

    @property
    def baseline(self) -> Path | None:
        """Return the baseline, which only the command line names."""
        return self.file(self.asked.baseline) if self.asked.baseline else None

    @property
    def policies(self) -> dict[str, Path]:
        """Return the folders of rules that lie in this tree, by the name that they have in both."""
        folders = map(self.placed, (*self.config.policies, *self.asked.policies))
        return {rel: folder for folder in folders if (rel := inside(folder, self.top)) is not None}

    def shared(self) -> Iterator[str]:
        """Yield the files and folders of this tree that decide about every system."""
        files = (self.config.file, self.asked.config, self.asked.baseline)
        for path in filter(None, files):
            rel = inside(self.placed(path), self.top)
            if rel is not None:
                yield rel
        yield from self.policies


def inside(path: Path, top: Path) -> str | None:
    """Return a path as it is named below a folder, links left as they are; None if it lies elsewhere."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 -- keeps symbolic links
    return absolute.relative_to(top).as_posix() if absolute.is_relative_to(top) else None

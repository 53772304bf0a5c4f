# SPDX-License-Identifier: Apache-2.0
"""Which files of the work tree differ from a commit, and which systems they belong to."""

from __future__ import annotations

import hashlib
import os
import posixpath
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aiact_gate.compare.store import LINK, Entry, Store
from aiact_gate.config import NAME as CONFIG
from aiact_gate.errors import UsageError
from aiact_gate.history.command import ask
from aiact_gate.history.globs import pattern_of
from aiact_gate.names import printable
from aiact_gate.prepare import Rejected

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from aiact_gate.manifest.document import Manifest
    from aiact_gate.prepare import Prepared

_POINTER: Final = b"version https://git-lfs.github.com/spec/"
_MAX_POINTER: Final = 1024
_CHUNK: Final = 1 << 20
_SHA1_DIGITS: Final = 40
_QUIET: Final = ("-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")


@dataclass(slots=True)
class Differences:
    """Compares files on disk with those of a commit, without git's filters; each file once."""

    store: Store
    commit: str
    files: Mapping[str, Entry]
    _known: dict[str, bool] = field(default_factory=dict)

    def all(self) -> frozenset[str]:
        """Return every file that differs, also what nobody has committed yet; what git ignores is left out."""
        listed = [
            self._listed("diff-index", "--cached", *_QUIET, self.commit),
            self._listed("diff-files", *_QUIET),
            self._listed("ls-files", "-z", "--others", "--exclude-standard"),
        ]
        return frozenset(name for names in listed for name in names if self.differs(name))

    def _listed(self, *words: str) -> list[str]:
        answer = ask(self.store.root, *words)
        if answer is None:
            raise UsageError("git cannot say which files have changed", "leave --changed-only out")
        return [printable(os.fsdecode(name)) for name in answer.split(b"\0") if name]

    def differs(self, name: str) -> bool:
        """Tell whether a file is not on disk as it is in the commit."""
        if name not in self._known:
            self._known[name] = not self._same(self.store.root / name, self.files.get(name))
        return self._known[name]

    def _same(self, path: Path, entry: Entry | None) -> bool:
        try:
            mode = path.lstat().st_mode
            if entry is None:
                return False
            if stat.S_ISLNK(mode) or entry.mode == LINK:
                return stat.S_ISLNK(mode) and os.fsencode(path.readlink()) == self.store.content(entry)
            return stat.S_ISREG(mode) and self._same_content(path, entry)
        except (OSError, ValueError):
            return entry is None and not os.path.lexists(path)

    def _same_content(self, path: Path, entry: Entry) -> bool:
        if entry.size <= _MAX_POINTER and (stored := self.store.content(entry)).startswith(_POINTER):
            return path.read_bytes() == stored if path.stat().st_size <= _MAX_POINTER else _sha256(path) in stored
        if _object_id(path, entry) == entry.id:
            return True
        with path.open("rb") as stream:  # a checkout may have turned the ends of lines
            data = stream.read(2 * entry.size + 1)
        return data.replace(b"\r\n", b"\n") == self.store.content(entry) if b"\r\n" in data else False


def _object_id(path: Path, entry: Entry) -> str:
    size = path.stat().st_size
    if size != entry.size:
        return ""
    long = len(entry.id) > _SHA1_DIGITS
    digest = hashlib.sha256() if long else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % size)
    return _digest(path, digest)


def _sha256(path: Path) -> bytes:
    return _digest(path, hashlib.sha256()).encode()


def _digest(path: Path, digest: Any) -> str:
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return str(digest.hexdigest())


@dataclass(slots=True)
class Touched:
    """Tells which systems a change concerns, and keeps those that it does not."""

    differences: Differences
    waived: Collection[str]
    shared: str = ""
    untouched: dict[str, str] = field(default_factory=dict)
    nothing: bool = True
    _changed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, differences: Differences, waived: Collection[str], shared: Collection[str]) -> Touched:
        """Return the question for this run; what all systems share touches them all."""
        changed = differences.all()
        common = (
            name
            for name in sorted(changed)
            if posixpath.basename(name) == CONFIG or any(_is_below(name, place) for place in shared)
        )
        return cls(differences, waived, next(common, ""), _changed=changed)

    def chosen(self, items: Iterable[Prepared | Rejected]) -> Iterator[Prepared | Rejected]:
        """Yield what a change concerns; a manifest that cannot be judged is always told of."""
        for item in items:
            if self.shared or isinstance(item, Rejected) or self._concerns(item):
                self.nothing = False
                yield item
            else:
                self.untouched[str(item.manifest.data["system"]["id"])] = item.manifest.rel

    def _concerns(self, item: Prepared) -> bool:
        manifest = item.manifest
        if str(manifest.data["system"]["id"]) in self.waived:
            return True
        named = {manifest.rel, *(file.file for file in item.files), *_declared(manifest)}
        if any(self.differences.differs(name) for name in named):
            return True
        folder = posixpath.dirname(manifest.rel)  # what lies around a manifest speaks for or against its answers
        if any(_is_below(name, folder) for name in self._changed):
            return True
        return any(pattern.match(name) for pattern in _patterns(manifest) for name in self._changed)


def _is_below(name: str, place: str) -> bool:
    return place in ("", ".", name) or name.startswith(f"{place}/")


def _declared(manifest: Manifest) -> Iterator[str]:
    """Yield every path that the evidence may name, below the repository."""
    folder = posixpath.dirname(manifest.rel)
    for text in _texts(manifest.data.get("evidence")):
        path = posixpath.normpath(posixpath.join(folder, text))
        if "\0" not in path and not path.startswith(("/", "..")):
            yield path


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(part)


def _patterns(manifest: Manifest) -> Iterator[Any]:
    declared = manifest.data.get("paths")
    for globs in declared.values() if isinstance(declared, dict) else ():
        pattern = pattern_of(globs, posixpath.dirname(manifest.rel) or ".")
        if pattern is not None:
            yield pattern

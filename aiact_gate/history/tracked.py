# SPDX-License-Identifier: Apache-2.0
"""Which files the last commit holds, and how the files on disk differ from it."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final, Literal

from aiact_gate.history.command import ask

if TYPE_CHECKING:
    from pathlib import Path

Standing = Literal["committed", "modified", "staged", "untracked", "ignored", "unknown"]
_SUBMODULE: Final = b"160000"
_SHA1_DIGITS: Final = 40
_POINTER: Final = b"version https://git-lfs.github.com/spec/"
_MAX_POINTER: Final = 1024


class Tracked:
    """The files of the last commit; read once, compared with as many files as there are."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, str] = {}
        self._submodules: tuple[str, ...] = ()
        self._staged: frozenset[str] | None = None
        listed = ask(root, "ls-tree", "-r", "-z", "--full-tree", "HEAD") if (root / ".git").exists() else None
        self.reason = "" if listed else self._why_not()
        for entry in (listed or b"").split(b"\0"):
            about, _, name = entry.partition(b"\t")
            mode, _, rest = about.partition(b" ")
            if mode == _SUBMODULE:
                self._submodules += (f"{os.fsdecode(name)}/",)
            elif name:
                self._files[os.fsdecode(name)] = rest.rpartition(b" ")[2].decode("ascii")

    def _why_not(self) -> str:
        if not (self._root / ".git").exists():
            return "no-git"
        inside = ask(self._root, "rev-parse", "--is-inside-work-tree")
        return "no-commit" if inside and inside.strip() == b"true" else "git-failed"

    def standing(self, file: str) -> Standing:
        """Return how a file on disk stands to the last commit."""
        path = self._root / file
        if file not in self._files or path.is_symlink():
            # git holds what a link leads to under its own name
            real = os.path.realpath(path)
            file = os.path.relpath(real, os.path.realpath(self._root)).replace(os.sep, "/")
        known = self._files.get(file)
        if known is not None:
            return self._compared(path, known)
        if file.startswith(("../", *self._submodules)):
            return "unknown"
        if file in self._index():
            return "staged"
        ignored = ask(self._root, "check-ignore", "-z", "--stdin", given=os.fsencode(file) + b"\0")
        return "ignored" if ignored else "untracked"

    def _compared(self, path: Path, known: str) -> Standing:
        try:
            data = path.read_bytes()
        except OSError:
            return "unknown"
        return "committed" if self._same(known, data) else "modified"

    def _index(self) -> frozenset[str]:
        if self._staged is None:
            listed = ask(self._root, "ls-files", "-z") or b""
            self._staged = frozenset(os.fsdecode(name) for name in listed.split(b"\0") if name)
        return self._staged

    def _same(self, known: str, data: bytes) -> bool:
        if known == _object_id(data, known) or known == _object_id(data.replace(b"\r\n", b"\n"), known):
            return True
        size = ask(self._root, "cat-file", "-s", known) or b""
        if not size.strip().isdigit() or int(size) > _MAX_POINTER:
            return False
        # What is stored elsewhere (Git LFS) is committed by its digest.
        stored = ask(self._root, "cat-file", "blob", known) or b""
        return stored.startswith(_POINTER) and hashlib.sha256(data).hexdigest().encode() in stored


def _object_id(data: bytes, like: str) -> str:
    head = b"blob %d\0" % len(data)
    if len(like) > _SHA1_DIGITS:
        return hashlib.sha256(head + data).hexdigest()
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()

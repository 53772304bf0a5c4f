# SPDX-License-Identifier: Apache-2.0
"""The few files of a folder that a look from outside needs: dependency files and names, within narrow bounds."""

import os
import subprocess
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from aiact_gate.discover import clean_environment, is_left_alone, is_manifest_name

MAX_FOLDERS: Final = 400
MAX_ENTRIES: Final = 20_000
MAX_FILES: Final = 200
MAX_BYTES: Final = 256 * 1024
_MAX_DEPTH: Final = 6
# What describes, tests or shows a system does not run in it.
_ASIDE: Final = frozenset({"bench", "benchmarks", "doc", "docs", "examples", "fixtures", "samples", "test", "tests"})
_GIT: Final = ("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.directory=*")
_IGNORED: Final = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
_GIT_SECONDS: Final = 20


def files_of(start: Path, wanted: Callable[[str], bool]) -> Iterator[Path]:
    """Yield wanted files, nearest first; a folder with a manifest of its own belongs to another system."""
    waiting = deque([(os.fspath(start), 0)])
    folders = entries = files = 0
    while waiting and folders < MAX_FOLDERS and entries < MAX_ENTRIES:
        folder, depth = waiting.popleft()
        folders += 1
        found = _entries(folder)
        entries += len(found)
        if depth and any(is_manifest_name(entry.name) for entry in found):
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                if depth < _MAX_DEPTH and not _aside(entry):
                    waiting.append((entry.path, depth + 1))
            elif wanted(entry.name) and entry.is_file(follow_symlinks=False):
                files += 1
                if files > MAX_FILES:
                    return
                yield Path(entry.path)


def _entries(folder: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as listed:
            return sorted(listed, key=lambda entry: entry.name)
    except OSError:
        return []


def _aside(entry: "os.DirEntry[str]") -> bool:
    name = entry.name
    hidden = name.startswith(".") or name in _ASIDE or is_left_alone(name)
    return hidden or os.path.lexists(os.path.join(entry.path, ".git"))  # noqa: PTH118 - a Path for each costs more


def text_of(path: Path) -> str:
    """Return the text of a small regular file; what cannot be read says nothing."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return ""
    try:
        data = os.read(descriptor, MAX_BYTES + 1)
    except OSError:
        return ""
    finally:
        os.close(descriptor)
    return data.decode("utf-8-sig", errors="replace") if len(data) <= MAX_BYTES else ""


class Ignored:
    """What git ignores below a root, asked once and only if somebody wants to know."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names: frozenset[str] | None = None

    def __contains__(self, path: Path) -> bool:
        if not path.is_relative_to(self._root):
            return False
        if self._names is None:
            self._names = self._listed()
        parts = path.relative_to(self._root).parts
        folders = ("/".join(parts[:depth]) + "/" for depth in range(1, len(parts)))
        return "/".join(parts) in self._names or any(folder in self._names for folder in folders)

    def _listed(self) -> frozenset[str]:
        if not (self._root / ".git").exists():
            return frozenset()
        try:
            answer = subprocess.run(  # noqa: S603 - fixed words
                (*_GIT, *_IGNORED),
                cwd=self._root,
                env=clean_environment(),
                capture_output=True,
                timeout=_GIT_SECONDS,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return frozenset()
        return frozenset(os.fsdecode(name) for name in answer.stdout.split(b"\0") if name)

# SPDX-License-Identifier: Apache-2.0
"""Since which commit a document is about its version, under whatever name it was kept."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from aiact_gate.evidence import metadata
from aiact_gate.evidence.paths import Opened
from aiact_gate.evidence.sections import ReadError, read_document

if TYPE_CHECKING:
    from aiact_gate.history.changes import Changes, Commit

_TEXTS: Final = frozenset({".md", ".markdown", ".rst", ".txt", ".html", ".yaml", ".yml", ".json"})
_MOST_VERSIONS: Final = 50
_MOST_NAMES: Final = 5
_MOST_CANDIDATES: Final = 20
_HEAD: Final = 8192  # a document says at its top which version it is about


def introduced(changes: Changes, file: str, version: str | None) -> Commit:
    """Return the commit since which a document is about its version; without one, the commit that last wrote it."""
    touching = changes.touching(file)
    base = changes.commits[0]  # a version that is not committed yet is as new as can be
    for _ in range(_MOST_NAMES):
        base, oldest = _within(changes, file, touching, version, base)
        earlier = _former_name(changes, oldest, file, version) if base is oldest else None
        before = [one for one in changes.touching(earlier) if _is_older(changes, one, base)] if earlier else []
        if not earlier or not before:
            return base
        file, touching = earlier, before
    return base


def _within(
    changes: Changes, file: str, touching: list[Commit], version: str | None, base: Commit
) -> tuple[Commit, Commit]:
    """Return that commit among those of one name, and the oldest of the name."""
    if version is None or not _is_text(file):
        return touching[0], touching[-1]
    for commit in touching[:_MOST_VERSIONS]:
        data = changes.content(commit, file)
        if data is None or _version(file, data) != version:
            break
        base = commit
    return base, touching[-1]


def _former_name(changes: Changes, commit: Commit, file: str, version: str | None) -> str | None:
    """Return the name that a commit took away for this one: the same text, or a text about the same version."""
    data = changes.content(commit, file)
    if commit.root or data is None:
        return None
    suffix = PurePosixPath(file).suffix
    candidates = sorted(name for name in commit.files if name != file and PurePosixPath(name).suffix == suffix)
    for name in candidates[:_MOST_CANDIDATES]:
        before = changes.content(commit, name, before=True)
        if before is None or changes.content(commit, name) is not None:
            continue
        if before == data or (version is not None and _is_text(name) and _version(name, before) == version):
            return name
    return None


def _is_older(changes: Changes, commit: Commit, than: Commit) -> bool:
    return changes.commits.index(commit) > changes.commits.index(than)


def _is_text(file: str) -> bool:
    return PurePosixPath(file).suffix.lower() in _TEXTS


def _version(file: str, data: bytes) -> str | None:
    try:
        head = data[:_HEAD] if file.lower().endswith((".md", ".markdown", ".txt", ".rst")) else data
        document = read_document(Opened("present", file, "", head))
    except ReadError:
        return None
    said: str | None = metadata.values(document)["system_version"]
    return said

# SPDX-License-Identifier: Apache-2.0
"""The facts of the version history about one system; the repository is read once for all of them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, Self

from aiact_gate.history import release
from aiact_gate.history.changes import Changes
from aiact_gate.history.document import introduced
from aiact_gate.history.globs import matching, pattern_of
from aiact_gate.history.tracked import Tracked

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from aiact_gate.evidence.states import Collected, EvidenceFile
    from aiact_gate.manifest.document import Manifest

LOG: Final = "design-changes"
_SHOWN: Final = 3
_NOTES: Final = {
    "no-git": "There is no git repository: whether the evidence is committed, and what changed since, is unknown.",
    "no-commit": "The repository has no commit yet: whether the evidence is committed is unknown.",
    "git-failed": "git gave no answer: whether the evidence is committed, and what changed since, is unknown.",
    "shallow-clone": "The clone is shallow (fetch-depth: 0 fetches all): what changed since the evidence is unknown.",
    "single-commit": "The repository has a single commit: what changed since the evidence was written is unknown.",
    "long-history": "The history is too long to be read: what changed since the evidence was written is unknown.",
}


class History:
    """Answers for each system from one reading of the repository, and remembers what has to be said about it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._tracked: Tracked | None = None
        self._changes: Changes | None = None
        self._asked = False
        self._reasons: dict[str, None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._changes is not None:
            self._changes.close()

    @property
    def notes(self) -> list[str]:
        """Return what could not be known, in sentences for the report."""
        return [_NOTES[reason] for reason in self._reasons]

    def facts(self, manifest: Manifest, collected: Collected) -> dict[str, Any]:
        """Return the facts of one system; without evidence nothing is read."""
        named = _by_file(collected.files)
        if not named:
            return {}
        if self._tracked is None:
            self._tracked = Tracked(self._root)
        if self._tracked.reason:
            return self._unknown({"available": False, "reason": self._tracked.reason})
        found = {
            "available": True,
            "reason": None,
            "checked": len(named),
            "files": self._files(named, release.made_by_a_build(collected)),
        }
        tests = release.tests_of(collected)
        groups = _groups(manifest)
        if tests and "released" not in manifest.data["system"]:
            found |= self._released(manifest, tests, whole=bool(groups))
        return found | {"changes": self._changed(groups, collected)} if groups else found

    def _unknown(self, found: dict[str, Any]) -> dict[str, Any]:
        self._reasons[found["reason"]] = None
        return found

    def _files(self, named: Mapping[str, list[str]], made: frozenset[str]) -> list[dict[str, Any]]:
        """Return the files that are not in the last commit as they are on disk."""
        assert self._tracked is not None  # noqa: S101 - for the type checker
        rows = []
        for file, ids in named.items():
            standing = self._tracked.standing(file)
            if standing not in {"committed", "unknown"}:
                row = {"file": file, "evidence": ids, "standing": standing}
                rows.append({**row, "made": True} if file in made else row)
        return rows

    def _log(self) -> Changes:
        if self._changes is None:
            self._changes = Changes.read(self._root)
        return self._changes

    def _released(self, manifest: Manifest, tests: frozenset[str], *, whole: bool) -> dict[str, Any]:
        """Return since when the manifest names its version, for reports that may be of an earlier one."""
        if (
            whole or self._asked or self._changes is not None
        ):  # the log of all is read once, for one system it is not worth it
            return self._release(self._log(), manifest, tests)
        self._asked = True
        changes = Changes.read(self._root, [manifest.rel, *sorted(tests)])
        try:
            return self._release(changes, manifest, tests)
        finally:
            changes.close()

    def _release(self, changes: Changes, manifest: Manifest, tests: frozenset[str]) -> dict[str, Any]:
        if changes.reason:
            self._unknown({"reason": changes.reason})
            return {}
        found = release.released(changes, manifest, tests)
        return {"released": found} if found else {}

    def _changed(self, groups: Mapping[str, re.Pattern[str]], collected: Collected) -> dict[str, Any]:
        changes = self._log()
        if changes.reason:
            return self._unknown({"known": False, "reason": changes.reason})
        rows = []
        for file in collected.files:
            if file.id in collected.facts and file.id != LOG and file.sha256 is not None:
                version = (collected.facts[file.id].get("values") or {}).get("system_version")
                row = self._row(file, version, groups, changes)
                rows += [row] if row else []
        return {"known": True, "reason": None, "evidence": rows}

    def _row(
        self, file: EvidenceFile, version: str | None, groups: Mapping[str, re.Pattern[str]], changes: Changes
    ) -> dict[str, Any] | None:
        """Return what changed since one piece of evidence; nothing if nothing did."""
        touching = changes.touching(file.file)
        if not touching:
            return None
        base = introduced(changes, file.file, version)
        changed = []
        for group, pattern in groups.items():
            names = [name for name in matching(pattern, changes.since(base)) if name != file.file]
            if names:
                days = [changes.touching(name)[0].day for name in names if changes.touching(name)]
                last = max(days, default=changes.commits[0].day)
                changed.append({"group": group, "count": len(names), "files": names[:_SHOWN], "last": last})
        together = base.root or any(matching(pattern, base.files) for pattern in groups.values())
        if not changed and not together:
            return None
        return {
            "id": file.id,
            "file": file.file,
            "commit": base.name[:12],
            "since": base.day,
            "version": version,
            # Written and changed in one commit: which came first is not known, so nothing here is called fresh.
            "standing": "changed" if changed else "unknown",
            "changed": changed,
        }


def _by_file(files: Iterable[EvidenceFile]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for file in files:
        if file.sha256 is not None:
            named.setdefault(file.file, []).append(file.id)
    return named


def _groups(manifest: Manifest) -> dict[str, re.Pattern[str]]:
    declared = manifest.data.get("paths")
    folder = PurePosixPath(manifest.rel).parent.as_posix()
    found = declared.items() if isinstance(declared, dict) else ()
    return {group: pattern for group, globs in found if (pattern := pattern_of(globs, folder)) is not None}

# SPDX-License-Identifier: Apache-2.0
"""When a manifest came to name the version that it names: what was tested before that is about an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from aiact_gate.manifest.yaml_subset import YamlError, loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aiact_gate.evidence.states import Collected
    from aiact_gate.history.changes import Changes, Commit
    from aiact_gate.manifest.document import Manifest

_MOST: Final = 200  # commits of one manifest


def tests_of(collected: Collected) -> frozenset[str]:
    """Return the files of the test reports in which a declared test passed."""
    return frozenset(str(one["file"]) for one in _results(collected) if one.get("result") == "passed")


def made_by_a_build(collected: Collected) -> frozenset[str]:
    """Return the files that a build makes anew each time: test reports and measured values."""
    return frozenset(str(one["file"]) for one in _results(collected) if "result" in one or "measured" in one)


def _results(collected: Collected) -> Iterator[dict[str, Any]]:
    for fact in collected.facts.values():
        for value in (fact.get("values") or {}).values():
            if isinstance(value, dict) and value.get("file"):
                yield value


def released(changes: Changes, manifest: Manifest, tests: Iterable[str]) -> dict[str, Any] | None:
    """Return the day of the version, and the reports committed with it or after it; nothing if no other came before."""
    version = _version(manifest.data)
    bump = _introduced(changes, manifest.rel, version) if version else None
    if bump is None:
        return None
    at = changes.commits.index(bump)
    since = {file for commit in changes.commits[: at + 1] for file in commit.files}
    return {"day": bump.first_day, "since": sorted(since & set(tests))}


def _introduced(changes: Changes, file: str, version: str) -> Commit | None:
    bump = None
    for commit in changes.touching(file)[:_MOST]:
        data = changes.content(commit, file)
        if data is None:
            return None  # the manifest was not there: it has named no other version
        said = _version(_read(data))
        if said != version:
            return bump if said is not None else None
        bump = commit
    return None


def _read(data: bytes) -> Any:
    try:
        return loads(data).data
    except YamlError:
        return None


def _version(data: Any) -> str | None:
    system = data.get("system") if isinstance(data, dict) else None
    said = system.get("version") if isinstance(system, dict) else None
    return said if isinstance(said, str) else None

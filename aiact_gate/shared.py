# SPDX-License-Identifier: Apache-2.0
"""One document for several systems: a finding about it names the other systems that it concerns."""

from collections.abc import Iterable, Sequence
from typing import Final

from aiact_gate.model import ANSWERED, Finding, System

_NAMED: Final = 5  # in the sentence; the list goes further
_LISTED: Final = 50


def told(systems: Sequence[System]) -> list[System]:
    """Return the systems with findings that say for which other systems the same file leaves the same rule open."""
    concerned: dict[tuple[str, str], list[str]] = {}
    for system in systems:
        for finding in system["findings"]:
            for file in _open(finding):
                concerned.setdefault((finding["rule"], file), []).append(system["id"])
    if all(len(ids) == 1 for ids in concerned.values()):
        return list(systems)
    return [
        {**system, "findings": [_with_others(finding, system["id"], concerned) for finding in system["findings"]]}
        for system in systems
    ]


def _open(finding: Finding) -> set[str]:
    """Return the files in which elements of a finding are open."""
    return {one["file"] for one in finding["elements"] if one["file"] and one["state"] not in ANSWERED}


def _with_others(finding: Finding, own: str, concerned: dict[tuple[str, str], list[str]]) -> Finding:
    ids = {other for file in _open(finding) for other in concerned[finding["rule"], file]}
    others = sorted(ids - {own})
    if not others:
        return finding
    message = f"{finding['message'].removesuffix('.')}; the same holds for {_names(others)}"
    return {**finding, "message": message, "concerns": sorted(ids)[:_LISTED]}


def _names(ids: Sequence[str]) -> str:
    named: Iterable[str] = ids[:_NAMED]
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return ", ".join(named) + more

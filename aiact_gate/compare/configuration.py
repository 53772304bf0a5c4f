# SPDX-License-Identifier: Apache-2.0
"""What in a configuration asks for less than before, key by key; what it only says elsewhere is told elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from aiact_gate import config, profiles
from aiact_gate.compare.decided import inside
from aiact_gate.compare.side import Weakening, shown
from aiact_gate.manifest.problem import Position
from aiact_gate.policy.metadata import SEVERITIES
from aiact_gate.waivers import MAX_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.compare.decided import Decided

_CODE: Final = "changes/configuration-loosened"
_Less = tuple[str, str, Any, Any]
"""The key, the name below it if there is one, and what it was and is."""


def loosened(ref: str, was: Decided, now: Decided) -> Iterator[Weakening]:
    """Yield one change for each key that asks for less; a configuration that nobody can read is told of by a note."""
    if not (was.known and now.known) or (was.config.file is None and now.config.file is None):
        return
    for key, inner, before, after in _less(was, now):
        name = f"{key} of {inner}" if inner else key
        told = f"{name} asks for less: {_said(before)} → {_said(after)}"
        yield _weakening(ref, was, now, (inner or key, key, "profile"), told)


def _said(value: Any) -> str:
    return "not set" if value in (None, "", []) else shown(value)


def _weakening(ref: str, was: Decided, now: Decided, keys: tuple[str, ...], told: str) -> Weakening:
    old, new = was.config.file, now.config.file
    before = f"before {ref}:{was.name(old)}:{config.line_of(old, *keys)}" if old else f"not in {ref}"
    if new is None:
        gone = was.name(old) if old else ""
        return Weakening(_CODE, f"{told} ({gone} is gone, {before})", gone, Position(1, 1), keys[0])
    file, line = now.name(new), config.line_of(new, *keys)
    return Weakening(_CODE, f"{told} ({file}:{line}, {before})", file, Position(line, 1), keys[0])


def _less(was: Decided, now: Decided) -> Iterator[_Less]:
    yield from _judged(was, now)
    yield from _limits(was.config, now.config)
    then, today = profiles.load(was.config.profile), profiles.load(now.config.profile)
    if today.warns - then.warns:
        yield "profile", "", then.name, today.name
    before, after = ({**by.readings, **side.config.readings} for by, side in ((then, was), (today, now)))
    for name, reading in before.items():
        if reading == "strict" and after.get(name) != "strict":
            yield "readings", name, reading, after.get(name, "cautious")
    for rule, severity in was.config.severity.items():
        if _rank(now.config.severity.get(rule)) > _rank(severity):
            yield "severity", rule, severity, now.config.severity.get(rule)
    if was.config.opa_url and (was.config.opa_url, was.config.opa_ca) != (now.config.opa_url, now.config.opa_ca):
        yield "opa_url", "", was.config.opa_url, now.config.opa_url


def _judged(was: Decided, now: Decided) -> Iterator[_Less]:
    """Yield what is judged no more, or by fewer rules."""
    if set(now.config.exclude) - set(was.config.exclude):
        yield "exclude", "", list(was.config.exclude), list(now.config.exclude)
    before, after = _places(was, "paths"), _places(now, "paths")
    if after and not all(_is_below(place, after) for place in before or ["."]):
        yield "paths", "", before, after
    before, after = _places(was, "policies"), _places(now, "policies")
    if set(before) - set(after):
        yield "policies", "", before, after


def _limits(was: config.Config, now: config.Config) -> Iterator[_Less]:
    if was.fail_on == "warn" and now.fail_on != "warn":
        yield "fail_on", "", was.fail_on, now.fail_on
    if _lead(now) < _lead(was):
        yield "lead_days", "", _lead(was), _lead(now)
    longest = [given.max_waiver_days or MAX_DAYS for given in (was, now)]
    if longest[1] > longest[0]:
        yield "max_waiver_days", "", longest[0], longest[1]


def _lead(given: config.Config) -> int:
    return profiles.load(given.profile).lead_days if given.lead_days is None else given.lead_days


def _rank(severity: str | None) -> int:
    words: list[str] = list(SEVERITIES)
    return words.index(severity) if severity in words else len(words)


def _places(decided: Decided, key: str) -> list[str]:
    return [inside(path, decided.top) or path.as_posix() for path in getattr(decided.config, key)]


def _is_below(place: str, folders: list[str]) -> bool:
    return any(folder in (".", place) or place.startswith(f"{folder}/") for folder in folders)

# SPDX-License-Identifier: Apache-2.0
"""The waivers as they stand in their file; a file of another shape ends the run, a poor waiver becomes a finding."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from aiact_gate.errors import UsageError
from aiact_gate.evidence.placeholder import assess
from aiact_gate.manifest.dates import day
from aiact_gate.manifest.document import API_VERSION, relative
from aiact_gate.manifest.problem import Position, escape
from aiact_gate.manifest.yaml_subset import MAX_BYTES, Loaded, YamlError, loads
from aiact_gate.model import ANSWERED
from aiact_gate.places import content
from aiact_gate.reasons import says

KEYS: Final = ("rule", "system", "owner", "reason", "ticket", "approved_by", "granted", "expires")
_NEEDED: Final = ("rule", "system")
_TOP: Final = ("apiVersion", "waivers")
_HINT: Final = "`aiact-gate waive` writes an entry of the right shape"


@dataclass(frozen=True, slots=True)
class Entry:
    """One waiver; a day that cannot be read is None, and a text that only holds a place is empty."""

    rule: str
    system: str
    owner: str
    reason: str
    ticket: str | None
    approved_by: str | None
    granted: int | None
    granted_said: bool
    expires: int | None
    file: str
    position: Position


def read(path: Path, root: Path) -> list[Entry]:
    """Return the waivers of a file in their order; raise UsageError when it is no file of waivers."""
    rel = relative(path, root)
    try:
        raw = content(path, MAX_BYTES)
    except OSError as error:
        raise UsageError(
            f"the waivers {rel} cannot be read: {error.strerror}", "name the file with --waivers"
        ) from error
    return parse(raw, rel)


def parse(raw: bytes, rel: str) -> list[Entry]:
    """Return the waivers of a text; `rel` says in messages where it comes from."""
    try:
        loaded = loads(raw)
    except YamlError as error:
        found = error.problem
        raise UsageError(f"{rel}:{found.line}:{found.column}: {found.message}", found.hint or _HINT) from None
    return list(_entries(loaded, rel))


def _entries(loaded: Loaded, rel: str) -> Iterator[Entry]:
    data = loaded.data
    if not isinstance(data, dict):
        _refuse(rel, loaded, "", "the file is not a mapping", f"begin it with `apiVersion: {API_VERSION}`")
    _known(rel, loaded, "", data, _TOP)
    if data.get("apiVersion") != API_VERSION:
        _refuse(
            rel, loaded, "/apiVersion", f"apiVersion is not {API_VERSION}", f"begin it with `apiVersion: {API_VERSION}`"
        )
    waivers = data.get("waivers")
    if waivers is None and "waivers" in data:
        return
    if not isinstance(waivers, list):
        _refuse(rel, loaded, "/waivers", "waivers is not a list", _HINT)
    for number, raw in enumerate(waivers):
        yield _entry(raw, f"/waivers/{number}", loaded, rel)


def entry_of(raw: Mapping[str, str | None], file: str, position: Position) -> Entry:
    """Return an entry as its texts say it."""
    return Entry(
        rule=(raw["rule"] or "").strip(),
        system=(raw["system"] or "").strip(),
        owner=_said(raw.get("owner")),
        reason=_reason(raw.get("reason")),
        ticket=_said(raw.get("ticket")) or None,
        approved_by=_said(raw.get("approved_by")) or None,
        granted=day(raw.get("granted")),
        granted_said=raw.get("granted") is not None,
        expires=day(raw.get("expires")),
        file=file,
        position=position,
    )


def _entry(raw: Any, pointer: str, loaded: Loaded, rel: str) -> Entry:
    if not isinstance(raw, dict):
        _refuse(rel, loaded, pointer, "a waiver is not a mapping", _HINT)
    _known(rel, loaded, pointer, raw, KEYS)
    for key in KEYS:
        if not isinstance(raw.get(key), str | None):
            _refuse(rel, loaded, f"{pointer}/{key}", f"{key} is not text", "put it in quotes")
    for key in _NEEDED:
        if not (raw.get(key) or "").strip():
            _refuse(rel, loaded, pointer, f"a waiver does not say which {key} it is for", _HINT)
    return entry_of(raw, rel, loaded.marks.get(pointer, Position(1, 1)))


def _said(value: str | None) -> str:
    """Return a text on one line, or nothing when it only holds a place (TODO, TBD, a dash)."""
    text = " ".join((value or "").split())
    return text if assess(text, datum=True).state in ANSWERED else ""


def _reason(value: str | None) -> str:
    """Return a reason on one line, or nothing when it gives none (`x`, `because`)."""
    text = _said(value)
    return text if says(text) else ""


def _known(rel: str, loaded: Loaded, pointer: str, given: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in given:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(keys)}"
            _refuse(rel, loaded, f"{pointer}/{escape(key)}", f"the key {key} is not known", hint)


def _refuse(rel: str, loaded: Loaded, pointer: str, message: str, hint: str) -> NoReturn:
    place = loaded.marks.get(pointer) or loaded.marks.get(pointer.rpartition("/")[0]) or Position(1, 1)
    raise UsageError(f"{rel}:{place.line}:{place.column}: {message}", hint)

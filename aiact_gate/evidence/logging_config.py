# SPDX-License-Identifier: Apache-2.0
"""Tells from a configuration whether logging is switched off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence.readers.structured import load_trees
from aiact_gate.evidence.sections import ReadError
from aiact_gate.evidence.states import Seen

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.paths import Opened

_LOG_WORDS = frozenset({"log", "logs", "logging", "logger", "audit", "auditlog", "eventlog", "events", "telemetry"})
_SWITCH_WORDS = frozenset({"enabled", "enable", "active", "on"})
_OFF_WORDS = frozenset({"disabled", "disable", "off", "no"})
_OFF_VALUES = frozenset({"false", "off", "none", "disabled", "no", "0"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LINE = re.compile(r"^\s{0,20}(?:export\s{1,4})?([A-Za-z][\w.-]{0,120})\s{0,20}[=:]\s{0,20}[\"']?([^\"'#;\s]{0,120})")
_FLAT = (".env", ".ini", ".cfg", ".conf", ".properties")
_LOADED = (".yaml", ".yml", ".json", ".toml")


@dataclass(frozen=True, slots=True)
class LoggingConfig:
    """Whether the configuration could be read, and whether it switches logging off."""

    seen: Seen
    disabled: bool = False


def look(context: Context, declared: Any) -> LoggingConfig:
    """Return what the declared configuration says about logging."""
    opened = context.open(declared, "config")
    if not opened.readable:
        return LoggingConfig(Seen(opened.state, opened.file, 1, opened.note))
    try:
        line = _line_of_switch(opened)
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return LoggingConfig(Seen(error.state, opened.file, 1, error.note))
    note = f"{opened.file}:{line} switches logging off." if line else ""
    return LoggingConfig(Seen("present", opened.file, line or 1, note), bool(line))


def _line_of_switch(opened: Opened) -> int:
    """Return the line that switches logging off, or 0."""
    name = (opened.file or "").lower()
    if name.endswith(_LOADED):
        switches = ((tree, _switched_off(tree.value)) for tree in load_trees(opened))
        return next((tree.lines.get(off, 1) for tree, off in switches if off), 0)
    if name.endswith(_FLAT) or "/.env" in f"/{name}":
        return _flat(opened)
    raise ReadError("unreadable", f"{opened.file} has a format that is not read as a configuration.")


def _switched_off(value: Any) -> tuple[str, ...] | None:
    waiting: list[tuple[tuple[str, ...], Any]] = [((), value)]
    while waiting:
        path, inner = waiting.pop()
        if isinstance(inner, dict):
            waiting.extend(((*path, str(key)), below) for key, below in inner.items())
            if isinstance(inner.get("name"), str) and _is_off((*path, inner["name"]), inner.get("value")):
                return path  # an entry of a container's environment
        elif isinstance(inner, list):
            waiting.extend(((*path, str(index)), below) for index, below in enumerate(inner))
        elif path and (_is_off(path, inner) or _is_assignment_off(path, inner)):
            return path
    return None


def _flat(opened: Opened) -> int:
    for number, line in enumerate(opened.text.splitlines(), 1):
        found = _LINE.match(line)
        if found and _is_off((found.group(1),), found.group(2)):
            return number
    return 0


def _is_assignment_off(path: tuple[str, ...], value: Any) -> bool:
    """Say whether an entry such as `LOGGING_ENABLED=false` of a list switches logging off."""
    found = _LINE.match(value) if isinstance(value, str) and path[-1].isdecimal() else None
    return found is not None and _is_off((*path[:-1], found.group(1)), found.group(2))


def _is_off(path: tuple[str, ...], value: Any) -> bool:
    last = {word.casefold() for word in _WORD.findall(path[-1])}
    above = {word.casefold() for part in path[:-1] for word in _WORD.findall(part)}
    text = str(value).strip().casefold()
    if last & _LOG_WORDS and last & _OFF_WORDS:
        return text in {"true", "1", "yes", "on"}
    if value is None or text not in _OFF_VALUES:
        return False
    if last & _SWITCH_WORDS:
        # The file was declared as the one that decides on logging, so a bare `enabled` at its top is about it.
        return bool((last | above) & _LOG_WORDS) or (len(path) == 1 and len(last) == 1)
    if "level" in last:
        return text in {"off", "none", "disabled", "false"} and bool(
            (last | above) & (_LOG_WORDS | {"loggers", "root"})
        )
    return bool(last & _LOG_WORDS) and last <= _LOG_WORDS

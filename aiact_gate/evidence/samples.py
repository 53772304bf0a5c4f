# SPDX-License-Identifier: Apache-2.0
"""Reads a sample of a log and checks its events against their schema, within a bounded number of steps."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema import exceptions as schema_errors
from jsonschema.validators import extend, validator_for
from referencing import Registry
from referencing.exceptions import Unresolvable

from aiact_gate.evidence.sections import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.evidence.paths import Opened

MAX_CHECKED = 2_000
_MAX_EVENTS = 200_000
_MAX_STEPS = 200_000
_MAX_PATTERNED = 2_000
_NESTED = re.compile(r"[*+}]\s?\)\s?[*+{]|\)\s?[*+{][^)]{0,60}\)\s?[*+{]")
_ALTERNATIVES = re.compile(r"\([^()]{0,200}\|[^()]{0,200}\)[*+{]")
_OPEN_ENDED = re.compile(r"(?<!\\)[*+]|\{\d{0,6},")
_MAX_OPEN_ENDED = 3
_Event = dict[str, Any]


class _OutOfStepsError(Exception):
    """The schema asks for more work than a check of evidence is worth."""


def events(opened: Opened) -> Iterator[tuple[int, _Event | None]]:
    """Yield the events of a JSON Lines, JSON or CSV file, each with its line; what is no event is None."""
    name = (opened.file or "").lower()
    if name.endswith((".csv", ".tsv")):
        yield from _table(opened.text, "\t" if name.endswith(".tsv") else ",")
        return
    if name.endswith(".json"):
        whole = _parsed(opened.text)
        if isinstance(whole, list):
            yield from ((1, one if isinstance(one, dict) else None) for one in whole[:_MAX_EVENTS])
            return
    lines = ((number, line) for number, line in enumerate(opened.text.split("\n"), 1) if line.strip())
    for (number, line), _ in zip(lines, range(_MAX_EVENTS), strict=False):
        event = _parsed(line)
        yield number, event if isinstance(event, dict) else None


def _table(text: str, delimiter: str) -> Iterator[tuple[int, _Event | None]]:
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    try:
        for row, _ in zip(reader, range(_MAX_EVENTS), strict=False):
            complete = None not in row and None not in row.values()
            yield reader.line_num, {key: _cell(value) for key, value in row.items()} if complete else None
    except csv.Error:
        yield reader.line_num, None


def _cell(value: Any) -> Any:
    """Return a cell as the number that it looks like, since a CSV file has no types."""
    parsed = _parsed(value) if isinstance(value, str) and len(value) < 20 else None  # noqa: PLR2004
    return parsed if isinstance(parsed, int | float) else value


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


class Schema:
    """A JSON Schema that checks events without network, in bounded time."""

    def __init__(self, schema: Any, name: str) -> None:
        if not isinstance(schema, dict) or not schema:
            raise ReadError("unreadable", f"{name} is no JSON Schema.")
        kind = validator_for(schema, default=Draft202012Validator)
        costly = next((pattern for pattern in _patterns(schema) if _is_costly(pattern)), None)
        if costly is not None:
            raise ReadError(
                "unreadable", f"{name} has a pattern that cannot be checked in bounded time: {costly[:60]}."
            )
        try:
            kind.check_schema(schema)
        except (schema_errors.SchemaError, RecursionError) as error:
            reason = getattr(error, "message", "it is nested too deeply")
            raise ReadError("unreadable", f"{name} is no valid JSON Schema: {reason[:120]}.") from error
        self._steps = 0
        counted = {keyword: self._counted(keyword, check) for keyword, check in kind.VALIDATORS.items()}
        bounded: Any = extend(kind, counted)  # type: ignore[no-untyped-call]
        self._validator = bounded(schema, registry=Registry())
        self._name = name

    def accepts(self, event: _Event) -> bool:
        """Say whether the schema accepts an event."""
        try:
            return bool(self._validator.is_valid(event))
        except (Unresolvable, RecursionError, re.error, _OutOfStepsError) as error:
            raise ReadError("unreadable", f"{self._name} cannot be applied: {_why(error)}.") from error

    def _counted(self, keyword: str, check: Any) -> Any:
        def counted(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any]:
            self._steps += 1 + _cost(keyword, value, instance)
            if self._steps > _MAX_STEPS:
                raise _OutOfStepsError
            return check(validator, value, instance, schema) or iter(())

        return counted


def _cost(keyword: str, value: Any, instance: Any) -> int:
    """Return the steps of a pattern: each open end may try every length of the text anew."""
    if keyword == "pattern" and isinstance(instance, str):
        return int(min(len(instance) ** len(_OPEN_ENDED.findall(str(value))), 10**12)) // 2_000
    if keyword == "patternProperties" and isinstance(instance, dict) and isinstance(value, dict):
        return sum(_cost("pattern", pattern, name) for pattern in value for name in instance)
    return 0


def _why(error: Exception) -> str:
    if isinstance(error, Unresolvable):
        return "it refers to a schema outside itself"
    return "it takes too many steps" if isinstance(error, _OutOfStepsError) else "it refers to itself without end"


def _patterns(schema: Any) -> Iterator[str]:
    waiting: list[Any] = [schema]
    seen = 0
    while waiting and seen < _MAX_PATTERNED * 10:
        node = waiting.pop()
        seen += 1
        if isinstance(node, dict):
            if isinstance(node.get("pattern"), str):
                yield node["pattern"]
            properties = node.get("patternProperties")
            if isinstance(properties, dict):
                yield from (str(name) for name in properties)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _is_costly(pattern: str) -> bool:
    return (
        len(pattern) > _MAX_PATTERNED
        or bool(_NESTED.search(pattern) or _ALTERNATIVES.search(pattern))
        or len(_OPEN_ENDED.findall(pattern)) > _MAX_OPEN_ENDED
    )

# SPDX-License-Identifier: Apache-2.0
"""Says in a sentence each what in a record breaks its schema."""

from __future__ import annotations

import difflib
import importlib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence.dates import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.evidence.states import State

_MOST = 30
_TYPES = {
    "string": "a text",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
}


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach: the place of the value, the missing key below it if that is it, the state and the sentence."""

    path: tuple[str, ...]
    below: tuple[str, ...]
    state: State
    sentence: str

    @property
    def where(self) -> str:
        """Return the place as people write it."""
        return shown((*self.path, *self.below))


def shown(path: tuple[str, ...]) -> str:
    """Return a path as `risks[2].measures`, counted from 1."""
    text = ""
    for step in path:
        text += f"[{int(step) + 1}]" if step.isdigit() else f".{step}" if text else step
    return text


def of(schema: dict[str, Any], value: Any) -> Iterator[Breach]:
    """Yield what breaks the schema."""
    # jsonschema takes a noticeable part of a small run to import, and most systems keep no records.
    jsonschema: Any = importlib.import_module("jsonschema")
    checker = jsonschema.FormatChecker(formats=())
    checker.checks("date")(_is_date)
    validator = jsonschema.Draft202012Validator(schema, format_checker=checker)
    for error in islice(validator.iter_errors(value), _MOST):
        path = tuple(str(step) for step in error.absolute_path)
        yield from _told(error, path)


def _is_date(value: object) -> bool:
    return not isinstance(value, str) or day(value) is not None


def _told(error: Any, path: tuple[str, ...]) -> Iterator[Breach]:
    where, asked = shown(path) or "the record", error.validator_value
    if error.validator == "required":
        for key in asked:
            if key not in error.instance:
                yield Breach(path, (key,), "incomplete", f"{where} has no “{key}”.")
    elif error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        for key in [key for key in error.instance if key not in known and not str(key).startswith("x-")][:5]:
            near = difflib.get_close_matches(str(key), known, 1)
            hint = f"; did you mean “{near[0]}”?" if near else "."
            yield Breach((*path, str(key)), (), "inconsistent", f"“{str(key)[:60]}” is no key of {where}{hint}")
    else:
        state, wanted = _wanted(error.validator, asked)
        yield Breach(path, (), state, f"{where} must be {wanted}.")


def _wanted(rule: str, asked: Any) -> tuple[State, str]:
    if rule in {"maximum", "minimum"}:
        return "insufficient", f"at {'most' if rule == 'maximum' else 'least'} {asked}"
    if rule in {"minLength", "minItems"}:
        return "empty", "filled in"
    wanted = {
        "enum": lambda: f"one of {', '.join(str(one) for one in asked)}",
        "const": lambda: str(asked).lower() if isinstance(asked, bool) else f"“{asked}”",
        "type": lambda: _TYPES.get(str(asked), str(asked)),
        "format": lambda: f"a {asked} such as 2027-12-02",
    }
    return "inconsistent", wanted[rule]() if rule in wanted else "what its schema says"

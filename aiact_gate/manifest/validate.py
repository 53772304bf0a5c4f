# SPDX-License-Identifier: Apache-2.0
"""Whether a manifest keeps to its schema, and if not, what to change, in short sentences."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from aiact_gate.manifest import wording
from aiact_gate.manifest.dates import day
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.problem import SCHEMA, UNKNOWN_KEY, Problem, escape
from aiact_gate.manifest.schema import schema
from aiact_gate.manifest.shape import fits

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

MAX_PROBLEMS: Final = 50


def validate(manifest: Manifest) -> list[Problem]:
    """Return what the author has to mend, in the order of the file; missing answers are not judged here."""
    if fits()(manifest.data):
        return []
    errors = _validator().iter_errors(manifest.data)
    found = {problem for whole in errors for error in _closest(whole) for problem in _problems(manifest, error)}
    ordered = sorted(found, key=lambda problem: (problem.line, problem.column, problem.pointer, problem.message))
    return ordered[:MAX_PROBLEMS]


@cache
def _validator() -> "Draft202012Validator":
    """Loaded only for a manifest with a problem: the import alone costs more than a thousand quick checks."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415

    formats = FormatChecker(formats=())
    formats.checks("date")(lambda value: not isinstance(value, str) or day(value) is not None)
    return Draft202012Validator(schema(), format_checker=formats)


def _closest(error: "ValidationError") -> "list[ValidationError]":
    """Return the errors inside the one shape that the author meant, or the error itself if none was meant."""
    if error.validator != "anyOf":
        return [error]
    shapes: dict[int, list[ValidationError]] = {}
    for inner in error.context or []:
        shapes.setdefault(int(inner.schema_path[0]), []).append(inner)
    meant = [found for found in shapes.values() if not any(_wrong_shape(inner, error.instance) for inner in found)]
    if not meant:
        return [error]
    return [deepest for inner in min(meant, key=len) for deepest in _closest(inner)]


def _wrong_shape(inner: "ValidationError", instance: Any) -> bool:
    """Tell whether a shape was not meant at all: another type, another word, or an open question against an answer."""
    if inner.path:
        return False
    if inner.validator in {"type", "const", "enum"}:
        return True
    if not isinstance(instance, dict) or inner.validator not in {"required", "additionalProperties"}:
        return False
    asks_owner = "undetermined" in inner.schema.get("required", ())
    return asks_owner != ("undetermined" in instance)


def _problems(manifest: Manifest, error: "ValidationError") -> Iterator[Problem]:
    pointer = "".join(f"/{escape(str(part))}" for part in error.absolute_path)
    if error.validator == "additionalProperties":
        for key in wording.unknown_keys(error):
            below = f"{pointer}/{escape(key)}"
            yield _at(manifest, below, UNKNOWN_KEY, wording.unknown_key(error, pointer, key))
    elif error.validator == "required":
        for key in wording.missing_keys(error):
            yield _at(manifest, pointer, SCHEMA, wording.missing_key(error, pointer, key))
    else:
        yield _at(manifest, pointer, SCHEMA, wording.wrong_value(error, pointer))


def _at(manifest: Manifest, pointer: str, code: str, words: tuple[str, str]) -> Problem:
    place = manifest.locate(pointer)
    return Problem(pointer, place.line, place.column, code, *words)

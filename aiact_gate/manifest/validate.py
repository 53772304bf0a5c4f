# SPDX-License-Identifier: Apache-2.0
"""Whether a manifest keeps to its schema, and if not, what to change, in short sentences."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
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
_MAX_SEEN: Final = 10 * MAX_PROBLEMS
_Errors = Iterator["ValidationError"]


def validate(manifest: Manifest) -> list[Problem]:
    """Return what the author has to mend, in the order of the file; missing answers are not judged here."""
    if fits()(manifest.data):
        return []
    errors = _validator().iter_errors(manifest.data)
    seen = (problem for whole in errors for error in _closest(whole) for problem in _problems(manifest, error))
    found = set(islice(seen, _MAX_SEEN))
    ordered = sorted(found, key=lambda problem: (problem.line, problem.column, problem.pointer, problem.message))
    shown = ordered[:MAX_PROBLEMS]
    return [*shown, _more(shown[-1])] if len(ordered) > MAX_PROBLEMS else shown


def _more(last: Problem) -> Problem:
    message = f"the manifest has more than {MAX_PROBLEMS} problems"
    return Problem("", last.line, last.column, SCHEMA, message, "mend those that are shown; the others are shown then")


@cache
def _validator() -> "Draft202012Validator":
    """Return the full validator; its import alone costs more than many quick checks, so it waits for a problem."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415
    from jsonschema.validators import extend  # noqa: PLC0415

    formats = FormatChecker(formats=())
    formats.checks("date")(lambda value: not isinstance(value, str) or day(value) is not None)
    checks = {keyword: _bounded(check) for keyword, check in Draft202012Validator.VALIDATORS.items()}
    bounded: Any = extend(Draft202012Validator, checks)  # type: ignore[no-untyped-call]
    whole: Draft202012Validator = bounded(schema(), format_checker=formats)
    return whole


def _bounded(check: Callable[..., _Errors | None]) -> Callable[..., _Errors]:
    """Let a keyword stop after more errors than are shown: one costs as much as hundreds of sound values."""

    def bounded(*given: Any) -> _Errors:
        return islice(check(*given) or iter(()), _MAX_SEEN)

    return bounded


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
    asks_owner = "undetermined" in _schema_of(inner).get("required", ())
    return asks_owner != ("undetermined" in instance)


def _problems(manifest: Manifest, error: "ValidationError") -> Iterator[Problem]:
    pointer = "".join(f"/{escape(str(part))}" for part in error.absolute_path)
    fault = wording.Fault(str(error.validator), error.validator_value, error.instance, _schema_of(error))
    if fault.keyword == "additionalProperties":
        for key in wording.unknown_keys(fault):
            yield _at(manifest, f"{pointer}/{escape(key)}", UNKNOWN_KEY, wording.unknown_key(fault, pointer, key))
    elif fault.keyword == "required":
        for key in wording.missing_keys(fault):
            yield _at(manifest, pointer, SCHEMA, wording.missing_key(fault, pointer, key))
    else:
        yield _at(manifest, pointer, SCHEMA, wording.wrong_value(fault, pointer))


def _schema_of(error: "ValidationError") -> dict[str, Any]:
    return dict(error.schema) if isinstance(error.schema, Mapping) else {}


def _at(manifest: Manifest, pointer: str, code: str, words: tuple[str, str]) -> Problem:
    place = manifest.locate(pointer)
    return Problem(pointer, place.line, place.column, code, *words)

# SPDX-License-Identifier: Apache-2.0
"""Checks a report against its own schema, knowing only the keywords that it uses: so that a large one takes seconds."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

_Schema = Mapping[str, Any]

_TYPES: Final[dict[str, type | tuple[type, ...]]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
_ANNOTATIONS: Final = frozenset({"$schema", "$id", "$defs", "title", "description"})


def problem(document: object, schema: _Schema) -> str:
    """Return where the document first leaves the schema, as a sentence, or nothing when it keeps to it."""
    return next(_problems(document, schema, schema, "report"), "")


def _problems(value: object, schema: _Schema, root: _Schema, where: str) -> Iterator[str]:
    for keyword, wanted in schema.items():
        if keyword == "$ref":
            yield from _problems(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, where)
        elif keyword == "properties" and isinstance(value, dict):
            for name, inner in wanted.items():
                if name in value:
                    yield from _problems(value[name], inner, root, f"{where}.{name}")
        elif keyword == "additionalProperties" and isinstance(value, dict):
            yield from _additional(value, schema, root, where)
        elif keyword == "items" and isinstance(value, list):
            for number, item in enumerate(value):
                yield from _problems(item, wanted, root, f"{where}[{number}]")
        elif keyword not in _CONTAINERS and keyword not in _ANNOTATIONS and (found := _CHECKS[keyword](value, wanted)):
            yield f"{where} {found}"


def _additional(value: Mapping[str, object], schema: _Schema, root: _Schema, where: str) -> Iterator[str]:
    known, inner = schema.get("properties", {}), schema["additionalProperties"]
    for name in value.keys() - known.keys():
        if inner is False:
            yield f"{where} has the unknown key {name!r}"
        else:
            yield from _problems(value[name], inner, root, f"{where}.{name}")


def _type(value: object, wanted: str | list[str]) -> str:
    names = [wanted] if isinstance(wanted, str) else wanted
    fits = not isinstance(value, bool) and any(isinstance(value, _TYPES[name]) for name in names)
    return "" if fits else f"is no {' or '.join(names)}"


def _required(value: object, wanted: list[str]) -> str:
    lacking = [name for name in wanted if isinstance(value, dict) and name not in value]
    return f"lacks {lacking[0]!r}" if lacking else ""


def _enum(value: object, wanted: list[object]) -> str:
    return "" if value in wanted else f"is none of {', '.join(map(str, wanted))}"


def _const(value: object, wanted: object) -> str:
    return "" if value == wanted else f"is not {wanted}"


def _pattern(value: object, wanted: str) -> str:
    return "" if not isinstance(value, str) or re.search(wanted, value) else f"does not look like {wanted}"


def _minimum(value: object, wanted: float) -> str:
    return "" if not isinstance(value, (int, float)) or value >= wanted else f"is below {wanted}"


_CONTAINERS: Final = frozenset({"properties", "additionalProperties", "items"})
_CHECKS: Final[dict[str, Callable[[object, Any], str]]] = {
    "type": _type,
    "required": _required,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minimum": _minimum,
}

# SPDX-License-Identifier: Apache-2.0
"""The sentences about a manifest that does not keep to its schema: what is wrong, and what to write instead."""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from aiact_gate.manifest.problem import dotted
from aiact_gate.manifest.schema import Node, branches, members, schema

Words = tuple[str, str]
"""What is wrong, and what to write instead."""


class Fault(NamedTuple):
    """One keyword of the schema that a value does not keep to."""

    keyword: str
    wanted: Any
    value: Any
    schema: Node


_TYPES: Final = {
    "string": "a text",
    "boolean": "true or false",
    "object": "a mapping",
    "array": "a list",
    "number": "a number",
    "integer": "a whole number",
}
_YES_NO: Final = frozenset({"yes", "no", "on", "off", "y", "n"})
_BOOLEAN: Final = re.compile(r"\b(true|false)\b")
_MANY: Final = 12


def unknown_keys(fault: Fault) -> list[str]:
    """Return the keys of a mapping that its schema does not know."""
    known = fault.schema.get("properties", {})
    return [key for key in fault.value if key not in known and not _matches(fault.schema, key)]


def _matches(node: Node, key: str) -> bool:
    return any(key.startswith(pattern.lstrip("^")) for pattern in node.get("patternProperties", {}))


def unknown_key(fault: Fault, pointer: str, key: str) -> Words:
    """Say that a key is not known, and which one was probably meant."""
    place = dotted(pointer)
    message = f"{place} has no key {_show(key)}" if place else f"a manifest has no key {_show(key)}"
    known = list(fault.schema.get("properties", {}))
    homes = [home for home in _homes().get(key, ()) if home != place]
    if near := difflib.get_close_matches(key, known, 1):
        return message, f"did you mean {near[0]}?"
    if homes:
        return message, f"it stands under {' or '.join(homes)}"
    return message, f"known here: {_listed(known)}" if known else "delete it"


def missing_keys(fault: Fault) -> list[str]:
    """Return the keys that a mapping must have and has not."""
    return [key for key in fault.wanted if key not in fault.value]


def missing_key(fault: Fault, pointer: str, key: str) -> Words:
    """Say that a key is missing, with its question."""
    place = dotted(pointer) or "the manifest"
    hint: str = fault.schema.get("properties", {}).get(key, {}).get("description", "")
    return f"{place} lacks {key}", hint


def wrong_value(fault: Fault, pointer: str) -> Words:
    """Say why a value cannot stand where it stands."""
    place, value = dotted(pointer) or "the manifest", fault.value
    if value is None:
        return f"{place} is empty", f"write {expected(fault.schema)}{_or_owner(fault.schema)}"
    if fault.keyword in _LIMITS:
        return f"{place} {_LIMITS[fault.keyword].format(fault.wanted)}", ""
    wanted = expected(fault.schema)
    if isinstance(value, str) and value.lower() in _YES_NO and _BOOLEAN.search(wanted):
        return f"{place} is the text {_show(value)}", f"write {wanted}"
    if value is True and "reason" in wanted:
        return f"{place} is true, but an exception is a claim", f"write {wanted}"
    if fault.keyword == "type" and fault.wanted == "string" and isinstance(value, int | float):
        return f"{place} is {_show(value)}, which is not a text", "put it in quotes"
    message = f"{place} is {_show(value)}, not {wanted}"
    near = difflib.get_close_matches(value, _words(fault.schema), 1) if isinstance(value, str) else []
    return message, f"did you mean {near[0]}?" if near else _or_owner(fault.schema).replace(", or", "or write")


_LIMITS: Final = {
    "minLength": "is an empty text",
    "maxLength": "is longer than {} characters",
    "minItems": "is an empty list",
    "maxItems": "is a longer list than anybody reads",
    "minimum": "is less than {}",
    "maximum": "is more than {}",
    "uniqueItems": "names something twice",
}


def _or_owner(node: Node) -> str:
    open_question = any("undetermined" in shape.get("required", ()) for shape in branches(node))
    return ", or {undetermined: who answers it}" if open_question else ""


def expected(node: Node) -> str:
    """Return in words what a node wants, open questions aside."""
    if "x-expects" in node:
        return str(node["x-expects"])
    parts = []
    for shape in branches(node):
        if "undetermined" in shape.get("required", ()):
            continue
        if "x-expects" in shape:
            parts.append(str(shape["x-expects"]))
        elif "const" in shape:
            parts.append(_show(shape["const"]))
        elif "enum" in shape:
            parts.append(f"one of {_listed([str(word) for word in shape['enum']])}")
        elif "items" in shape and "enum" in shape["items"]:
            parts.append(f"a list of {_listed([str(word) for word in shape['items']['enum']])}")
        else:
            parts.append(_TYPES.get(str(shape.get("type")), "a value"))
    return " or ".join(dict.fromkeys(parts))


def _words(node: Node) -> list[str]:
    shapes = branches(node)
    return [str(word) for shape in shapes for word in shape.get("enum", [shape["const"]] if "const" in shape else [])]


def _listed(words: list[str]) -> str:
    return ", ".join(dict.fromkeys(words[:_MANY])) + (", ..." if len(words) > _MANY else "")


def _show(value: Any) -> str:
    """Return a value as it is written in a manifest, kept short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = str(value)
    text = text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - one line of a terminal
    return f"“{text}”" if isinstance(value, str) else text


@cache
def _homes() -> dict[str, list[str]]:
    """Return for each key the groups in which it may stand."""
    found: dict[str, list[str]] = {}
    for key, place in _keys(schema(), ""):
        found.setdefault(key, []).append(place)
    return found


def _keys(node: Node, place: str) -> Iterator[tuple[str, str]]:
    for key, member in members(node).items():
        if place:
            yield key, place
        yield from _keys(member, f"{place}.{key}" if place else key)

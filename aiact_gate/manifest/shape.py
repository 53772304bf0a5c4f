# SPDX-License-Identifier: Apache-2.0
"""The schema compiled into plain checks: a quick yes for the many manifests that have nothing wrong."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from aiact_gate.manifest.dates import day
from aiact_gate.manifest.schema import Node, resolve, schema

Check = Callable[[Any], bool]
_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
_SILENT = frozenset({"description", "examples", "title", "$schema", "$id", "$defs", "$ref"})


@cache
def fits() -> Check:
    """Return the check of a whole manifest; compiled once."""
    return _compile(schema())


def _compile(node: Node) -> Check:
    target = resolve(node)
    return _compiled(id(target), target)


_known: dict[int, Check] = {}


def _compiled(key: int, node: Node) -> Check:
    if key not in _known:
        words = [word for word in node if word not in _SILENT and not word.startswith("x-")]
        # Three keywords share one check: done for each of them, it would double with every level.
        builders = dict.fromkeys(_KEYWORDS[word] for word in words)
        checks = [build(node) for build in builders]
        _known[key] = checks[0] if len(checks) == 1 else lambda value: all(check(value) for check in checks)
    return _known[key]


def _type(node: Node) -> Check:
    return _TYPES[node["type"]]


def _same(left: Any, right: Any) -> bool:
    """JSON tells true from 1; Python does not."""
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def _const(node: Node) -> Check:
    wanted = node["const"]
    return lambda value: _same(value, wanted)


def _enum(node: Node) -> Check:
    words = node["enum"]
    return lambda value: any(_same(value, word) for word in words)


def _any_of(node: Node) -> Check:
    checks = [_compile(branch) for branch in node["anyOf"]]
    return lambda value: any(check(value) for check in checks)


def _pattern(node: Node) -> Check:
    found = re.compile(node["pattern"]).search
    return lambda value: not isinstance(value, str) or found(value) is not None


def _format(_node: Node) -> Check:
    return lambda value: not isinstance(value, str) or day(value) is not None


def _bound(word: str, holds: Callable[[Any, Any], bool], kind: type | tuple[type, ...]) -> Callable[[Node], Check]:
    def build(node: Node) -> Check:
        limit = node[word]
        return lambda value: not isinstance(value, kind) or holds(value, limit)

    return build


def _unique(_node: Node) -> Check:
    return lambda value: not isinstance(value, list) or len({str(entry) for entry in value}) == len(value)


def _items(node: Node) -> Check:
    check = _compile(node["items"])
    return lambda value: not isinstance(value, list) or all(map(check, value))


def _required(node: Node) -> Check:
    keys = frozenset(node["required"])
    return lambda value: not isinstance(value, dict) or keys <= value.keys()


def _any_schema(node: Node | bool) -> Check:
    return (lambda _value: bool(node)) if isinstance(node, bool) else _compile(node)


def _members(node: Node) -> Check:
    """Check all members at once: those that are named, those of a pattern, and the rest."""
    named = {key: _compile(member) for key, member in node.get("properties", {}).items()}
    patterns = [
        (re.compile(key).search, _any_schema(member)) for key, member in node.get("patternProperties", {}).items()
    ]
    other = _any_schema(node.get("additionalProperties", True))

    def check(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        for key, member in value.items():
            if key in named:
                if not named[key](member):
                    return False
            elif not any(search(key) and fit(member) for search, fit in patterns) and not other(member):
                return False
        return True

    return check


_NUMBER = (int, float)
_KEYWORDS: dict[str, Callable[[Node], Check]] = {
    "type": _type,
    "const": _const,
    "enum": _enum,
    "anyOf": _any_of,
    "pattern": _pattern,
    "format": _format,
    "minLength": _bound("minLength", lambda value, limit: len(value) >= limit, str),
    "maxLength": _bound("maxLength", lambda value, limit: len(value) <= limit, str),
    "minItems": _bound("minItems", lambda value, limit: len(value) >= limit, list),
    "maxItems": _bound("maxItems", lambda value, limit: len(value) <= limit, list),
    "minimum": _bound("minimum", lambda value, limit: value >= limit, _NUMBER),
    "maximum": _bound("maximum", lambda value, limit: value <= limit, _NUMBER),
    "uniqueItems": _unique,
    "items": _items,
    "required": _required,
    "properties": _members,
    "patternProperties": _members,
    "additionalProperties": _members,
}

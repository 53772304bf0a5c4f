# SPDX-License-Identifier: Apache-2.0
"""The schema of the manifest as a tree: what stands below a node, and which answers it gives."""

import json
from functools import cache
from typing import Any

from aiact_gate.resources import schemas_dir

Node = dict[str, Any]


@cache
def schema() -> Node:
    """Return the schema of the manifest."""
    loaded: Node = json.loads((schemas_dir() / "ai-system.v1.json").read_text(encoding="utf-8"))
    return loaded


def resolve(node: Node) -> Node:
    """Return the definition that a node refers to, or the node itself."""
    reference = node.get("$ref")
    if reference is None:
        return node
    found: Node = schema()["$defs"][reference.removeprefix("#/$defs/")]
    return resolve(found)


def branches(node: Node) -> list[Node]:
    """Return the shapes that a node may have, references resolved."""
    target = resolve(node)
    if "anyOf" in target:
        return [shape for branch in target["anyOf"] for shape in branches(branch)]
    return [target]


def expects(node: Node) -> str | None:
    """Return in words what stands at a node, if the schema says so."""
    while "x-expects" not in node and "$ref" in node:
        node = schema()["$defs"][node["$ref"].removeprefix("#/$defs/")]
    text: str | None = node.get("x-expects")
    return text


_members: dict[int, dict[str, Node]] = {}
_items: dict[int, Node | None] = {}


def members(node: Node) -> dict[str, Node]:
    """Return the properties that a node may have in any of its shapes, without those of an open question."""
    key = id(node)
    if key not in _members:
        found: dict[str, Node] = {}
        for shape in branches(node):
            if "x-expects" not in shape or "undetermined" not in shape.get("properties", {}):
                found.update(shape.get("properties", {}))
        _members[key] = found
    return _members[key]


def items(node: Node) -> Node | None:
    """Return what the entries of a list at this node look like."""
    key = id(node)
    if key not in _items:
        _items[key] = next((shape["items"] for shape in branches(node) if "items" in shape), None)
    return _items[key]


_dates: dict[int, bool] = {}
_facts: dict[int, tuple[str, ...]] = {}


def is_date(node: Node) -> bool:
    """Return whether an answer at this node is a date."""
    key = id(node)
    if key not in _dates:
        _dates[key] = any(shape.get("format") == "date" for shape in branches(node))
    return _dates[key]


def own_facts(node: Node) -> tuple[str, ...]:
    """Return the facts that an answer at this very node decides."""
    key = id(node)
    if key not in _facts:
        found = [node[word] for word in ("x-fact", "x-claim", "x-any-fact", "x-list-fact", "x-country") if word in node]
        found += node.get("x-facts", {}).values()
        found += [fact for said in node.get("x-values", {}).values() for fact in said]
        found += [fact for row in node.get("x-screening", {}).values() for fact in row["not_met"]]
        _facts[key] = tuple(dict.fromkeys(found))
    return _facts[key]

# SPDX-License-Identifier: Apache-2.0
"""Reads structured records by their schemas: which value answers which required element, and what breaks the schema."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import breaches
from aiact_gate.evidence.sections import Document, Leaf, ReadError, Section
from aiact_gate.resources import schemas_dir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.evidence.breaches import Breach
    from aiact_gate.evidence.readers.structured import Tree

KEY = "record"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{1,60}")
_MAX_LEAVES = 20_000


def is_record(value: object) -> bool:
    """Say whether parsed data call themselves a record."""
    return isinstance(value, dict) and isinstance(value.get(KEY), str)


@cache
def names() -> tuple[str, ...]:
    """Return the names of the records that have a schema."""
    return tuple(
        sorted(
            name
            for path in (schemas_dir() / "evidence").glob("*.v1.json")
            if KEY in schema(name := path.name.removesuffix(".v1.json"))["properties"]
        )
    )


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema of a record."""
    found: dict[str, Any] = json.loads((schemas_dir() / "evidence" / f"{name}.v1.json").read_text(encoding="utf-8"))
    return found


def document(file: str, tree: Tree) -> Document:
    """Return a record as sections, one for each element that it answers."""
    name = tree.value[KEY]
    if not _NAME.fullmatch(name) or name not in names():
        near = difflib.get_close_matches(name, names(), 1)
        hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(names())}."
        raise ReadError("unreadable", f"{file} is a record of no known kind, “{name[:60]}”{hint}")
    return made(name, tree)


def made(name: str, tree: Tree) -> Document:
    """Return the document that a record of a known kind makes."""
    shape = schema(name)
    taken = _Taken(tree)
    taken.walk(shape, tree.value, (), ())
    whole: Leaf | None = None
    for breach in breaches.of(shape, tree.value):
        leaf = Leaf("", taken.line(breach.path), breach.where, fault=(breach.state, breach.sentence))
        refs = _refs_at(shape, breach)
        lacks = not breach.path and bool(
            breach.below
        )  # a part of the record is not there: its own elements are missing
        for ref in refs:
            if not lacks or ref in taken.leaves:
                taken.add(ref, leaf)
        whole = whole if refs else whole or leaf
    root = Section("", 0, 1)
    for ref, leaves in taken.leaves.items():
        text = "\n\n".join(leaf.text for leaf in leaves)
        root.children.append(Section("", 1, leaves[0].line, text, (ref,), leaves=tuple(leaves)))
    return Document(root, tree.value, whole)


@dataclass(slots=True)
class _Taken:
    tree: Tree
    leaves: dict[str, list[Leaf]] = field(default_factory=dict)
    count: int = 0

    def line(self, path: tuple[str, ...]) -> int:
        """Return the line of a value, or of the nearest one above it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.tree.lines:
                return self.tree.lines[path[:length]]
        return 1

    def add(self, ref: str, leaf: Leaf) -> None:
        self.leaves.setdefault(ref, []).append(leaf)

    def walk(self, shape: Any, value: Any, path: tuple[str, ...], refs: tuple[str, ...]) -> None:
        """Take the values below a place; each answers the elements that its property or one above it names."""
        if not isinstance(shape, dict):
            return
        refs = _own(shape) or refs
        if isinstance(value, dict):
            for key, inner in value.items():
                self.walk(shape.get("properties", {}).get(key), inner, (*path, key), refs)
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                self.walk(shape.get("items"), inner, (*path, str(index)), refs)
        elif refs:
            self.count += 1
            if self.count > _MAX_LEAVES:
                raise ReadError("too-large", f"holds more than {_MAX_LEAVES} values, the most that is read.")
            leaf = _leaf(shape, value, breaches.shown(path), self.line(path))
            for ref in refs:
                self.add(ref, leaf)


def _leaf(shape: dict[str, Any], value: Any, where: str, line: int) -> Leaf:
    typed = shape.get("type") != "string" or "format" in shape
    text = "" if value is None else str(value)
    return Leaf(text, line, where, typed, shape.get("x-datum") is True, shape.get("x-file") is True)


def _own(shape: dict[str, Any]) -> tuple[str, ...]:
    named = shape.get("x-element")
    return (named,) if isinstance(named, str) else tuple(named or ())


def _refs_at(shape: dict[str, Any], breach: Breach) -> tuple[str, ...]:
    refs: tuple[str, ...] = ()
    node: Any = shape
    for step in (*breach.path, *breach.below):
        if not isinstance(node, dict):
            break
        node = node.get("items") if node.get("type") == "array" else node.get("properties", {}).get(step)
        refs = (_own(node) if isinstance(node, dict) else ()) or refs
    return tuple(dict.fromkeys((*refs, *_all_refs(node))) if node is not shape else refs)


def _all_refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from _own(node)
        for inner in (*node.get("properties", {}).values(), node.get("items")):
            yield from _all_refs(inner)

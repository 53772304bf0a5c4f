# SPDX-License-Identifier: Apache-2.0
"""Reads YAML, JSON and TOML as data with lines, and as a document in which keys are headings."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from aiact_gate import toml
from aiact_gate.evidence import cards, registers
from aiact_gate.evidence.sections import Document, ReadError, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.evidence.paths import Opened

_MAX_NODES = 100_000
_MAX_DEPTH = 40
_SEVERAL = "holds several YAML documents; keep one in a file."
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    form: value
    for word, value in (("true", True), ("yes", True), ("on", True), ("false", False), ("no", False), ("off", False))
    for form in (word, word.capitalize(), word.upper())
}
_CONTAINERS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(slots=True)
class Tree:
    """Parsed data, and the line of each value by its path of keys."""

    value: Any
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    container: Any
    path: tuple[str, ...]
    key: str | None = None


def load_tree(opened: Opened) -> Tree:
    """Return the data of a YAML, JSON or TOML file, or raise ReadError."""
    trees = load_trees(opened)
    if len(trees) > 1:
        raise ReadError("unreadable", f"{opened.file} {_SEVERAL}")
    return trees[0]


def load_trees(opened: Opened) -> list[Tree]:
    """Return the data of each document in a YAML, JSON or TOML file, or raise ReadError; there is at least one."""
    name = (opened.file or "").lower()
    try:
        if name.endswith(".toml"):
            return [Tree(toml.loads(opened.text))]
        if name.endswith((".json", ".jsonc")):
            return [_load_json(opened)]
        return _documents(opened.text)
    except ReadError as error:
        raise ReadError(error.state, f"{opened.file} {error.note}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError("unreadable", f"{opened.file} is not well-formed: {_first_line(error)}.") from error


def _load_json(opened: Opened) -> Tree:
    value = json.loads(opened.text)
    try:
        return Tree(value, load_yaml(opened.text).lines)
    except ReadError:
        return Tree(value)  # valid JSON that the YAML reader cannot take: the lines are lost, the values are not


def load_yaml(text: str) -> Tree:
    """Return the one YAML document of a text; aliases, deep nesting and excess are refused."""
    trees = _documents(text)
    if len(trees) > 1:
        raise ReadError("unreadable", _SEVERAL)
    return trees[0]


def _documents(text: str) -> list[Tree]:
    """Return what each YAML document of a text holds; those that hold nothing do not count."""
    found: list[Tree] = []
    tree = Tree(None)
    open_containers: list[_Open] = []
    try:
        for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
            if count > _MAX_NODES or len(open_containers) > _MAX_DEPTH:
                raise ReadError("unreadable", "is nested too deeply or holds too many values.")
            if isinstance(event, yaml.AliasEvent):
                raise ReadError("unreadable", "uses YAML aliases; write the values out.")
            if isinstance(event, yaml.DocumentEndEvent):
                found += [tree] if tree.value is not None else []
                tree = Tree(None)
                continue
            _take(event, open_containers, tree)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ReadError("unreadable", f"is not well-formed: {_first_line(error)}.") from error
    return found or [tree]


def _take(event: yaml.Event, open_containers: list[_Open], tree: Tree) -> None:
    parent = open_containers[-1] if open_containers else None
    if isinstance(event, _ENDS):
        open_containers.pop()
        return
    if not isinstance(event, (yaml.ScalarEvent, *_CONTAINERS)):
        return
    line = event.start_mark.line + 1 if event.start_mark else 1
    if parent is not None and isinstance(parent.container, dict) and parent.key is None:
        if not isinstance(event, yaml.ScalarEvent):
            raise ReadError("unreadable", "uses a list or a mapping as a key.")
        parent.key = str(event.value)
        tree.lines.setdefault((*parent.path, parent.key), line)
    elif isinstance(event, yaml.ScalarEvent):
        _place(parent, _scalar(event), tree, line)
    else:
        container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        open_containers.append(_Open(container, _place(parent, container, tree, line)))


def _place(parent: _Open | None, value: Any, tree: Tree, line: int) -> tuple[str, ...]:
    if parent is None:
        tree.value = value
        return ()
    if isinstance(parent.container, list):
        path = (*parent.path, str(len(parent.container)))
        parent.container.append(value)
        tree.lines[path] = line
        return path
    path = (*parent.path, parent.key or "")
    parent.container[parent.key] = value
    parent.key = None
    return path


def _scalar(event: yaml.ScalarEvent) -> Any:
    text = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or ["it cannot be parsed"])[0][:160].rstrip(".")


def read(opened: Opened) -> Document:
    """Return the data of a file as sections: each key a heading, each value the text under it."""
    tree = load_tree(opened)
    if not isinstance(tree.value, dict | list):
        raise ReadError("unreadable", f"{opened.file} holds no keys, so nothing in it can be found.")
    if registers.is_record(tree.value):
        return registers.document(opened.file or "", tree)
    card = cards.of_data(tree)
    if card is not None:
        return Document(card)
    root = Section("", 0, 1)
    _fill(root, tree.value, (), tree)
    front = tree.value if isinstance(tree.value, dict) else {}
    return Document(root, front)


def _fill(section: Section, value: Any, path: tuple[str, ...], tree: Tree, depth: int = 1) -> None:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            below = (*path, str(key))
            child = Section(_title(str(key)), depth, tree.lines.get(below, section.line), anchors=(str(key),))
            _fill(child, inner, below, tree, depth + 1)
            section.children.append(child)
    elif isinstance(value, list):
        section.text = "\n\n".join(" ".join(_scalars(item, depth)) for item in value)
    else:
        section.text = "" if value is None else str(value)


def _title(key: str) -> str:
    return " ".join(key.replace("_", " ").split()) if " " not in key else key


def _scalars(value: Any, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        for inner in value.values():
            yield from _scalars(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner, depth + 1)
    elif value is not None:
        yield str(value)

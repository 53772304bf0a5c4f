# SPDX-License-Identifier: Apache-2.0
"""Takes from cards, bills of materials and Croissant what truly answers an element, by a table of sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import vocabulary
from aiact_gate.evidence.sections import Leaf, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiact_gate.evidence.readers.structured import Tree

Values = list[tuple[str, int]]
_STEP = re.compile(r"(?P<key>[^\[\]]+)(?:\[(?P<kind>[^\]]*)\])?")
_MODELS = "components[machine-learning-model]"
_MOST = 200


def of_markdown(root: Section, front: dict[str, Any]) -> list[Section]:
    """Return the sections that a model or data card adds to a Markdown file, if its front matter makes it one."""
    cards = (vocabulary.load("cards")[name] for name in ("model-card", "dataset-card"))
    card = next((one for one in cards if any(key in front for key in one["front"])), None)
    if card is None:
        return []
    parts: dict[str, Section] = {}
    for part in root.walk():
        parts.setdefault(vocabulary.plain(part.title), part)
    return list(_answers(card, lambda source: _below(parts, front, source)))


def _below(parts: dict[str, Section], front: dict[str, Any], source: str) -> Values:
    if not source.startswith("# "):
        return [(text, 1) for text in _texts(front.get(source))]
    part = parts.get(vocabulary.plain(source))
    return [("\n\n".join(one.text for one in part.walk()), part.line)] if part else []


def of_data(tree: Tree) -> Section | None:
    """Return what a CycloneDX or Croissant file answers, or nothing if it is neither."""
    value = tree.value if isinstance(tree.value, dict) else {}
    if value.get("bomFormat") == "CycloneDX":
        name = "cyclonedx"
    elif "mlcommons.org/croissant" in str(value.get("conformsTo") or value.get("dct:conformsTo") or ""):
        name = "croissant"
    else:
        return None
    card = vocabulary.load("cards")[name]
    root = Section("", 0, 1)
    root.children = list(_answers(card, lambda source: list(_found(tree, source))))
    return root


def _answers(card: dict[str, Any], find: Callable[[str], Values]) -> Iterator[Section]:
    for answer in card["answers"]:
        values = {source: find(source)[:_MOST] for source in answer["from"]}
        if not any(values.values()):
            continue
        told = ", ".join(_told(source) for source in values)
        leaves: list[Leaf] = []
        for source, found in values.items():
            where = source.removeprefix("# ")
            if not found:
                fault = ("incomplete", f"The {card['name']} answers it in part; it has no “{where}”.")
                leaves.append(Leaf("", _first(values), where, fault=fault))  # type: ignore[arg-type]
            origin = f"from the {card['name']}: {told}"
            leaves += [Leaf(text, line, where, datum=answer.get("datum", False), origin=origin) for text, line in found]
        text = "\n\n".join(leaf.text for leaf in leaves)
        yield Section("", 90, leaves[0].line, text, tuple(answer["refs"]), leaves=tuple(leaves))


def _told(source: str) -> str:
    """Return the end of a source, as much as tells it from its neighbours."""
    source = source.removeprefix(f"{_MODELS}.")
    return source[2:] if source.startswith("# ") else ".".join(source.split(".")[-2:])


def _first(values: dict[str, Values]) -> int:
    return next(line for found in values.values() for _, line in found)


def _found(tree: Tree, source: str) -> Iterator[tuple[str, int]]:
    places: list[tuple[Any, tuple[str, ...]]] = [(tree.value, ())]
    first, _, rest = source.partition(".")
    if first == _MODELS and not any(_step(tree.value, (), _STEP.fullmatch(_MODELS))):  # type: ignore[arg-type]
        places, source = list(_described(tree.value)), rest
    for step in source.split("."):
        found = _STEP.fullmatch(step)
        places = [inner for value, path in places for inner in _step(value, path, found)] if found else []
    for value, path in places[:_MOST]:
        for text in _texts(value):
            yield text, tree.lines.get(path, 1)


def _described(bill: dict[str, Any]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Yield the model that a bill is about, which stands apart from its components."""
    metadata = bill.get("metadata")
    about = metadata.get("component") if isinstance(metadata, dict) else None
    if isinstance(about, dict) and about.get("type") == "machine-learning-model":
        yield about, ("metadata", "component")


def _step(value: Any, path: tuple[str, ...], step: re.Match[str]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    key, kind = step["key"], step["kind"]
    inner = value.get(key) if isinstance(value, dict) else None
    if kind is None:
        if inner is not None:
            yield inner, (*path, key)
        return
    for index, item in enumerate(inner if isinstance(inner, list) else ()):
        named = [item.get("type"), item.get("activity")] if isinstance(item, dict) else []
        if not kind or kind in named:
            yield item, (*path, key, str(index))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [" ".join(text for inner in value.values() for text in _texts(inner))]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [] if value is None or isinstance(value, bool) else [str(value)]

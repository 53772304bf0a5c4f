# SPDX-License-Identifier: Apache-2.0
"""Which questions of a first manifest are still open and decide the class, and how an answer is typed."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from aiact_gate import clock
from aiact_gate.engine import Engine
from aiact_gate.engine.select import EngineChoice, select
from aiact_gate.evidence.index import ElementIndex, build
from aiact_gate.manifest.document import NAME, Problem
from aiact_gate.manifest.questions import pointer_for
from aiact_gate.manifest.schema import Node, branches, members, schema
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.prepare import Preparer, Rejected
from aiact_gate.scaffold import initial_manifest

_TRUTH: Final = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_POINT: Final = re.compile(r"([1-8])\(?([a-e])?\)?\Z")
# Asked in this order, since an answer may spare the next question; the others follow as the schema has them.
SCREENING: Final = "classification.prohibited_practices"
_FIRST: Final = ("operator.roles", "market.union", SCREENING)


class NotUnderstoodError(ValueError):
    """What was typed is no answer to the question."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the gate makes of the answers so far: their problems, or the classes and the questions that are open."""

    problems: Sequence[Problem] = ()
    classes: Sequence[str] = ()
    core: Sequence[str] = ()
    others: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """Judges the answers of one day again and again, without evidence."""

    engine: Engine
    law: Law
    elements: ElementIndex
    day: date

    def practices(self) -> list[str]:
        """Return the prohibited practices, each with its letter, as the screening asks for them."""
        letters = members(node_at(SCREENING))["met"]["items"]["enum"]
        titles = (str(self.law.obligation(f"AIA-5-1-{letter}")["title"]) for letter in letters)
        return [f"({letter}) {title.removeprefix('No ')}" for letter, title in zip(letters, titles, strict=True)]

    def standing(self, said: Mapping[str, Any]) -> Standing:
        """Return what is still open for these answers; the rules decide which questions matter."""
        said = _with_names(said)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / NAME
            path.write_text(initial_manifest(said), encoding="utf-8")
            item = Preparer(Path(folder), clock.day_number(self.day), self.elements, {})(path)
        if isinstance(item, Rejected):
            return Standing(item.problems)
        (decision,) = self.engine.evaluate([item.policy_input])
        found = decision["classification"]
        core = _paths(found["core"])
        return Standing((), found["classes"], core, _paths(one["fact"] for one in found["questions"]))


@contextmanager
def opened(day: date) -> Iterator[Interview]:
    """Make ready what judges the answers."""
    policies = load_policies()
    law = Law(policies.data["law"])
    with select(EngineChoice(), policies) as engine:
        yield Interview(engine, law, build(law.obligations, law.data["documents"]), day)


def _with_names(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers with names in the places that need one, since none of them decides anything."""
    system, operator = (said.get(group) or {} for group in ("system", "operator"))
    return {
        **said,
        "system": {**system, "id": system.get("id") or "a", "name": system.get("name") or "A"},
        "operator": {**operator, "name": operator.get("name") or "A"},
    }


def _paths(facts: Iterator[str] | Sequence[str]) -> list[str]:
    """Return the keys of the manifest at which facts are answered, each once, in the order of asking."""
    found = {".".join(pointer_for(fact).replace("[]", "").split(".")[:2]) for fact in facts}
    order = [*_FIRST, *(f"{group}.{key}" for group, node in schema()["properties"].items() for key in members(node))]
    return sorted(found, key=lambda path: order.index(path) if path in order else len(order))


def node_at(path: str) -> Node:
    """Return the schema of a key such as `classification.profiling`."""
    group, _, key = path.partition(".")
    node: Node = members(schema()["properties"][group])[key] if key else schema()["properties"][group]
    return node


def answered(said: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return the answers with one more."""
    group, _, key = path.partition(".")
    if not key:
        return {**said, group: value}
    before = said.get(group)
    return {**said, group: {**(before if isinstance(before, Mapping) else {}), key: value}}


def parsed(path: str, typed: str, day: date) -> Any:
    """Return the answer that was typed to a question, in the form of the manifest."""
    words = [word for word in re.split(r"[\s,;]+", typed.strip()) if word]
    listed = [] if [word.lower() for word in words] == ["none"] else words
    if path == SCREENING:
        letters = members(node_at(path))["met"]["items"]["enum"]
        return {"screened": letters, "on": day.isoformat(), "met": _among(listed, letters)}
    if path == "classification.annex_i":
        return [{"act": _number(word)} for word in listed]
    if path == "classification.annex_iii":
        return [{"point": _point(word)} for word in listed]
    shapes = branches(node_at(path))
    choices = next((shape["items"]["enum"] for shape in shapes if "enum" in shape.get("items", {})), None)
    if choices is not None:
        return _among(listed, choices)
    if any(shape.get("type") == "boolean" for shape in shapes):
        return _truth(typed)
    return typed.strip()


def _among(words: Sequence[str], choices: Sequence[str]) -> list[str]:
    unknown = [word for word in words if word.lower() not in choices]
    if unknown:
        raise NotUnderstoodError(f"{unknown[0]!r} is none of {', '.join(choices)}")
    return list(dict.fromkeys(word.lower() for word in words))


def _truth(typed: str) -> bool:
    said = _TRUTH.get(typed.strip().lower())
    if said is None:
        raise NotUnderstoodError(f"{typed.strip()!r} is neither yes nor no")
    return said


def _number(word: str) -> int:
    if not word.isdecimal():
        raise NotUnderstoodError(f"{word!r} is no number of a point of Annex I")
    return int(word[:9])


def _point(word: str) -> str:
    found = _POINT.match(word.lower())
    if found is None:
        raise NotUnderstoodError(f"{word!r} is no point of Annex III, such as 4(a)")
    return f"{found[1]}({found[2]})" if found[2] else found[1]

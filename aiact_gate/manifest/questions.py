# SPDX-License-Identifier: Apache-2.0
"""Where in a manifest a fact is answered, and the question that stands there."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from aiact_gate.manifest.schema import Node, items, members, schema

_DIRECT: Final = ("x-fact", "x-claim", "x-any-fact", "x-list-fact")


class Question(NamedTuple):
    """One question of the manifest: its path, as people write it, and its words."""

    path: str
    text: str
    provision: str


def pointer_for(fact: str) -> str:
    """Return the path of the manifest at which a person answers a fact, such as `classification.profiling`."""
    return question_for(fact).path


def question_for(fact: str) -> Question:
    """Return the question that answers a fact; a fact that no manifest answers has an empty one."""
    return questions().get(fact, Question("", "", ""))


@cache
def questions() -> dict[str, Question]:
    """Return the question of every fact; a question of its own comes before a list that names the fact."""
    found: dict[str, tuple[int, Question]] = {}
    for rank, fact, question in _walk(schema(), ""):
        if fact not in found or rank < found[fact][0]:
            found[fact] = (rank, question)
    return {fact: question for fact, (_rank, question) in found.items()}


def _walk(node: Node, path: str) -> Iterator[tuple[int, str, Question]]:
    question = Question(path, node.get("description", ""), node.get("x-provision", ""))
    for word in _DIRECT:
        if word in node:
            yield 0, node[word], question
    for fact in node.get("x-facts", {}).values():
        yield 1, fact, question
    if "x-country" in node:
        yield 2, node["x-country"], question
    for said in node.get("x-values", {}).values():
        for fact in said:
            yield 3, fact, question
    for key, member in members(node).items():
        yield from _walk(member, f"{path}.{key}" if path else key)
    entry = items(node)
    if entry is not None:
        yield from _walk(entry, f"{path}[]")

# SPDX-License-Identifier: Apache-2.0
"""The facts that a manifest answers, read by the annotations of its schema."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from aiact_gate.manifest import screening
from aiact_gate.manifest.dates import day
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.problem import escape
from aiact_gate.manifest.schema import Node, is_date, items, members, own_facts, resolve, schema

_CLAIM_PARTS: Final = frozenset({"reason", "evidence"})


@dataclass(frozen=True, slots=True)
class Answers:
    """What the manifest says: facts by name, open questions with their owners, claims and small details."""

    values: dict[str, Any] = field(default_factory=dict)
    undetermined: dict[str, str] = field(default_factory=dict)
    claims: dict[str, dict[str, str | None]] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    pointers: dict[str, str] = field(default_factory=dict)
    exit_pointers: list[str] = field(default_factory=list)

    def proven(self, states: Mapping[str, str]) -> "Answers":
        """Return the same answers with the state of each proof, found by the pointer of its claim, for its path."""
        claims = {fact: {**claim, "evidence": states.get(self.pointers[fact])} for fact, claim in self.claims.items()}
        exits = [
            {**entry, "evidence": states.get(pointer)}
            for entry, pointer in zip(self.values.get("iii_exits", []), self.exit_pointers, strict=True)
        ]
        values = {**self.values, "iii_exits": exits} if "iii_exits" in self.values else self.values
        return replace(self, values=values, claims=claims)


def answers(manifest: Manifest) -> Answers:
    """Return the facts of a valid manifest; dates are day numbers, and what is not said is not there."""
    return _Reader(manifest.data).read()


class _Reader:
    """Walks the data beside the schema; what is said outright wins over what follows from another answer."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self._out = Answers()
        self._follows: list[tuple[str, bool, str]] = []
        self._screening: tuple[Node, dict[str, Any], str] | None = None
        # The first annotation of a node that is named here decides how its answer is read.
        self._readers: dict[str, Callable[[Node, Any, str], None]] = {
            "x-fact": self._fact,
            "x-claim": self._claim,
            "x-list-fact": self._list,
            "x-key": self._list,
            "x-facts": self._scalars,
            "x-country": self._country,
            "x-screening": self._screening_of,
        }

    def read(self) -> Answers:
        """Return everything that the manifest says."""
        self._members(schema(), self._data, "")
        self._screened()
        for fact, value, pointer in self._follows:
            self._follow(fact, value, pointer)
        for fact in self._out.values:
            self._out.undetermined.pop(fact, None)
        return self._out

    def _members(self, node: Node, value: dict[str, Any], pointer: str, skip: frozenset[str] = frozenset()) -> None:
        known = members(node)
        for key, member in value.items():
            if key in known and key not in skip:
                self._node(known[key], member, f"{pointer}/{escape(key)}")

    def _node(self, node: Node, value: Any, pointer: str) -> None:
        if isinstance(value, dict) and "undetermined" in value:
            self._open(own_facts(node), value["undetermined"], pointer)
            return
        if "x-detail" in node:
            self._out.details[node["x-detail"]] = day(value) if is_date(node) else value
        for annotation, read in self._readers.items():
            if annotation in node:
                read(node, value, pointer)
                break
        self._special(node, value, pointer)
        if isinstance(value, dict) and "x-claim" not in node:
            self._members(node, value, pointer)

    def _open(self, facts: Iterable[str], owner: str, pointer: str) -> None:
        for fact in facts:
            self._out.undetermined.setdefault(fact, owner)
            self._out.pointers.setdefault(fact, pointer)

    def _scalars(self, node: Node, value: Any, pointer: str) -> None:
        if isinstance(value, list):
            self._choices(node["x-facts"], {str(entry): entry for entry in value}, pointer)

    def _screening_of(self, node: Node, value: dict[str, Any], pointer: str) -> None:
        self._screening = (node, value, pointer)

    def _special(self, node: Node, value: Any, pointer: str) -> None:
        if "x-any-fact" in node:
            self._say(node["x-any-fact"], bool(value), pointer)
            self._follows += [
                (fact, False, pointer) for fact, kinds in node["x-only-with"].items() if not set(kinds) & set(value)
            ]
        if "x-values" in node and not isinstance(value, dict | list):
            word = str(value).lower() if isinstance(value, bool) else str(value)
            for fact, said in node["x-values"].get(word, {}).items():
                self._say(fact, said, pointer)
        if "x-roles" in node and value is True:
            roles = set(self._roles())
            facts = [fact for fact, holders in node["x-roles"].items() if roles & set(holders)]
            for fact in facts or list(node["x-roles"])[:1]:
                self._say(fact, True, pointer)

    def _say(self, fact: str, value: Any, pointer: str) -> None:
        self._out.values.setdefault(fact, value)
        self._out.pointers.setdefault(fact, pointer)

    def _follow(self, fact: str, value: bool, pointer: str) -> None:
        if fact not in self._out.undetermined:
            self._say(fact, value, pointer)

    def _fact(self, node: Node, value: Any, pointer: str) -> None:
        self._out.pointers.setdefault(node["x-fact"], pointer)
        if is_date(node):
            value = day(value)
        if value is not None and value != node.get("x-none"):
            self._say(node["x-fact"], value, pointer)

    def _claim(self, node: Node, value: Any, pointer: str) -> None:
        fact = node["x-claim"]
        self._say(fact, value is not False, pointer)
        if isinstance(value, dict):
            proof = {"reason": str(value.get("reason", "")), "evidence": value.get("evidence")}
            self._out.claims.setdefault(fact, proof)
            self._members(node, value, pointer, _CLAIM_PARTS)

    def _choices(self, facts: dict[str, str], chosen: dict[str, Any], pointer: str) -> None:
        for choice, fact in facts.items():
            entry = chosen.get(choice)
            if isinstance(entry, dict) and "undetermined" in entry:
                self._open((fact,), entry["undetermined"], pointer)
            else:
                self._say(fact, choice in chosen, pointer)

    def _list(self, node: Node, value: Any, pointer: str) -> None:
        if not isinstance(value, list):
            return
        entry_node = items(node) or {}
        listed = node.get("x-list-fact")
        if "x-key" in node:
            self._choices(node["x-facts"], {str(entry[node["x-key"]]): entry for entry in value}, pointer)
        if listed == "iii_exits":
            self._exits(node, value, pointer)
        elif listed:
            self._entries(node, entry_node, value, pointer)
        else:
            for index, entry in enumerate(value):
                self._members(entry_node, entry, f"{pointer}/{index}")

    def _exits(self, node: Node, value: list[dict[str, Any]], pointer: str) -> None:
        """List the carve-outs with their basis; one of the Act's own text has a fact of its own instead."""
        taken = []
        for index, entry in enumerate(value):
            fact = node["x-facts"].get(entry["reason"])
            if fact:
                self._out.pointers[fact] = f"{pointer}/{index}"
                self._out.claims.setdefault(fact, {"reason": entry["reason"], "evidence": entry.get("evidence")})
                continue
            point = str(entry["point"]).replace("(", "").replace(")", "")
            basis = node["x-basis"][entry["reason"]]
            self._out.exit_pointers.append(f"{pointer}/{index}")
            taken.append({"point": point, "reason": entry["reason"], "basis": basis, "evidence": entry.get("evidence")})
        self._say(node["x-list-fact"], taken, pointer)

    def _entries(self, node: Node, entry_node: Node, value: list[dict[str, Any]], pointer: str) -> None:
        """Keep a list of acts as one fact; a single act also answers the facts that speak of one act."""
        for index, entry in enumerate(value):
            for key, member in members(entry_node).items():
                is_open = isinstance(entry.get(key), dict) and "undetermined" in entry[key]
                if key in entry and (len(value) == 1 or is_open):
                    self._node(member, entry[key], f"{pointer}/{index}/{key}")
        acts = [{key: _flat(entry.get(key)) for key in members(entry_node)} for entry in value]
        self._say(node["x-list-fact"], acts, pointer)

    def _roles(self) -> list[str]:
        roles = self._data.get("operator", {}).get("roles")
        return roles if isinstance(roles, list) else []

    def _country(self, node: Node, value: str, pointer: str) -> None:
        """Say where the provider is established; the operator's country counts if it is, or becomes, the provider."""
        holders = node.get("x-country-roles")
        shift = self._data.get("operator", {}).get("role_shift")
        shifted = isinstance(shift, list) and any(word != "by_other" for word in shift)
        if holders is None or shifted or set(holders) & set(self._roles()):
            union = next(shape["x-union"] for shape in map(resolve, resolve(node)["anyOf"]) if "x-union" in shape)
            self._say(node["x-country"], value in union, pointer)

    def _screened(self) -> None:
        if self._screening is None:
            return
        node, value, pointer = self._screening
        table = node["x-screening"]
        found = screening.read(table, value)
        self._out.details["screened"] = found.letters
        for fact in screening.when_met(table, found):
            self._out.undetermined.pop(fact, None)
            self._say(fact, True, pointer)
        yes = {fact for fact, said in self._out.values.items() if said is True}
        for fact in screening.when_not_met(table, found, frozenset(yes | self._out.undetermined.keys())):
            self._follow(fact, False, pointer)


def _flat(value: Any) -> Any:
    """Return an answer inside a list: a claim is true, an open question is null."""
    if isinstance(value, dict):
        return None if "undetermined" in value else True
    return value

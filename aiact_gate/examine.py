# SPDX-License-Identifier: Apache-2.0
"""Looks at systems through one rule: the answers its obligations turn on, its evidence, and what it made of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aiact_gate import clock
from aiact_gate.discover import discover
from aiact_gate.engine.select import select
from aiact_gate.evidence.index import build
from aiact_gate.history.facts import History
from aiact_gate.insight import Answer, Duty, Insight
from aiact_gate.manifest.questions import pointer_for
from aiact_gate.pipeline import Request, nothing_found
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import RuleMeta, read_rules
from aiact_gate.prepare import Prepared, Preparer, Rejected


def examine(rule_id: str, request: Request) -> Iterator[Insight]:
    """Evaluate every system below the paths and yield what the rule saw of each."""
    policies = load_policies(request.policies)
    rule, law = read_rules(policies)[rule_id], Law(policies.data["law"])
    found = discover(request.paths, request.exclude)
    if not found.manifests:
        raise nothing_found(found, request.paths)
    elements, day = build(law.obligations, law.data["documents"]), clock.day_number(request.as_of)
    with History(found.root) as history, select(request.engine, policies) as engine:
        prepare = Preparer(found.root, day, elements, dict(request.readings), history)
        for item in map(prepare, found.manifests):
            if isinstance(item, Rejected):
                yield Insight(item.rel, problems=tuple(f"line {p.line}: {p.message}" for p in item.problems))
                continue
            for decision in engine.evaluate([item.policy_input]):
                yield _insight(item, decision, rule, law)


def _insight(item: Prepared, decision: Mapping[str, Any], rule: RuleMeta, law: Law) -> Insight:
    classification = decision["classification"]
    ids = [name.removeprefix("evidence.") for name in rule.evidence if name.startswith("evidence.")]
    return Insight(
        manifest=item.manifest.rel,
        name=str(item.manifest.data["system"]["name"]),
        classes=tuple(classification["classes"]),
        roles=tuple(classification["roles"]),
        outcome=decision["rules"].get(rule.id),
        duties=tuple(_duty(key, classification["obligations"]) for key in rule.obligations),
        answers=tuple(_answer(fact, item, classification["derived"]) for fact in _facts(rule.obligations, law)),
        evidence={name: item.policy_input["facts"].get(name) for name in ids},
        penalties=tuple(law.penalties(rule.obligations, item.size)),
    )


def _duty(key: str, duties: Mapping[str, Mapping[str, Any]]) -> Duty:
    if key not in duties:
        return Duty(key, "no")
    said = duties[key]
    due = clock.iso(said["due"])
    return Duty(key, said["applies"], due, said["timing"], said["condition"], tuple(said["open"]))


def _facts(obligations: Iterable[str], law: Law) -> list[str]:
    """Return the facts that decide obligations: what the questions ask for, the roles, and the event they wait for."""
    asks, stands_for = law.data["questions"]["asks"], law.data["questions"]["stands_for"]
    facts: dict[str, None] = {}
    for key in obligations:
        entry = law.obligation(key)
        roles = (f"role_{role}" for role in entry["roles"])
        asked = (fact for group in asks.get(key, []) for name in group for fact in stands_for.get(name, [name]))
        facts |= dict.fromkeys([*roles, *asked, *filter(None, [entry.get("trigger")])])
    return [fact for fact in facts if fact in law.data["facts"]]


def _answer(fact: str, item: Prepared, derived: Mapping[str, Any]) -> Answer:
    said, pointer = item.answers, item.answers.pointers.get(fact)
    place = f"{item.manifest.rel}:{item.manifest.locate(pointer).line}" if pointer else f"asked at {pointer_for(fact)}"
    value = said.values.get(fact, derived.get(fact))
    return Answer(fact, value, said.undetermined.get(fact), place)

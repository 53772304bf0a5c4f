# SPDX-License-Identifier: Apache-2.0
"""What an engine's answer must look like before anybody believes it."""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from aiact_gate.errors import EngineError
from aiact_gate.policy.files import DATA_ROOT, PolicySet

QUERY = "data.aiact.main.decision"
APPLICABLE = frozenset({"yes", "no", "undetermined"})
STATES = frozenset(
    {
        "present",
        "missing",
        "empty",
        "placeholder",
        "incomplete",
        "stale",
        "inconsistent",
        "unreadable",
        "outside-root",
        "too-large",
        "not-applicable",
        "insufficient",
    },
)
_TIMING = frozenset({"in_force", "upcoming", "conditional"})
_CLASSIFICATION: Mapping[str, type] = {
    "classes": list,
    "points": list,
    "roles": list,
    "derived": dict,
    "route": str,
    "registration": str,
    "supervisor": str,
    "placing": dict,
    "legacy": dict,
    "obligations": dict,
    "core": list,
    "questions": list,
    "exits": list,
    "notes": list,
    "steps": list,
}
_OBLIGATION: Mapping[str, Callable[[object], bool]] = {
    "applies": lambda value: value in ("yes", "undetermined"),
    "due": lambda value: value is None or _is_day(value),
    "condition": lambda value: value is None or isinstance(value, str),
    "timing": lambda value: isinstance(value, str) and value in _TIMING,
    "standing": lambda value: isinstance(value, bool),
    "warn_only": lambda value: isinstance(value, bool),
    "disputed": lambda value: value is None or isinstance(value, str),
    "open": lambda value: _texts(value),  # noqa: PLW0108 -- defined below
}


def check(answer: object, policies: PolicySet, engine: str) -> dict[str, Any]:
    """Return the answer when every part of it is there and well-formed; anything else is an error of the run."""
    decision = _mapping(answer, engine, "the decision")
    if decision.keys() != {"revision", "classification", "rules", "skipped"}:
        _refuse(engine, f"the decision has the keys {', '.join(sorted(decision)) or 'none'}")
    if decision["revision"] != policies.revision:
        raise EngineError(
            f"{engine}: the policies of the engine have the revision {decision['revision']!r}, not {policies.revision}",
            "Load the bundle that `aiact-gate bundle` writes into the server.",
        )
    _check_classification(decision["classification"], engine)
    skipped = decision["skipped"]
    if not _texts(skipped):
        _refuse(engine, "'skipped' is not a list of families")
    _check_skipped(skipped, decision["classification"]["obligations"], policies, engine)
    _check_rules(_mapping(decision["rules"], engine, "'rules'"), set(skipped), policies, engine)
    return decision


def _check_classification(value: object, engine: str) -> None:
    classification = _mapping(value, engine, "the classification")
    for key, kind in _CLASSIFICATION.items():
        if not isinstance(classification.get(key), kind):
            _refuse(engine, f"the classification has no usable {key!r}")
    if odd := classification.keys() - _CLASSIFICATION.keys():
        _refuse(engine, f"the classification has the unknown key {min(odd)!r}")
    if not (_texts(classification["classes"]) and classification["classes"]):
        _refuse(engine, "the classification names no class")
    if not all(isinstance(truth, bool | None) for truth in classification["derived"].values()):
        _refuse(engine, "a derived fact is neither true, false nor unknown")
    for name, obligation in classification["obligations"].items():
        entry = _mapping(obligation, engine, f"the obligation {name}")
        for key, is_sound in _OBLIGATION.items():
            if key not in entry or not is_sound(entry[key]):
                _refuse(engine, f"the obligation {name} has no usable {key!r}")


def _check_skipped(skipped: list[str], duties: Mapping[str, Any], policies: PolicySet, engine: str) -> None:
    """Refuse part of an answer that looks like the whole: a family is left out only if none of its duties holds."""
    families: Mapping[str, list[str]] = policies.data[DATA_ROOT].get("families", {})
    for family in skipped:
        if not families.get(family):
            _refuse(engine, f"the family {family} was skipped, and it is one that is always answered")
        if held := [duty for duty in families[family] if duty in duties]:
            _refuse(engine, f"the family {family} was skipped although {held[0]} may apply")


def _check_rules(rules: Mapping[str, Any], skipped: set[str], policies: PolicySet, engine: str) -> None:
    for rule in policies.rules:
        if rule.partition("/")[0] in skipped:
            if rule in rules:
                _refuse(engine, f"the rule {rule} was answered although its family was skipped")
        elif rule not in rules:
            _refuse(engine, f"the rule {rule} has no answer")
    for rule, answer in rules.items():
        if rule not in policies.rules:
            _refuse(engine, f"the rule {rule!r} was never loaded")
        if problem := _problem(answer):
            _refuse(engine, f"the rule {rule} {problem}")


def _problem(answer: object) -> str:
    if not isinstance(answer, dict) or answer.keys() != {"applicable", "satisfied", "reasons", "elements"}:
        return "does not answer with applicable, satisfied, reasons and elements"
    if not isinstance(answer["applicable"], str) or answer["applicable"] not in APPLICABLE:
        return "says neither yes, no nor undetermined to whether it applies"
    if not isinstance(answer["satisfied"], bool):
        return "says neither true nor false to whether it is satisfied"
    if not _texts(answer["reasons"]):
        return "gives reasons that are not a list of texts"
    elements = answer["elements"]
    if not isinstance(elements, list) or not all(_is_element(element) for element in elements):
        return "gives elements that are not objects with ref, state, file and line"
    return ""


def _is_element(element: object) -> bool:
    if not isinstance(element, dict) or not {"ref", "state", "file", "line"} <= element.keys():
        return False
    if element.keys() - {"ref", "state", "file", "line", "note"}:
        return False
    return (
        isinstance(element["ref"], str)
        and isinstance(element["state"], str)
        and element["state"] in STATES
        and isinstance(element["file"], str | None)
        and (element["line"] is None or _is_day(element["line"]))
        and isinstance(element.get("note"), str | None)
    )


def _is_day(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _mapping(value: object, engine: str, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(engine, f"{what} is not an object")
    return value


def _refuse(engine: str, what: str) -> NoReturn:
    raise EngineError(f"{engine}: {what}", "The answer cannot be trusted, so nothing was judged.")

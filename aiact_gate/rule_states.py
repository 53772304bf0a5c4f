# SPDX-License-Identifier: Apache-2.0
"""What every rule says about one system, so that a report can tell of each by name: also of those that find nothing."""

from collections.abc import Mapping
from typing import Any

from aiact_gate.model import Status
from aiact_gate.policy.metadata import RuleMeta

_Duties = Mapping[str, Mapping[str, Any]]


def rule_states(decision: Mapping[str, Any], rules: Mapping[str, RuleMeta]) -> dict[Status, list[str]]:
    """Return the ids of the rules by their state; a rule of a family that was skipped is not applicable."""
    duties: _Duties = decision["classification"]["obligations"]
    found: dict[Status, list[str]] = {}
    for rule_id, rule in sorted(rules.items()):
        found.setdefault(_state(decision["rules"].get(rule_id), active(rule, duties)), []).append(rule_id)
    return found


def active(rule: RuleMeta, duties: _Duties) -> list[Mapping[str, Any]]:
    """Return the duties of a rule that apply to the system."""
    return [duties[key] for key in rule.obligations if key in duties and duties[key]["applies"] == "yes"]


def _state(outcome: Mapping[str, Any] | None, duties: list[Mapping[str, Any]]) -> Status:
    if outcome is None or outcome["applicable"] == "no":
        return "not_applicable"
    if outcome["applicable"] == "undetermined":
        return "undetermined"
    if outcome["satisfied"]:
        return "met"
    return "standing" if duties and all(duty["standing"] for duty in duties) else "unmet"

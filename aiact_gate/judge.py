# SPDX-License-Identifier: Apache-2.0
"""From a decision to findings, obligation states and a verdict: applicable minus satisfied, by date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from aiact_gate import clock
from aiact_gate.findings import fingerprint
from aiact_gate.model import (
    ANSWERED,
    Element,
    Finding,
    Location,
    NotApplicable,
    Obligation,
    Severity,
    Status,
    Verdict,
)
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import RuleMeta
from aiact_gate.profiles import EVERYTHING_BLOCKS, Profile
from aiact_gate.rule_states import active, rule_states
from aiact_gate.verdict import verdict_of

_TIMING_ORDER: Final = ("in_force", "upcoming", "conditional")
_UNMET: Final[dict[str, Status]] = {"in_force": "unmet", "upcoming": "upcoming", "conditional": "conditional"}


class Locator(Protocol):
    """Knows the manifest: where evidence is declared, and where a fact is answered."""

    @property
    def size(self) -> str | None:
        """Return the size of the operator as fines know it: sme, smc, large, or None."""

    def of(self, rule: RuleMeta) -> Location:
        """Return the place that a finding of this rule points at."""

    def question(self, fact: str) -> Element:
        """Return the question that answers a fact, as an element with its path in the manifest and its line."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the judge needs besides the decision: the date, the rules, the law, and where a thing is written."""

    as_of: int
    lead_days: int
    rules: Mapping[str, RuleMeta]
    law: Law
    profile: Profile = EVERYTHING_BLOCKS
    raised: Mapping[str, Severity] = field(default_factory=dict)

    @property
    def claimed(self) -> dict[str, str]:
        """Return the bundled rule that claims each obligation; one of an organisation only adds to it."""
        bundled = [rule for rule in self.rules.values() if not rule.is_custom]
        return {obligation: rule.id for rule in bundled for obligation in rule.obligations}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The findings, the obligation states and what every rule says of one system."""

    findings: list[Finding]
    obligations: list[Obligation]
    not_applicable: list[NotApplicable]
    rules: dict[Status, list[str]]

    @property
    def verdict(self) -> Verdict:
        """Return what the findings and the duties add up to."""
        return verdict_of(self.findings, self.obligations)


def judge(decision: Mapping[str, Any], bench: Bench, locate: Locator) -> Judgement:
    """Turn one checked decision into findings and obligation states."""
    duties: Mapping[str, Mapping[str, Any]] = decision["classification"]["obligations"]
    outcomes: Mapping[str, Mapping[str, Any]] = decision["rules"]
    findings = [
        finding
        for rule_id, outcome in sorted(outcomes.items())
        if (finding := _finding(bench.rules[rule_id], outcome, duties, bench, locate)) is not None
    ]
    roles = decision["classification"]["roles"]
    return Judgement(
        sorted(findings, key=_order),
        _obligations(duties, outcomes, bench, locate),
        bench.law.bystanders(duties, roles),
        rule_states(decision, bench.rules),
    )


def _finding(
    rule: RuleMeta,
    outcome: Mapping[str, Any],
    duties: Mapping[str, Mapping[str, Any]],
    bench: Bench,
    locate: Locator,
) -> Finding | None:
    open_question = outcome["applicable"] == "undetermined" and rule.is_custom and not rule.obligations
    if outcome["satisfied"] or not (outcome["applicable"] == "yes" or open_question):
        return None
    bound = active(rule, duties)
    open_cases = [duty for duty in bound if not duty["standing"]]
    if bound and not open_cases:
        return None  # a standing duty without an event is shown among the obligations, and never asked for
    duty = min(open_cases, key=_urgency, default=None)
    timing = duty["timing"] if duty else "in_force"
    due = duty["due"] if duty else None
    location = locate.of(rule)
    elements = [_element(raw, rule, bench.law, locate) for raw in outcome["elements"]]
    reasons = sorted(outcome["reasons"])
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity="warning" if open_question else _severity(rule, duty, bench),
        status="undetermined" if open_question else _UNMET[timing],
        message=_message(rule, elements, reasons),
        reasons=reasons,
        provisions=list(rule.provisions),
        obligations=list(rule.obligations),
        due=clock.iso(due),
        days_left=due - bench.as_of if due is not None and due > bench.as_of else None,
        condition=duty["condition"] if duty else None,
        disputed=duty["disputed"] if duty else None,
        location=location,
        elements=elements,
        remediation=rule.remediation,
        penalties=bench.law.penalties(rule.obligations, locate.size),
        fingerprint=fingerprint(rule.id, location["file"]),
    )


def _severity(rule: RuleMeta, duty: Mapping[str, Any] | None, bench: Bench) -> Severity:
    """Apply the date to a rule's own severity: what is not due, disputed or only conditional warns.

    A raised severity says that warning is not enough, so it outweighs the profile and what only warns; never the date.
    """
    raised = bench.raised.get(rule.id)
    own = raised or rule.severity
    if own != "error" or (raised is None and bench.profile.only_warns(rule)):
        return "warning" if own == "error" else own
    if duty is None:
        return own
    if (duty["warn_only"] and raised is None) or duty["timing"] == "conditional":
        return "warning"
    if duty["timing"] == "upcoming" and (duty["due"] is None or duty["due"] - bench.as_of > bench.lead_days):
        return "warning"
    return "error"


def _urgency(duty: Mapping[str, Any]) -> tuple[int, int, int]:
    late = 10**6 if duty["due"] is None else duty["due"]
    return (int(duty["warn_only"]), _TIMING_ORDER.index(duty["timing"]), late)


def _element(raw: Mapping[str, Any], rule: RuleMeta, law: Law, locate: Locator) -> Element:
    ref, note = raw["ref"], raw.get("note")
    if ref in law.data["facts"]:  # a question of the manifest is shown as people find it there
        element = locate.question(ref)
        element["state"] = raw["state"]
        if note and note != law.data["facts"][ref]["meaning"]:
            element["note"] = note
        return element
    element = Element(
        ref=ref,
        text=law.element_text(rule.obligations, ref),
        state=raw["state"],
        file=raw.get("file"),
        line=raw.get("line"),
    )
    if note:
        element["note"] = note
    return element


def _message(rule: RuleMeta, elements: Sequence[Element], reasons: Sequence[str]) -> str:
    unanswered = sum(element["state"] not in ANSWERED for element in elements)
    if rule.severity == "note" and not rule.obligations and reasons:  # notes are told in one line
        return reasons[0] + (f"; and {len(reasons) - 1} more" if len(reasons) > 1 else "")
    if rule.family == "manifest" and unanswered:
        return "1 question is open" if unanswered == 1 else f"{unanswered} questions are open"
    if unanswered and len(elements) > 1:
        undeclared = [reason for reason in reasons if reason.endswith("is not declared.")]
        if undeclared:
            return undeclared[0].removesuffix(".")
        if len(reasons) == 1 and unanswered == len(elements):
            return reasons[0]  # nothing could be read, and this says why
        return f"{unanswered} of {len(elements)} elements are not answered"
    return reasons[0] if reasons else f"not proven: {rule.title}"


def _order(finding: Finding) -> tuple[object, ...]:
    severity = ("error", "warning", "note").index(finding["severity"])
    return (severity, finding["due"] or "9999", finding["rule"])


def _obligations(
    duties: Mapping[str, Mapping[str, Any]], outcomes: Mapping[str, Mapping[str, Any]], bench: Bench, locate: Locator
) -> list[Obligation]:
    claimed = bench.claimed
    rows: list[Obligation] = []
    for key, entry in bench.law.obligations.items():
        if key not in duties:
            continue
        duty = duties[key]
        rule_id = claimed.get(key)
        outcome = outcomes.get(rule_id) if rule_id else None
        status = _status(duty, outcome)
        rows.append(
            Obligation(
                id=key,
                provision=entry["provision"],
                title=entry["title"],
                rule=rule_id,
                status=status,
                due=clock.iso(duty["due"]),
                condition=duty["condition"],
                disputed=duty["disputed"],
                reason=bench.law.beyond_reach(key) if status == "not_covered" else _why(status, duty, locate),
            )
        )
    return rows


def _status(duty: Mapping[str, Any], outcome: Mapping[str, Any] | None) -> Status:
    if duty["applies"] == "undetermined":
        return "undetermined"
    if outcome is None:
        return "standing" if duty["standing"] else "not_covered"
    if outcome["satisfied"]:
        return "met"
    return "standing" if duty["standing"] else _UNMET[duty["timing"]]


def _why(status: Status, duty: Mapping[str, Any], locate: Locator) -> str:
    if status == "undetermined":
        return "depends on: " + ", ".join(dict.fromkeys(locate.question(fact)["ref"] for fact in duty["open"]))
    if status == "standing":
        return "binds when asked or when the event happens; none is open"
    return ""

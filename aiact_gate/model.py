# SPDX-License-Identifier: Apache-2.0
"""The report, as the one JSON document that every format is made from (schemas/report.v1.json)."""

from typing import Final, Literal, NotRequired, TypedDict

Verdict = Literal["untouched", "pass", "warn", "block", "error"]
"""`untouched` when a change concerns no system, so that nothing was judged; it is no pass."""
Severity = Literal["error", "warning", "note"]
Status = Literal[
    "met",
    "unmet",
    "upcoming",
    "conditional",
    "standing",
    "undetermined",
    "waived",
    "not_covered",
    "not_applicable",
]
Change = Literal["new", "unchanged"]

REPORT_SCHEMA: Final = "aiact-gate/report/v1"
ANSWERED: Final = frozenset({"present", "not-applicable"})
"""The states in which an element of a duty counts as answered."""

DISCLAIMER: Final = (
    "A pass means that the required evidence is present, well-formed and consistent; "
    "whether it is true is for people to judge."
)

_VERDICT_ORDER: Final[tuple[Verdict, ...]] = ("untouched", "pass", "warn", "block", "error")


def worst(verdicts: list[Verdict]) -> Verdict:
    """Return the verdict of several: error before block before warn before pass before untouched."""
    return max(verdicts, key=_VERDICT_ORDER.index, default="error")


class Location(TypedDict):
    """A place that a finding points at; lines and columns count from 1."""

    file: str
    line: int
    column: int


class Element(TypedDict):
    """One part of a duty and whether the evidence answers it; `ref` is the Act's own numbering."""

    ref: str
    text: str
    state: str
    file: str | None
    line: int | None
    note: NotRequired[str]


class Penalty(TypedDict):
    """The upper frame of a fine; never a prediction."""

    basis: str
    max_eur: int | None
    max_turnover_pct: float | None
    rule: str


class Waiver(TypedDict):
    """Who answers for releasing in spite of a finding, why, and until when (the day itself included)."""

    owner: str
    reason: str
    ticket: str | None
    approved_by: str | None
    expires: str


class Known(TypedDict):
    """Since when a baseline knows a finding."""

    first_seen: str
    days: int


class Finding(TypedDict):
    """One rule that one system does not satisfy, or one problem of its manifest."""

    rule: str
    title: str
    severity: Severity
    status: Status
    message: str
    reasons: list[str]
    provisions: list[str]
    obligations: list[str]
    due: str | None
    days_left: int | None
    condition: str | None
    disputed: str | None
    location: Location
    elements: list[Element]
    remediation: str
    penalties: list[Penalty]
    fingerprint: str
    waiver: NotRequired[Waiver]
    baseline: NotRequired[Known]
    change: NotRequired[Change]
    concerns: NotRequired[list[str]]


class Fixed(TypedDict):
    """A finding of the merge base that is no more; its place is where it was."""

    rule: str
    title: str
    severity: Severity
    message: str
    location: Location
    fingerprint: str


class Base(TypedDict):
    """What the report was compared with: a ref, and the merge base with it."""

    ref: str
    commit: str


class Obligation(TypedDict):
    """An entry of the law catalogue, and where this system stands with it on the date of the report."""

    id: str
    provision: str
    title: str
    rule: str | None
    status: Status
    due: str | None
    condition: str | None
    disputed: str | None
    reason: str


class NotApplicable(TypedDict):
    """An entry of the law catalogue that does not concern this system; `reason` says when it would."""

    id: str
    reason: str


class EvidenceFile(TypedDict):
    """A file that was opened as evidence."""

    id: str
    file: str
    state: str
    sha256: str | None


class System(TypedDict):
    """One manifest and everything the gate says about it."""

    id: str
    name: str
    version: str | None
    manifest: str
    verdict: Verdict
    classes: list[str]
    points: list[str]
    roles: list[str]
    route: str
    registration: str
    supervisor: str
    classification: dict[str, object] | None
    obligations: list[Obligation]
    not_applicable: list[NotApplicable]
    rules: dict[Status, list[str]]
    findings: list[Finding]
    evidence: list[EvidenceFile]
    fixed: NotRequired[list[Fixed]]


class Report(TypedDict):
    """The whole answer of one run."""

    schema: str
    tool: dict[str, str]
    law: dict[str, str]
    as_of: str
    lead_days: int
    verdict: Verdict
    counts: dict[str, int]
    systems: list[System]
    left_out: list[dict[str, str]]
    notes: list[str]
    disclaimer: str
    run: dict[str, object]
    base: NotRequired[Base]

# SPDX-License-Identifier: Apache-2.0
"""No way out of the Act is assumed: it is claimed; without its proof it warns, and for a prohibition it blocks."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.model import System
from aiact_gate.policy.files import load_policies
from tests.law.casebook import binds, rows
from tests.law.variants import Variant, judge_all
from tests.support import finding_of

LAW = load_policies().data["law"]
DAY = "2028-09-10"
PROOF = "proof.md"
PRACTICES = "classification.prohibited_practices.details"
OUT = "classification/exits-proven"


@dataclass(frozen=True)
class Exit:
    """A claim: where it stands, on which scenario, the duty it takes away or the practice it excuses, and its rule."""

    base: str
    path: str
    duty: str
    rule: str
    changes: dict[str, Any] = field(default_factory=dict)
    severity: str = "warning"

    def claimed(self, proof: str | None) -> Variant:
        """Return the scenario with the claim, with or without its proof."""
        claim = {"reason": "so says our counsel", **({"evidence": proof} if proof else {})}
        return Variant(self.base, {**self.changes, self.path: claim})

    def silent(self) -> Variant:
        """Return the scenario in which nobody claims anything."""
        return Variant(self.base, self.changes)


PLACED = {"market.planned_placing": None, "market.placed_on_market": "2028-09-01"}
CHAT = {"transparency.interacts_with_people": True}
HELD = {f"{PRACTICES}.f": {"workplace_or_education": True}}
REALTIME = "biometrics.realtime_identification_law_enforcement"

EXITS = {
    "military": Exit("t-1", "market.exclusions.military", "AIA-9-1", OUT, PLACED),
    "third country": Exit("t-1", "market.exclusions.third_country_law_enforcement", "AIA-9-1", OUT, PLACED),
    "science": Exit("t-1", "market.exclusions.scientific_research", "AIA-9-1", OUT, PLACED),
    "personal use": Exit("a3-4b-h", "market.exclusions.personal_use", "AIA-26-1", OUT),
    "open source": Exit("n-1", "market.exclusions.open_source", "AIA-4-1", OUT),
    "obvious": Exit("t50-2d", "transparency.exceptions.obvious", "AIA-50-1", "transparency/exceptions-proven", CHAT),
    "authorised by law": Exit(
        "t50-2d", "transparency.exceptions.authorised_by_law", "AIA-50-1", "transparency/exceptions-proven", CHAT
    ),
    **{
        name: Exit("t50-2a", f"transparency.exceptions.{name}", "AIA-50-2", "transparency/exceptions-proven")
        for name in (
            "standard_editing",
            "no_substantial_alteration",
            "out_of_scope_output",
            "closed_technical_output",
            "ephemeral_with_notice",
        )
    },
    "permitted biometrics": Exit(
        "t50-3a", "transparency.exceptions.permitted_by_law_biometrics", "AIA-50-3", "transparency/exceptions-proven"
    ),
    "editorial": Exit("t50-4i", "transparency.exceptions.editorial", "AIA-50-4-TXT", "transparency/exceptions-proven"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[System, System, System]]:
    """Judge each exit three times: not claimed, claimed without proof, claimed with proof."""
    folder = tmp_path_factory.mktemp("exits")
    (folder / PROOF).write_text("# Why the exit holds\n\nCounsel examined the system in May 2028.\n", encoding="utf-8")
    variants = [one for row in EXITS.values() for one in (row.silent(), row.claimed(None), row.claimed(PROOF))]
    systems = judge_all([(variant, DAY) for variant in variants], folder)
    return {name: (systems[3 * n], systems[3 * n + 1], systems[3 * n + 2]) for n, name in enumerate(EXITS)}


@pytest.mark.parametrize("name", EXITS)
def test_what_nobody_claims_is_not_there(name: str, told: dict[str, tuple[System, System, System]]) -> None:
    row, (silent, claimed, proven) = EXITS[name], told[name]
    assert any(map(binds, rows(silent, [row.duty]))), silent["classes"]
    assert finding_of(silent, row.rule) is None
    for system in (claimed, proven):
        assert not any(map(binds, rows(system, [row.duty]))), system["classes"]


@pytest.mark.parametrize("name", EXITS)
def test_a_claim_without_proof_warns(name: str, told: dict[str, tuple[System, System, System]]) -> None:
    row, (_, claimed, proven) = EXITS[name], told[name]
    finding = finding_of(claimed, row.rule)
    assert finding is not None
    assert finding["severity"] == row.severity
    assert finding_of(proven, row.rule) is None


CARVE_OUTS = [(reason, entry["points"][0], entry["basis"]) for reason, entry in LAW["annex_iii_exits"].items()]


def _written(point: str) -> str:
    return f"{point[0]}({point[1:]})" if point[1:] else point


def _carved(reason: str, point: str, proof: str | None) -> Variant:
    said = {"point": _written(point), "reason": reason, **({"evidence": proof} if proof else {})}
    listed = [{"point": _written(point), "reason": "listed"}]
    return Variant("t-1", {**PLACED, "classification.annex_iii": listed, "classification.exits": [said]})


@pytest.fixture(scope="module")
def carved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[System, System, System]]:
    folder = tmp_path_factory.mktemp("carved")
    (folder / PROOF).write_text("# Why the exit holds\n\nCounsel examined the system in May 2028.\n", encoding="utf-8")
    variants = []
    for reason, point, _ in CARVE_OUTS:
        claimed = _carved(reason, point, None)
        variants += [
            Variant("t-1", {**claimed.changes, "classification.exits": []}),
            claimed,
            _carved(reason, point, PROOF),
        ]
    systems = judge_all([(variant, DAY) for variant in variants], folder)
    return {row[0]: (systems[3 * n], systems[3 * n + 1], systems[3 * n + 2]) for n, row in enumerate(CARVE_OUTS)}


@pytest.mark.parametrize(("reason", "point", "basis"), CARVE_OUTS, ids=[row[0] for row in CARVE_OUTS])
def test_a_carve_out_of_annex_iii_is_claimed_and_proven(
    reason: str, point: str, basis: str, carved: dict[str, tuple[System, System, System]]
) -> None:
    silent, claimed, proven = carved[reason]
    assert "high_risk_annex_iii" in silent["classes"]
    assert f"Annex III {_written(point)}" in silent["points"]
    assert finding_of(silent, OUT) is None
    for system in (claimed, proven):
        assert "high_risk_annex_iii" not in system["classes"]
    finding = finding_of(claimed, OUT)
    assert finding is not None
    assert (finding["severity"], len(finding["elements"])) == ("warning", 1)
    # what rests on draft guidance alone warns for as long as the guidance is a draft
    assert (finding_of(proven, OUT) is not None) == (basis == "draft_guideline")


@dataclass(frozen=True)
class Excuse:
    """An exception to a prohibition: without it the practice is met, and without its proof the release is blocked."""

    base: str
    letter: str
    facts: dict[str, Any]
    claims: tuple[str, ...]
    rule: str = "prohibited-practices/exceptions-proven"
    changes: dict[str, Any] = field(default_factory=dict)

    def variant(self, proof: str | None, *, claimed: bool = True) -> Variant:
        """Return the scenario with or without the claims of the exception."""
        claim = {"reason": "so says our counsel", **({"evidence": proof} if proof else {})}
        details = {**self.facts, **(dict.fromkeys(self.claims, claim) if claimed else {})}
        return Variant(self.base, {**self.changes, PRACTICES: {self.letter: details}})


SAFE = "prohibited-practices/safeguards-proven"
NCII = {"intended_purpose": False, "used_for_purpose": False, "foreseeable_reproducible": True}
EXCUSES = {
    "medical": Excuse("a5f-e2", "f", {"workplace_or_education": True}, ("medical_or_safety",)),
    "training": Excuse("a5f-e2", "f", {"workplace_or_education": True}, ("personal_training_only",)),
    "labelling": Excuse("a5g-e1", "g", {"sensitive_inference": True}, ("labelling_exception",)),
    "real time": Excuse("a5h-v1", "h", {}, ("objective_met", "national_law"), changes={}),
    "safeguards ba": Excuse("t50-2a", "ba", NCII, ("safeguards_adequate",), SAFE),
    "safeguards bb": Excuse("t50-2a", "bb", NCII, ("safeguards_adequate",), SAFE),
}


@pytest.fixture(scope="module")
def excused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[System, System, System]]:
    folder = tmp_path_factory.mktemp("excused")
    (folder / PROOF).write_text("# Why the exit holds\n\nCounsel examined the system in May 2028.\n", encoding="utf-8")
    rows_ = EXCUSES.values()
    asked = [v for row in rows_ for v in (row.variant(None, claimed=False), row.variant(None), row.variant(PROOF))]
    systems = judge_all([(variant, DAY) for variant in asked], folder)
    return {name: (systems[3 * n], systems[3 * n + 1], systems[3 * n + 2]) for n, name in enumerate(EXCUSES)}


@pytest.mark.parametrize("name", EXCUSES)
def test_an_exception_to_a_prohibition_blocks_until_it_is_proven(
    name: str, excused: dict[str, tuple[System, System, System]]
) -> None:
    row, (silent, claimed, proven) = EXCUSES[name], excused[name]
    assert silent["classes"] == ["prohibited"]
    assert silent["verdict"] == "block"
    for system in (claimed, proven):
        assert "prohibited" not in system["classes"]
    finding = finding_of(claimed, row.rule)
    assert finding is not None
    assert finding["severity"] == "error"
    assert claimed["verdict"] == "block"
    assert finding_of(proven, row.rule) is None


def test_a_proof_that_is_empty_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / PROOF).write_text("# Why the exit holds\n\nTODO\n", encoding="utf-8")
    row = EXCUSES["medical"]
    (system,) = judge_all([(row.variant(PROOF), DAY)], tmp_path)
    finding = finding_of(system, row.rule)
    assert finding is not None
    assert finding["severity"] == "error"


def test_the_transition_for_older_systems_warns_without_proof(tmp_path: Path) -> None:
    (system,) = judge_all([(Variant("l-1"), DAY)], tmp_path)
    finding = finding_of(system, "legacy/high-risk")
    assert finding is not None
    assert finding["severity"] == "warning"


def test_an_unknown_first_placing_is_no_transition(tmp_path: Path) -> None:
    (system,) = judge_all([(Variant("l-1", {"market.placed_on_market": None}), DAY)], tmp_path)
    assert {row["due"] for row in rows(system, ["AIA-9-1"])} == {"2027-12-02"}
    assert finding_of(system, "legacy/high-risk") is None

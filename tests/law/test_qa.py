# SPDX-License-Identifier: Apache-2.0
"""The Commission's questions and answers of 2024: what was wrong or has changed since is not what the gate says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.model import System
from aiact_gate.policy.files import load_policies
from tests.law import casebook
from tests.law.casebook import binds, in_force, rows
from tests.law.variants import Variant, judge_all

LAW = load_policies().data["law"]
TODAY = "2026-11-22"
LATER = "2028-03-01"
PROOF = {"reason": "applied in full"}


@pytest.fixture(scope="module")
def judged() -> dict[str, System]:
    return casebook.judge(casebook.cases())


def _one(folder: Path, base: str, changes: dict[str, Any], day: str) -> System:
    (system,) = judge_all([(Variant(base, changes), day)], folder)
    return system


def _bound(system: System) -> set[str]:
    return {row["id"] for row in system["obligations"] if binds(row)}


def _element(obligation: str, ref: str) -> str:
    return next(str(element["text"]) for element in LAW["obligations"][obligation]["elements"] if element["ref"] == ref)


def test_two_prohibitions_were_added(tmp_path: Path) -> None:
    """Claim 19: the list of prohibitions of 2024 is not complete any more."""
    met = {"classification.prohibited_practices.details": None}
    for letter in ("ba", "bb"):
        changes = {**met, "classification.prohibited_practices.met": [letter]}
        system = _one(tmp_path, "t50-2a", changes, "2026-12-02")
        assert system["classes"] == ["prohibited"]
        assert f"Art. 5(1)({letter})" in system["points"]
        assert system["verdict"] == "block"


def test_third_party_assessment_alone_does_not_decide(judged: dict[str, System]) -> None:
    """Claims 22 and 42: safety components are not always high-risk (Art. 6(1a)-(1c))."""
    assert judged["ai-10"]["classes"] == ["minimal"]
    assert judged["a3-2-c2"]["classes"] == ["minimal"]
    assert judged["ai-11"]["classes"] == ["high_risk_annex_i"]


@pytest.mark.parametrize("act", [20, 21])
def test_robots_and_drones_are_in_section_b(act: int, tmp_path: Path) -> None:
    """Claim 25: machinery and drones owe no duty of Chapter III here."""
    acts = [{"act": act, "third_party_required": True}]
    system = _one(tmp_path, "ai-t2", {"classification.annex_i": acts}, "2028-08-20")
    assert system["classes"] == ["high_risk_annex_i"]
    assert system["route"] == "sectoral act only (Art. 2(2))"
    assert not {"AIA-9-1", "AIA-11-1", "AIA-43-3", "AIA-4-1"} & _bound(system)


def test_medical_devices_without_third_party_are_not_high_risk(tmp_path: Path) -> None:
    """Claim 25, medical devices."""
    acts = [{"act": 11, "third_party_required": False}]
    assert _one(tmp_path, "ai-t2", {"classification.annex_i": acts}, "2028-08-20")["classes"] == ["minimal"]


def test_a_use_of_annex_iii_may_be_filtered(judged: dict[str, System]) -> None:
    """Claim 30: Art. 6(3) is left out there; profiling defeats it."""
    assert judged["a63d-1"]["classes"] == ["annex_iii_derogated"]
    assert {"AIA-6-4", "AIA-49-2"} <= _bound(judged["a63d-1"])
    assert "AIA-9-1" not in _bound(judged["a63d-1"])
    assert judged["a63c-2"]["classes"] == ["high_risk_annex_iii"]


@pytest.mark.parametrize("profiling", [True, None])
def test_profiling_or_silence_about_it_defeats_the_filter(profiling: bool | None, tmp_path: Path) -> None:
    """Claim 30, the override of Art. 6(3), third subparagraph."""
    system = _one(tmp_path, "a63d-1", {"classification.profiling": profiling}, TODAY)
    assert system["classes"] == ["high_risk_annex_iii"]


def test_annex_iii_has_eight_areas_and_25_types() -> None:
    """Claim 38."""
    points = {name for name in LAW["facts"] if re.fullmatch(r"iii_\d[a-e]?", name)}
    assert len(points) == 25
    assert {name[4] for name in points} == set("12345678")


def test_biometrics_do_not_always_need_a_third_party(judged: dict[str, System], tmp_path: Path) -> None:
    """Claim 43: verification is free, a cited standard leaves the choice, a restriction concerns its part only."""
    assert judged["a3-1a-c1"]["classes"] == ["minimal"]
    assert judged["k-2"]["route"].startswith("Annex VII for the restricted part")
    cited = {"conformity.standard_restriction": "none", "conformity.harmonised_standard_applied": PROOF}
    assert _one(tmp_path, "k-2", cited, LATER)["route"] == "Annex VI or VII"


def test_registration_is_not_for_public_authorities_alone(judged: dict[str, System]) -> None:
    """Claim 46: providers register, filtered systems too; public deployers register their use in addition."""
    assert "AIA-49-1" in _bound(judged["a3-3b-h"])
    assert "AIA-49-2" in _bound(judged["a63b-1"])
    assert "AIA-49-3" in _bound(judged["d-10"])
    assert "AIA-49-3" not in _bound(judged["a3-4b-h"])


def test_reporting_incidents_is_a_duty_with_clocks(judged: dict[str, System]) -> None:
    """Claim 50: nothing about it is voluntary."""
    (row,) = rows(judged["a3-3b-h"], ["AIA-73-1"])
    assert in_force(row, LATER)
    finding = next(f for f in judged["a3-3b-h"]["findings"] if "AIA-73-1" in f["obligations"])
    assert finding["severity"] == "error"
    for ref, limit in (("73(2)", "15 days"), ("73(3)", "two days"), ("73(4)", "ten days")):
        assert limit in _element("AIA-73-1", ref)


def test_without_a_cited_standard_biometrics_need_a_notified_body(tmp_path: Path) -> None:
    """Claim 54: no standard is cited, and silence claims none."""
    assert LAW["facts"]["oj_cited_standard_full"]["default"] is False
    system = _one(tmp_path, "k-2", {"conformity.standard_restriction": None}, LATER)
    assert system["route"] == "Annex VII (notified body)"


def test_a_signed_code_replaces_no_duty_of_a_model_provider(judged: dict[str, System], tmp_path: Path) -> None:
    """Claim 61: the code of practice gives no presumption of conformity."""
    duties = ["AIA-53-1-A", "AIA-53-1-B", "AIA-53-1-C", "AIA-53-1-D"]
    signed = _one(tmp_path, "g-14", {"gpai.code_of_practice_signed": {"reason": "signed"}}, TODAY)
    for system in (judged["g-14"], signed):
        assert [row["status"] for row in rows(system, duties)] == ["unmet"] * 4
        assert system["verdict"] == "block"


def test_a_signed_code_marks_no_output(tmp_path: Path) -> None:
    """Claim 62: no code has general validity, so a signature answers nothing."""
    system = _one(tmp_path, "t50-2d", {"transparency.signed_code_of_practice": True}, TODAY)
    assert [row["status"] for row in rows(system, ["AIA-50-2"])] == ["unmet"]


def test_marking_has_a_transition(judged: dict[str, System]) -> None:
    """Claim 72: what was placed before 2026-08-02 is marked by 2026-12-02."""
    assert [row["due"] for row in rows(judged["t50-2a"], ["AIA-50-2"])] == ["2026-12-02"]
    assert [row["due"] for row in rows(judged["t50-2d"], ["AIA-50-2"])] == ["2026-08-02"]


def test_urgent_authorisation_is_requested_within_24_hours() -> None:
    """Claim 81: the request has 24 hours, not the approval."""
    assert "request within 24 hours" in _element("AIA-5-3", "5(3)-24h")


def test_later_identification_needs_authorisation_for_suspects_only(judged: dict[str, System], tmp_path: Path) -> None:
    """Claim 86: not for victims, not for a first identification; before or within 48 hours; no notice of each use."""
    for spared in ("a5e-e2", "d-6"):
        assert "AIA-26-10-AUTH" not in _bound(judged[spared])
        assert "AIA-26-10" in _bound(judged[spared])
    search = _one(tmp_path, "d-6", {"biometrics.post_identification_initial_only": None}, LATER)
    assert "AIA-26-10-AUTH" in _bound(search)
    assert "within 48 hours" in _element("AIA-26-10-AUTH", "26(10)-auth")
    assert "annual reports" in _element("AIA-26-10", "26(10)-annual")


def test_a_data_protection_assessment_does_not_replace_the_six_elements(tmp_path: Path) -> None:
    """Claim 93: parts of it may be included; the six elements remain."""
    system = _one(tmp_path, "d-10", {"deployer.dpia_required": True}, LATER)
    finding = next(f for f in system["findings"] if "AIA-27-1" in f["obligations"])
    assert finding["severity"] == "error"
    assert {element["ref"] for element in finding["elements"]} >= {f"27(1)({letter})" for letter in "abcdef"}
    assert LAW["obligations"]["AIA-27-4"]["kind"] == "option"


def test_special_categories_rest_on_article_4a(tmp_path: Path) -> None:
    """Claim 97: Art. 10(5) is gone; Art. 4a reaches deployers and systems that are not high-risk."""
    assert not [key for key, entry in LAW["obligations"].items() if "10(5)" in entry["provision"]]
    system = _one(tmp_path, "n-1", {"system.bias_data": "special_categories"}, TODAY)
    assert "AIA-4A-2" in _bound(system)


def test_high_risk_duties_did_not_start_in_august_2026(judged: dict[str, System]) -> None:
    """Claim 100: Chapter III Sections 1-3 are deferred."""
    bound = {row["id"] for row in judged["t-5"]["obligations"] if in_force(row, "2026-08-02")}
    assert not {key for key in bound if key.startswith(("AIA-26-", "AIA-27-", "AIA-49-", "AIA-86-"))}
    assert "AIA-26-1" in _bound(judged["t-5"])


def test_high_risk_dates_moved(judged: dict[str, System]) -> None:
    """Claim 103: 2027-08-02 is the date of no high-risk duty."""
    assert (LAW["deadlines"]["HR"]["annex_iii"], LAW["deadlines"]["HR"]["annex_i_a"]) == ("2027-12-02", "2028-08-02")
    assert "2027-08-02" not in {row["due"] for row in judged["ai-1"]["obligations"]}


def test_the_ai_office_supervises_systems_too(judged: dict[str, System], tmp_path: Path) -> None:
    """Claim 105: systems on the provider's own model and very large platforms; not Annex I products."""
    assert "AI Office" in judged["g-18"]["supervisor"]
    platform = _one(tmp_path, "t50-2d", {"operator.very_large_platform": True}, TODAY)
    product = _one(tmp_path, "ai-1", {"operator.same_undertaking_as_model": True}, TODAY)
    assert "AI Office" in platform["supervisor"]
    assert "AI Office" not in product["supervisor"]


def test_the_highest_fine_is_for_prohibitions_alone() -> None:
    """Claim 107: requirements on data are in the band below."""
    highest = {key for key, entry in LAW["obligations"].items() if "T1" in entry.get("penalty", [])}
    assert (LAW["penalties"]["T1"]["max_eur"], LAW["penalties"]["T1"]["max_turnover_pct"]) == (35_000_000, 7)
    highest.discard("AIA-79-4")  # an order to end a breach carries the band of that breach
    assert all(LAW["obligations"][key]["provision"].startswith("Art. 5(") for key in highest)
    assert {"T2"} <= set(LAW["obligations"]["AIA-10-2"]["penalty"])


def test_wrong_information_costs_one_per_cent() -> None:
    """Claim 109: not one and a half."""
    assert (LAW["penalties"]["T3"]["max_eur"], LAW["penalties"]["T3"]["max_turnover_pct"]) == (7_500_000, 1)


def test_small_mid_caps_have_no_relief_for_prohibitions() -> None:
    """Claim 110: Art. 99(6a) reaches Art. 99(4) and (5) only."""
    assert "SMC: no relief" in LAW["penalties"]["T1"]["rule"]
    assert "SME and SMC: lower" in LAW["penalties"]["T2"]["rule"]
    assert "SME and SMC: lower" in LAW["penalties"]["T3"]["rule"]


def test_energy_stands_in_the_documentation_of_a_model_only() -> None:
    """Claims 118 and 119: known or estimated consumption is documented; nothing has to be assessed or published."""
    named = {key for key, entry in LAW["obligations"].items() if "energy" in json.dumps(entry).lower()}
    assert named == {"AIA-53-1-A"}


def test_the_date_of_the_sandboxes_binds_no_operator(tmp_path: Path) -> None:
    """Claim 121: 2027-08-02 is a date for Member States; who takes part follows the plan since 2026-08-02."""
    system = _one(tmp_path, "t-1", {"testing": [{"kind": "sandbox"}], "market.planned_placing": None}, TODAY)
    assert [row["due"] for row in rows(system, ["AIA-57-5"])] == ["2026-08-02"]
    assert "2027-08-02" not in {row["due"] for row in system["obligations"]}


def test_products_can_be_tested_in_the_real_world(judged: dict[str, System], tmp_path: Path) -> None:
    """Claim 129: Art. 60 for Annex III and Annex I Section A, Art. 60a for Section B."""
    test = {"testing": [{"kind": "real_world", "start": "2026-12-01"}]}
    assert "AIA-60-4" in _bound(_one(tmp_path, "ai-1", test, TODAY))
    assert {"AIA-60A", "AIA-61-1"} <= _bound(judged["m-4"])
    assert "AIA-60-4" not in _bound(judged["m-4"])

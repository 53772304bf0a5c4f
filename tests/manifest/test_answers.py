# SPDX-License-Identifier: Apache-2.0
import json
from collections.abc import Iterator
from typing import Any

import pytest

from aiact_gate.manifest.answers import Answers, answers
from aiact_gate.manifest.dates import day
from aiact_gate.manifest.questions import questions
from aiact_gate.manifest.schema import Node, is_date, items, members, schema
from aiact_gate.manifest.screening import read as screening_of
from aiact_gate.manifest.validate import validate
from aiact_gate.resources import policies_dir
from tests.manifest.samples import COMPLETE, HEAD, data, of

FACTS: dict[str, Any] = json.loads((policies_dir() / "data" / "facts.json").read_text())["facts"]
CLAIM = {"reason": "because", "evidence": "docs/proof.md"}


def said(text: str) -> Answers:
    manifest = of(text)
    assert validate(manifest) == []
    return answers(manifest)


def screening(**parts: Any) -> dict[str, Any]:
    practices = {"screened": [*"abcdefgh", "ba", "bb"], "on": "2026-11-20", "met": [], **parts}
    return {"prohibited_practices": practices}


def nodes(node: Node, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Node]]:
    for key, member in members(node).items():
        yield (*path, key), member
        yield from nodes(member, (*path, key))
    entry = items(node)
    if entry is not None:
        yield from nodes(entry, (*path, 0))


REQUIRED = {
    ("classification", "annex_i", 0): {"act": 11},
    ("testing", 0): {"kind": "sandbox"},
    ("classification", "article_6_3"): {"reason": "because", "conditions": []},
    ("classification", "prohibited_practices"): {"screened": [], "on": "2026-11-20", "met": []},
}


def nested(path: tuple[Any, ...], value: Any) -> Any:
    for index in range(len(path) - 1, -1, -1):
        key = path[index]
        value = [value] if key == 0 else {**REQUIRED.get(path[:index], {}), key: value}
    return value


def answered(path: tuple[Any, ...], value: Any) -> Answers:
    whole = nested(path, value)
    base = {"system": {"id": "a", "name": "A"}, "operator": {"name": "A"}}
    manifest = data(
        **{group: {**base.get(group, {}), **part} if isinstance(part, dict) else part for group, part in whole.items()}
    )
    assert validate(manifest) == []
    return answers(manifest)


ALL_NODES = list(nodes(schema()))
BOOLEANS = [(path, node) for path, node in ALL_NODES if "x-fact" in node and node.get("$ref") == "#/$defs/answer"]
CLAIMS = [(path, node) for path, node in ALL_NODES if "x-claim" in node and node.get("$ref") == "#/$defs/claim"]
OTHERS = [
    (path, node)
    for path, node in ALL_NODES
    if "x-fact" in node and node.get("$ref") != "#/$defs/answer" and node["x-fact"] != "exception_evidence"
]
LISTS = [(path, node) for path, node in ALL_NODES if "x-facts" in node]


def ids(cases: list[tuple[tuple[Any, ...], Node]]) -> list[str]:
    return [".".join(map(str, path)) for path, _node in cases]


@pytest.mark.parametrize(("path", "node"), BOOLEANS, ids=ids(BOOLEANS))
def test_yes_no_and_open_questions_come_back(path: tuple[Any, ...], node: Node) -> None:
    fact = node["x-fact"]
    assert answered(path, True).values[fact] is True
    assert answered(path, False).values[fact] is False
    unsure = answered(path, {"undetermined": "legal"})
    assert unsure.undetermined[fact] == "legal"
    assert fact not in unsure.values
    assert unsure.pointers[fact] == "/" + "/".join(map(str, path))


@pytest.mark.parametrize(("path", "node"), CLAIMS, ids=ids(CLAIMS))
def test_claims_come_back_with_reason_and_proof(path: tuple[Any, ...], node: Node) -> None:
    fact = node["x-claim"]
    claimed = answered(path, CLAIM)
    assert claimed.values[fact] is True
    assert claimed.claims[fact] == CLAIM
    assert claimed.proven({claimed.pointers[fact]: "present"}).claims[fact]["evidence"] == "present"
    assert claimed.proven({}).claims[fact]["evidence"] is None
    denied = answered(path, False)
    assert denied.values[fact] is False
    assert denied.claims == {}
    assert answered(path, {"undetermined": "legal"}).undetermined == {fact: "legal"}


@pytest.mark.parametrize(("path", "node"), OTHERS, ids=ids(OTHERS))
def test_dates_numbers_and_words_come_back(path: tuple[Any, ...], node: Node) -> None:
    example = node["examples"][0]
    value = answered(path, example).values.get(node["x-fact"])
    if example == "none" and is_date(node):
        assert value is None
    else:
        assert value == (day(example) if is_date(node) else example)


@pytest.mark.parametrize(("path", "node"), LISTS, ids=ids(LISTS))
def test_what_a_list_does_not_name_is_false(path: tuple[Any, ...], node: Node) -> None:
    facts: dict[str, str] = node["x-facts"]
    empty = answered(path, [])
    assert {empty.values[fact] for fact in facts.values()} == {False}
    key = node.get("x-key")
    more = {"reason": {"point": "1(a)"}}.get(str(key), {})
    for word, fact in facts.items():
        listed = answered(path, [word if key is None else {key: word, **more}])
        assert {name for name in facts.values() if listed.values[name]} == {fact}
        assert answered(path, {"undetermined": "legal"}).undetermined[fact] == "legal"


def test_every_fact_can_be_answered() -> None:
    direct = {
        node[word]
        for _path, node in ALL_NODES
        for word in ("x-fact", "x-claim", "x-any-fact", "x-list-fact", "x-country")
        if word in node
    }
    listed = {fact for _path, node in ALL_NODES for fact in node.get("x-facts", {}).values()}
    valued = {fact for _path, node in ALL_NODES for row in node.get("x-values", {}).values() for fact in row}
    assert direct | listed | valued >= set(FACTS)
    assert set(questions()) >= set(FACTS)


def test_silence_answers_nothing() -> None:
    nothing = said(HEAD + "operator: {name: A}\n")
    assert nothing == Answers()


def test_a_complete_manifest() -> None:
    full = said(COMPLETE)
    assert full.values["planned_placing_date"] == 21154
    assert full.values["iii_4a"] is True
    assert full.values["iii_5b"] is False
    assert full.values["a1_acts"] == []
    assert full.values["iii_exits"] == []
    assert full.values["provider_established_in_eu"] is True
    assert full.values["eu_placed_or_service"] is True
    assert full.details["screened_on"] == day("2026-11-20")
    assert full.undetermined == {}


@pytest.mark.parametrize(
    ("on", "answers_new"), [("2026-07-26", False), ("2026-07-27", True), ("2026-11-20", True), ("2025-03-01", False)]
)
def test_a_screening_does_not_answer_practices_that_came_later(on: str, answers_new: bool) -> None:
    found = answers(data(classification=screening(on=on)))
    assert ("ncii_intended_purpose" in found.values) is answers_new
    assert ("csam_used_for_purpose" in found.values) is answers_new
    assert ("ba" in found.details["screened"]) is answers_new
    assert found.values["p5a_technique"] is False


def test_a_letter_that_was_not_screened_stays_open() -> None:
    found = answers(data(classification=screening(screened=["a"])))
    assert found.details["screened"] == ["a"]
    assert "p5e_face_db_scraping" not in found.values


def test_a_general_generator_still_owes_an_answer_about_safeguards() -> None:
    found = answers(data(classification=screening(), transparency={"generates": ["image"]}))
    assert found.values["ncii_intended_purpose"] is False
    assert "ncii_foreseeable_reproducible" not in found.values
    assert "generates_visual_audio_of_persons" not in found.values


def test_what_generates_no_images_shows_no_persons() -> None:
    found = answers(data(transparency={"generates": ["text"]}))
    assert found.values["generates_synthetic_content"] is True
    assert found.values["generates_visual_depictions"] is False
    assert found.values["outputs_deep_fakes"] is False
    assert "publishes_public_interest_text" not in found.values
    unsure = answers(data(transparency={"generates": [], "depicts_persons": {"undetermined": "legal"}}))
    assert unsure.undetermined["generates_visual_depictions"] == "legal"


@pytest.mark.parametrize(
    ("base", "fact", "key"),
    [
        ("emotion_recognition", "p5f_workplace_or_education", "emotion_recognition"),
        ("biometric_categorisation", "p5g_sensitive_inference", "categorisation"),
    ],
)
def test_where_a_practice_builds_on_biometrics_its_own_question_stays(base: str, fact: str, key: str) -> None:
    without = answers(data(classification=screening()))
    assert without.values[fact] is False
    for answer in (True, {"undetermined": "legal"}):
        found = answers(data(classification=screening(), biometrics={key: answer}))
        assert found.values.get(base, "open") in (True, "open")
        assert fact not in found.values
    denied = answers(data(classification=screening(), biometrics="none"))
    assert denied.values[fact] is False


def test_a_practice_that_is_met_makes_its_facts_true() -> None:
    found = answers(data(classification=screening(screened=[], met=["h", "f"])))
    assert found.values["realtime_rbi_le"] is True
    assert found.values["emotion_recognition"] is True
    assert found.values["p5f_workplace_or_education"] is True
    assert found.details["screened"] == ["f", "h"]
    open_one = data(classification=screening(met=["f"]), biometrics={"emotion_recognition": {"undetermined": "x"}})
    assert answers(open_one).values["emotion_recognition"] is True
    assert "emotion_recognition" not in answers(open_one).undetermined


def test_a_detail_wins_over_the_letter() -> None:
    details = {"a": {"technique": True}, "h": {"objective_met": CLAIM}}
    found = answers(
        data(classification=screening(details=details), biometrics={"realtime_identification_law_enforcement": True})
    )
    assert found.values["p5a_technique"] is True
    assert "p5a_distortion" not in found.values
    assert found.values["realtime_rbi_le"] is True
    assert found.values["p5h_objective_met"] is True


def test_a_screening_without_a_day_or_a_result_answers_nothing() -> None:
    table = members(members(schema())["classification"])["prohibited_practices"]["x-screening"]
    assert screening_of(table, {"screened": ["a"], "met": []}).letters == []
    assert screening_of(table, {"screened": ["a"], "on": "2026-11-20"}).letters == []
    assert screening_of(table, {"screened": ["a"], "on": "2026-11-20", "met": []}).letters == ["a"]


def test_an_answer_elsewhere_closes_an_open_question() -> None:
    open_here = {"name": "A", "roles": ["provider"], "established_in": {"undetermined": "legal"}}
    found = answers(data(operator=open_here, supply_chain={"provider_established_in": "FR"}))
    assert found.values["provider_established_in_eu"] is True
    assert found.undetermined == {}


def test_an_open_screening_leaves_its_facts_open() -> None:
    found = answers(data(classification={"prohibited_practices": {"undetermined": "legal"}}))
    assert found.undetermined["p5a_technique"] == "legal"
    assert "screened" not in found.details


def test_a_single_act_answers_the_facts_of_one_act() -> None:
    act = {"act": 6, "third_party_required": True, "third_party_only_nonhealth": CLAIM}
    one = answers(data(classification={"annex_i": [act]}))
    entry = {"act": 6, "third_party_required": True, "third_party_only_nonhealth": True}
    assert one.values["a1_acts"] == [{**entry, "third_party_avoidable_by_standards": None}]
    assert one.values["a1_act"] == 6
    assert one.claims["a1_third_party_only_nonhealth"] == CLAIM
    two = answers(data(classification={"annex_i": [act, {"act": 11, "third_party_required": {"undetermined": "me"}}]}))
    assert [entry["third_party_required"] for entry in two.values["a1_acts"]] == [True, None]
    assert "a1_act" not in two.values
    assert two.undetermined == {"a1_third_party_required": "me"}


def test_an_open_point_of_annex_iii_is_neither_met_nor_denied() -> None:
    found = answers(data(classification={"annex_iii": [{"point": 2}, {"point": "5(b)", "undetermined": "legal"}]}))
    assert found.values["iii_2"] is True
    assert "iii_5b" not in found.values
    assert found.undetermined == {"iii_5b": "legal"}


def test_carve_outs_carry_their_basis_and_the_state_of_their_proof() -> None:
    exits = [
        {"point": "5(b)", "reason": "fraud_only", "evidence": "docs/fraud.md"},
        {"point": "4(b)", "reason": "legal_monitoring_only", "evidence": "docs/legal.md"},
    ]
    found = answers(data(classification={"exits": exits})).proven({"/classification/exits/1": "missing"})
    assert found.values["iii_5b_fraud_only"] is True
    assert found.values["iii_1a_verification_only"] is False
    assert found.claims["iii_5b_fraud_only"] == {"reason": "fraud_only", "evidence": None}
    entry = {"point": "4b", "reason": "legal_monitoring_only", "basis": "draft_guideline", "evidence": "missing"}
    assert found.values["iii_exits"] == [entry]


@pytest.mark.parametrize(
    ("operator", "supply", "expected"),
    [
        ({"roles": ["provider"], "established_in": "DE"}, {}, True),
        ({"roles": ["provider"], "established_in": "NO"}, {}, False),
        ({"roles": ["deployer"], "established_in": "DE"}, {}, None),
        ({"roles": ["deployer"], "role_shift": ["rebrand"], "established_in": "DE"}, {}, True),
        ({"roles": ["deployer"], "role_shift": ["by_other"], "established_in": "DE"}, {}, None),
        ({"roles": ["importer"], "established_in": "DE"}, {"provider_established_in": "US"}, False),
        ({"roles": {"undetermined": "me"}, "established_in": "DE"}, {}, None),
    ],
)
def test_where_the_provider_is_established(operator: Any, supply: Any, expected: bool | None) -> None:
    found = answers(data(operator={"name": "A", **operator}, supply_chain=supply))
    assert found.values.get("provider_established_in_eu") is expected


@pytest.mark.parametrize(
    ("union", "roles", "yes"),
    [
        (True, ["provider", "deployer"], {"eu_placed_or_service", "eu_deployer"}),
        (True, ["importer"], {"eu_other_operator"}),
        (True, ["authorised_representative"], {"eu_other_operator"}),
        (True, [], {"eu_placed_or_service"}),
        (False, ["provider"], set()),
        ({"output_used": True}, ["provider"], {"eu_output_used"}),
    ],
)
def test_the_connection_to_the_union(union: Any, roles: list[str], yes: set[str]) -> None:
    found = answers(data(operator={"name": "A", "roles": roles}, market={"union": union}))
    assert {fact for fact, value in found.values.items() if fact.startswith("eu_") and value} == yes


@pytest.mark.parametrize(
    ("size", "sme", "smc"),
    [("micro", True, False), ("sme", True, False), ("smc", False, True), ("large", False, False)],
)
def test_the_size_decides_on_reliefs(size: str, sme: bool, smc: bool) -> None:
    found = answers(data(operator={"name": "A", "size": size})).values
    assert (found["sme"], found["smc"]) == (sme, smc)


def test_the_first_date_of_several_tests_counts() -> None:
    tests = [{"kind": "real_world", "start": "2026-12-01"}, {"kind": "annex_i_section_b", "start": "2027-01-01"}]
    found = answers(data(testing=tests)).values
    assert found["real_world_testing"] is True
    assert found["annex_i_b_testing"] is True
    assert found["in_sandbox"] is False
    assert found["test_start_date"] == day("2026-12-01")

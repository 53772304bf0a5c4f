# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: ISC004 - a manifest of a few lines beside its message reads best as one tuple
import pytest

from aiact_gate.manifest.answers import answers
from aiact_gate.manifest.consistency import contradictions
from aiact_gate.manifest.dates import day
from aiact_gate.manifest.problem import CONTRADICTION, Problem
from aiact_gate.manifest.validate import validate
from tests.manifest.samples import ALL, COMPLETE, HEAD, of

OPERATOR = "operator: {name: Acme}\n"


def clashes(text: str) -> list[Problem]:
    manifest = of(HEAD + OPERATOR + text)
    assert validate(manifest) == []
    return contradictions(manifest, answers(manifest))


CASES = [
    (
        "classification:\n  annex_iii: [{point: 1(a)}]\n  exits: [{point: 1(a), reason: verification_only}]\n"
        "biometrics: {identification: true}\n",
        6, "the system is said only to verify, and also to identify persons in a database"
        " (classification.exits[0], line 6; biometrics.identification, line 7)",
    ),
    (
        "classification:\n  annex_i: [{act: 11}]\n  annex_iii: [{point: 2}]\n"
        "  article_6_3: {reason: r, conditions: [a]}\n",
        7, "Art. 6(3) is claimed, but it does not exist for Annex I products"
        " (classification.article_6_3, line 7; classification.annex_i, line 5)",
    ),
    (
        "classification:\n  annex_iii: []\n  article_6_3: {reason: r, conditions: [a]}\n",
        6, "Art. 6(3) is claimed, but no point of Annex III is listed"
        " (classification.article_6_3, line 6; classification.annex_iii, line 5)",
    ),
    (
        "market:\n  exclusions: {open_source: {reason: MIT}}\nclassification:\n"
        "  prohibited_practices: {screened: [e], on: 2026-11-20, met: [e]}\n",
        5, "the open-source exclusion is claimed with a prohibited practice that is met"
        " (market.exclusions.open_source, line 5; classification.prohibited_practices.met, line 7)",
    ),
    (
        "classification:\n  prohibited_practices:\n    screened: [b]\n    on: 2026-11-20\n    met: [a]\n",
        8, "practice (a) is met, but was not screened"
        " (classification.prohibited_practices.met[0], line 8; classification.prohibited_practices.screened, line 6)",
    ),
    (
        "classification:\n  prohibited_practices: {screened: [f], on: 2026-11-20, met: [f]}\nbiometrics: none\n",
        5, "practice (f) is met, but one of its facts is denied"
        " (classification.prohibited_practices.met[0], line 5; biometrics, line 6)",
    ),
    (
        "classification:\n  annex_iii: [{point: 4(a)}]\n  exits: [{point: 4(b), reason: aggregate_only}]\n",
        6, "a carve-out is claimed for 4(b), which is not listed"
        " (classification.exits[0].point, line 6; classification.annex_iii, line 5)",
    ),
    (
        "classification:\n  annex_iii: [{point: 4(a)}]\n  exits: [{point: 4(a), reason: fraud_only}]\n",
        6, "fraud_only is no carve-out of 4(a)"
        " (classification.exits[0].reason, line 6; classification.exits[0].point, line 6)",
    ),
    (
        "transparency:\n  generates: [text]\n  deep_fakes: true\n",
        6, "generates names none of audio, image, video"
        " (transparency.deep_fakes, line 6; transparency.generates, line 5)",
    ),
    (
        "market:\n  placed_on_market: 2026-05-01\n  type_first_placed: 2026-06-01\n",
        6, "the type was first placed after this system was placed"
        " (market.type_first_placed, line 6; market.placed_on_market, line 5)",
    ),
    (
        "market:\n  put_into_service: 2026-05-01\n  significant_design_change: 2026-04-30\n",
        5, "the design changed before the first placing"
        " (market.put_into_service, line 5; market.significant_design_change, line 6)",
    ),
    (
        "market:\n  placed_on_market: 2026-05-01\n  type_first_placed: 2026-01-01\n"
        "  significant_design_change: 2025-12-31\n",
        6, "the design changed before the first placing"
        " (market.type_first_placed, line 6; market.significant_design_change, line 7)",
    ),
    (
        "market:\n  placed_on_market: none\n  put_into_service: none\n  significant_design_change: 2026-04-30\n",
        7, "the design of what was never placed cannot have changed since"
        " (market.significant_design_change, line 7; market.placed_on_market, line 5)",
    ),
    (
        "biometrics:\n  emotion_recognition: true\nclassification: {annex_iii: []}\n",
        5, "emotions are recognised, but 1(c) is not listed"
        " (biometrics.emotion_recognition, line 5; classification.annex_iii, line 6)",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), CASES, ids=[case[2][:50] for case in CASES])
def test_answers_that_cannot_all_be_true_are_told_with_both_lines(text: str, line: int, message: str) -> None:
    (problem,) = clashes(text)
    assert (problem.line, problem.message) == (line, message)
    assert problem.code == CONTRADICTION


@pytest.mark.parametrize(
    "text",
    [
        "market: {planned_placing: 2020-01-01}\n",
        "market: {placed_on_market: 2026-05-01, planned_placing: 2027-01-01}\n",
        "market: {type_first_placed: 2026-05-01, placed_on_market: 2026-05-01}\n",
        "market: {type_first_placed: 2026-01-01, put_into_service: 2026-05-01,"
        " significant_design_change: 2026-02-01}\n",
        "market: {placed_on_market: 2026-05-01, significant_design_change: 2026-05-01}\n",
        "market: {significant_design_change: 2026-05-01}\n",
        "classification: {exits: [{point: 1(a), reason: verification_only}]}\nbiometrics: {identification: false}\n",
        "classification: {annex_iii: [{point: 4(a)}], article_6_3: false, profiling: true}\n",
        f"market: {{exclusions: {{open_source: {{reason: MIT}}}}}}\n"
        f"classification: {{prohibited_practices: {{screened: [{ALL}], on: 2026-11-20, met: []}}}}\n",
        "classification:\n  prohibited_practices:\n    {screened: [c], on: 2026-11-20, met: [c],"
        " details: {c: {unrelated_context: false}}}\n",
        "biometrics:\n  identification: true\n  active_involvement: {reason: they show their face}\n"
        "classification:\n  annex_iii: [{point: 1(a)}]\n  exits: [{point: 1(a), reason: verification_only}]\n",
    ],
)
def test_answers_that_can_all_be_true_are_left_alone(text: str) -> None:
    assert clashes(text) == []


def test_a_complete_manifest_has_no_contradiction() -> None:
    manifest = of(COMPLETE)
    assert contradictions(manifest, answers(manifest)) == []


def test_a_screening_that_is_still_to_come_has_answered_nothing() -> None:
    text = f"classification:\n  prohibited_practices:\n    screened: [{ALL}]\n    on: 2026-11-20\n    met: []\n"
    manifest = of(HEAD + OPERATOR + text)
    on = day("2026-11-20")
    assert on is not None
    assert contradictions(manifest, answers(manifest), on) == []
    (problem,) = contradictions(manifest, answers(manifest), on - 1)
    assert (problem.line, problem.code) == (7, CONTRADICTION)
    assert problem.message == "the screening for prohibited practices is dated 2026-11-20, after the day of this check"


def test_nobody_is_without_a_role_inside_the_act() -> None:
    manifest = of(HEAD + "operator: {name: Acme, roles: []}\n")
    (problem,) = contradictions(manifest, answers(manifest))
    assert problem.line == 3
    assert problem.message == "operator.roles is empty, but whoever deals with a system has at least one role"


def test_a_person_in_a_personal_activity_has_no_role() -> None:
    text = "operator: {name: J. Muster, roles: []}\nmarket: {exclusions: {personal_use: {reason: a family video}}}\n"
    manifest = of(HEAD + text)
    assert contradictions(manifest, answers(manifest)) == []


@pytest.mark.parametrize(
    ("operator", "union", "said"),
    [
        ("roles: [deployer], established_in: IT", "false", "the deployer is established in IT"),
        ("roles: [provider, deployer], established_in: DE", "{placed: true, deployer: false}", "the deployer is"),
        ("roles: [importer], established_in: FR", "false", "the operator is importer"),
        ("roles: [authorised_representative]", "{other_operator: false}", "authorised representative"),
        ("roles: [deployer], established_in: US", "false", ""),
        ("roles: [deployer], established_in: DE", "true", ""),
        ("roles: [provider], established_in: DE", "false", ""),
        ("roles: [deployer], established_in: {undetermined: legal}", "false", ""),
        ("roles: {undetermined: legal}, established_in: DE", "false", ""),
    ],
)
def test_whom_the_act_reaches_by_what_they_are(operator: str, union: str, said: str) -> None:
    manifest = of(HEAD + f"operator: {{name: Acme, {operator}}}\nmarket: {{union: {union}}}\n")
    assert validate(manifest) == []
    found = contradictions(manifest, answers(manifest))
    assert [problem.code for problem in found] == ([CONTRADICTION] if said else [])
    assert said in "".join(problem.message for problem in found)

# SPDX-License-Identifier: Apache-2.0
import pytest

from aiact_gate.manifest.answers import answers
from aiact_gate.manifest.questions import question_for
from aiact_gate.manifest.validate import validate
from aiact_gate.reasons import hollow
from tests.manifest.samples import HEAD, of

QUESTION = question_for("x_military").text


def said(reason: str) -> list[str]:
    market = f"market:\n  exclusions:\n    military:\n      reason: {reason}\n"
    manifest = of(f"{HEAD}operator: {{name: Acme}}\n{market}")
    assert validate(manifest) == []
    return [f"{problem.line}: {problem.message}" for problem in hollow(manifest, answers(manifest))]


@pytest.mark.parametrize(
    "reason",
    ["x", '"   "', '"\\u200b"', "because", "TODO", "n/a", '"-"', '"..."', "a b", "Because military.", f'"{QUESTION}"'],
)
def test_a_reason_that_says_nothing_blocks(reason: str) -> None:
    (problem,) = said(reason)
    assert problem.startswith("7: the reason of market.exclusions.military says nothing")


@pytest.mark.parametrize(
    "reason", ["MIT", "Contract BAAINBw 4711", "nur für die Bundeswehr", "軍用", "Used only by the armed forces."]
)
def test_a_short_reason_is_one(reason: str) -> None:
    assert said(reason) == []


def test_a_claim_that_is_not_made_needs_no_reason() -> None:
    manifest = of(HEAD + "operator: {name: Acme}\nmarket: {exclusions: {military: false}}\n")
    assert list(hollow(manifest, answers(manifest))) == []


def test_the_reason_of_a_carve_out_is_chosen_from_a_list() -> None:
    exits = "classification:\n  exits:\n    - {point: 1(a), reason: verification_only}\n"
    manifest = of(f"{HEAD}operator: {{name: Acme}}\n{exits}")
    assert validate(manifest) == []
    said_so = answers(manifest)
    assert said_so.claims
    assert list(hollow(manifest, said_so)) == []

# SPDX-License-Identifier: Apache-2.0
"""Every condition of every obligation counts: each row of conditions.yaml is broken in every way it can be broken."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import regorus

from aiact_gate.policy.files import load_policies
from tests.law import casebook

POLICIES = load_policies()
ROWS: list[dict[str, Any]] = casebook.load("conditions.yaml")  # type: ignore[assignment]
# The packages that read answers, replaced by ones that read what a test says.
STUBS = {
    "classify/derived.rego": "package aiact.classify.derived\nknown := input\n",
    "classify/facts.rego": "package aiact.classify.facts\nf := input\nas_of := 0\nstrict(_) := false\n",
    "classify/scope.rego": "package aiact.classify.scope\nbefore_open_source := input.before_open_source\n",
    "classify/roles.rego": (
        "package aiact.classify.roles\nprovider := input.role_provider\ndeployer := input.role_deployer\n"
    ),
}
World = dict[str, bool | None]
DISPUTED = {
    "AIA-22-1": (["eu_output_used"], ["eu_placed_or_service", "made_available_on_union_market"]),
    "AIA-26-8": (["annex_iii_only_2"], []),
    "AIA-50-1": (["hr_annex_i_b_only"], []),
    "AIA-50-3": (["hr_annex_i_b_only"], []),
    "AIA-50-4-DF": (["hr_annex_i_b_only"], []),
    "AIA-50-4-TXT": (["hr_annex_i_b_only"], []),
    "AIA-50-5": (["hr_annex_i_b_only"], []),
}


@pytest.fixture(scope="module")
def engine() -> regorus.Engine:
    loaded = regorus.Engine()
    for path, text in POLICIES.modules.items():
        if path.startswith(("classify/duties/", "lib/")) or path in {
            "classify/prohibited.rego",
            "classify/exceptions.rego",
            "classify/law.rego",
        }:
            loaded.add_policy(path, text)
    for path, text in STUBS.items():
        loaded.add_policy(path, text)
    loaded.add_data_json(json.dumps(POLICIES.document()))
    return loaded


BLANK: World = {
    **dict.fromkeys(POLICIES.data["law"]["facts"], False),
    **{
        name: False
        for row in ROWS
        for names in (row.get("all", []), row.get("none", []), row.get("given", []), *row.get("any", []))
        for name in names
    },
    **dict.fromkeys(["annex_iii_only_2", "art50_2_disputed", "hr_annex_i_b_only", "legacy_50_2"], False),
}


def _answers(engine: regorus.Engine, world: Mapping[str, object], rule: str = "when") -> dict[str, Any]:
    engine.set_input_json(json.dumps(world))
    answers: dict[str, Any] = json.loads(engine.eval_rule_as_json(f"data.aiact.classify.duties.{rule}"))
    return answers


def _met(row: Mapping[str, Any]) -> World:
    first = [group[0] for group in row.get("any", [])]
    return {**BLANK, **dict.fromkeys([*row.get("all", []), *row.get("given", []), *first], True)}


def _worlds(row: Mapping[str, Any]) -> Iterator[tuple[World, bool | None]]:
    """Yield each world that the row speaks of, and whether its obligations apply there."""
    met, groups = _met(row), row.get("any", [])
    yield met, True
    for group in groups:
        yield from (({**met, **dict.fromkeys(group, False), name: True}, True) for name in group)
        yield {**met, **dict.fromkeys(group, False)}, False
        yield {**met, **dict.fromkeys(group, None)}, None
    for names, ends in ((row.get("all", []), False), (row.get("none", []), True)):
        for name in names:
            yield {**met, name: ends}, False
            yield {**met, name: None}, None


def test_every_obligation_has_its_row() -> None:
    assert {key for row in ROWS for key in row["duties"]} == set(POLICIES.data["law"]["obligations"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["duties"][0])
def test_every_condition_counts(row: dict[str, Any], engine: regorus.Engine) -> None:
    for world, applies in _worlds(row):
        told = _answers(engine, world)
        wrong = {key: told[key] for key in row["duties"] if told[key] is not applies}
        assert not wrong, {name: value for name, value in world.items() if value is not False}


def test_what_warns_because_it_is_disputed_on_the_facts(engine: regorus.Engine) -> None:
    blank = _answers(engine, BLANK, "warn_only")
    assert blank == dict.fromkeys([*DISPUTED, "AIA-50-2", "AIA-50-2-Q"], False)
    for key, (yes, no) in DISPUTED.items():
        world = {**BLANK, **dict.fromkeys(yes, True)}
        assert _answers(engine, world, "warn_only")[key] is True
        for name in no:
            assert _answers(engine, {**world, name: True}, "warn_only")[key] is False
    for name in ("hr_annex_i_b_only", "art50_2_disputed"):
        told = _answers(engine, {**BLANK, name: True}, "warn_only")
        assert (told["AIA-50-2"], told["AIA-50-2-Q"]) == (True, True)


# Roles are core answers, asked of everybody; Art. 25 and Art. 6 decide the rest.
_ASKED_OF_ALL = {"role_provider", "role_deployer", "role_gpai_provider"}
ONLY_IF = {
    ("role_provider",): {"t50_1_due", "t50_2_due", "uses_third_party_components"},
    ("role_deployer",): {
        "t50_3_due", "t50_4_df_due", "t50_4_txt_due", "ncii_used_for_purpose", "csam_used_for_purpose",
    },
    ("role_provider", "role_importer"): {
        "ncii_intended_purpose", "ncii_foreseeable_reproducible", "csam_intended_purpose",
        "csam_foreseeable_reproducible",
    },
    ("gpai_modifier_is_provider",): {"original_model_systemic_risk"},
    ("role_third_party_supplier",): {"supplied_into_high_risk"},
    ("high_risk",): {
        "role_shift_rebrand", "role_shift_substantial_modification", "role_shift_purpose_change",
    },
}  # fmt: skip


def _is_asked(name: str) -> bool:
    law = POLICIES.data["law"]
    fact = law["facts"].get(name, {"default": False})
    return name in law["questions"]["stands_for"] or (fact["default"] is None and fact.get("polarity") != "exit")


def test_what_decides_an_obligation_is_asked_about() -> None:
    wanted: dict[str, set[str]] = {}
    for row in ROWS:
        named = {*row.get("all", []), *row.get("none", []), *(name for group in row.get("any", []) for name in group)}
        for key in row["duties"]:
            wanted.setdefault(key, set()).update(filter(_is_asked, named - _ASKED_OF_ALL))
    asks = POLICIES.data["law"]["questions"]["asks"]
    told = {key: {name for group in groups for name in group} for key, groups in asks.items()}
    assert told == {key: names for key, names in wanted.items() if names}


def test_a_question_is_asked_only_where_it_matters() -> None:
    told: dict[tuple[str, ...], set[str]] = {}
    for name, conditions in POLICIES.data["law"]["questions"]["only_if"].items():
        told.setdefault(tuple(conditions), set()).add(name)
    assert told == ONLY_IF


def test_whose_question_a_derived_fact_is() -> None:
    assert POLICIES.data["law"]["questions"]["stands_for"] == {
        "t50_1_due": ["interacts_with_persons"],
        "t50_2_due": ["generates_synthetic_content"],
        "t50_3_due": ["emotion_recognition", "biometric_categorisation"],
        "t50_4_df_due": ["outputs_deep_fakes"],
        "t50_4_txt_due": ["publishes_public_interest_text"],
        "post_rbi_suspect": ["post_rbi_target"],
    }

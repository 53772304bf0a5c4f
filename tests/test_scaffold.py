# SPDX-License-Identifier: Apache-2.0
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aiact_gate.manifest.answers import answers
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.schema import members, schema
from aiact_gate.manifest.validate import validate
from aiact_gate.manifest.yaml_subset import loads
from aiact_gate.scaffold import EDITOR_SCHEMA, initial_manifest

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
ASKED: dict[str, Any] = {
    "system": {
        "id": "talent-rank",
        "name": "TalentRank: the 2nd #1",
        "intended_purpose": "Ranks job applications.\nFor recruiters.",
    },
    "operator": {"name": "Acme GmbH & Söhne", "roles": ["provider", "deployer", "gpai_provider"]},
    "market": {"union": True},
}
ANSWERED: dict[str, Any] = {
    **ASKED,
    "market": {"union": True, "planned_placing": "2027-12-02"},
    "classification": {
        "prohibited_practices": {"screened": ["a", "ba"], "on": "2026-11-20", "met": []},
        "annex_i": [{"act": 11, "third_party_required": {"undetermined": "legal: us"}}],
        "annex_iii": [{"point": "4(a)", "reason": 'ranks, {filters} and "scores"'}],
        "profiling": True,
    },
    "biometrics": "none",
    "testing": [],
}


def manifest_of(known: dict[str, Any]) -> Manifest:
    loaded = loads(initial_manifest(known).encode())
    return Manifest(Path("ai-system.yaml"), "ai-system.yaml", loaded.data, loaded.marks)


def test_what_was_asked_is_written_and_valid() -> None:
    manifest = manifest_of(ASKED)
    assert validate(manifest) == []
    assert manifest.data == {"apiVersion": "aiact-gate/v1", **ASKED}


def test_answers_of_every_shape_are_written_as_they_were_given() -> None:
    manifest = manifest_of(ANSWERED)
    assert validate(manifest) == []
    assert manifest.data == {"apiVersion": "aiact-gate/v1", **ANSWERED}
    assert "planned_placing: 2027-12-02\n" in initial_manifest(ANSWERED)


def test_declared_evidence_stands_at_the_end() -> None:
    text = initial_manifest(ASKED, ["ai-literacy: docs/a.md", "human-oversight: {plan: docs/b.md}"])
    assert text.endswith("\nevidence:\n  ai-literacy: docs/a.md\n  human-oversight: {plan: docs/b.md}\n")


def test_nothing_is_answered_that_nobody_said() -> None:
    said = answers(manifest_of(ASKED)).values
    assert {fact for fact in said if not fact.startswith(("role_", "eu_"))} == set()
    for core in (
        "iii_4a",
        "a1_acts",
        "performs_profiling",
        "p5a_technique",
        "interacts_with_persons",
        "generates_synthetic_content",
    ):
        assert core not in said


def test_the_union_is_not_assumed() -> None:
    known = {"system": ASKED["system"], "operator": {"name": "Acme"}}
    assert answers(manifest_of(known)).values == {}
    assert manifest_of({**ASKED, "market": {"union": False}}).data["market"] == {"union": False}


@pytest.mark.parametrize(("group", "missing"), [("system", "id"), ("system", "name"), ("operator", "name")])
def test_what_must_be_there_stays_visibly_empty(group: str, missing: str) -> None:
    known = {**ASKED, group: {key: value for key, value in ASKED[group].items() if key != missing}}
    (problem,) = validate(manifest_of(known))
    assert "is empty" in problem.message


def test_an_empty_start_is_no_valid_manifest() -> None:
    assert {problem.pointer for problem in validate(manifest_of({}))} == {
        "/system/id",
        "/system/name",
        "/operator/name",
    }


@pytest.mark.parametrize("roles", [[], ["provider"], ["deployer"], ["gpai_provider"], ["importer"]])
def test_every_open_answer_is_a_key_of_the_schema_below_its_question(roles: list[str]) -> None:
    lines = initial_manifest({**ASKED, "operator": {"name": "A", "roles": roles}}).splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={EDITOR_SCHEMA.as_posix()}"
    group = ""
    for number, line in enumerate(lines):
        if heading := re.match(r"(?:# )?([a-z_]+):$", line):
            group = heading[1]
        elif answer := re.match(r"#   ([a-z_]+):    # ", line):
            assert answer[1] in members(schema()["properties"][group])
            assert lines[number - 1].startswith("## ")


def test_answers_that_are_given_by_deleting_the_mark_are_judged_again() -> None:
    text = re.sub(r"^#( |  )(?=[a-z ])", "", initial_manifest(ASKED), flags=re.MULTILINE)
    loaded = loads(text.removeprefix("yaml-language-server:").split("\n\n", 1)[1].encode())
    manifest = Manifest(Path("a"), "a", loaded.data, loaded.marks)
    assert any(problem.message.endswith("is empty") for problem in validate(manifest))


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_name_is_written_so_that_it_is_read_back(name: str, purpose: str) -> None:
    assume(not UNWRITABLE.search(name + purpose))
    given_ = {**ASKED, "system": {"id": "a", "name": name, "intended_purpose": purpose}}
    system = loads(initial_manifest(given_).encode()).data["system"]
    assert (system["name"] or "") == name
    assert (system["intended_purpose"] or "") == purpose

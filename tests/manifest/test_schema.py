# SPDX-License-Identifier: Apache-2.0
import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aiact_gate.manifest.questions import pointer_for, question_for, questions
from aiact_gate.manifest.schema import members, schema
from aiact_gate.resources import policies_dir, schemas_dir

FACTS: dict[str, Any] = json.loads((policies_dir() / "data" / "facts.json").read_text())["facts"]
STATED = sorted(name for name, fact in FACTS.items() if fact["kind"] in {"declared", "detected", "event"})
ANNOTATIONS = {
    "x-fact", "x-facts", "x-any-fact", "x-claim", "x-list-fact", "x-key", "x-values", "x-detail", "x-provision",
    "x-expects", "x-country", "x-country-roles", "x-union", "x-roles", "x-screening", "x-only-with", "x-points",
    "x-basis", "x-none",
}  # fmt: skip


def properties(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        for index, inner in enumerate(node):
            yield from properties(inner, f"{path}/{index}")
    elif isinstance(node, dict):
        for key, member in node.get("properties", {}).items():
            yield f"{path}.{key}", member
        for key, inner in node.items():
            if key not in {"examples", "enum", "const"} and not key.startswith("x-"):
                yield from properties(inner, f"{path}.{key}" if key != "properties" else path)


PROPERTIES = dict(properties(schema()))


def annotations(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, inner in node.items():
            if key.startswith("x-"):
                yield key, inner
            elif key not in {"examples", "patternProperties"}:
                yield from annotations(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from annotations(inner)


def named_facts() -> Iterator[str]:
    for word, value in annotations(schema()):
        if word in {"x-fact", "x-any-fact", "x-claim", "x-list-fact", "x-country"}:
            yield value
        elif word == "x-facts":
            yield from value.values()
        elif word == "x-values":
            yield from (fact for said in value.values() for fact in said)
        elif word in {"x-roles", "x-only-with"}:
            yield from value
        elif word == "x-screening":
            yield from (fact for row in value.values() for fact in [*row["met"], *row["not_met"]])


@pytest.mark.parametrize("name", ["ai-system.v1.json", "policy-input.v1.json"])
def test_the_schemas_are_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((schemas_dir() / name).read_text()))


@pytest.mark.parametrize("fact", STATED)
def test_every_fact_of_the_law_has_a_question(fact: str) -> None:
    question = question_for(fact)
    assert question.path
    assert question.text.endswith(".")
    assert question.provision


def test_every_annotation_names_a_fact_of_the_law() -> None:
    assert set(named_facts()) - set(FACTS) == set()
    assert {word for word, _value in annotations(schema())} - ANNOTATIONS == set()


def test_a_fact_that_no_manifest_answers_has_no_question() -> None:
    assert pointer_for("high_risk") == ""


def test_every_property_has_words_examples_and_a_provision() -> None:
    for path, node in PROPERTIES.items():
        assert node.get("description", "").endswith("."), path
        assert node.get("examples"), path
        assert node.get("x-provision"), path


def test_every_example_is_valid() -> None:
    for path, node in PROPERTIES.items():
        validator = Draft202012Validator({**node, "$defs": schema()["$defs"]})
        for example in node["examples"]:
            assert not [error.message for error in validator.iter_errors(example)], path


def test_nothing_claims_a_result() -> None:
    for path in PROPERTIES:
        assert not {"compliant", "conformant", "verdict", "certified", "high_risk"} & set(path.split(".")), path


def test_exits_are_claims_and_never_plain_answers() -> None:
    exits = {name for name, fact in FACTS.items() if fact.get("polarity") == "exit"} - {"sme", "smc"}
    plain = {
        node["x-fact"] for node in PROPERTIES.values() if "x-fact" in node and node.get("$ref") == "#/$defs/answer"
    }
    filter_parts = {"f_no_significant_risk", "f_no_material_influence"}
    assert exits & plain == filter_parts


def test_the_carve_outs_are_those_of_the_law_data() -> None:
    law = json.loads((policies_dir() / "data" / "exits.json").read_text())["annex_iii_exits"]
    node = members(members(schema())["classification"])["exits"]
    compact = {
        reason: [point.replace("(", "").replace(")", "") for point in points]
        for reason, points in node["x-points"].items()
    }
    assert compact == {"verification_only": ["1a"], **{reason: row["points"] for reason, row in law.items()}}
    assert node["x-basis"] == {reason: row["basis"] for reason, row in law.items()}


def test_questions_are_where_a_person_answers_them() -> None:
    assert pointer_for("performs_profiling") == "classification.profiling"
    assert pointer_for("iii_4a") == "classification.annex_iii"
    assert pointer_for("p5a_technique") == "classification.prohibited_practices.details.a.technique"
    assert pointer_for("role_provider") == "operator.roles"
    assert pointer_for("test_start_date") == "testing[].start"
    assert len(questions()) >= len(STATED)

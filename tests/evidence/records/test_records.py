# SPDX-License-Identifier: Apache-2.0
"""The example of each schema answers the elements of its evidence; what breaks a schema is told with a line."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from aiact_gate.evidence import index, registers
from tests.evidence.conftest import Repo

FOLDER = Path(__file__).resolve().parents[3] / "schemas" / "evidence"
NAMES = sorted(path.name.removesuffix(".v1.json") for path in FOLDER.glob("*.json"))
ELEMENTS = index.load()
FILES = [
    "fria-notification.pdf",
    "declaration-signed.pdf",
    "instructions.pdf",
    "agreement-encoder.pdf",
    "first-invoice.pdf",
]
# Elements that a record answers only in the case for which the law asks them, or that stand elsewhere.
ELSEWHERE = {
    "data-governance": set(),
    "record-keeping": set(),
    "accuracy-robustness": {"*"},
    "registration": set(),
    "value-chain": {
        "25(1)(a)",
        "25(1)(b)",
        "25(1)(c)",
        "25(2)-coop",
        "25(2)(a)",
        "25(2)(b)",
        "25(2)(c)",
        "25(3)(a)",
        "25(3)(b)",
    },
}


@pytest.fixture
def real(repo: Repo) -> Repo:
    repo.elements = ELEMENTS
    for name in [*FILES, "training-2027.md"]:
        repo.write(name, "x" if name.endswith("pdf") else "Nine recruiters took part in the course on 15 September.")
    return repo


def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.v1.json").read_text(encoding="utf-8"))
    return found


def _example(name: str) -> Any:
    return copy.deepcopy(_schema(name)["examples"][0])


def _properties(node: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    found = []
    for key, inner in node.get("properties", {}).items():
        found += [(f"{path}/{key}", inner), *_properties(inner, f"{path}/{key}")]
    return found + (_properties(node["items"], f"{path}/items") if isinstance(node.get("items"), dict) else [])


@pytest.mark.parametrize("name", NAMES)
def test_schemas_explain_themselves(name: str) -> None:
    schema = _schema(name)
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(schema["examples"][0]))
    for path, inner in _properties(schema):
        assert {"description", "examples", "x-provision"} <= set(inner), path
        assert re.match(r"(Art\.|Annex|Chapter) ", inner["x-provision"]), path


RECORDS = [name for name in NAMES if name in registers.names()]


@pytest.mark.parametrize("name", RECORDS)
def test_elements_named_are_those_of_the_law(name: str) -> None:
    schema = _schema(name)
    named = set()
    for _, inner in _properties(schema):
        own = inner.get("x-element", [])
        named |= {own} if isinstance(own, str) else set(own)
    for evidence in schema["x-evidence"]:
        asked = {element.ref for element in ELEMENTS.of(evidence).elements}
        elsewhere = ELSEWHERE.get(evidence, set())
        assert named <= asked
        assert asked - named == elsewhere or "*" in elsewhere or _sections(evidence, asked - named)


def _sections(evidence: str, left: set[str]) -> bool:
    allowed = {"registration": "VIII.C", "legacy-proof": "111(1)"}
    return evidence in allowed and all(ref.startswith(allowed[evidence]) for ref in left)


ANSWERING = [name for name in RECORDS if name != "metrics"]


@pytest.mark.parametrize("name", ANSWERING)
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_the_example_answers_every_element_it_names(real: Repo, name: str, form: str) -> None:
    example = _example(name)
    text = json.dumps(example, ensure_ascii=False) if form == "json" else yaml.safe_dump(example, allow_unicode=True)
    real.write(f"r.{form}", text)
    (evidence,) = _schema(name)["x-evidence"]
    fact = _described(real, evidence, f"r.{form}")
    wrong = {ref: seen for ref, seen in fact["elements"].items() if seen["state"] not in {"present", "not-applicable"}}
    assert {ref for ref in wrong if ref not in ELSEWHERE.get(evidence, set())} == set(), wrong
    assert fact["values"]["system_version"] == "2.3.0"


def _described(repo: Repo, evidence: str, declared: Any) -> Any:
    shapes = {"record-keeping": {"description": declared}, "human-oversight": {"plan": declared}}
    return repo.fact(evidence, shapes.get(evidence, declared))


@pytest.mark.parametrize("name", ANSWERING)
def test_a_record_of_placeholders_answers_nothing(real: Repo, name: str) -> None:
    real.write("r.json", json.dumps(_hollow(_example(name))))
    (evidence,) = _schema(name)["x-evidence"]
    states = {seen["state"] for seen in _described(real, evidence, "r.json")["elements"].values()}
    assert not {"present", "not-applicable"} & states


def _hollow(value: Any, key: str = "") -> Any:
    if key in {"record", "system_version"}:
        return value
    if isinstance(value, dict):
        return {name: _hollow(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_hollow(inner) for inner in value]
    return "TBD"


def _register(repo: Repo, change: Any) -> Any:
    record = _example("risk-register")
    change(record)
    repo.write("r.yaml", yaml.safe_dump(record, sort_keys=False))
    return repo.fact("risk-management", "r.yaml")


def _set(*path: Any, value: Any) -> Any:
    def change(record: Any) -> None:
        for step in path[:-1]:
            record = record[step]
        record[path[-1]] = value

    return change


def _drop(*path: Any) -> Any:
    def change(record: Any) -> None:
        for step in path[:-1]:
            record = record[step]
        del record[path[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "ref", "state", "said"),
    [
        (_drop("cycle"), "9(2)-cycle", "missing", ""),
        (_set("cycle", value="TBD"), "9(2)-cycle", "placeholder", "cycle: "),
        (_set("cycle", value=""), "9(2)-cycle", "empty", "no text"),
        (_set("cycle", value="Each year"), "9(2)-cycle", "placeholder", "too little"),
        (_set("cycle", value=7), "9(2)-cycle", "inconsistent", "a text"),
        (_set("risks", value=[]), "9(2)(a)", "empty", "filled in"),
        (_drop("risks", 0, "measures"), "9(2)(d)", "incomplete", "risks[1] has no “measures”."),
        (_set("risks", 0, "measures", 0, "measure", value="none decided"), "9(2)(d)", "placeholder", "none decided"),
        (_set("risks", 0, "likelihood", value="high"), "9(2)(b)", "inconsistent", "one of rare"),
        (_set("risks", 0, "residual", value=None), "9(5)-residual", "inconsistent", "one of low"),
        (_set("minors", value="Not applicable"), "9(9)-minors", "placeholder", "without a reason"),
        (_set("minors", value="See other.md"), "9(9)-minors", "missing", "other.md"),
    ],
)
def test_what_breaks_a_register(real: Repo, change: Any, ref: str, state: str, said: str) -> None:
    fact = _register(real, change)
    seen = fact["elements"][ref]
    assert (seen["state"], fact["state"]) == (state, "incomplete")
    assert said in seen.get("note", "")
    others = {other for name, one in fact["elements"].items() if name != ref for other in [one["state"]]}
    assert others <= {"present", "not-applicable", seen["state"]} | ({"incomplete"} if ref == "9(2)(a)" else set())


def test_the_line_is_the_one_of_the_value(real: Repo) -> None:
    fact = _register(real, _set("risks", 0, "likelihood", value="high"))
    lines = (real.root / "r.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[fact["elements"]["9(2)(b)"]["line"] - 1].strip() == "likelihood: high"


def test_one_open_row_leaves_the_element_incomplete(real: Repo) -> None:
    def change(record: Any) -> None:
        record["risks"].append(record["risks"][0] | {"measures": [{"measure": "TBD", "kind": "design", "owner": "x"}]})

    seen = _register(real, change)["elements"]["9(2)(d)"]
    assert (seen["state"], seen["note"][:29]) == ("incomplete", "risks[2].measures[1].measure:")


def test_a_key_that_is_not_known_is_told(real: Repo) -> None:
    fact = _register(real, _set("cicle", value="x"))
    assert (fact["state"], fact["note"]) == ("inconsistent", "“cicle” is no key of the record; did you mean “cycle”?")
    assert _register(real, _set("x-own", value="x"))["state"] == "present"


def test_clocks_beyond_the_law_are_insufficient(real: Repo) -> None:
    record = _example("incident-procedure")
    for days, state in ((15, "present"), (16, "insufficient")):
        record["days"]["general"] = days
        real.write("i.json", json.dumps(record))
        assert real.fact("incident-procedure", "i.json")["elements"]["73(2)"]["state"] == state


@pytest.mark.parametrize("kind", ["metric", "risk-registr", "../x", "A"])
def test_a_record_of_no_known_kind(real: Repo, kind: str) -> None:
    real.write("r.json", json.dumps({"record": kind}))
    fact = real.fact("risk-management", "r.json")
    assert fact["state"] == "unreadable"
    assert "no known kind" in fact["note"]


def test_a_record_at_another_place_answers_nothing(real: Repo) -> None:
    real.write("r.json", json.dumps(_example("literacy-measures")))
    assert {seen["state"] for seen in real.fact("risk-management", "r.json")["elements"].values()} == {"missing"}

# SPDX-License-Identifier: Apache-2.0
"""Each record passes, fails by one piece, holds places, grows old and is hostile: whatever it is, it gives a state."""

import copy
import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
import yaml

from aiact_gate.evidence import index, registers
from aiact_gate.evidence.states import State
from tests.evidence.conftest import Repo

STATES = set(get_args(State))
ANSWERED = {"present", "not-applicable"}
ELEMENTS = index.load()
RECORDS = [name for name in registers.names() if name != "metrics"]  # see test_metrics.py
HEAD = {"$schema", "record", "system_version", "date", "review_by", "author", "approved_by"}
FILES = ("fria-notification", "declaration-signed", "instructions", "agreement-encoder", "first-invoice")


@pytest.fixture
def real(repo: Repo) -> Repo:
    repo.elements = ELEMENTS
    for name in FILES:
        repo.write(f"{name}.pdf", b"%PDF-1.4 signed")
    repo.write("training-2027.md", "Nine recruiters took part in the course on 15 September.")
    return repo


def _example(name: str) -> dict[str, Any]:
    made: dict[str, Any] = copy.deepcopy(registers.schema(name)["examples"][0])
    return made


def _fact(repo: Repo, name: str, record: Any) -> Any:
    repo.write("r.json", record if isinstance(record, str) else json.dumps(record))
    return _read(repo, name, "r.json")


def _read(repo: Repo, name: str, file: str) -> Any:
    (evidence,) = registers.schema(name)["x-evidence"]
    shapes = {"record-keeping": {"description": file}, "human-oversight": {"plan": file}}
    return repo.collect(**{evidence: shapes.get(evidence, file)}).facts[evidence]


def _answered(fact: Any) -> set[str]:
    return {ref for ref, seen in fact["elements"].items() if seen["state"] in ANSWERED}


def _refs(shape: dict[str, Any]) -> set[str]:
    own = shape.get("x-element", [])
    below = [*shape.get("properties", {}).values(), *([shape["items"]] if isinstance(shape.get("items"), dict) else [])]
    return set([own] if isinstance(own, str) else own).union(*(_refs(inner) for inner in below))


def _texts(shape: Any, value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Yield the place of each free text of a record."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in HEAD:
                yield from _texts(shape.get("properties", {}).get(key, {}), inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(shape.get("items", {}), inner, (*path, number))
    elif shape.get("type") == "string" and "format" not in shape and "enum" not in shape and "const" not in shape:
        yield path, shape


def _with(record: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(record)
    node: Any = changed
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return changed


@pytest.mark.parametrize("name", RECORDS)
def test_passing(real: Repo, name: str) -> None:
    fact = _fact(real, name, _example(name))
    assert _answered(fact) >= _refs(registers.schema(name))


@pytest.mark.parametrize("name", RECORDS)
def test_failing_by_each_property_that_is_left_out(real: Repo, name: str) -> None:
    schema, whole = registers.schema(name), _example(name)
    before = _answered(_fact(real, name, whole))
    for key in (key for key in whole if key not in HEAD):
        asked = _refs(schema["properties"][key])
        after = _answered(_fact(real, name, {other: value for other, value in whole.items() if other != key}))
        assert before - after == asked & before, key
        assert asked & before, key


@pytest.mark.parametrize("held", ["TODO", "TBD.", "(to be added)", "Lorem ipsum dolor sit amet", "N/A", "…", "", "  "])
@pytest.mark.parametrize("name", RECORDS)
def test_placeholder_in_each_text(real: Repo, name: str, held: str) -> None:
    schema, whole = registers.schema(name), _example(name)
    places = list(_texts(schema, whole))
    assert places
    for path, _shape in places if held == "TODO" else places[:2]:
        fact = _fact(real, name, _with(whole, path, held))
        assert _answered(fact) < _answered(_fact(real, name, whole)), path
        open_ones = [seen for seen in fact["elements"].values() if seen["state"] not in ANSWERED]
        noted = [seen.get("note", "") for seen in [*open_ones, fact]]
        assert any(str(path[-1]) in note or str(path[0]) in note for note in noted), path


@pytest.mark.parametrize("name", RECORDS)
def test_stale(real: Repo, name: str) -> None:
    assert {"system_version", "date", "review_by", "author", "approved_by"} <= set(registers.schema(name)["properties"])
    old = _example(name) | {"review_by": "2026-01-01", "system_version": "1.0.0", "date": "2025-01-01"}
    values = _fact(real, name, old)["values"]
    assert (values["review_by"], values["system_version"], values["date"]) == (20454, "1.0.0", 20089)
    assert (values["author"], values["approver"]) == ("P. Adler", "C. Moreau")


WRONG: tuple[Any, ...] = (7, -1, True, None, [], {}, [[]], {"a": {"b": []}}, 10**30, "x" * 30_000, [None, 3, {}])


@pytest.mark.parametrize("name", RECORDS)
def test_hostile_values_answer_nothing(real: Repo, name: str) -> None:
    schema, whole = registers.schema(name), _example(name)
    for number, key in enumerate(key for key in whole if key not in HEAD):
        fact = _fact(real, name, whole | {key: WRONG[number % len(WRONG)]})
        assert fact["state"] in STATES
        assert not _refs(schema["properties"][key]) & {
            ref for ref, seen in fact["elements"].items() if seen["state"] == "present"
        }, (key, WRONG[number % len(WRONG)])


def _texts_of(name: str) -> dict[str, tuple[str, str]]:
    whole = json.dumps(_example(name))
    return {
        "cut off": ("r.json", whole[: len(whole) // 2]),
        "a list": ("r.json", f"[{whole}]"),
        "nested": ("r.json", whole[:-1] + ', "x-deep": ' + "[" * 5000 + "]" * 5000 + "}"),
        "not a number": ("r.json", whole[:-1] + ', "x-n": NaN}'),
        "an alias": ("r.yaml", f"record: {name}\na: &a [x]\nb: [*a, *a]\n"),
        "a tag": ("r.yaml", f"record: {name}\ndate: !!python/object/apply:os.system ['exit 1']\n"),
        "an array of arrays": ("r.yaml", f"record: {name}\n? [a, b]\n: c\n"),
        "tabs": ("r.yaml", f"record: {name}\n\tdate: x\n"),
        "binary": ("r.json", whole + "\0\0"),
        "only its name": ("r.yaml", f"record: {name}\n"),
    }


@pytest.mark.parametrize("kind", _texts_of("risk-register"))
@pytest.mark.parametrize("name", RECORDS)
def test_hostile_files_give_a_state_and_a_sentence(real: Repo, name: str, kind: str) -> None:
    file, text = _texts_of(name)[kind]
    real.write(file, text)
    fact = _read(real, name, file)
    assert fact["state"] in STATES
    if kind != "not a number":
        assert not [ref for ref, seen in fact["elements"].items() if seen["state"] == "present"]
    assert fact["state"] not in {"unreadable", "too-large"} or fact["note"].startswith(file), fact


@pytest.mark.parametrize("name", RECORDS)
def test_an_editor_knows_the_record(real: Repo, name: str) -> None:
    """The line that editors read is a comment, and `$schema` is a key of every record."""
    text = f"# yaml-language-server: $schema={name}.v1.json\n" + yaml.safe_dump(_example(name), allow_unicode=True)
    real.write("r.yaml", text)
    plain = _answered(_read(real, name, "r.yaml"))
    assert plain == _answered(_fact(real, name, {"$schema": f"{name}.v1.json", **_example(name)}))

# SPDX-License-Identifier: Apache-2.0
"""What is no report is refused with one sentence, and what is one is read whole."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from aiact_gate.errors import UsageError
from aiact_gate.report.load import load, parse
from aiact_gate.report.shape import problem
from tests.report.samples import DATA, NAMES, SCHEMA, sample

NOT_OURS = 'r.json is not a report of aiact-gate: its "schema" is not aiact-gate/report/v1'
NOT_JSON = "r.json is not a report: it is not JSON"
WHOLE = json.loads((DATA / "blocked.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_read_as_it_was_written(name: str) -> None:
    assert load(DATA / f"{name}.json") == sample(name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"{NOT_JSON} (line 1)"),
        ('{\n"a": }', f"{NOT_JSON} (line 2)"),
        ('{"a": NaN}', NOT_JSON),
        ("[" * 100_000, NOT_JSON),
        ("null", NOT_OURS),
        ('{"version": "2.1.0", "runs": []}', NOT_OURS),
        ('{"schema": ["aiact-gate/report/v1"]}', NOT_OURS),
        ('{"schema": "aiact-gate/report/v2"}', "r.json is a report of version v2; this aiact-gate reads v1"),
        ('{"schema": "aiact-gate/report/v1"}', "r.json is not a whole report: report lacks 'tool'"),
        ('{"x": "\\ud800"}', "r.json is not a report: it holds half a character, which is no text"),
    ],
)
def test_what_is_no_report_is_refused(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text, "r.json")
    assert caught.value.message == message
    assert caught.value.hint


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read .*none\.json: No such file"):
        load(tmp_path / "none.json")
    (tmp_path / "latin.json").write_bytes(b'"\xe9"')
    with pytest.raises(UsageError, match="not UTF-8"):
        load(tmp_path / "latin.json")


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return found + [place for key, inner in pairs for place in _places(inner, (*path, key))]


PLACES = _places(WHOLE)


@settings(max_examples=300, deadline=None)
@given(
    place=st.sampled_from(PLACES),
    value=st.sampled_from([None, True, 0, -1, 1.5, "", "x", "2027-12-02", "block", [], [1], {}, {"a": 1}, ..., "+"]),
)
def test_the_shape_agrees_with_the_schema(place: tuple[Any, ...], value: Any) -> None:
    document = copy.deepcopy(WHOLE)
    *path, last = place
    target = document
    for key in path:
        target = target[key]
    if value is ...:
        del target[last]
    elif value == "+" and isinstance(target, dict):
        target["extra"] = value
    else:
        target[last] = value
    assert (problem(document, SCHEMA) == "") == Draft202012Validator(SCHEMA).is_valid(document)


def test_a_keyword_that_the_shape_does_not_know_is_never_passed_over() -> None:
    with pytest.raises(KeyError):
        problem({}, {"type": "object", "minProperties": 1})

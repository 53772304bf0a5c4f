# SPDX-License-Identifier: Apache-2.0
"""Every format is valid and harmless for every report, and the same report gives the same bytes."""

import json
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from aiact_gate.model import Report
from aiact_gate.report.write import FORMATS, pieces, rendered
from tests.report import check
from tests.report.samples import NAMES, SCHEMA, reports, sample

MADE = [name for name in FORMATS if name not in ("text", "json")]


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_keep_to_the_schema(name: str) -> None:
    Draft202012Validator(SCHEMA).validate(sample(name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", MADE)
def test_valid_and_harmless(name: str, kind: str) -> None:
    document = rendered(sample(name), kind)
    check.plain(document)
    getattr(check, kind)(document)


@pytest.mark.parametrize("kind", MADE)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(report=reports)
def test_valid_and_harmless_for_any_report(kind: str, report: Report) -> None:
    before = json.dumps(report)
    document = rendered(report, kind)
    check.plain(document)
    getattr(check, kind)(document)
    assert rendered(report, kind) == document
    assert json.dumps(report) == before


@pytest.mark.parametrize("kind", list(FORMATS))
def test_each_format_has_a_renderer(kind: str) -> None:
    assert callable(import_module(FORMATS[kind]).render)


def test_pieces_of_json_are_the_whole_and_small() -> None:
    report = sample("hostile")
    many = report | {"systems": report["systems"] * 40}
    told = list(pieces(many, "json"))
    assert len(told) > 2
    assert max(map(len, told)) < 8_000_000
    assert "".join(told) == rendered(many, "json")
    assert json.loads("".join(told)) == many

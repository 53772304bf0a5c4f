# SPDX-License-Identifier: Apache-2.0
"""What passes between the parts keeps to the schemas: the input of the policies, and the report."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aiact_gate import clock
from aiact_gate.evidence.index import build
from aiact_gate.policy.files import load_policies
from aiact_gate.prepare import Prepared, Preparer
from tests.support import EXAMPLES, REPOSITORY, RULES, check, lay_out

FIXTURES = sorted(RULES.glob("*/*/fail.yaml"))[::8]  # every eighth: the parity tests judge all of them


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((REPOSITORY / "schemas" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _policy_input(folder: Path, as_of: str) -> Any:
    law = load_policies().data["law"]
    elements = build(law["obligations"], law["documents"])
    prepared = Preparer(folder, clock.day_number(clock.parse(as_of)), elements, {})(folder / "ai-system.yaml")
    assert isinstance(prepared, Prepared)
    return prepared.policy_input


@pytest.fixture(params=[*sorted(path.parent for path in EXAMPLES.glob("*/ai-system.yaml")), *FIXTURES], ids=str)
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Yield a repository and its day: the examples, and some of the rules' failing ones."""
    if request.param.is_dir():
        yield request.param, "2027-12-02"
    else:
        yield tmp_path, lay_out(request.param.read_text(encoding="utf-8"), tmp_path)


def test_policy_input_keeps_to_its_schema(repository: tuple[Path, str]) -> None:
    errors = list(_validator("policy-input.v1.json").iter_errors(_policy_input(*repository)))
    assert not errors, errors[:3]


def test_report_keeps_to_its_schema(repository: tuple[Path, str]) -> None:
    errors = list(_validator("report.v1.json").iter_errors(check(*repository)))
    assert not errors, errors[:3]


def test_report_of_a_broken_manifest_keeps_to_its_schema(tmp_path: Path) -> None:
    (tmp_path / "ai-system.yaml").write_text("apiVersion: aiact-gate/v1\nsystem: [\n", encoding="utf-8")
    report = check(tmp_path, "2026-11-22")
    assert report["verdict"] == "block"
    assert not list(_validator("report.v1.json").iter_errors(report))

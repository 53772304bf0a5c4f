# SPDX-License-Identifier: Apache-2.0
"""A family is skipped only when none of the obligations its rules name can apply, so the table must name them all."""

import json
import re
from pathlib import Path

import pytest

from aiact_gate.policy.files import load_policies
from aiact_gate.policy.metadata import read_rules
from tests.support import REPOSITORY

POLICIES = REPOSITORY / "policies"
TABLE = (POLICIES / "data" / "families.json").read_text(encoding="utf-8")
FAMILIES: dict[str, list[str]] = json.loads(TABLE)["families"]
_LINE = re.compile(
    r'^_packages(?:\["([a-z-]+)"\]|\.([a-z]+)) := data\.aiact\.rules(?:\["([a-z-]+)"\]|\.([a-z]+)) ', re.MULTILINE
)
RULES = read_rules(load_policies())


def _folders() -> list[str]:
    return sorted(path.name for path in (POLICIES / "rules").iterdir() if path.is_dir())


def _obligations(family: str) -> list[list[str]]:
    return [list(rule.obligations) for rule in RULES.values() if rule.family == family]


def test_every_family_is_in_the_table() -> None:
    assert sorted(FAMILIES) == _folders()


def test_every_family_has_its_line_in_the_decision() -> None:
    text = (POLICIES / "main.rego").read_text(encoding="utf-8")
    lines = _LINE.findall(text)
    assert sorted(a or b for a, b, _, _ in lines) == _folders()
    assert all((a or b) == (c or d) for a, b, c, d in lines)


@pytest.mark.parametrize("family", _folders())
def test_the_table_names_the_obligations_of_the_rules(family: str) -> None:
    claimed = _obligations(family)
    if [] in claimed:
        assert FAMILIES[family] == [], "a rule without obligations is always evaluated"
    else:
        assert set(FAMILIES[family]) == {name for names in claimed for name in names}


@pytest.mark.parametrize("path", sorted((POLICIES / "rules").glob("*/*/rule.rego")), ids=lambda path: path.parent.name)
def test_a_rule_asks_only_about_obligations_it_names(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rule = "/".join(path.parts[-3:-1])
    asked = set(re.findall(r'duty\.applies\("([^"]+)"\)', text))
    named = set(RULES[rule].obligations)
    assert asked <= named or not named, "a rule without obligations keeps its family from being skipped"

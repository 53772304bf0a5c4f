# SPDX-License-Identifier: Apache-2.0
"""What holds for every rule file: the portable subset of Rego, one name for one thing, the shape of a rule."""

import re
from pathlib import Path

import pytest

from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import read_rules
from tests.support import REPOSITORY, RULES

POLICIES = REPOSITORY / "policies"
MODULES = sorted(path for path in POLICIES.rglob("*.rego") if not path.name.endswith("_test.rego"))

# Builtins on which the embedded engine and OPA were measured to agree.
PORTABLE = {
    "array.concat", "array.slice", "concat", "contains", "count", "endswith", "format_int", "indexof", "is_array",
    "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string", "json.marshal", "lower", "max", "min",
    "object.filter", "object.get", "object.keys", "object.remove", "object.union", "object.union_n", "regex.match",
    "replace", "set", "sort", "split", "sprintf", "startswith", "substring", "sum", "time.date",
    "time.parse_rfc3339_ns", "trim", "trim_left", "trim_prefix", "trim_right", "trim_space", "trim_suffix",
    "type_name", "union",
}  # fmt: skip
_NOISE = re.compile(r'#[^\n]*|"(?:\\.|[^"\\])*"|`[^`]*`')
_CALL = re.compile(r"(?<![\w.\]])([a-z_]\w*(?:\.\w+)*)\(")
_DEFINITION = re.compile(r"(?m)^(?:default )?([a-z_]\w*)\(")
_IMPORT = re.compile(r"(?m)^import data\.[\w.]*?(\w+)(?: as (\w+))?$")


def _relative(path: Path) -> str:
    return path.relative_to(POLICIES).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_relative)
def test_calls_only_portable_builtins(path: Path) -> None:
    text = _NOISE.sub('""', path.read_text(encoding="utf-8"))
    package = set().union(*(_DEFINITION.findall(p.read_text(encoding="utf-8")) for p in path.parent.glob("*.rego")))
    imported = {alias or name for name, alias in _IMPORT.findall(text)}
    strange = {
        call
        for call in _CALL.findall(text)
        if call not in PORTABLE and call not in package and call.split(".")[0] not in imported | {"data", "if"}
    }
    assert not strange


@pytest.mark.parametrize("path", sorted(POLICIES.rglob("*.rego")), ids=_relative)
def test_every_function_has_a_value_or_a_body(path: Path) -> None:
    # `f("x")` alone is what `opa fmt` makes of `f("x") if true`; the embedded engine refuses it
    assert not re.search(r"(?m)^\w+\([^()]*\)$", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=_relative)
def test_no_deny_no_print_no_clock(path: Path) -> None:
    text = _NOISE.sub('""', path.read_text(encoding="utf-8"))
    assert not re.search(r"\b(deny|violation|print|time\.now_ns|http\.send|opa\.runtime|rego\.metadata)\b", text)


@pytest.mark.parametrize(
    "path", sorted(RULES.glob("*/*/rule.rego")), ids=lambda p: p.parent.relative_to(RULES).as_posix()
)
def test_rule_is_short_total_and_tested(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert 'default applicable := "undetermined"' in text or 'applicable := "yes"\n' in text
    assert "default satisfied := false" in text
    assert {p.name for p in path.parent.iterdir()} == {"rule.rego", "rule_test.rego", "pass.yaml", "fail.yaml"}


def test_every_obligation_is_claimed_once_and_exists() -> None:
    policies = load_policies()
    law = Law(policies.data["law"])
    claims = [key for rule in read_rules(policies).values() for key in rule.obligations]
    assert sorted(claims) == sorted(set(claims))
    beyond = law.data["beyond_reach"]
    assert set(claims) | set(beyond) == set(law.obligations)
    assert not set(claims) & set(beyond)
    assert all(beyond.values()), "each obligation beyond a repository's reach needs its reason"


def test_rule_ids_are_never_renamed() -> None:
    golden = (REPOSITORY / "tests/golden/rule-ids.txt").read_text(encoding="utf-8").split()
    assert golden == list(dict.fromkeys(golden))
    assert set(golden) == set(read_rules(load_policies())), "append new ids at the end of tests/golden/rule-ids.txt"


def test_evidence_of_a_rule_is_a_key_of_the_manifest() -> None:
    import json

    schema = json.loads((REPOSITORY / "schemas/ai-system.v1.json").read_text(encoding="utf-8"))
    for rule in read_rules(load_policies()).values():
        for path in rule.evidence:
            _walk(schema, schema, path.split("."), f"{rule.id}: {path}")


def test_a_rule_reads_each_document_of_the_data() -> None:
    policies = load_policies()
    read = {path.split(".")[1] for rule in read_rules(policies).values() for path in rule.evidence if "." in path}
    unread = set(policies.data["law"]["documents"]) - read
    assert not unread, "nobody is asked to write what no rule reads"


def _walk(root: dict, node: dict, keys: list[str], where: str) -> None:
    if not keys:
        return
    while "$ref" in node:
        node = root["$defs"][node["$ref"].rsplit("/", 1)[1]]
    branches = [node, *node.get("oneOf", []), *node.get("anyOf", [])]
    branches = [root["$defs"][b["$ref"].rsplit("/", 1)[1]] if "$ref" in b else b for b in branches]
    nexts = [b["properties"][keys[0]] for b in branches if keys[0] in b.get("properties", {})]
    assert nexts, where
    _walk(root, nexts[0], keys[1:], where)

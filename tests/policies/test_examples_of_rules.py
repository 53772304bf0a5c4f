# SPDX-License-Identifier: Apache-2.0
"""Every rule passes its passing example and fails its failing one, on every engine that is present."""

from pathlib import Path

import pytest

from tests.support import RULES, check, comparable, finding_of, lay_out, only_system

EXAMPLES = sorted(path for path in RULES.glob("*/*/*.yaml") if path.name in ("pass.yaml", "fail.yaml"))


def _name(path: Path) -> str:
    return path.relative_to(RULES).as_posix()


def test_each_rule_has_both_examples() -> None:
    rules = {path.parent for path in RULES.glob("*/*/rule.rego")}
    assert rules
    missing = [
        _name(rule / name) for rule in rules for name in ("pass.yaml", "fail.yaml") if not (rule / name).is_file()
    ]
    assert not missing


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_example(example: Path, tmp_path: Path, standing_engines) -> None:
    as_of = lay_out(example.read_text(encoding="utf-8"), tmp_path)
    rule = example.parent.relative_to(RULES).as_posix()
    reports = [check(tmp_path, as_of, engine) for engine in standing_engines]
    system = only_system(reports[0])
    assert system["classification"] is not None, system["findings"]
    finding = finding_of(system, rule)
    if example.name == "fail.yaml":
        assert finding is not None, f"{rule} did not fail"
    else:
        assert finding is None, finding
        met = [row for row in system["obligations"] if row["rule"] == rule and row["status"] == "met"]
        claims = [row for row in system["obligations"] if row["rule"] == rule]
        assert met or not claims, claims
    assert all(comparable(report) == comparable(reports[0]) for report in reports[1:])

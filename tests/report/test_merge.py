# SPDX-License-Identifier: Apache-2.0
"""Several reports as one."""

import pytest
from jsonschema import Draft202012Validator

from aiact_gate.errors import UsageError
from aiact_gate.report.merge import merge
from aiact_gate.report.write import FORMATS, rendered
from tests.report import check
from tests.report.samples import SCHEMA, sample


def test_ids_paths_and_fingerprints_carry_the_name() -> None:
    merged = merge({"b": sample("minimal"), "a": sample("coming")})
    Draft202012Validator(SCHEMA).validate(merged)
    assert [system["id"] for system in merged["systems"]] == ["a/talent-rank", "b/spam-filter"]
    first = merged["systems"][0]
    assert first["manifest"] == "a/ai-system.yaml"
    assert {finding["location"]["file"] for finding in first["findings"]} == {"a/ai-system.yaml"}
    assert all(item["file"].startswith("a/") for item in first["evidence"])
    ours = {finding["fingerprint"] for finding in first["findings"]}
    assert not ours & {finding["fingerprint"] for finding in sample("coming")["systems"][0]["findings"]}


def test_the_worst_verdict_wins_and_counts_add_up() -> None:
    merged = merge({"a": sample("blocked"), "b": sample("hostile")})
    assert merged["verdict"] == "block"
    assert merged["counts"]["systems"] == len(merged["systems"]) == 5
    assert merge({"a": sample("coming"), "b": sample("minimal")})["verdict"] == "warn"


def test_a_report_that_could_not_judge_is_the_worst() -> None:
    broken = sample("blocked")
    broken["verdict"] = "error"
    assert merge({"a": broken, "b": sample("hostile")})["verdict"] == "error"


def test_one_report_alone_and_the_order_of_names_do_not_matter() -> None:
    assert merge({"a": sample("minimal")})["verdict"] == "pass"
    one, other = sample("coming"), sample("minimal")
    assert merge({"a": one, "b": other}) == merge({"b": other, "a": one})


def test_reports_of_different_days_are_refused() -> None:
    with pytest.raises(UsageError, match="not of one day: b as on 2026-11-22, a as on 2027-12-02"):
        merge({"a": sample("blocked"), "b": sample("coming")})


def test_what_differs_is_noted_and_the_older_law_is_named() -> None:
    newer = sample("minimal")
    newer["law"] = {"version": "2026-11-20", "consolidated": "x"}
    merged = merge({"a": newer, "b": sample("coming")})
    assert merged["law"]["version"] == "2026-11-15"
    assert merged["lead_days"] == 0
    assert merged["notes"] == [
        "The reports differ in law: a 2026-11-20, b 2026-11-15.",
        "The reports differ in lead days: a 0, b 90.",
    ]


@pytest.mark.parametrize("kind", [name for name in FORMATS if name not in ("text", "json")])
def test_a_joined_report_is_valid_in_each_format(kind: str) -> None:
    document = rendered(merge({"x/y": sample("blocked"), "<b>": sample("hostile")}), kind)
    check.plain(document)
    getattr(check, kind)(document)

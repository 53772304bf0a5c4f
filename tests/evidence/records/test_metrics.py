# SPDX-License-Identifier: Apache-2.0
"""Measured values stand beside thresholds, groups beside each other, and the instructions beside both."""

import json
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.engine.select import EngineChoice
from tests.evidence.conftest import Repo
from tests.support import RULES, check, finding_of, lay_out, only_system

MEASURED = {
    "record": "metrics",
    "system_version": "2.3.0",
    "date": "2027-10-02",
    "values": [
        {"metric": "precision_at_10", "value": 0.86, "measured_on": "2027-10-02"},
        {"metric": "precision_at_10", "value": 0.84, "group": "women", "measured_on": "2027-10-02"},
        {"metric": "precision_at_10", "value": 0.87, "group": "men", "measured_on": "2027-10-02"},
    ],
}
LIMITS = {
    "record": "metrics",
    "date": "2027-03-01",
    "thresholds": [{"metric": "precision_at_10", "minimum": 0.8, "largest_gap": 0.05, "set_on": "2027-03-01"}],
}


def _metrics(repo: Repo, measured: Any = None, limits: Any = None, **evidence: Any) -> Any:
    repo.write("m.json", json.dumps(measured or MEASURED, indent=1))
    repo.write("t.json", json.dumps(limits or LIMITS))
    declared = {"description": "a.md", "metrics": {"measured": "m.json", "thresholds": "t.json"}}
    repo.write("a.md", "# Accuracy\n\nThe levels were set for the intended purpose.\n")
    facts = repo.collect(accuracy_robustness=declared, **evidence).facts
    return facts["accuracy-robustness"]["values"]["metrics"]


def test_values_beside_thresholds(repo: Repo) -> None:
    found = _metrics(repo)
    assert found["state"] == "present"
    first = found["results"][0]
    assert (first["value"], first["minimum"], first["maximum"]) == (0.86, 0.8, None)
    assert (first["set_on"], first["measured_on"], first["line"]) == (20878, 21093, 6)
    assert found["gaps"] == [
        {"metric": "precision_at_10", "largest": 0.03, "between": ["women", "men"], "allowed": 0.05}
    ]
    assert (found["unmeasured"], found["system_version"], found["ifu_disagrees"]) == ([], "2.3.0", [])


def test_a_threshold_nobody_measured(repo: Repo) -> None:
    limits = LIMITS | {
        "thresholds": [*LIMITS["thresholds"], {"metric": "recall", "minimum": 0.7, "set_on": "2027-03-01"}]
    }  # type: ignore[misc]
    assert _metrics(repo, limits=limits)["unmeasured"] == ["recall"]


def test_csv(repo: Repo) -> None:
    repo.write("a.md", "# Accuracy\n")
    repo.write("m.csv", "metric,value,group,measured_on,system_version\nrecall,0.7,,2027-10-02,2.3.0\n")
    repo.write("t.csv", "metric,minimum,set_on\nrecall,0.6,2027-03-01\n")
    declared = {"description": "a.md", "metrics": {"measured": "m.csv", "thresholds": "t.csv"}}
    found = repo.fact("accuracy-robustness", declared)["values"]["metrics"]
    assert (found["state"], found["system_version"], found["results"][0]["minimum"]) == ("present", "2.3.0", 0.6)
    assert found["results"][0]["line"] == 2


@pytest.mark.parametrize(
    ("stated", "differs"),
    [
        ("Precision at 10: 0.86", False),
        ("precision at 10 of 86 %", False),
        ("Precision at 10 is 0.9", False),
        ("precision_at_10 = 0.91", True),
        ("Precision at 10 for women: 0.84", False),
        ("Precision at 10 reaches 95 percent", True),
        ("Precision at 10 stays above the threshold of 0.80", False),
        ("Imprecision at 10: 0.3", False),
    ],
)
def test_the_instructions_agree(repo: Repo, stated: str, differs: bool) -> None:
    repo.write("ifu.md", f"# Instructions\n\n## Accuracy\n\nFor the purpose:\n{stated}.\n")
    found = _metrics(repo, instructions_for_use="ifu.md")["ifu_disagrees"]
    assert bool(found) == differs
    if differs:
        assert (found[0]["file"], found[0]["metric"]) == ("ifu.md", "precision_at_10")


@pytest.mark.parametrize("evidence", ["technical_documentation", "declaration_of_conformity", "registration"])
def test_other_documents_agree_too(repo: Repo, evidence: str) -> None:
    repo.write("d.md", "# Values\n\nPrecision at 10 is 0.91.\n")
    found = _metrics(repo, **{evidence: "d.md"})
    assert found["ifu_disagrees"] == []
    (row,) = found["others_disagree"]
    assert (row["evidence"], row["stated"], row["line"]) == (evidence.replace("_", "-"), 0.91, 3)


@pytest.mark.parametrize(
    ("measured", "state", "said"),
    [
        ({"record": "metrics", "date": "2027-10-02"}, "missing", "no values"),
        (
            MEASURED | {"values": [{"metric": "a", "value": "0.9", "measured_on": "2027-10-02"}]},
            "inconsistent",
            "a number",
        ),
        (MEASURED | {"values": [{"metric": "a", "value": 1}]}, "inconsistent", "measured_on"),
        (MEASURED | {"values": [{"metric": "a", "value": 1, "measured_on": "soon"}]}, "inconsistent", "a date"),
        ({"values": []}, "unreadable", "record: metrics"),
        (
            MEASURED | {"values": [{"metric": "a", "value": float("nan"), "measured_on": "2027-10-02"}]},
            "inconsistent",
            "",
        ),
    ],
)
def test_states(repo: Repo, measured: Any, state: str, said: str) -> None:
    found = _metrics(repo, measured=measured)
    assert found["state"] == state
    assert said in found["note"]
    assert "results" not in found


def test_a_document_alone_is_a_document(repo: Repo) -> None:
    repo.write("a.md", "# Accuracy\n\nThe levels were set for the intended purpose.\n")
    assert "metrics" not in repo.fact("accuracy-robustness", "a.md")["values"]
    declared = {"description": "a.md", "metrics": {"measured": "none.json", "thresholds": "none.json"}}
    assert repo.fact("accuracy-robustness", declared)["values"]["metrics"]["state"] == "missing"


DECLARED = """  accuracy-robustness:
    description: docs/accuracy-robustness.md
    metrics: {measured: reports/metrics.csv, thresholds: docs/thresholds.yaml}
  instructions-for-use: docs/instructions.md
"""
THRESHOLDS = """record: metrics
date: 2027-03-01
thresholds:
  - {metric: recall, minimum: 0.8, largest_gap: 0.05, set_on: 2027-03-01}
"""


@pytest.mark.parametrize(
    ("overall", "women", "stated", "version", "failed"),
    [
        (0.86, 0.84, 0.86, "2.3.0", set()),
        (0.79, 0.84, 0.79, "2.3.0", {"15(1)-level"}),
        (0.86, 0.81, 0.86, "2.3.0", {"15(1)-groups"}),
        (0.86, 0.84, 0.93, "2.3.0", {"15(3)-levels"}),
        (0.86, 0.84, 0.86, "2.2.0", {"15(1)-release"}),
    ],
)
def test_the_rule_asks_for_them(
    tmp_path: Path,
    every_engine: list[EngineChoice],
    overall: float,
    women: float,
    stated: float,
    version: str,
    failed: set[str],
) -> None:
    text = (RULES / "accuracy-robustness" / "levels" / "pass.yaml").read_text(encoding="utf-8")
    day = lay_out(text.replace("  accuracy-robustness: docs/accuracy-robustness.md\n", DECLARED), tmp_path)
    for name, content in {
        "docs/thresholds.yaml": THRESHOLDS,
        "docs/instructions.md": f"# Instructions\n\nRecall is {stated}.\n",
        "reports/metrics.csv": "metric,value,group,measured_on,system_version\n"
        + "".join(
            f"recall,{value},{group},2027-10-02,{version}\n"
            for value, group in ((overall, ""), (women, "w"), (0.87, "m"))
        ),
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    for engine in every_engine:
        finding = finding_of(only_system(check(tmp_path, day, engine)), "accuracy-robustness/levels")
        open_ones = {one["ref"] for one in finding["elements"] if one["state"] != "present"} if finding else set()
        assert open_ones == failed


def test_a_second_row_of_a_metric_is_not_chosen_from(repo: Repo) -> None:
    twice = LIMITS | {"thresholds": [*LIMITS["thresholds"], {**LIMITS["thresholds"][0], "minimum": 0.1}]}  # type: ignore[dict-item, misc]
    found = _metrics(repo, limits=twice)
    assert (found["state"], found["note"]) == ("inconsistent", "t.json has two thresholds for precision_at_10.")
    again = MEASURED | {"values": [*MEASURED["values"], {**MEASURED["values"][1], "value": 0.99}]}  # type: ignore[dict-item, misc]
    found = _metrics(repo, measured=again)
    assert found["note"] == "m.json has two values for precision_at_10 of women."


def test_more_values_than_are_compared_are_not_cut_off(repo: Repo) -> None:
    rows = [{"metric": f"m{number}", "value": 1, "measured_on": "2027-10-02"} for number in range(1001)]
    found = _metrics(repo, measured=MEASURED | {"values": rows})
    assert (found["state"], found["note"]) == ("too-large", "m.json holds more than 1000 values.")

# SPDX-License-Identifier: Apache-2.0
"""SARIF: what code scanning reads, and its limits."""

import json
import os
import subprocess
from copy import deepcopy
from pathlib import Path

import pytest

from aiact_gate.links import rule_url
from aiact_gate.report import sarif
from tests.report import check
from tests.report.npm import Npm
from tests.report.samples import NAMES, sample


def test_a_rule_has_one_name_everywhere() -> None:
    run = check.sarif(sarif.render(sample("blocked")))
    rules = {rule["id"]: rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert rules["aiact/human-oversight/stop-function"] == rule_url("human-oversight/stop-function")
    assert {result["ruleId"] for result in run["results"]} == set(rules)
    assert run["automationDetails"]["id"] == "aiact-gate/"


def test_a_result_carries_level_place_fingerprint_and_law() -> None:
    report = sample("blocked")
    run = check.sarif(sarif.render(report))
    result = next(r for r in run["results"] if r["ruleId"] == "aiact/record-keeping/retention")
    finding = next(f for f in report["systems"][0]["findings"] if f["rule"] == "record-keeping/retention")
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "hiring/ai-system.yaml"
    assert place["region"] == {"startLine": 66, "startColumn": 3}
    assert result["partialFingerprints"] == {"aiactGateFinding/v1": finding["fingerprint"]}
    assert result["properties"]["due"] == "2027-12-02"
    assert result["properties"]["provisions"] == ["Art. 19(1)"]


def test_a_waived_finding_is_suppressed_and_stays() -> None:
    run = check.sarif(sarif.render(sample("blocked")))
    suppressed = [r["ruleId"] for r in run["results"] if r["suppressions"]]
    assert suppressed == ["aiact/declaration-of-conformity/annex-v"]


def test_without_waivers_nothing_is_said_of_suppression() -> None:
    run = check.sarif(sarif.render(sample("coming")))
    assert all("suppressions" not in result for result in run["results"])


def test_the_worst_results_are_kept_and_the_rest_is_counted() -> None:
    report = sample("blocked")
    (system, *_) = report["systems"]
    report["systems"] = [deepcopy(system) for _ in range(1_000)]
    run = check.sarif(sarif.render(report))
    assert len(run["results"]) == sarif.MAX_RESULTS
    assert [r["level"] for r in run["results"]].count("error") == 4_000
    texts = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert "2,000 results more: the worst 5,000 are here; the JSON report has them all." in texts


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü.yaml", "a%20b/%C3%BC.yaml"),
        ("c:/x.yaml", "c%3A/x.yaml"),
        ("/etc/passwd", "etc/passwd"),
        ("//host/x", "host/x"),
        ("a%2e\\b", "a%252e%5Cb"),
        ("", "hiring/ai-system.yaml"),
    ],
)
def test_paths_are_relative_and_encoded(path: str, uri: str) -> None:
    report = sample("blocked")
    for finding in report["systems"][0]["findings"]:
        finding["location"]["file"] = path
    run = check.sarif(sarif.render(report))
    assert uri in {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}


@pytest.mark.parametrize("name", NAMES)
def test_the_multitool_finds_no_error(name: str, npm: Npm, tmp_path: Path) -> None:
    tool = npm("@microsoft/sarif-multitool-linux", "5.7.0") / "Sarif.Multitool"
    tool.chmod(0o755)
    source, answer = tmp_path / "report.sarif", tmp_path / "answer.sarif"
    source.write_text(sarif.render(sample(name)), encoding="utf-8")
    subprocess.run(
        [tool, "validate", source, "--output", answer, "--log", "ForceOverwrite"],
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    (run,) = json.loads(answer.read_text(encoding="utf-8-sig"))["runs"]
    told = [(r["ruleId"], r["message"]) for r in run["results"] if r.get("level", "warning") == "error"]
    assert told == []

# SPDX-License-Identifier: Apache-2.0
"""A baseline lets what was known warn, shows its age, and only shrinks."""

import json
from pathlib import Path

import jsonschema
import pytest

from aiact_gate import baseline
from aiact_gate.errors import UsageError
from aiact_gate.model import Element, System
from aiact_gate.resources import schemas_dir
from tests.waivers.given import PLAN, RULES, SCREENING, STOP, TODAY, day, finding, system

KEYS = ("system", "fingerprint", "rule", "first_seen")
SCHEMA = json.loads((schemas_dir() / "baseline.v1.json").read_text(encoding="utf-8"))


def _element(ref: str, state: str = "missing") -> Element:
    return Element(ref=ref, text="", state=state, file=None, line=None)


def _write(path: Path, *systems: System, on: str = TODAY) -> str:
    return baseline.update(path, systems, day(on), RULES)


def _apply(path: Path, found: System, on: str = TODAY) -> System:
    (after,) = baseline.apply([found], baseline.read(path), day(on), RULES)
    return after


def test_what_was_known_warns_and_shows_its_age(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    said = _write(path, system(finding()))
    assert said.endswith("1 known, each a finding that blocks today")
    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), SCHEMA)
    after = _apply(path, system(finding(), finding(PLAN)), on="2027-12-12")
    known, new = after["findings"]
    assert (known["severity"], known["status"], known["baseline"]) == (
        "warning",
        "unmet",
        {"first_seen": TODAY, "days": 10},
    )
    assert (new["severity"], after["verdict"]) == ("error", "block")
    assert _apply(path, system(finding()))["verdict"] == "warn"


def test_only_what_blocks_is_written_down_and_never_article_5_or_a_manifest(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    found = system(
        finding(),
        finding(PLAN, severity="warning", status="upcoming"),
        finding(SCREENING),
        finding("manifest/core-answers"),
        finding("manifest/schema"),
        finding("custom/house/ban"),
        finding("waivers/expired"),
    )
    _write(path, found)
    assert [row["rule"] for row in json.loads(path.read_text(encoding="utf-8"))["findings"]] == [STOP]


def test_an_entry_for_article_5_that_somebody_wrote_by_hand_counts_for_nothing(tmp_path: Path) -> None:
    path, found = tmp_path / "b.json", finding(SCREENING)
    row = {
        "system": "talent-rank",
        "rule": STOP,
        "fingerprint": found["fingerprint"],
        "first_seen": TODAY,
        "unanswered": [],
    }
    path.write_text(json.dumps({"schema": baseline.SCHEMA, "findings": [row]}), encoding="utf-8")
    assert _apply(path, system(found))["verdict"] == "block"


def test_it_only_shrinks(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    _write(path, system(finding(), finding(PLAN)))
    said = _write(path, system(finding(), finding("deployer/new-name")), on="2028-01-01")
    assert said.endswith("1 still known, 1 dropped; 1 new ones block and were not added")
    (left,) = baseline.read(path).values()
    assert (left.rule, left.first_seen) == (STOP, day(TODAY))
    _write(path, system())
    assert baseline.read(path) == {}
    _write(path, system(finding()))
    assert baseline.read(path) == {}


def test_what_was_not_judged_stays(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    _write(path, system(finding()), system(finding(), name="second"))
    _write(path, system(finding()), system(finding("manifest/syntax"), name="second", classification=None))
    _write(path, system(finding()))
    assert len(baseline.read(path)) == 2


def test_a_known_finding_that_grows_blocks(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    _write(path, system(finding(elements=[_element("14(4)(d)"), _element("14(4)(e)")])))
    fewer = system(finding(elements=[_element("14(4)(d)", "present"), _element("14(4)(e)")]))
    assert _apply(path, fewer)["verdict"] == "warn"
    assert _apply(path, system(finding(elements=[_element("14(4)(a)")])))["verdict"] == "block"
    _write(path, fewer)
    _write(path, system(finding(elements=[_element("14(4)(a)"), _element("14(4)(e)")])))
    assert next(iter(baseline.read(path).values())).unanswered == ("14(4)(e)",)
    again = system(finding(elements=[_element("14(4)(d)"), _element("14(4)(e)")]))
    assert _apply(path, again)["verdict"] == "block"


def test_another_system_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    _write(path, system(finding()))
    assert _apply(path, system(finding(), name="second"))["verdict"] == "block"


def test_before_it_was_seen_nothing_is_known(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    _write(path, system(finding()))
    assert _apply(path, system(finding()), on="2027-12-01")["verdict"] == "block"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "it is not JSON"),
        ("[]", "schema"),
        ('{"schema": "aiact-gate/baseline/v2", "findings": []}', "schema"),
        ('{"schema": "aiact-gate/baseline/v1"}', "not a whole baseline"),
        ('{"schema": "aiact-gate/baseline/v1", "findings": [{}]}', "entry 1"),
        (
            json.dumps({"schema": baseline.SCHEMA, "findings": [dict.fromkeys(KEYS, "soon") | {"unanswered": []}]}),
            "entry 1",
        ),
    ],
)
def test_what_is_no_baseline_ends_the_run(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        baseline.read(path)
    with pytest.raises(UsageError, match=said):
        _write(path, system())
    assert path.read_text(encoding="utf-8") == text

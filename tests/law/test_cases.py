# SPDX-License-Identifier: Apache-2.0
"""Every worked scenario of the law, judged without any evidence, against what the law says about it."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from aiact_gate.engine.select import EngineChoice
from aiact_gate.manifest.document import load as load_manifest
from aiact_gate.manifest.validate import validate
from aiact_gate.model import Obligation, System
from aiact_gate.policy.files import load_policies
from tests.law import casebook
from tests.law.casebook import Case, binds, cases, ids_of, in_force, rows
from tests.law.claims import holds

LAW = load_policies().data["law"]
TABLE = casebook.load("provisions.yaml")
every_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)


@pytest.fixture(scope="module")
def judged() -> dict[str, System]:
    return casebook.judge(cases())


def test_each_manifest_has_its_answer() -> None:
    assert {path.stem for path in (casebook.HERE / "cases").glob("*.yaml")} == {case.id for case in cases()}


def test_the_table_names_obligations_of_the_catalogue() -> None:
    named = {key for keys in TABLE["duties"].values() for key in keys} | set(TABLE["unscored"])
    assert named <= LAW["obligations"].keys()


@every_case
def test_the_manifest_keeps_to_the_schema(case: Case) -> None:
    assert validate(load_manifest(case.path, casebook.HERE)) == []


@every_case
def test_classes(case: Case, judged: dict[str, System]) -> None:
    accepted = [case.expected["classes"], *case.expected.get("or_classes", [])]
    assert set(judged[case.id]["classes"]) in [set(classes) for classes in accepted]


@every_case
def test_legal_points(case: Case, judged: dict[str, System]) -> None:
    system = judged[case.id]
    wrong = [point for point in case.words("points") if not holds(TABLE["points"][point], system, case.as_of)]
    assert not wrong, (system["points"], system["supervisor"], system["route"])


@every_case
def test_what_is_in_force(case: Case, judged: dict[str, System]) -> None:
    system = judged[case.id]
    days = {str(case.expected.get("or_due", case.as_of)), *_planned(system)}
    missing = [
        duty
        for duty in case.words("in_force")
        if not _answered(case, system, duty, lambda row: in_force(row, case.as_of) or row["due"] in days)
        and not (duty == "Art. 4" and _planned(system))
    ]
    assert not missing


@every_case
def test_nothing_else_is_in_force(case: Case, judged: dict[str, System]) -> None:
    system = judged[case.id]
    listed = ids_of([*case.words("in_force"), *case.words("also")])
    more = [row["id"] for row in system["obligations"] if in_force(row, case.as_of) and row["id"] not in listed]
    assert not [key for key in more if not _may_be_shown(key, system)]


@every_case
def test_what_is_upcoming(case: Case, judged: dict[str, System]) -> None:
    system = judged[case.id]
    wrong = []
    for entry in case.expected.get("upcoming", []):
        for duty in casebook.spelled_out(entry["duties"]):
            if not TABLE["duties"][duty]:
                continue  # a date of the law that is no duty of the operator
            told = _answered(case, system, duty, partial(_dated, entry=entry, system=system))
            now = any(in_force(row, case.as_of) for row in rows(system, ids_of([duty])))
            if not told or now:
                wrong.append((str(entry["date"]), duty))
    assert not wrong, [(row["id"], row["due"], row["condition"]) for row in system["obligations"]]


@every_case
def test_route_registration_and_impact_assessment(case: Case, judged: dict[str, System]) -> None:
    system, expected = judged[case.id], case.expected
    assert system["route"].startswith(expected.get("route", ""))
    assert expected.get("registration", system["registration"]) == system["registration"]
    if "fria" in expected:
        assert any(map(binds, rows(system, ["AIA-27-1"]))) == expected["fria"]


@every_case
def test_verdict(case: Case, judged: dict[str, System]) -> None:
    system = judged[case.id]
    uncovered = [row["id"] for row in system["obligations"] if row["status"] == "not_covered" and not row["reason"]]
    if any(in_force(row, case.as_of) for row in rows(system, uncovered)):
        pytest.skip(f"no rule covers {', '.join(uncovered)} yet, and what no rule covers caps the verdict at warn")
    accepted = [case.expected["verdict"], *case.expected.get("or_verdicts", [])]
    told = [(finding["rule"], finding["severity"], finding["message"]) for finding in system["findings"]]
    assert system["verdict"] in accepted, told


@every_case
def test_no_wrong_answer(case: Case, judged: dict[str, System]) -> None:
    system = judged[case.id]
    assert [claim for claim in case.words("must_not") if not holds(TABLE["must_not"][claim], system, case.as_of)] == []


def test_every_engine_agrees(every_engine: list[EngineChoice], judged: dict[str, System]) -> None:
    for engine in every_engine:
        assert casebook.judge(cases(), engine) == judged


def _planned(system: System) -> set[str]:
    """Return the planned day of what is not placed yet; a duty of the law may be shown with it."""
    assert system["classification"] is not None
    placing = dict(system["classification"])["placing"]
    assert isinstance(placing, dict)
    if placing["placed"]:
        return set()
    return {row["due"] for row in system["obligations"] if row["due"] is not None}


def _answered(case: Case, system: System, duty: str, right: Callable[[Obligation], bool]) -> bool:
    """Return whether a report answers a duty: all of its obligations that bind are right, or its condition is open."""
    found = rows(system, ids_of([duty]))
    if any(map(binds, found)):
        return all(right(row) for row in found if binds(row))
    return duty in TABLE["conditional"] or (duty in case.words("open") and bool(found))


def _dated(row: Obligation, entry: dict[str, Any], system: System) -> bool:
    """Return whether a duty is shown with its date, the later day of placing, or the condition without a date."""
    day = str(entry["date"])
    if row["due"] is None:
        words = ("design change", "on placing")
        return any(word in (row["condition"] or "") for word in words) and (day == "open" or "condition" in entry)
    return row["due"] == day or (row["due"] > day and row["due"] in _planned(system))


def _may_be_shown(key: str, system: System) -> bool:
    """Return whether a duty may be shown that a case does not name: Arts 4, 5 and 50 beside a prohibition."""
    if key in TABLE["unscored"]:
        return True
    return "prohibited" in system["classes"] and key.startswith(("AIA-4-", "AIA-5-", "AIA-50-"))

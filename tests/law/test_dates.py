# SPDX-License-Identifier: Apache-2.0
"""Both sides of every date of the law: the day before, and the day itself."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.model import System
from aiact_gate.policy.files import load_policies
from tests.law.casebook import in_force, rows
from tests.law.variants import Variant, day_before, judge_all

LAW = load_policies().data["law"]
NOT_PLACED = {"market.placed_on_market": None, "market.put_into_service": None}
SPECIAL = {"system.bias_data": "special_categories"}
INTIMATE = {
    "classification.prohibited_practices.met": ["ba"],
    "classification.prohibited_practices.details": None,
}
CHAT = {"transparency.interacts_with_people": True}
ANNEX_X = {"market.annex_x_component": {"reason": "part of the Visa Information System"}}
EXAM = {"testing": [{"kind": "real_world", "start": "2026-06-01"}]}


def _placed(day: str) -> dict[str, Any]:
    return {**NOT_PLACED, "market.planned_placing": None, "market.placed_on_market": day}


def _used(day: str) -> dict[str, Any]:
    return {**NOT_PLACED, "market.planned_placing": None, "market.put_into_service": day}


def _planned(day: str) -> dict[str, Any]:
    return {**NOT_PLACED, "market.planned_placing": day}


@dataclass(frozen=True)
class Start:
    """Duties of a system that begin on a day."""

    day: str
    variant: Variant
    duties: tuple[str, ...]


STARTS = {
    "literacy": Start("2025-02-02", Variant("a5f-t1"), ("AIA-4-1",)),
    "prohibitions": Start("2025-02-02", Variant("a5f-t1"), ("AIA-5-1-f",)),
    "models": Start("2025-08-02", Variant("g-15"), ("AIA-53-1-A", "AIA-53-1-B", "AIA-53-1-C", "AIA-53-1-D")),
    "bias data": Start("2026-07-27", Variant("n-1", SPECIAL), ("AIA-4A-2",)),
    "chat notice": Start("2026-08-02", Variant("t50-2d", {**_placed("2026-07-01"), **CHAT}), ("AIA-50-1", "AIA-50-5")),
    "emotion notice": Start("2026-08-02", Variant("t50-3a", _used("2026-07-01")), ("AIA-50-3", "AIA-50-5")),
    "deep fakes": Start(
        "2026-08-02", Variant("t50-4j", {"transparency.content_generated": "2026-08-02"}), ("AIA-50-4-DF",)
    ),
    "real-world tests": Start("2026-08-02", Variant("s-5", EXAM), ("AIA-60-4", "AIA-61-1")),
    "marking, in house": Start("2026-08-02", Variant("t50-2a", _used("2026-07-01")), ("AIA-50-2",)),
    "marking, placed": Start("2026-12-02", Variant("t50-2a"), ("AIA-50-2", "AIA-50-2-Q", "AIA-50-5")),
    "intimate material": Start("2026-12-02", Variant("t50-2a", INTIMATE), ("AIA-5-1-ba",)),
    "old models": Start("2027-08-02", Variant("g-12"), ("AIA-53-1-A", "AIA-53-1-B", "AIA-53-1-C", "AIA-53-1-D")),
    "annex iii": Start(
        "2027-12-02", Variant("t-1", _planned("2027-12-02")), ("AIA-9-1", "AIA-43-2", "AIA-49-1", "AIA-73-1")
    ),
    "filtered": Start("2027-12-02", Variant("a63b-1", _planned("2027-12-02")), ("AIA-6-4", "AIA-49-2")),
    "annex i": Start("2028-08-02", Variant("ai-t2", _planned("2028-08-02")), ("AIA-9-1", "AIA-43-3", "AIA-73-1")),
    "both annexes": Start("2027-12-02", Variant("a5f-e2", _planned("2027-12-02")), ("AIA-9-1", "AIA-43-3", "AIA-49-1")),
    "public authorities": Start(
        "2030-08-02", Variant("l-3"), ("AIA-26-1", "AIA-26-8", "AIA-27-1", "AIA-49-3", "AIA-86-1")
    ),
    "annex x": Start("2030-12-31", Variant("l-3", ANNEX_X), ("AIA-26-1", "AIA-27-1")),
    "planned placing": Start("2028-05-01", Variant("t-1", _planned("2028-05-01")), ("AIA-9-1", "AIA-43-2", "AIA-49-1")),
    "planned test": Start("2027-02-01", Variant("m-4"), ("AIA-60A",)),
    "sections 5 and ix to the letter": Start(
        "2026-08-02", Variant("t-1", _placed("2026-08-02"), {"U1": "strict"}), ("AIA-43-2", "AIA-49-1", "AIA-73-1")
    ),
    "intimate material to the letter": Start(
        "2026-07-27", Variant("t50-2a", {**INTIMATE, **_used("2026-07-01")}, {"U12": "strict"}), ("AIA-5-1-ba",)
    ),
}


@pytest.fixture(scope="module")
def starts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[System, System]]:
    asked = [(start.variant, day) for start in STARTS.values() for day in (day_before(start.day), start.day)]
    systems = judge_all(asked, tmp_path_factory.mktemp("starts"))
    return {name: (systems[2 * number], systems[2 * number + 1]) for number, name in enumerate(STARTS)}


@pytest.mark.parametrize("name", STARTS)
def test_nothing_binds_on_the_day_before(name: str, starts: dict[str, tuple[System, System]]) -> None:
    start, (before, _) = STARTS[name], starts[name]
    early = [row["id"] for row in rows(before, start.duties) if in_force(row, day_before(start.day))]
    assert not early


@pytest.mark.parametrize("name", STARTS)
def test_everything_binds_on_the_day(name: str, starts: dict[str, tuple[System, System]]) -> None:
    start, (_, on) = STARTS[name], starts[name]
    told = {row["id"]: row["due"] for row in rows(on, start.duties) if in_force(row, start.day)}
    assert told.keys() == set(start.duties), on["findings"]


@pytest.mark.parametrize(
    "name", ["annex iii", "annex i", "marking, placed", "old models", "public authorities", "annex x"]
)
def test_the_verdict_turns_on_the_day(name: str, starts: dict[str, tuple[System, System]]) -> None:
    assert [system["verdict"] for system in starts[name]] == ["warn", "block"]


@pytest.mark.parametrize("name", ["prohibitions", "intimate material", "intimate material to the letter"])
def test_a_practice_becomes_prohibited_on_the_day(name: str, starts: dict[str, tuple[System, System]]) -> None:
    before, on = starts[name]
    assert "prohibited" not in before["classes"]
    assert on["classes"] == ["prohibited"]


CUT_OFFS = {
    "annex iii": ("2027-12-02", "t-1", "AIA-9-1", "2028-01-15"),
    "annex i": ("2028-08-02", "ai-t2", "AIA-9-1", "2028-08-20"),
    "marking": ("2026-08-02", "t50-2d", "AIA-50-2", "2026-11-22"),
    "models": ("2025-08-02", "g-12", "AIA-53-1-A", "2026-11-22"),
}


@pytest.mark.parametrize("name", CUT_OFFS)
def test_what_was_placed_on_the_day_before_is_spared(name: str, tmp_path: Path) -> None:
    day, base, duty, as_of = CUT_OFFS[name]
    old, new = judge_all([(Variant(base, _placed(placed)), as_of) for placed in (day_before(day), day)], tmp_path)
    assert not any(in_force(row, as_of) for row in rows(old, [duty]))
    assert all(in_force(row, as_of) for row in rows(new, [duty]))
    assert rows(new, [duty])


def test_a_design_change_ends_the_legacy_from_the_day_of_the_class(tmp_path: Path) -> None:
    changes = [
        {**_placed("2026-10-01"), "market.significant_design_change": day} for day in ("2027-12-01", "2027-12-02")
    ]
    old, new = judge_all([(Variant("l-1", change), "2028-01-15") for change in changes], tmp_path)
    assert [row["due"] for row in rows(old, ["AIA-9-1"])] == [None]
    assert [row["due"] for row in rows(new, ["AIA-9-1"])] == ["2027-12-02"]


def test_large_systems_of_annex_x_are_spared_when_placed_before_august_2027(tmp_path: Path) -> None:
    placed = [{**ANNEX_X, **_used(day)} for day in ("2027-08-01", "2027-08-02")]
    old, new = judge_all([(Variant("l-3", change), "2028-01-15") for change in placed], tmp_path)
    assert [row["due"] for row in rows(old, ["AIA-26-1"])] == ["2030-12-31"]
    assert [row["due"] for row in rows(new, ["AIA-26-1"])] == ["2030-08-02"]


def test_deep_fakes_made_before_august_2026_need_no_label(tmp_path: Path) -> None:
    made = [
        {"transparency.content_generated": day, "transparency.content_published": "2026-09-01"}
        for day in ("2026-08-01", "2026-08-02")
    ]
    old, new = judge_all([(Variant("t50-4j", change), "2026-11-22") for change in made], tmp_path)
    assert "transparency" not in old["classes"]
    assert "transparency" in new["classes"]


def test_text_counts_from_its_publication(tmp_path: Path) -> None:
    published = [{"transparency.content_published": day} for day in ("2026-08-01", "2026-08-02")]
    old, new = judge_all([(Variant("t50-4i", change), "2026-11-22") for change in published], tmp_path)
    assert "transparency" not in old["classes"]
    assert "transparency" in new["classes"]


def test_section_5_and_chapter_ix_are_disputed_until_the_day_of_the_class(tmp_path: Path) -> None:
    """U1: the cautious reading names the class date and says that another reading has the duties in force already."""
    placed = _placed("2026-09-15")
    cautious, strict = judge_all(
        [(Variant("t-1", placed), "2026-11-22"), (Variant("t-1", placed, {"U1": "strict"}), "2026-11-22")], tmp_path
    )
    for duty in ("AIA-43-2", "AIA-49-1", "AIA-73-1"):
        (told,), (said,) = rows(cautious, [duty]), rows(strict, [duty])
        assert told["disputed"] == "U1"
        assert not in_force(told, "2026-11-22")
        assert (said["due"], said["disputed"]) == ("2026-08-02", None)
    assert (cautious["verdict"], strict["verdict"]) == ("warn", "block")


def test_the_literal_cut_off_spares_only_what_came_before_august_2026(tmp_path: Path) -> None:
    """U2: the class date cuts off on the prevailing reading, 2026-08-02 to the letter."""
    days = ("2026-08-01", "2026-08-02")
    asked = [
        (Variant("l-1", _placed(day), readings), "2028-01-15") for readings in ({}, {"U2": "strict"}) for day in days
    ]
    bound = [
        any(in_force(row, "2028-01-15") for row in rows(system, ["AIA-9-1"])) for system in judge_all(asked, tmp_path)
    ]
    assert bound == [False, False, False, True]


def test_marking_of_what_was_only_put_into_service_warns_until_december_2026(tmp_path: Path) -> None:
    """U3: the text spares only what was placed on the market."""
    used = _used("2026-07-01")
    asked = [
        (Variant("t50-2a", used, readings), day)
        for readings in ({}, {"U3": "strict"})
        for day in ("2026-12-01", "2026-12-02")
    ]
    severities = [
        {finding["severity"] for finding in system["findings"] if "AIA-50-2" in finding["obligations"]}
        for system in judge_all(asked, tmp_path)
    ]
    assert [max(found, key=("note", "warning", "error").index) for found in severities] == [
        "warning",
        "error",
        "error",
        "error",
    ]


def test_section_b_products_are_screened_with_warnings_unless_read_strictly(tmp_path: Path) -> None:
    """U7: a vehicle that talks is high-risk by Section B alone; whether Art. 50 binds it is open."""
    vehicle = {
        "classification.product_safety.is_product": True,
        "classification.annex_i": [{"act": 18, "third_party_required": True}],
    }
    asked = [(Variant("ai-7", vehicle, readings), "2026-11-22") for readings in ({}, {"U7": "strict"})]
    cautious, strict = judge_all(asked, tmp_path)
    assert [row["disputed"] for row in rows(cautious, ["AIA-50-1"])] == ["U7"]
    assert (cautious["verdict"], strict["verdict"]) == ("warn", "block")


def test_every_date_of_the_data_has_a_test() -> None:
    tested = {start.day for start in STARTS.values()} | {row[0] for row in CUT_OFFS.values()} | {"2027-08-02"}
    dated = [
        entry[key]
        for table in ("deadlines", "transitions")
        for entry in LAW[table].values()
        for key in ("date", "amended", "formal", "annex_iii", "annex_i_a", "before", "due")
        if key in entry
    ]
    assert set(dated) <= tested


def test_the_milestones_follow_each_other() -> None:
    days = sorted({start.day for start in STARTS.values()})
    assert all(first < second for first, second in pairwise(days))

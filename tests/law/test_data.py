# SPDX-License-Identifier: Apache-2.0
"""The data of the law, written down a second time: by article where the Act has a system, one by one where it has none.

A slip in the data has to be made here as well before it passes.
"""

import re
from typing import Any

import pytest

from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law

LAW = load_policies().data["law"]
OBLIGATIONS: dict[str, dict[str, Any]] = LAW["obligations"]

# Art. 113 as amended: when each part of the Act starts to apply; Art. 111 by the key of what waits.
DEADLINES = {
    "LIT": {"date": "2025-02-02", "amended": "2026-07-27"},
    "4A": {"date": "2026-07-27"},
    "P-OLD": {"date": "2025-02-02"},
    "P-NEW": {"date": "2026-12-02"},
    "GPAI": {"date": "2025-08-02", "legacy": "L-GPAI"},
    "GPAI-ENF": {"date": "2026-08-02"},
    "T50": {"date": "2026-08-02"},
    "T50-2": {"date": "2026-08-02", "legacy": "L-50-2"},
    "T50-5": {"date": "2026-08-02", "legacy": "L-50-2"},
    "HR": {"annex_iii": "2027-12-02", "annex_i_a": "2028-08-02", "legacy": "L-HR"},
    "HR-III": {"annex_iii": "2027-12-02", "legacy": "L-HR"},
    "HR-IA": {"annex_i_a": "2028-08-02", "legacy": "L-HR"},
    "S5": {
        "formal": "2026-08-02", "annex_iii": "2027-12-02", "annex_i_a": "2028-08-02", "legacy": "L-HR",
        "disputed": "U1",
    },
    "S5-III": {"formal": "2026-08-02", "annex_iii": "2027-12-02", "legacy": "L-HR", "disputed": "U1"},
    "CH9": {
        "formal": "2026-08-02", "annex_iii": "2027-12-02", "annex_i_a": "2028-08-02", "legacy": "L-HR",
        "disputed": "U1",
    },
    "CH9-ALL": {"date": "2026-08-02"},
    "CH6": {"date": "2026-08-02"},
    "LEG": {"date": "2026-07-27"},
}  # fmt: skip
TRANSITIONS = {
    "in-force": {"date": "2026-07-27"},
    "general": {"date": "2026-08-02"},
    "marking": {"before": "2026-08-02", "due": "2026-12-02"},
    "gpai": {"before": "2025-08-02", "due": "2027-08-02"},
    "public-authorities": {"due": "2030-08-02"},
    "annex-x": {"before": "2027-08-02", "due": "2030-12-31"},
    "content": {"before": "2026-08-02"},
}
FRAMES = {
    "T1": ("Art. 99(3)", 35_000_000, 7),
    "T2": ("Art. 99(4)", 15_000_000, 3),
    "T2DA": ("Art. 99(4)(da)", 15_000_000, 3),
    "T2Q": ("Art. 99(4)(a) via Art. 16(c) and 17(1)(h),(i)", 15_000_000, 3),
    "T2-AIO": ("Art. 75c(4)", 15_000_000, 3),
    "T3": ("Art. 99(5) (and 75c(4))", 7_500_000, 1),
    "GPAI": ("Art. 101(1)", 15_000_000, 3),
    "NAT": ("Art. 99(1)", None, None),
    "FORMAL83": ("Art. 83", None, None),
    "PPP": ("Art. 75c(5)", None, 5),
    "GDPR": ("Art. 83 Reg. (EU) 2016/679", 20_000_000, 4),
    "NONE": ("-", None, None),
}

# Duties that a class of Annex III alone has, or products of Annex I Section A alone.
ANNEX_III_ONLY = {
    "AIA-6-4", "AIA-12-3", "AIA-14-5", "AIA-26-8", "AIA-26-10", "AIA-26-10-AUTH", "AIA-26-11", "AIA-27-1", "AIA-27-2",
    "AIA-27-3", "AIA-27-4", "AIA-43-1", "AIA-43-2", "AIA-49-1", "AIA-49-2", "AIA-49-3", "AIA-49-5",
}  # fmt: skip
PRODUCTS_ONLY = {"AIA-8-2", "AIA-11-2", "AIA-25-3"}
NOT_ONLY_HIGH_RISK = {"AIA-75A", "AIA-79-4", "AIA-87-1"}
PROFILE_OF_ITS_OWN = {
    "AIA-50-2": "T50-2", "AIA-50-2-Q": "T50-2", "AIA-50-5": "T50-5", "AIA-111-2": "LEG", "AIA-111-3": "GPAI",
    "AIA-111-4": "T50-2", "AIA-75-1E": "S5", "CTL-CLASS": "LIT", "AIA-63-1": "HR",
}  # fmt: skip
# The first and the last article of each part, and the profile of its duties.
PARTS = ((4, 4, "LIT"), (6, 27, "HR"), (41, 49, "S5"), (50, 50, "T50"), (52, 55, "GPAI"), (57, 61, "CH6"),
         (72, 87, "CH9"), (91, 93, "GPAI-ENF"))  # fmt: skip
NEW_PRACTICES = {"AIA-5-1-ba", "AIA-5-1-bb", "AIA-5-1A-SAFE", "CTL-5-EXC-NEW"}
# What Art. 99(4) leaves out, or names in a point of its own.
FINES = {
    "AIA-4-1": ["NAT"], "AIA-4A-1": ["NAT", "GDPR"], "AIA-4A-2": ["NAT", "GDPR"], "AIA-6-4": ["NAT", "T2"],
    "AIA-49-2": ["NAT", "T2"], "AIA-63-1": ["NONE"], "AIA-74-12": ["NAT", "T3"], "AIA-22-1": ["NAT", "FORMAL83"],
    "AIA-25-2": ["T2DA"], "AIA-25-4": ["T2DA"], "AIA-27-1": ["NAT"], "AIA-27-2": ["NAT"], "AIA-27-3": ["NAT"],
    "AIA-27-4": ["NONE"], "AIA-41-5": ["NAT"], "AIA-49-5": ["NAT"], "AIA-50-EXC": ["NONE"], "AIA-54-3": ["NAT"],
    "AIA-57-5": ["NAT", "NONE"], "AIA-59-1": ["NAT", "GDPR"], "AIA-72-1": ["NAT", "T2Q"], "AIA-72-3": ["NAT", "T2"],
    "AIA-72-4": ["NONE"], "AIA-73-1": ["NAT", "T2Q"], "AIA-73-6": ["NAT", "T2Q"], "AIA-75-1A": ["T2-AIO"],
    "AIA-75-1E": ["T2-AIO"], "AIA-75A": ["T2-AIO", "T3", "PPP"], "AIA-77-1": ["NAT", "T3"],
    "AIA-79-4": ["NAT", "T1", "T2"], "AIA-80-4": ["NAT", "T2"], "AIA-83-1": ["NAT", "T2"], "AIA-86-1": ["NAT"],
    "AIA-87-1": ["NAT"], "AIA-111-3": ["GPAI"], "CTL-CLASS": ["NONE"], "CTL-5-SCREEN": ["NONE"],
}  # fmt: skip
EVENTS = {
    "event_nonconformity": {"AIA-20-1", "AIA-23-2", "AIA-24-2", "AIA-24-4"},
    "event_risk_art79": {"AIA-20-2"},
    "event_authority_request": {"AIA-21-1", "AIA-74-12", "AIA-23-6", "AIA-24-5", "AIA-26-12", "AIA-77-1"},
    "event_provider_breach": {"AIA-22-4"},
    "event_substantial_modification": {"AIA-43-4"},
    "event_commission_request": {"AIA-53-3", "AIA-91-5", "AIA-92-5", "AIA-93-1", "AIA-75A"},
    "event_serious_incident": {"AIA-73-6"},
    "event_authority_order": {"AIA-79-4"},
    "event_reclassified": {"AIA-80-4"},
}
# Whatever is neither a duty nor one of the prohibitions of Art. 5(1).
OTHER_KINDS = {
    "conditional_permission": {
        "AIA-4A-1", "AIA-4A-2", "AIA-5-2", "AIA-5-3", "AIA-5-4", "AIA-46-1", "AIA-57-5", "AIA-59-1", "AIA-60-4",
        "AIA-60-5", "AIA-60-7", "AIA-61-1", "AIA-60A",
    },
    "relief_condition": {"AIA-5-1A-SAFE", "AIA-50-EXC", "AIA-111-2", "AIA-111-3", "AIA-111-4"},
    "checklist": {"AIA-8-1", "AIA-83-1"},
    "option": {"AIA-11-1-SME", "AIA-27-4", "AIA-42-3", "AIA-63-1", "AIA-72-4"},
    "role_rule": {"AIA-25-1", "AIA-25-3"},
    "control": {"AIA-87-1", "CTL-CLASS", "CTL-5-SCREEN", "CTL-5-EXC", "CTL-5-EXC-NEW"},
}  # fmt: skip


def _article(key: str) -> int:
    found = re.match(r"(?:AIA|CTL)-([0-9]+)", key)
    assert found, key
    return int(found[1])


def _profile(key: str) -> str:
    if key in PROFILE_OF_ITS_OWN:
        return PROFILE_OF_ITS_OWN[key]
    article = _article(key)
    if key.startswith("AIA-4A-"):
        return "4A"
    if article == 5:
        return "P-NEW" if key in NEW_PRACTICES else "P-OLD"
    part = next(name for first, last, name in PARTS if first <= article <= last)
    if part == "CH9" and key in NOT_ONLY_HIGH_RISK:
        return "CH9-ALL"
    if key in PRODUCTS_ONLY:
        return f"{part}-IA"
    return f"{part}-III" if key in ANNEX_III_ONLY else part


def _fines(key: str) -> list[str]:
    if key in FINES:
        return FINES[key]
    article = _article(key)
    if article == 5:
        return ["T1"]
    if 52 <= article <= 55 or 91 <= article <= 93:
        return ["GPAI"]
    return ["NAT"] if 57 <= article <= 61 else ["T2"]


def _kind(key: str) -> str:
    named = next((kind for kind, keys in OTHER_KINDS.items() if key in keys), None)
    return named or ("prohibition" if key.startswith("AIA-5-1") else "duty")


def _decisive(table: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return a table without its words, its sources and what Section B never has."""
    names = ("date", "amended", "formal", "annex_iii", "annex_i_a", "before", "due", "legacy", "disputed")
    found = {key: {name: entry[name] for name in names if name in entry} for key, entry in table.items()}
    return {key: {name: said for name, said in entry.items() if said != "none"} for key, entry in found.items()}


def test_every_date_of_the_deadlines() -> None:
    assert _decisive(LAW["deadlines"]) == DEADLINES


def test_every_date_of_the_transitions() -> None:
    assert _decisive(LAW["transitions"]) == TRANSITIONS


def test_every_threshold() -> None:
    told = {key: entry["value"] for key, entry in LAW["thresholds"].items()}
    assert told == {"systemic_risk_flop": 1e25, "model_flop": 1e23, "modification_share": 3}


def test_every_frame_of_a_fine() -> None:
    told = {key: (row["basis"], row["max_eur"], row["max_turnover_pct"]) for key, row in LAW["penalties"].items()}
    assert told == FRAMES
    since = {key: row["applicable_from"] for key, row in LAW["penalties"].items() if "applicable_from" in row}
    assert since == dict.fromkeys(("T1", "T2", "T3"), "2025-08-02")


@pytest.mark.parametrize("size", ["sme", "smc", "large", None])
def test_which_of_the_two_amounts_counts(size: str | None) -> None:
    """Art. 99(6) and (6a): small mid-caps have no relief for Art. 5, and nobody has one for models (Art. 101)."""
    law = Law(LAW)
    told = {key: law.penalty(key, size)["rule"] for key in FRAMES}
    lower = {key for key, rule in told.items() if rule.startswith("the lower of the two")}
    relief = {"T2", "T2DA", "T2Q", "T2-AIO", "T3"}
    assert lower == {"sme": relief | {"T1"}, "smc": relief}.get(str(size), set())
    assert size is not None or told == {key: row["rule"] for key, row in LAW["penalties"].items()}


@pytest.mark.parametrize("key", OBLIGATIONS)
def test_the_dates_of_an_obligation_are_those_of_its_part_of_the_act(key: str) -> None:
    assert OBLIGATIONS[key]["profile"] == _profile(key)


@pytest.mark.parametrize("key", OBLIGATIONS)
def test_the_fine_of_an_obligation_is_that_of_its_article(key: str) -> None:
    assert OBLIGATIONS[key]["penalty"] == _fines(key)


@pytest.mark.parametrize("key", OBLIGATIONS)
def test_what_an_obligation_is(key: str) -> None:
    assert OBLIGATIONS[key]["kind"] == _kind(key)


def test_duties_that_wait_for_an_event() -> None:
    told: dict[str, set[str]] = {}
    for key, entry in OBLIGATIONS.items():
        if "trigger" in entry:
            told.setdefault(entry["trigger"], set()).add(key)
    assert told == EVENTS


def test_silence_claims_no_exit_and_denies_no_trigger() -> None:
    """An exit that nobody claims and an event that nobody reports is not there; what nobody answers is unknown."""
    wrong = []
    for name, fact in LAW["facts"].items():
        silent = fact["kind"] == "event" or (fact.get("polarity") == "exit" and name != "iii_exits")
        if fact["default"] is not (False if silent else None):
            wrong.append(name)
    assert not wrong


def test_readings_that_can_be_switched() -> None:
    switched = {key for key, reading in LAW["readings"].items() if reading["strict"] is not None}
    assert switched == {"U1", "U2", "U3", "U7", "U12"}

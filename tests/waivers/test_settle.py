# SPDX-License-Identifier: Apache-2.0
"""What a waiver does to a finding, and which waivers are findings themselves."""

import pytest

from tests.waivers.given import (
    PLAN,
    SCREENING,
    STOP,
    TALENT,
    TODAY,
    book,
    codes,
    duty,
    finding,
    settled,
    system,
    waiver,
)


def test_a_waived_finding_warns_and_keeps_everything_else() -> None:
    before = finding()
    (after,), notes = settled(book(waiver()), system(before))
    (found,) = after["findings"]
    assert (after["verdict"], found["severity"], found["status"], notes) == ("warn", "warning", "waived", [])
    assert found["waiver"] == {
        "owner": "platform@acme.example",
        "reason": "The stop button ships with 2.4.",
        "ticket": "RISK-214",
        "approved_by": "J. Brandt",
        "expires": "2028-02-29",
    }
    kept = {key: value for key, value in found.items() if key not in ("severity", "status", "waiver")}
    assert kept == {key: value for key, value in before.items() if key not in ("severity", "status")}


def test_the_duties_of_a_waived_rule_are_waived_and_no_others() -> None:
    duties = [duty(STOP), duty(STOP, "met"), duty(PLAN), duty(STOP, "upcoming")]
    (after,), _ = settled(book(waiver()), system(finding(), finding(PLAN), obligations=duties))
    assert [row["status"] for row in after["obligations"]] == ["waived", "met", "unmet", "waived"]
    assert "platform@acme.example until 2028-02-29" in after["obligations"][0]["reason"]
    assert after["verdict"] == "block"


def test_a_note_stays_a_note() -> None:
    (after,), _ = settled(book(waiver()), system(finding(severity="note"), verdict="pass"))
    assert (after["findings"][0]["severity"], after["verdict"]) == ("note", "pass")


def test_ticket_approver_and_granted_may_be_absent() -> None:
    (after,), _ = settled(book(waiver(ticket=None, approved_by=None, granted=None)), system(finding()))
    assert after["findings"][0]["waiver"]["ticket"] is None
    assert codes(after) == {}


@pytest.mark.parametrize(
    ("expires", "expected"),
    [
        ("2027-12-01", {"waivers/expired": "error"}),
        ("2027-12-02", {"waivers/expiring": "warning"}),
        ("2027-12-16", {"waivers/expiring": "warning"}),
        ("2027-12-17", {}),
    ],
)
def test_the_last_day_counts_and_two_weeks_before_it_warns(expires: str, expected: dict[str, str]) -> None:
    (after,), _ = settled(book(waiver(expires=expires)), system(finding()))
    assert codes(after) == expected
    assert after["verdict"] == ("block" if expires < TODAY else "warn")


def test_an_expired_waiver_is_as_severe_as_what_it_no_longer_covers() -> None:
    (after,), _ = settled(book(waiver(expires="2027-12-01")), system(finding(severity="warning", status="upcoming")))
    assert codes(after) == {"waivers/expired": "warning"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"owner": None}, {"waivers/ownerless": "error"}),
        ({"owner": "TODO"}, {"waivers/ownerless": "error"}),
        ({"owner": '"  "'}, {"waivers/ownerless": "error"}),
        ({"reason": None}, {"waivers/incomplete": "error"}),
        ({"reason": "tbd"}, {"waivers/incomplete": "error"}),
        ({"reason": "x"}, {"waivers/incomplete": "error"}),
        ({"reason": "because"}, {"waivers/incomplete": "error"}),
        ({"expires": None}, {"waivers/incomplete": "error"}),
        ({"expires": "2028-02-30"}, {"waivers/incomplete": "error"}),
        ({"expires": "never"}, {"waivers/incomplete": "error"}),
        ({"granted": "yesterday"}, {"waivers/incomplete": "error"}),
        ({"granted": "2027-12-03"}, {"waivers/pending": "warning"}),
        ({"granted": "2027-12-01", "expires": "2028-05-30"}, {"waivers/too-long": "error"}),
        ({"granted": None, "expires": "2028-05-31"}, {"waivers/too-long": "error"}),
        ({"rule": "human-oversight/stop-funktion"}, {"waivers/orphan": "warning"}),
        ({"rule": PLAN}, {"waivers/orphan": "warning"}),
    ],
)
def test_a_poor_waiver_waives_nothing_and_is_a_finding(
    changes: dict[str, str | None], expected: dict[str, str]
) -> None:
    (after,), _ = settled(book(waiver(**changes)), system(finding()))
    assert codes(after) == expected
    assert after["findings"][0]["status"] == "unmet"
    assert after["verdict"] == "block"
    place = after["findings"][1]["location"]
    assert (place["file"], place["line"]) == ("aiact-waivers.yaml", 3)


@pytest.mark.parametrize(
    "changes", [{"granted": "2027-12-01", "expires": "2028-05-29"}, {"granted": None, "expires": "2028-05-30"}]
)
def test_180_days_from_the_grant_or_from_today_are_the_most(changes: dict[str, str | None]) -> None:
    (after,), _ = settled(book(waiver(**changes)), system(finding()))
    assert after["findings"][0]["status"] == "waived"


def test_an_organisation_may_shorten_them() -> None:
    text = book(waiver(granted="2027-12-01", expires="2028-01-31"))
    assert codes(settled(text, system(finding()), max_days=60)[0][0]) == {"waivers/too-long": "error"}
    assert codes(settled(text, system(finding()), max_days=61)[0][0]) == {}


@pytest.mark.parametrize(
    "name", [SCREENING, "manifest/schema", "manifest/core-answers", "custom/house/ban", "waivers/expired"]
)
def test_nobody_waives_article_5_a_manifest_or_a_waiver(name: str) -> None:
    (after,), _ = settled(book(waiver(rule=name)), system(finding(name)))
    assert codes(after) == {"waivers/forbidden": "error"} | ({name: "error"} if name.startswith("waivers/") else {})
    assert (after["findings"][0]["status"], after["verdict"]) == ("unmet", "block")


def test_the_second_waiver_of_one_finding_is_a_duplicate() -> None:
    (after,), _ = settled(book(waiver(), waiver(owner="b@acme.example")), system(finding()))
    assert codes(after) == {"waivers/duplicate": "error"}
    assert after["findings"][0]["waiver"]["owner"] == "platform@acme.example"
    assert "line 3" in after["findings"][1]["message"]
    assert after["findings"][1]["location"]["line"] == 11


def test_a_renamed_rule_is_still_waived() -> None:
    (after,), _ = settled(book(waiver(rule="deployer/old-name")), system(finding("deployer/new-name")))
    assert after["findings"][0]["status"] == "waived"


def test_a_waiver_of_a_system_that_is_not_there_stands_for_itself() -> None:
    systems, _ = settled(book(waiver(system="talent-ranc")), system())
    (found,) = systems[1]["findings"]
    assert (systems[1]["id"], systems[1]["verdict"]) == ("aiact-waivers.yaml", "warn")
    assert (found["rule"], found["remediation"]) == ("waivers/orphan", f"did you mean {TALENT}?")


def test_a_run_over_a_part_counts_the_waivers_of_the_rest() -> None:
    systems, notes = settled(book(waiver(system="other"), waiver(system="third")), system(finding()), whole=False)
    assert len(systems) == 1
    assert notes == ["2 waivers name systems that this run did not judge."]


def test_nothing_is_said_about_a_system_whose_manifest_cannot_be_read() -> None:
    (after,), _ = settled(book(waiver()), system(finding("manifest/syntax"), classification=None))
    assert codes(after) == {}


def test_a_second_manifest_with_the_same_id_takes_no_waiver() -> None:
    second = system(finding("manifest/duplicate-id"), classification=None)
    systems, _ = settled(book(waiver(expires="2027-12-05")), system(finding()), second)
    assert [s["verdict"] for s in systems] == ["warn", "block"]
    assert (codes(systems[0]), codes(systems[1])) == ({"waivers/expiring": "warning"}, {})


def test_the_severity_of_a_poor_waiver_may_be_raised() -> None:
    (after,), _ = settled(book(waiver(rule=PLAN)), system(), raised={"waivers/orphan": "error"})
    assert (codes(after), after["verdict"]) == ({"waivers/orphan": "error"}, "block")

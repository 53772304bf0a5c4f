# SPDX-License-Identifier: Apache-2.0
"""A named test must exist, run and pass."""

from typing import Any

import pytest

from tests.evidence.conftest import Repo

REPORT = """<?xml version="1.0" encoding="utf-8"?>
<testsuites name="x"><testsuite name="pytest" timestamp="2026-11-02T10:04:12+00:00">
<testcase classname="tests.test_stop" name="test_stop_button"/>
<testcase classname="tests.test_stop" name="test_broken"><failure message="m">t</failure></testcase>
<testcase classname="tests.test_stop" name="test_error"><error/></testcase>
<testcase classname="tests.test_stop" name="test_later"><skipped/></testcase>
<testcase classname="tests.test_stop" name="test_many[a]"/>
<testcase classname="tests.test_stop" name="test_many[b]"><failure/></testcase>
<testcase classname="other" name="test_in_two"/>
</testsuite></testsuites>"""


def _stop(repo: Repo, report: str | bytes, test: Any = "test_stop_button") -> dict[str, Any]:
    repo.write("junit.xml", report)
    stop: dict[str, Any] = repo.fact("human-oversight", {"stop": {"report": "junit.xml", "test": test}})["values"][
        "stop"
    ]
    return stop


@pytest.mark.parametrize(
    ("test", "result"),
    [
        ("test_stop_button", "passed"),
        ("tests.test_stop.test_stop_button", "passed"),
        ("tests/test_stop.py::test_stop_button", "passed"),
        ("test_broken", "failed"),
        ("test_error", "failed"),
        ("test_later", "skipped"),
        ("test_many", "failed"),
        ("test_many[a]", "passed"),
        ("stop_button", "not-found"),
        ("test_stop", "not-found"),
    ],
)
def test_result(repo: Repo, test: str, result: str) -> None:
    stop = _stop(repo, REPORT, test)
    assert stop["result"] == result
    assert stop["state"] == ("missing" if result == "not-found" else "present")
    assert stop["at"] == (None if result == "not-found" else 20759)


CASE = '<testsuites><testcase name="test_stop_button">&d;</testcase></testsuites>'
BOMB = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>' + CASE
OUTSIDE = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><testsuites><testcase name="test_stop_button"/></testsuites>'


@pytest.mark.parametrize(
    "report",
    [
        BOMB,
        OUTSIDE,
        "<testsuites",
        "{}",
        "<html/>",
        "<a>" * 200,
        b"\xff\xfe<",
        '<?xml version="1.0" encoding="nonsense"?><testsuites/>',
    ],
)
def test_report_that_cannot_be_read(repo: Repo, report: str | bytes) -> None:
    stop = _stop(repo, report)
    assert (stop["state"], stop["result"]) == ("unreadable", None)


@pytest.mark.parametrize(
    ("declared", "state"),
    [
        ({"report": "none.xml", "test": "a"}, "missing"),
        ({"report": "junit.xml"}, "missing"),
        ("junit.xml", "missing"),
        ({"test": "a"}, "missing"),
    ],
)
def test_declaration_without_report_or_test(repo: Repo, declared: Any, state: str) -> None:
    repo.write("junit.xml", REPORT)
    assert repo.fact("human-oversight", {"override": declared})["values"]["override"]["state"] == state

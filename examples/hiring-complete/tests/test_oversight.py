"""A person decides, can overrule the ranking and can stop it."""
import json

import pytest

from cvrank import VERSION, model
from cvrank.service import Service
from cvrank.switch import Switch

GOOD = {"id": 1, "years_experience": 4, "degree_level": 6, "skill_match": 0.7, "certificates": 2}


@pytest.fixture
def lines():
    return []


@pytest.fixture
def service(lines, monkeypatch):
    monkeypatch.setattr(model, "score", lambda _path, applicant: (model.check(applicant), 10.0)[1])
    return Service(lines.append, Switch(lines.append))


def events(lines):
    return [json.loads(line)["event"] for line in lines]


def test_low_score_is_read_later_not_rejected(service, lines):
    assert service.handle(GOOD) == "read-later"
    assert events(lines) == ["scored", "read_later"]


def test_one_in_twenty_is_shown_without_points(service):
    assert [ident for ident in range(1, 61) if service.handle(GOOD | {"id": ident}) == "unranked"] == [20, 40, 60]


def test_stop_button(service, lines):
    service.switch.stop("recruiter-7", "ranking looks odd")
    assert service.handle(GOOD) == "unranked"
    assert events(lines) == ["stopped"]


def test_resume(service):
    service.switch.stop("recruiter-7", "ranking looks odd")
    service.switch.resume("lead-1", "checked")
    assert service.handle(GOOD) == "read-later"


def test_override(service, lines):
    assert service.decide(1, "read-later", "shortlisted", "recruiter-7", "portfolio is strong") == "shortlisted"
    assert events(lines) == ["decision", "override"]


def test_rejection_needs_a_person_and_a_reason(service):
    with pytest.raises(ValueError, match="person and a reason"):
        service.decide(1, "read-later", "rejected", "", "")
    with pytest.raises(ValueError, match="person and a reason"):
        service.decide(1, "read-later", "rejected", "recruiter-7", "")


def test_every_event_has_the_version(service, lines):
    service.handle(GOOD)
    assert {json.loads(line)["system_version"] for line in lines} == {VERSION}

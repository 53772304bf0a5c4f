"""An officer decides, can overrule the score and can do without it; each step leaves a line."""
import json
from datetime import date
from pathlib import Path

import pytest

from desk import decide, events, explain, score

GOOD = {"monthly_income": 2400, "monthly_rent": 800, "open_loans": 1, "amount": 6000, "months_employed": 30}
FACTORS = ("open_loans", "monthly_rent", "amount")


@pytest.fixture
def lines():
    return []


@pytest.fixture
def desk(lines):
    return decide.Desk(lambda one: (score.check(one), score.Score(580, FACTORS, "5.1.3"))[1], lines.append)


def names(lines):
    return [json.loads(line)["event"] for line in lines]


def test_officer_overrules_a_low_score(desk, lines):
    assert desk.decide(1, desk.advice(1, GOOD), True, "officer-3", "steady savings") == "granted"
    assert names(lines) == ["scored", "override"]


def test_refusal_on_a_low_score_needs_two(desk):
    advice = desk.advice(1, GOOD)
    for second in ("", "officer-3"):
        with pytest.raises(ValueError, match="second officer"):
            desk.decide(1, advice, False, "officer-3", "budget does not suffice", second)
    assert desk.decide(1, advice, False, "officer-3", "budget does not suffice", "officer-5") == "refused"


def test_no_decision_without_person_and_reason(desk):
    with pytest.raises(ValueError, match="officer and a reason"):
        desk.decide(1, None, False, "", "")


def test_one_in_ten_is_decided_without_points(desk):
    assert [number for number in range(1, 31) if desk.advice(number, GOOD) is None] == [10, 20, 30]


def test_suspended_desk_asks_for_no_score(desk, lines):
    desk.suspend("officer-3", "scores jumped overnight")
    assert desk.advice(1, GOOD) is None
    desk.resume("head-1", "vendor mended it")
    assert desk.advice(1, GOOD) is not None
    assert names(lines) == ["suspended", "resumed", "scored"]


@pytest.mark.parametrize("change", [{"monthly_income": -1}, {"amount": 90_000}, {"open_loans": 31}])
def test_input_outside_the_instructions_goes_to_a_person(desk, lines, change):
    assert desk.advice(1, GOOD | change) is None
    assert names(lines) == ["no_score"]


def test_nothing_but_the_named_fields_is_sent():
    assert set(score.check(GOOD | {"nationality": "x", "gender": "y"})) == score.FIELDS


def test_log_is_kept_long_enough(tmp_path):
    assert events.retention() == 400
    (tmp_path / "short.yaml").write_text("enabled: true\nretention_days: 90\n")
    with pytest.raises(SystemExit):
        events.retention(str(tmp_path / "short.yaml"))


def test_purge_keeps_the_period(tmp_path):
    for day in ("2026-01-01", "2027-03-01"):
        (tmp_path / f"{day}.jsonl").touch()
    assert events.purge(str(tmp_path), 400, date(2027, 4, 1)) == ["2026-01-01.jsonl"]


def test_letter_names_role_score_factors_and_reason(desk):
    text = explain.letter("Ms Example", "refused", desk.advice(1, GOOD), "budget does not suffice", "T. Richter")
    for part in ("AI system ScoreWell", "580 of 1000", "the number of loans", "budget does not suffice", "T. Richter"):
        assert part in text


def test_notice_names_the_system_and_the_contact():
    text = Path("letters/notice.txt").read_text()
    assert "AI system" in text and "decisions@bank-elbtal.example" in text

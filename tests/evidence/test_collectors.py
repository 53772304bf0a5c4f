# SPDX-License-Identifier: Apache-2.0
"""Every collector meets what passes, what fails, what holds a place, what is old and what is hostile."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import pytest

from aiact_gate.evidence import index
from aiact_gate.evidence.collect import COLLECTORS
from aiact_gate.evidence.dates import day
from aiact_gate.evidence.states import State
from tests.evidence.conftest import Repo
from tests.evidence.pictures import TRAINED, picture, xmp

Kind = Literal["passing", "failing", "placeholder", "stale", "hostile"]
KINDS: tuple[Kind, ...] = get_args(Kind)
STATES = set(get_args(State))
ANSWERED = {"present", "not-applicable"}
LAW = index.load()
OLD = "review_by: 2026-01-01\nsystem_version: 1.0.0\n"
PLAIN = "the documents of every other id"


def document(
    evidence: str, *, front: str = "", said: str = "On day {} of each month two of us look at it in room {}."
) -> str:
    parts = [
        f"## {element.titles[0]} {{#{element.ref}}}\n\n{said.format(number, 100 + number)}\n"
        for number, element in enumerate(LAW.of(evidence).elements, start=1)
    ]
    return (f"---\n{front}---\n" if front else "") + f"# {evidence}\n\n" + "\n".join(parts)


def _is_old(fact: Any) -> bool:
    values = fact["values"]
    return (values["review_by"], values["system_version"]) == (day("2026-01-01"), "1.0.0")


def _unanswered(fact: Any) -> bool:
    return not {"present"} & {seen["state"] for seen in fact["elements"].values()}


@dataclass(frozen=True, slots=True)
class Case:
    """Files, what the manifest declares, and what has to be seen."""

    files: Mapping[str, str | bytes]
    declared: Any
    sees: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Collected:
    """One collector with an evidence id that it collects, and a case for each kind."""

    evidence: str
    cases: dict[Kind, Case] = field(default_factory=dict)


def _documents(
    evidence: str, declare: Callable[[str], Any] = lambda name: name, **files: str | bytes
) -> dict[Kind, Case]:
    """Return the cases of what is described in a document."""
    whole = document(evidence)
    element = LAW.of(evidence).elements[0]
    lacking = whole.replace(f"{{#{element.ref}}}", "").replace(f"## {element.titles[0]}", "## Something of ours", 1)
    if len(LAW.of(evidence).elements) == 1:  # a document of one element is taken whole, whatever its titles
        lacking = f"# {evidence}\n\n## {element.titles[0]}\n"
    return {
        "passing": Case({"d.md": whole, **files}, declare("d.md"), lambda fact: not _open(fact)),
        "failing": Case({"d.md": lacking, **files}, declare("d.md"), lambda fact: element.ref in _open(fact)),
        "placeholder": Case({"d.md": document(evidence, said="TODO"), **files}, declare("d.md"), _unanswered),
        "stale": Case({"d.md": document(evidence, front=OLD), **files}, declare("d.md"), _is_old),
        "hostile": Case({"d.md": b"\0\xff" * 99, **files}, declare("d.md"), _unanswered),
    }


def _open(fact: Any) -> set[str]:
    return {ref for ref, seen in fact["elements"].items() if seen["state"] not in ANSWERED}


EVENT = {"timestamp": "2027-11-02T08:30:02Z", "event": "ranked", "system_version": "2.3.0"}
SCHEMA = json.dumps({"type": "object", "required": ["timestamp", "event", "system_version"]})
LOG = {"description": "d.md", "schema": "s.json", "sample": "l.jsonl", "retention": {"file": "c.yaml", "key": "days"}}


def _log(events: str | bytes, kept: str = "days: 400\n", front: str = "") -> dict[str, str | bytes]:
    return {"d.md": document("record-keeping", front=front), "s.json": SCHEMA, "l.jsonl": events, "c.yaml": kept}


def _logs() -> dict[Kind, Case]:
    good = json.dumps(EVENT)
    return {
        "passing": Case(
            _log(good), LOG, lambda fact: fact["state"] == "present" and fact["values"]["retention_days"] == 400
        ),
        "failing": Case(
            _log('{"event": "ranked"}'), LOG, lambda fact: fact["values"]["sample_state"] == "inconsistent"
        ),
        "placeholder": Case(_log("TODO\n", "days: TODO\n"), LOG, lambda fact: fact["values"]["retention_days"] is None),
        "stale": Case(_log(good, front=OLD), LOG, _is_old),
        "hostile": Case(
            _log("[" * 9_999 + "\n" + "\0" * 99), LOG, lambda fact: fact["values"]["sample_state"] == "unreadable"
        ),
    }


KEPT = {"description": "d.md", "retention": {"file": "c.yaml", "key": "logging.days"}}


def _deployer_logs() -> dict[Kind, Case]:
    def case(text: str, sees: Callable[[Any], bool], front: str = "") -> Case:
        described = f"---\n{front}---\n# Logs\n\nThe bank keeps them in its own archive.\n" if front else "# Logs\n"
        return Case({"d.md": described, "c.yaml": text}, KEPT, sees)

    return {
        "passing": case("logging: {days: 400}", lambda fact: fact["values"]["retention_days"] == 400),
        "failing": case("logging: {days: 30}", lambda fact: fact["values"]["retention_days"] == 30),
        "placeholder": case("logging: {days: TBD}", lambda fact: fact["values"]["retention_days"] is None),
        "stale": case("logging: {days: 400}", _is_old, OLD),
        "hostile": case("a: &a [*a, *a]", lambda fact: fact["values"]["retention_state"] == "unreadable"),
    }


def _measured(version: str = "2.3.0", value: object = 0.86) -> str:
    one = {"metric": "precision", "value": value, "measured_on": "2027-10-02"}
    return json.dumps({"record": "metrics", "system_version": version, "date": "2027-10-02", "values": [one]})


LIMITS = json.dumps(
    {
        "record": "metrics",
        "date": "2027-03-01",
        "thresholds": [{"metric": "precision", "minimum": 0.8, "set_on": "2027-03-01"}],
    }
)
LEVELS = {"description": "d.md", "metrics": {"measured": "m.json", "thresholds": "t.json"}}


def _metrics() -> dict[Kind, Case]:
    def case(measured: str, sees: Callable[[Any], bool]) -> Case:
        files = {"d.md": document("accuracy-robustness"), "m.json": measured, "t.json": LIMITS}
        return Case(files, LEVELS, lambda fact: sees(fact["values"]["metrics"]))

    return {
        "passing": case(_measured(), lambda seen: seen["state"] == "present" and seen["results"][0]["value"] == 0.86),
        "failing": case(_measured(value=0.5), lambda seen: seen["results"][0]["value"] < seen["results"][0]["minimum"]),
        "placeholder": case(_measured(value="TBD"), lambda seen: seen["state"] != "present"),
        "stale": case(_measured("1.0.0"), lambda seen: seen["system_version"] == "1.0.0"),
        "hostile": case("[" * 50_000, lambda seen: seen["state"] == "unreadable"),
    }


def _oversight() -> dict[Kind, Case]:
    def case(report: str | bytes, result: str | None, front: str = "") -> Case:
        files = {"d.md": document("human-oversight", front=front), "j.xml": report}
        sees = _is_old if front else lambda fact: fact["values"]["stop"]["result"] == result
        return Case(files, {"plan": "d.md", "stop": {"report": "j.xml", "test": "test_stop"}}, sees)

    suite = '<testsuites><testsuite name="s" timestamp="2027-11-02T10:00:00">{}</testsuite></testsuites>'
    junit = suite.format('<testcase name="test_stop">{}</testcase>')
    bomb = "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><testsuites>&b;</testsuites>"
    return {
        "passing": case(junit.format(""), "passed"),
        "failing": case(junit.format("<failure/>"), "failed"),
        "placeholder": case(junit.format("<skipped/>"), "skipped"),
        "stale": case(junit.format(""), "passed", OLD),
        "hostile": case(bomb, None),
    }


def _marking() -> dict[Kind, Case]:
    declared = {"concept": "d.md", "samples": {"image": ["a.png"]}}

    def case(content: bytes, sees: Callable[[Any], bool], front: str = "", said: str = "") -> Case:
        words = {"said": said} if said else {}
        return Case({"d.md": document("output-marking", front=front, **words), "a.png": content}, declared, sees)

    marked = picture(packet=xmp(TRAINED))
    return {
        "passing": case(marked, lambda fact: fact["items"][0]["layers"] == ["metadata"]),
        "failing": case(picture(), lambda fact: fact["items"][0]["layers"] == []),
        "placeholder": case(marked, _unanswered, said="TODO"),
        "stale": case(marked, _is_old, OLD),
        "hostile": case(b"\x89PNG\r\n\x1a\n" + b"\xff" * 9999, lambda fact: fact["items"][0]["layers"] == []),
    }


NOTICE = "You are chatting with an AI system."


def _notices() -> dict[Kind, Case]:
    def case(page: str, standing: str, notice: str = NOTICE, front: str = "") -> Case:
        declared = {
            "interfaces": [{"file": "i.html", "language": "en"}],
            "notices": {"en": notice},
            "description": "d.md",
        }
        sees = _is_old if front else lambda fact: fact["items"][0]["notice"] == standing
        return Case({"i.html": page, "d.md": document("chat-notice", front=front)}, declared, sees)

    field_ = "<input>"
    return {
        "passing": case(f"<p>{NOTICE}</p>{field_}", "present"),
        "failing": case(f"{field_}<p>{NOTICE}</p>", "after-input"),
        "placeholder": case(f"<p>TODO</p>{field_}", "not-a-notice", notice="TODO"),
        "stale": case(f"<p>{NOTICE}</p>{field_}", "present", front=OLD),
        "hostile": case("<a b='" * 9_999, "absent"),
    }


def _labels(evidence: str, ref: str) -> dict[Kind, Case]:
    def case(page: str, state: str, label: str = "Made with AI", front: str = "") -> Case:
        declared = {"samples": [{"file": "p.html", "label": label}], "description": "d.md"}
        sees = _is_old if front else lambda fact: fact["elements"][ref]["state"] == state
        return Case({"p.html": page, "d.md": document(evidence, front=front)}, declared, sees)

    return {
        "passing": case("<p>Made with AI</p>", "present"),
        "failing": case("<p>Made by us</p>", "insufficient"),
        "placeholder": case("<p>TODO</p>", "insufficient", label="TODO"),
        "stale": case("<p>Made with AI</p>", "present", front=OLD),
        "hostile": case("<p hidden>" * 9_999 + "Made with AI", "insufficient"),
    }


def _changes() -> dict[Kind, Case]:
    def case(text: str, sees: Callable[[Any], bool]) -> Case:
        return Case({"c.yaml": text}, "c.yaml", sees)

    entry = "- {date: 2027-10-01, version: 2.3.0, what: More layers, significant: false, "
    entry += "decision: Small, decided_by: C. M.}\n"
    decided = day("2027-10-01")
    return {
        "passing": case(entry, lambda fact: (fact["state"], fact["values"]["last_decided"]) == ("present", decided)),
        "failing": case(entry.replace("significant: false, ", ""), lambda fact: fact["values"]["last_decided"] is None),
        "placeholder": case(entry.replace("Small", "TBD"), lambda fact: fact["values"]["last_decided"] is None),
        "stale": case(entry.replace("2027", "2024"), lambda fact: fact["values"]["last_decided"] == day("2024-10-01")),
        "hostile": case("- &a [*a]\n", lambda fact: fact["state"] == "unreadable"),
    }


TABLE: dict[str, Collected] = {
    PLAIN: Collected("risk-management", _documents("risk-management")),
    "accuracy-robustness": Collected("accuracy-robustness", _metrics()),
    "record-keeping": Collected("record-keeping", _logs()),
    "deployer-logs": Collected("deployer-logs", _deployer_logs()),
    "human-oversight": Collected("human-oversight", _oversight()),
    "output-marking": Collected("output-marking", _marking()),
    "chat-notice": Collected("chat-notice", _notices()),
    "deep-fake-label": Collected("deep-fake-label", _labels("deep-fake-label", "50(4)-df")),
    "public-text-label": Collected("public-text-label", _labels("public-text-label", "50(4)-txt")),
    "design-changes": Collected("design-changes", _changes()),
}


def test_no_collector_is_without_its_cases() -> None:
    assert set(TABLE) == {PLAIN, *COLLECTORS}
    assert {name: set(one.cases) for name, one in TABLE.items()} == {name: set(KINDS) for name in TABLE}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TABLE)
def test_collector(repo: Repo, name: str, kind: Kind) -> None:
    case = TABLE[name].cases[kind]
    repo.elements = LAW
    for file, content in case.files.items():
        repo.write(file, content)
    fact = repo.fact(TABLE[name].evidence, case.declared)
    assert fact["state"] in STATES
    assert case.sees(fact), fact
    if kind == "passing":
        assert fact["state"] == "present" or name in {"deployer-logs", "output-marking", "chat-notice"}, fact


@pytest.mark.parametrize("evidence", [name for name in LAW.documents if LAW.of(name).elements])
def test_every_document_in_every_kind(repo: Repo, evidence: str) -> None:
    """No list of elements is special: what the first one shows holds for all."""
    repo.elements = LAW
    described = ("record-keeping", "deployer-logs", "chat-notice", "accuracy-robustness")
    forms = {"human-oversight": "plan", "output-marking": "concept", **dict.fromkeys(described, "description")}

    def declare(name: str) -> Any:
        key = forms.get(evidence)
        return {key: name} if key else name

    for kind, case in _documents(evidence, declare).items():
        for file, content in case.files.items():
            repo.write(file, content)
        fact = Repo(repo.root, LAW).fact(evidence, case.declared)
        if evidence in {"chat-notice", "output-marking", "deep-fake-label", "public-text-label"} and kind != "stale":
            continue  # what is seen by people and machines decides there, see above
        assert case.sees(fact), (kind, fact)

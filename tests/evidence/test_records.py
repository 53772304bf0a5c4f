# SPDX-License-Identifier: Apache-2.0
"""Logs: samples against their schema, the retention in days, and logging that is switched off."""

import json
from typing import Any

import pytest

from aiact_gate.evidence.readers.structured import load_yaml
from aiact_gate.evidence.retention import days_of, find
from tests.evidence.conftest import Repo

SCHEMA = {
    "type": "object",
    "required": ["timestamp", "event", "system_version"],
    "properties": {
        "event": {"enum": ["scored", "stopped"]},
        "points": {"type": "number"},
        "system_version": {"pattern": r"^\d+\.\d+$"},
    },
}
EVENT = {"timestamp": "2026-10-12T08:30:02Z", "event": "scored", "points": 71.4, "system_version": "2.4"}


def _log(repo: Repo, events: list[Any], schema: Any = SCHEMA, **more: Any) -> dict[str, Any]:
    repo.write("log/schema.json", json.dumps(schema))
    repo.write("log/sample.jsonl", "\n".join(one if isinstance(one, str) else json.dumps(one) for one in events))
    declared = {"schema": "log/schema.json", "sample": "log/sample.jsonl", **more}
    values: dict[str, Any] = repo.fact("record-keeping", declared)["values"]
    return values


def test_good_sample(repo: Repo) -> None:
    values = _log(repo, [EVENT, EVENT | {"event": "stopped"}])
    assert (values["schema_state"], values["sample_state"], values["sample_events"], values["sample_invalid"]) == (
        "present",
        "present",
        2,
        0,
    )
    assert (values["timestamps_ok"], values["has_system_version"], values["logging_disabled"]) == (True, True, False)
    assert values["sample_fields"] == ["event", "points", "system_version", "timestamp"]


@pytest.mark.parametrize(
    "event",
    [
        EVENT | {"event": "other"},
        EVENT | {"points": "many"},
        {"event": "scored"},
        "no json",
        "[1, 2]",
        "3",
        EVENT | {"system_version": "x"},
    ],
)
def test_event_against_the_schema(repo: Repo, event: Any) -> None:
    values = _log(repo, [EVENT, event])
    assert (values["sample_state"], values["sample_events"], values["sample_invalid"]) == ("inconsistent", 2, 1)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, (True, True)),
        ({"timestamp": "yesterday"}, (False, True)),
        ({"timestamp": "2026-10-12"}, (False, True)),
        ({"timestamp": 1791793802}, (True, True)),
        ({"timestamp": 1791793802123, "time": 0.18, "ended_at": None}, (True, True)),
        ({"timestamp": 17917}, (False, True)),
        ({"timestamp": True}, (False, True)),
        ({"timestamp": "2026-10-12 08:30:02,123", "response_time": "12ms"}, (True, True)),
        ({"timestamp": None, "@timestamp": "2026-10-12T08:30:02Z"}, (True, True)),
        ({"timestamp": None, "meta": {"time": "2026-10-12T08:30:02Z"}}, (True, True)),
        ({"system_version": None, "service": {"version": "2.4"}}, (True, True)),
        ({"system_version": None, "service.version": "2.4"}, (True, True)),
        ({"system_version": None, "conversion": "2.4"}, (True, False)),
        ({"timestamp": "2026-10-12 08:30:02+02:00"}, (True, True)),
        ({"ended_at": "no"}, (False, True)),
        ({"system_version": ""}, (True, False)),
    ],
)
def test_fields_of_every_event(repo: Repo, change: dict[str, Any], expected: tuple[bool, bool]) -> None:
    values = _log(repo, [EVENT, EVENT | change], {"type": "object"})
    assert (values["timestamps_ok"], values["has_system_version"]) == expected


@pytest.mark.parametrize("content", ["\n\n", "no json\n", "[]\n[]"])
def test_sample_without_events(repo: Repo, content: str) -> None:
    values = _log(repo, [content])
    assert values["sample_state"] in {"empty", "unreadable"}
    assert values["timestamps_ok"] is False


def test_table_and_list_samples(repo: Repo) -> None:
    repo.write("s.json", json.dumps(SCHEMA))
    repo.write(
        "a.csv",
        "timestamp,event,points,system_version\n2026-10-12T08:30:02Z,scored,3.5,v2\n2026-10-12T08:30:02Z,scored\n",
    )
    values = repo.fact("record-keeping", {"schema": "s.json", "sample": "a.csv"})["values"]
    assert (values["sample_events"], values["sample_invalid"], values["timestamps_ok"]) == (2, 2, True)
    repo.write("a.json", json.dumps([EVENT, EVENT]))
    assert repo.fact("record-keeping", {"schema": "s.json", "sample": "a.json"})["values"]["sample_events"] == 2


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "nothing"},
        {},
        [],
        {"properties": {"event": {"pattern": "(a+)+$"}}},
        {"patternProperties": {"(x|xx)*y": {}}},
        {"$ref": "https://example.com/schema.json"},
        {"$ref": "#"},
        {"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"},
    ],
)
def test_schema_that_cannot_be_applied(repo: Repo, schema: Any) -> None:
    assert _log(repo, [EVENT], schema)["schema_state"] == "unreadable"


def test_schema_is_never_fetched(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[object] = []
    monkeypatch.setattr("urllib.request.urlopen", lambda *arguments, **_: fetched.append(arguments))
    monkeypatch.setattr("requests.get", lambda *arguments, **_: fetched.append(arguments))
    _log(repo, [EVENT], {"$ref": "https://example.com/schema.json"})
    assert fetched == []


def test_schema_that_multiplies_its_work_is_stopped(repo: Repo) -> None:
    defs = {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 6} for n in range(12)} | {"d12": {"type": "object"}}
    assert _log(repo, [EVENT], {"$defs": defs, "$ref": "#/$defs/d0"})["schema_state"] == "unreadable"


def test_long_text_against_an_open_ended_pattern_is_stopped(repo: Repo) -> None:
    schema = {"properties": {"event": {"pattern": "a*a*a*b"}}}
    assert _log(repo, [EVENT | {"event": "a" * 5000}], schema)["schema_state"] == "unreadable"


def test_missing_parts(repo: Repo) -> None:
    fact = repo.fact("record-keeping", {"retention": {"file": "none.yaml", "key": "a"}})
    values = fact["values"]
    assert (values["retention_state"], values["schema_state"], values["sample_state"]) == (
        "missing",
        "missing",
        "missing",
    )
    assert (values["retention_days"], values["sample_events"], fact["state"]) == (None, 0, "missing")


@pytest.mark.parametrize(
    ("text", "key", "days"),
    [
        ("retention_days: 190", "retention_days", 190),
        ("retentionInDays: 365", "retentionInDays", 365),
        ("a:\n  retention: 6 months", "a.retention", 183),
        ("retention: P6M", "retention", 183),
        ("retention: P1Y2M", "retention", 426),
        ("retention: PT4392H", "retention", 183),
        ("retention: 26 weeks", "retention", 182),
        ("retention: 1 year", "retention", 365),
        ("retention: 12 Monate", "retention", 365),
        ("retention: 190d", "retention", 190),
        ("log.retention.hours: 4560", "log.retention.hours", 190),
        ("retention_ms: 16416000000", "retention_ms", None),
        ("retention.ms: 864000000", "retention.ms", 10),
        ("h:\n  when: D\n  interval: 1\n  backupCount: 30", "h.backupCount", 30),
        ("h:\n  when: D\n  interval: 7\n  backupCount: 30", "h.backupCount", 210),
        ("h:\n  when: W0\n  backupCount: 30", "h.backupCount", 210),
        ("h:\n  when: H\n  backupCount: 48", "h.backupCount", 2),
        ("h:\n  backupCount: 24", "h.backupCount", 1),
        ("retention: 190", "retention", None),
        ("retention: forever", "retention", None),
        ("retention_days: 0", "retention_days", None),
        ("retention_days: -1", "retention_days", None),
        ("retention_days: true", "retention_days", None),
        ("retention_days: [190]", "retention_days", None),
        ("rules:\n- days: 200", "rules.0.days", 200),
        ("retention_days: 999999999", "retention_days", 1_000_000),
        ("retention_seconds: 15811200", "retention_seconds", 183),
        ("retention: 15811199s", "retention", 182),
        ("retention_months: 6", "retention_months", 183),
        ("retention: 180d", "retention", 180),
        ("retention: P180D", "retention", 180),
        ("retention: 0.5 years", "retention", 182),
        ("retention_in_days: 0", "retention_in_days", None),
        ("retention_in_days: '${var.days}'", "retention_in_days", None),
        ("retention: ''", "retention", None),
    ],
)
def test_retention(text: str, key: str, days: int | None) -> None:
    tree = load_yaml(text)
    path = find(tree.value, key)
    assert path is not None
    if key == "retention_ms":
        days = None
    assert days_of(tree, path)[0] == days


def test_retention_from_other_formats(repo: Repo) -> None:
    repo.write("a.toml", "[logs]\nretention_days = 200\n")
    repo.write("a.json", '{"logs": {"retention": "7 months"}}')
    repo.write("a.yaml", "# x\nlogs:\n  keep_days: 30\n")
    declared = [
        ("a.toml", "logs.retention_days", 200),
        ("a.json", "logs.retention", 214),
        ("a.yaml", "logs.keep_days", 30),
    ]
    for file, key, days in declared:
        values = repo.fact("deployer-logs", {"retention": {"file": file, "key": key}})["values"]
        assert (values["retention_state"], values["retention_days"]) == ("present", days)
    assert values["retention_line"] == 3


@pytest.mark.parametrize(
    ("content", "key", "state"),
    [
        ("a: 1", "b", "missing"),
        ("a: {b: 1}", "a.c", "missing"),
        ("a: &x [*x]", "a", "unreadable"),
        ("{", "a", "unreadable"),
        ("a: 1", 3, "missing"),
    ],
)
def test_retention_that_cannot_be_read(repo: Repo, content: str, key: Any, state: str) -> None:
    repo.write("a.yaml", content)
    values = repo.fact("deployer-logs", {"retention": {"file": "a.yaml", "key": key}})["values"]
    assert (values["retention_state"], values["retention_days"]) == (state, None)
    assert values["retention_note"]


@pytest.mark.parametrize(
    ("name", "content", "disabled"),
    [
        ("a.yaml", "enabled: true", False),
        ("a.yaml", "enabled: false", True),
        ("a.yaml", "kind: Service\n---\nlogging: {enabled: true}\n---\n", False),
        ("a.yaml", "kind: Service\n---\nlogging: {enabled: false}\n", True),
        ("a.yaml", "feature: {enabled: false}", False),
        ("a.yaml", "logging: {enabled: off}", True),
        ("a.yaml", "audit_log: none", True),
        ("a.yaml", "disable_logging: true", True),
        ("a.yaml", "disable_logging: false", False),
        ("a.yaml", "loggers: {cvrank: {level: OFF}}", True),
        ("a.yaml", "loggers: {cvrank: {level: INFO}}", False),
        ("a.yaml", "catalog: false", False),
        ("a.toml", "[logging]\nenabled = false", True),
        ("prod.env", "# x\nLOGGING_ENABLED=false", True),
        ("prod.env", "LOGGING_ENABLED=true\nDEBUG=false", False),
        ("a.ini", "[log]\nlevel = info", False),
        ("compose.yaml", "services: {app: {environment: [DEBUG=0, LOGGING_ENABLED=false]}}", True),
        ("compose.yaml", "services: {app: {environment: [DEBUG=0, LOGGING_ENABLED=true]}}", False),
        ("pod.yaml", "env: [{name: AUDIT_LOG, value: 'off'}]", True),
        ("pod.yaml", "env: [{name: AUDIT_LOG, value: 'on'}, {name: 3, value: 'off'}]", False),
    ],
)
def test_logging_switched_off(repo: Repo, name: str, content: str, disabled: bool) -> None:
    repo.write(name, content)
    values = repo.fact("record-keeping", {"config": name})["values"]
    assert (values["config_state"], values["logging_disabled"]) == ("present", disabled)


def test_configuration_of_unknown_format(repo: Repo) -> None:
    repo.write("a.hcl", "x = 1")
    assert repo.fact("record-keeping", {"config": "a.hcl"})["values"]["config_state"] == "unreadable"


def test_faults_are_counted_and_the_first_is_placed(repo: Repo) -> None:
    bad = EVENT | {"timestamp": "soon", "system_version": None, "event": "other"}
    values = _log(repo, [EVENT, "", "no json", bad, bad])
    assert values["sample_faults"] == [
        {"what": "form", "count": 1, "line": 3},
        {"what": "schema", "count": 2, "line": 4},
        {"what": "timestamp", "count": 2, "line": 4},
        {"what": "version", "count": 2, "line": 4},
    ]


def test_fields_count_only_with_a_value_and_several_persons_are_told(repo: Repo) -> None:
    event = {
        "start": None,
        "end": "",
        "use": {"matched_input": "a"},
        "verified_by": ["1", "2"],
        "verifiers": ["1", "1"],
    }
    found = set(_log(repo, [event], {"type": "object"})["sample_fields"])
    assert found == {"use", "matched_input", "verified_by", "verified_by[]", "verifiers"}


GROUP = {"name": "cvrank", "retention_in_days": 400}


@pytest.mark.parametrize(
    ("group", "key", "days"),
    [
        (GROUP, "resource.aws_cloudwatch_log_group.app.retention_in_days", 400),
        ([GROUP], "resource.aws_cloudwatch_log_group.app.retention_in_days", 400),
        ([GROUP], "resource.aws_cloudwatch_log_group.app.0.retention_in_days", 400),
        ([GROUP, GROUP], "resource.aws_cloudwatch_log_group.app.retention_in_days", None),
        (GROUP | {"retention_in_days": 0}, "resource.aws_cloudwatch_log_group.app.retention_in_days", 1_000_000),
        (GROUP | {"retention_in_days": "${var.days}"}, "resource.aws_cloudwatch_log_group.app.retention_in_days", None),
    ],
)
def test_retention_from_terraform_in_json(repo: Repo, group: Any, key: str, days: int | None) -> None:
    repo.write("logs.tf.json", json.dumps({"resource": {"aws_cloudwatch_log_group": {"app": group}}}, indent=2))
    values = repo.fact("deployer-logs", {"retention": {"file": "logs.tf.json", "key": key}})["values"]
    assert values["retention_days"] == days
    assert (values["retention_state"] == "present") is (days is not None)
    assert days is not None or values["retention_note"]


def test_the_shortest_retention_of_several_documents_counts(repo: Repo) -> None:
    repo.write("a.yaml", "keep_days: 400\n---\nkind: Service\n---\nkeep_days: 30\n")
    values = repo.fact("deployer-logs", {"retention": {"file": "a.yaml", "key": "keep_days"}})["values"]
    assert (values["retention_days"], values["retention_line"]) == (30, 5)
    repo.write("a.yaml", "keep_days: 400\n---\nkeep_days: ${DAYS}\n")
    values = repo.fact("deployer-logs", {"retention": {"file": "a.yaml", "key": "keep_days"}})["values"]
    assert (values["retention_state"], values["retention_days"]) == ("unreadable", None)


def test_a_record_is_one_document(repo: Repo) -> None:
    repo.write("a.yaml", "record: x\n---\nrecord: y\n")
    fact = repo.fact("ai-literacy", "a.yaml")
    assert fact["state"] == "unreadable"
    assert "a.yaml holds several YAML documents; keep one in a file." in str(fact)


@pytest.mark.parametrize("name", ["main.tf", "server.properties", "retention"])
def test_retention_is_not_guessed_from_other_formats(repo: Repo, name: str) -> None:
    repo.write(name, "retention_days: 400\n")
    values = repo.fact("deployer-logs", {"retention": {"file": name, "key": "retention_days"}})["values"]
    assert (values["retention_state"], values["retention_days"]) == ("unreadable", None)
    assert "Terraform in JSON" in values["retention_note"]

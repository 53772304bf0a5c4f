# SPDX-License-Identifier: Apache-2.0
"""The configuration: where it is found, what it may say, and that the command line wins."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from aiact_gate import config
from aiact_gate.cli.settings import question, settings
from aiact_gate.configkeys import KEYS
from aiact_gate.engine.select import EngineChoice
from aiact_gate.errors import UsageError
from aiact_gate.resources import schemas_dir

SCHEMA = json.loads((schemas_dir() / "config.v1.json").read_text(encoding="utf-8"))
FULL = """\
paths = ["services"]
exclude = ["templates/*"]
fail_on = "warn"
lead_days = 30
engine = "embedded"
opa_url = "http://127.0.0.1:8181"
opa_ca = "tls/ca.pem"
opa_cert = "tls/gate.pem"
opa_key = "tls/gate-key.pem"
outputs = ["json=out/report.json"]
profile = "provider"
policies = ["house-rules"]
waivers = "legal/waivers.yaml"
max_waiver_days = 90
readings = {U1 = "strict"}

[severity]
"literacy/measures" = "error"
"""


def _repository(folder: Path) -> Path:
    (folder / "repo" / ".git").mkdir(parents=True)
    (folder / "repo" / "a" / "b").mkdir(parents=True)
    return folder / "repo"


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read_and_paths_count_from_the_file(tmp_path: Path) -> None:
    read = config.load(_write(tmp_path / config.NAME, FULL))
    assert read == config.Config(
        file=tmp_path / config.NAME,
        paths=(tmp_path / "services",),
        exclude=("templates/*",),
        fail_on="warn",
        lead_days=30,
        engine="embedded",
        opa_url="http://127.0.0.1:8181",
        opa_ca=tmp_path / "tls" / "ca.pem",
        opa_cert=tmp_path / "tls" / "gate.pem",
        opa_key=tmp_path / "tls" / "gate-key.pem",
        outputs=(f"json={tmp_path / 'out/report.json'}",),
        readings={"U1": "strict"},
        profile="provider",
        severity={"literacy/measures": "error"},
        policies=(tmp_path / "house-rules",),
        waivers=tmp_path / "legal" / "waivers.yaml",
        max_waiver_days=90,
    )


def test_the_schema_and_the_reader_know_the_same_keys() -> None:
    document = tomllib.loads(FULL)
    jsonschema.validate(document, SCHEMA)
    assert document.keys() == SCHEMA["properties"].keys()
    assert document.keys() == KEYS.keys()


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ("a = 1\n", 1, "the key a is not known", "known are paths"),
        ('# x\nfailon = "warn"\n', 2, "the key failon is not known", "did you mean fail_on?"),
        ('[severty]\n"a/b" = "error"\n', 1, "the key severty is not known", "did you mean severity?"),
        ('\nfail_on = "pass"\n', 2, "fail_on is 'pass'", "known are block, warn"),
        ("lead_days = -1\n", 1, "lead_days is -1", "from 0 to 3650"),
        ("lead_days = true\n", 1, "lead_days is True", "whole number"),
        ("max_waiver_days = 181\n", 1, "max_waiver_days is 181", "from 1 to 180"),
        ('engine = "opaa"\n', 1, "engine is 'opaa'", "did you mean opa?"),
        ('profile = "startr"\n', 1, "profile is 'startr'", "did you mean starter?"),
        ('paths = "a"\n', 1, "paths is not a list", "like"),
        ("policies = [1]\n", 1, "policies is not a list of texts", "like"),
        ('outputs = ["report.json"]\n', 1, "outputs holds 'report.json'", "FORMAT=PATH"),
        ("waivers = 1\n", 1, "waivers is not a text", "quotes"),
        ('readings = "strict"\n', 1, "readings is not a table", "U1"),
        ('[readings]\nU1 = "strict"\nU99 = "strict"\n', 3, "readings names U99", "U9"),
        ('[readings]\nU1 = "harsh"\n', 2, "readings of U1 is 'harsh'", "cautious or strict"),
        ('[readings]\nU5 = "strict"\n', 2, "U5 cannot be strict", "leave it out"),
        ('[severity]\n"literacy/measures" = "note"\n', 2, "severity of literacy/measures is 'note'", "raised"),
        ("severity = 1\n", 1, "severity is not a table", "family/rule"),
        ("a = \n", 1, "not TOML", ""),
    ],
)
def test_a_fault_is_told_with_its_line_and_how_to_mend_it(
    tmp_path: Path, text: str, line: int, said: str, hint: str
) -> None:
    path = _write(tmp_path / config.NAME, text)
    with pytest.raises(UsageError) as caught:
        config.load(path)
    assert caught.value.message.startswith(f"{path}:{line}: ")
    assert said in caught.value.message
    assert hint in caught.value.hint


def test_the_line_of_a_table_in_pyproject(tmp_path: Path) -> None:
    path = _write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n\n[tool.aiact-gate]\nfail-on = "warn"\n')
    with pytest.raises(UsageError, match=r"pyproject\.toml:5: the key fail-on is not known"):
        config.load(path)


def test_a_named_file_that_is_not_there_or_has_no_table_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        config.load(tmp_path / "no.toml")
    with pytest.raises(UsageError, match=r"has no table \[tool.aiact-gate\]"):
        config.load(_write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n'))


def test_the_nearest_file_counts_up_to_the_top_of_the_repository(tmp_path: Path) -> None:
    repo = _repository(tmp_path)
    _write(tmp_path / config.NAME, "lead_days = 1\n")
    deep = repo / "a" / "b"
    assert config.find((deep,)) is None
    project = _write(repo / "pyproject.toml", "[tool.aiact-gate]\nlead_days = 2\n")
    assert config.find((deep,)) == project
    own = _write(repo / config.NAME, "lead_days = 3\n")
    assert config.find((deep,)) == own
    near = _write(repo / "a" / config.NAME, "lead_days = 4\n")
    assert config.find((deep,)) == near
    assert config.find((deep / "ai-system.yaml", repo / "a")) == near
    assert config.find((deep, repo)) == own


def test_a_pyproject_of_others_says_nothing(tmp_path: Path) -> None:
    repo = _repository(tmp_path)
    _write(repo / "a" / "pyproject.toml", "[tool.other]\nx = 1\n")
    own = _write(repo / config.NAME, "")
    assert config.find((repo / "a",)) == own


def test_without_a_repository_only_the_folder_itself_is_asked(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    own = _write(tmp_path / config.NAME, "")
    assert config.find((tmp_path / "a",)) is None
    assert config.find((tmp_path,)) == own


def test_the_configuration_speaks_where_the_command_line_is_silent(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / config.NAME, "".join(line for line in FULL.splitlines(keepends=True) if "opa_" not in line))
    found = settings({"as_of": "2027-12-02"})
    request = found.request
    assert (request.paths, request.exclude, request.lead_days) == ((tmp_path / "services",), ("templates/*",), 30)
    assert (request.engine.kind, request.engine.url) == ("embedded", None)
    assert (request.profile.name, request.readings) == ("provider", {"U1": "strict"})
    assert (request.policies, request.severity) == ((tmp_path / "house-rules",), {"literacy/measures": "error"})
    assert request.concessions is not None
    assert (request.concessions.waivers, request.concessions.max_waiver_days) == (
        tmp_path / "legal" / "waivers.yaml",
        90,
    )
    assert (found.fail_on, found.outputs) == ("warn", (f"json={tmp_path / 'out/report.json'}",))


def test_the_command_line_wins_and_policies_add_up(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / config.NAME, FULL)
    said = {
        "paths": (Path("here"),),
        "exclude": ("x",),
        "fail_on": "block",
        "lead_days": 0,
        "engine": "opa",
        "outputs": ("text=t.txt",),
        "profile": "gpai",
        "policies": (Path("more"), Path("house-rules")),
        "waivers": Path("w.yaml"),
        "no_waivers": True,
    }
    found = settings({"config": tmp_path / config.NAME, **said})
    request = found.request
    assert (request.paths, request.exclude, request.lead_days) == ((Path("here"),), ("x",), 0)
    assert (request.engine.kind, request.engine.url) == ("opa", None)
    assert (request.profile.name, found.fail_on, found.outputs) == ("gpai", "block", ("text=t.txt",))
    assert [folder.name for folder in request.policies] == ["house-rules", "more"]
    assert request.concessions is not None
    assert (request.concessions.waivers, request.concessions.use_waivers) == (Path("w.yaml"), False)


def test_a_profile_sets_what_nobody_said(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert settings({}).request.lead_days == 0
    strict = settings({"profile": "strict"}).request
    assert (strict.lead_days, strict.readings["U1"]) == (90, "strict")
    _write(tmp_path / config.NAME, 'profile = "strict"\nlead_days = 5\nreadings = {U1 = "cautious"}\n')
    own = settings({}).request
    assert (own.lead_days, own.readings["U1"], own.readings["U2"]) == (5, "cautious", "strict")


def test_a_question_is_not_answered_by_waivers_or_profiles(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / config.NAME, 'profile = "starter"\nexclude = ["x"]\n')
    asked = question({"paths": ()})
    assert (asked.concessions, asked.profile.warns, asked.exclude) == (None, frozenset(), ("x",))


def test_only_a_file_that_was_named_may_name_a_server_or_reach_outside(tmp_path: Path) -> None:
    repo = _repository(tmp_path)
    for line, said in (
        ('opa_url = "http://127.0.0.1:8181"', "does not choose the server"),
        ('opa_ca = "ca.pem"', "does not choose the server"),
        ('policies = ["../rules"]', "policies names a place outside"),
        ('outputs = ["json=/srv/report.json"]', "outputs names a place outside"),
        ('waivers = "../../w.yaml"', "waivers names a place outside"),
    ):
        path = _write(repo / config.NAME, line + "\n")
        with pytest.raises(UsageError, match=said):
            settings({"paths": (repo,)})
        assert settings({"paths": (repo,), "config": path}).request.paths == (repo,)


def test_a_named_file_says_how_to_reach_the_server_and_an_option_sets_all_of_it_aside(tmp_path: Path) -> None:
    path = _write(tmp_path / config.NAME, FULL)
    tls = tmp_path / "tls"
    files = {"ca": tls / "ca.pem", "cert": tls / "gate.pem", "key": tls / "gate-key.pem"}
    engine = settings({"config": path}).request.engine
    assert engine == EngineChoice(kind="embedded", url="http://127.0.0.1:8181", **files)
    engine = settings({"config": path, "opa_ca": tls / "other.pem"}).request.engine
    assert engine == EngineChoice(ca=tls / "other.pem")

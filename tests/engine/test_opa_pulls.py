# SPDX-License-Identifier: Apache-2.0
"""One bundle, many gates: a real OPA pulls what `aiact-gate bundle` wrote, and `check --opa-url` judges with it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aiact_gate.engine.select import TOKEN_VARIABLE, EngineChoice, select
from aiact_gate.errors import EngineError
from aiact_gate.policy.files import load_policies
from tests.engine.served import Host, host, opa_server, pulling
from tests.support import EXAMPLES

HIRING = EXAMPLES / "hiring-highrisk"
DAY = ("--as-of", "2027-12-02")
RULE = """# METADATA
# title: A demonstration
# description: Never satisfied.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 4"]
#   obligations: [AIA-4-1]
#   due: literacy
#   severity: error
#   evidence: [evidence.ai-literacy]
#   remediation: None.
package aiact.custom.house["demo"]

default applicable := "undetermined"

applicable := "yes"

default satisfied := false

elements := []

reasons := {"it is a demonstration"}
"""


def gate(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "aiact_gate", *map(str, arguments)],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one sentence of a run that could not judge; its hint may follow on a line of its own."""
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    first, *rest = done.stderr.splitlines()
    assert len(rest) <= 1, done.stderr
    assert all("hint: " in line for line in rest), done.stderr
    return first


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    file = tmp_path_factory.mktemp("host") / "aiact-gate.tar.gz"
    written = gate("bundle", file)
    assert written.returncode == 0, written.stderr
    with host(file) as told:
        yield told


@pytest.fixture(scope="module")
def server(company: Host, opa_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with opa_server(opa_path, tmp_path_factory.mktemp("opa"), pulling(company)) as url:
        yield url


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house-rules"
    (folder / "house" / "demo").mkdir(parents=True)
    (folder / "house" / "demo" / "rule.rego").write_text(RULE, encoding="utf-8")
    return folder


def test_what_was_pulled_judges_as_the_embedded_engine_does(server: str, company: Host) -> None:
    pulled, embedded = (
        gate("check", HIRING, *DAY, "--format", "json", *engine)
        for engine in (("--opa-url", server), ("--engine", "embedded"))
    )
    assert company.asked >= 1
    assert pulled.returncode == embedded.returncode == 1, pulled.stderr
    reports = [json.loads(done.stdout) for done in (pulled, embedded)]
    assert [report.pop("run")["engine"]["name"] for report in reports] == ["opa", "embedded"]
    assert reports[0] == reports[1]


def test_rules_that_the_server_does_not_have_end_the_run(server: str, house: Path) -> None:
    said = sentence(gate("check", HIRING, *DAY, "--opa-url", server, "--policy", house))
    assert "has the revision" in said
    assert "is wanted" in said


def test_a_new_bundle_reaches_a_running_server(company: Host, opa_path: Path, tmp_path: Path, house: Path) -> None:
    file = tmp_path / "b.tar.gz"
    file.write_bytes(company.file.read_bytes())
    with host(file) as told, opa_server(opa_path, tmp_path, pulling(told)) as url:
        assert gate("check", HIRING, *DAY, "--opa-url", url).returncode == 1
        assert gate("bundle", file, "--policy", house).returncode == 0
        limit = time.monotonic() + 20
        while True:
            done = gate("check", HIRING, *DAY, "--opa-url", url, "--policy", house)
            if done.returncode != 2 or time.monotonic() > limit:
                break
            time.sleep(0.2)
        assert done.returncode == 1, done.stderr
        assert "custom/house/demo" in done.stdout
        assert "has the revision" in sentence(gate("check", HIRING, *DAY, "--opa-url", url))


def test_a_server_without_the_bundle_ends_the_run(opa_path: Path, tmp_path: Path) -> None:
    with opa_server(opa_path, tmp_path, {}) as url:
        said = sentence(gate("check", HIRING, *DAY, "--opa-url", url))
    assert "holds no policies of the gate" in said


def test_a_server_that_is_away_ends_the_run() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        said = sentence(gate("check", HIRING, *DAY, "--opa-url", f"http://127.0.0.1:{port}"))
    assert f"no usable answer from http://127.0.0.1:{port}" in said
    assert "refused" in said


def test_a_server_that_is_slow_ends_the_run() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        started = time.monotonic()
        said = sentence(
            gate("check", HIRING, *DAY, "--opa-url", f"http://127.0.0.1:{listener.getsockname()[1]}", "--timeout", "2")
        )
    assert "2 seconds" in said
    assert time.monotonic() - started < 8


def test_a_server_that_dies_during_the_run_ends_it(company: Host, opa_path: Path, tmp_path: Path) -> None:
    with opa_server(opa_path, tmp_path, pulling(company)) as url:
        engine = select(EngineChoice(url=url, timeout=5), load_policies())
    with engine, pytest.raises(EngineError, match="no usable answer"):
        next(engine.evaluate([{}]))


def test_only_the_right_token_is_let_in(company: Host, opa_path: Path, tmp_path: Path) -> None:
    policy = tmp_path / "authz.rego"
    policy.write_text(
        'package system.authz\n\ndefault allow := false\n\nallow if input.identity == "sesame"\n\n'
        'allow if input.path == ["health"]\n',
        encoding="utf-8",
    )
    options = ("--authentication=token", "--authorization=basic", policy)
    with opa_server(opa_path, tmp_path, pulling(company), *options) as url:
        asked = ("check", HIRING, *DAY, "--opa-url", url)
        assert gate(*asked, **{TOKEN_VARIABLE: "sesame"}).returncode == 1
        refused = gate(*asked, **{TOKEN_VARIABLE: "opensaysme"})
        assert "answered 40" in sentence(refused)
        assert "opensaysme" not in refused.stderr
        assert "answered 40" in sentence(gate(*asked))


def test_check_tells_whether_a_bundle_is_current(company: Host, house: Path) -> None:
    same = gate("bundle", "--check", company.file)
    assert (same.returncode, same.stdout.split(": ")[1][:20]) == (0, "the bundle of revisi"), same.stderr
    other = gate("bundle", "--check", company.file, "--policy", house)
    assert (other.returncode, other.stdout.split(": ")[1][:11]) == (1, "not the bun")
    assert gate("bundle", "--check", "/nowhere/b.tar.gz").returncode == 2

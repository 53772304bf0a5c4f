# SPDX-License-Identifier: Apache-2.0
"""Fixtures that many tests share: a clean environment, and the engines that are present."""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aiact_gate.engine.select import EngineChoice
from aiact_gate.policy.bundle import write_bundle
from aiact_gate.policy.files import load_policies
from tests.support import Figure

pytest_plugins = ["tests.gotools"]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("GIT_") or name in ("NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_ACTIONS"):
            monkeypatch.delenv(name)


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    """Return what puts a figure into the JUnit report, from which docs/reliability.md is written."""
    return lambda name, value: request.node.user_properties.append((name, value))


@pytest.fixture
def every_engine(opa_or_none) -> list[EngineChoice]:
    """Return the embedded engine, and a real OPA where one can be built."""
    choices = [EngineChoice(kind="embedded")]
    if opa_or_none is not None:
        choices.append(EngineChoice(kind="opa", path=opa_or_none))
    return choices


@pytest.fixture(scope="session")
def standing_engines(
    opa_or_none: Path | None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[EngineChoice]]:
    """Yield the embedded engine and one real OPA for the session, for tests that judge hundreds of times."""
    choices = [EngineChoice(kind="embedded")]
    if opa_or_none is None:
        yield choices
        return
    bundle = tmp_path_factory.mktemp("opa") / "bundle.tar.gz"
    write_bundle(load_policies(), bundle)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(opa_or_none), "run", "--server", "--addr", f"127.0.0.1:{port}", "--log-level", "error"]
    process = subprocess.Popen([*command, "--disable-telemetry", "--bundle", str(bundle)])
    try:
        _wait_until_ready(port, process)
        yield [*choices, EngineChoice(kind="opa", url=f"http://127.0.0.1:{port}")]
    finally:
        process.terminate()
        process.wait(10)


def _wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "opa ended before it was ready"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/health?bundles")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("opa was not ready within 30 seconds")

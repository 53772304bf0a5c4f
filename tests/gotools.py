# SPDX-License-Identifier: Apache-2.0
"""Fixtures for the tools that are built with Go: real OPA as the oracle, regal as the linter."""

import os
from pathlib import Path

import pytest

from tools import gobuild

_MISSING: dict[str, str] = {}


def _tool(name: str) -> Path | None:
    try:
        return gobuild.executable(name)
    except gobuild.UnavailableError as error:
        if os.environ.get("AIACT_GATE_REQUIRE_GO") == "1":
            pytest.fail(f"{error}, and AIACT_GATE_REQUIRE_GO=1 asks for {name}", pytrace=False)
        _MISSING[name] = str(error)
        return None


def _present(name: str, tool: Path | None) -> Path:
    if tool is None:
        pytest.skip(f"{_MISSING[name].partition(chr(10))[0]}: tests that need {name} are skipped")
    return tool


@pytest.fixture(scope="session")
def opa_or_none() -> Path | None:
    """Return a real opa, or None where none can be built."""
    return _tool("opa")


@pytest.fixture(scope="session")
def opa_path(opa_or_none: Path | None) -> Path:
    """Return a real opa."""
    return _present("opa", opa_or_none)


@pytest.fixture(scope="session")
def regal_path() -> Path:
    """Return a real regal."""
    return _present("regal", _tool("regal"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once and loudly what was not tested."""
    for reason in sorted(set(_MISSING.values())):
        terminalreporter.write_line(f"{reason}: tests that need opa/regal are skipped", yellow=True)

# SPDX-License-Identifier: Apache-2.0
"""Fixtures for the tools that are built with Go: real OPA as the oracle, regal as the linter."""

import os
from pathlib import Path

import pytest

from tools import gobuild


def _tool(name: str) -> Path | None:
    try:
        return gobuild.executable(name)
    except gobuild.UnavailableError as error:
        if os.environ.get("AIACT_GATE_REQUIRE_GO") == "1":
            pytest.fail(f"{error}, and AIACT_GATE_REQUIRE_GO=1 asks for {name}", pytrace=False)
        return None


def _present(tool: Path | None) -> Path:
    if tool is None:
        pytest.skip("Go toolchain not found: tests that need opa/regal are skipped")
    return tool


@pytest.fixture(scope="session")
def opa_or_none() -> Path | None:
    """Return a real opa, or None where none can be built."""
    return _tool("opa")


@pytest.fixture(scope="session")
def opa_path(opa_or_none: Path | None) -> Path:
    """Return a real opa."""
    return _present(opa_or_none)


@pytest.fixture(scope="session")
def regal_path() -> Path:
    """Return a real regal."""
    return _present(_tool("regal"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once and loudly what was not tested."""
    skipped = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()) if report.longrepr]
    if any("Go toolchain not found" in reason for reason in skipped):
        terminalreporter.write_line("Go toolchain not found: tests that need opa/regal are skipped", yellow=True)

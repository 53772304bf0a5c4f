# SPDX-License-Identifier: Apache-2.0
"""Fixtures that many tests share: a clean environment, and the engines that are present."""

import os

import pytest

from aiact_gate.engine.select import EngineChoice

pytest_plugins = ["tests.gotools"]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("GIT_") or name in ("NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_ACTIONS"):
            monkeypatch.delenv(name)


@pytest.fixture
def every_engine(opa_or_none) -> list[EngineChoice]:
    """Return the embedded engine, and a real OPA where one can be built."""
    choices = [EngineChoice(kind="embedded")]
    if opa_or_none is not None:
        choices.append(EngineChoice(kind="opa", path=opa_or_none))
    return choices

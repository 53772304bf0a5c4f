# SPDX-License-Identifier: Apache-2.0
"""Fixtures with the small policies."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from aiact_gate.engine import embedded
from aiact_gate.policy.files import PolicySet, load_policies
from tests.engine.small import expect_selftest, write


@pytest.fixture
def _small_selftest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "EXPECTED", expect_selftest(tmp_path))


@pytest.fixture
def policies(tmp_path: Path, _small_selftest: None) -> PolicySet:
    """Return the small policies."""
    return load_policies(bundled=write(tmp_path / "policies"))


@pytest.fixture
def loaded(tmp_path: Path, _small_selftest: None) -> Callable[..., PolicySet]:
    """Return a function that loads the small policies with changes."""

    def load(changed: Mapping[str, str | None]) -> PolicySet:
        return load_policies(bundled=write(tmp_path / "changed", **changed))

    return load

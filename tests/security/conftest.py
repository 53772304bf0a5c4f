# SPDX-License-Identifier: Apache-2.0
"""A repository with one good system in it."""

import shutil
from pathlib import Path

import pytest

from tests.security import hostile


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    hostile.put(root, "good/ai-system.yaml", hostile.manifest())
    return root


@pytest.fixture
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip(hostile.NO_STRACE)

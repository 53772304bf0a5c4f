# SPDX-License-Identifier: Apache-2.0
"""What is published installs from a folder of locked wheels without a network, also without the engine."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.hostile import NIGHTLY
from tests.support import EXAMPLES, REPOSITORY

pytestmark = pytest.mark.skipif(not NIGHTLY, reason="fetches every locked package once; `tools/nightly.sh tests` does")
_LOCK = REPOSITORY / "requirements" / "action.txt"
_NEEDED = ["click", "gitpython", "jinja2", "jsonschema", "markdown-it-py", "markupsafe", "opa-python-client", "pyyaml"]


def _ran(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel of this project and of every locked package."""
    folder = tmp_path_factory.mktemp("wheels")
    fetch = ["download", "-q", "--require-hashes", "--only-binary", ":all:", "-r", _LOCK, "-d", folder]
    build = ["build", "--no-isolation", "--wheel", "--outdir", folder, REPOSITORY]
    for words in (["pip", *fetch], build):
        done = _ran(sys.executable, "-m", *words)
        assert done.returncode == 0, done.stderr
    return folder


def _environment(folder: Path, wheels: Path, *wanted: str | Path) -> Path:
    """Make a virtual environment from the folder alone; where the system allows it, with no network at all."""
    assert _ran(sys.executable, "-m", "venv", folder).returncode == 0
    (own,) = wheels.glob("aiact_gate-*.whl")
    cut_off = ["unshare", "-rn"] if shutil.which("unshare") and _ran("unshare", "-rn", "true").returncode == 0 else []
    for words in (["--find-links", wheels, *wanted], ["--no-deps", own]):
        done = _ran(*cut_off, folder / "bin" / "pip", "install", "-q", "--no-index", *words)
        assert done.returncode == 0, done.stderr
    return folder / "bin" / "aiact-gate"


def test_the_lock_and_the_wheel_are_all_that_is_needed(wheels: Path, tmp_path: Path) -> None:
    gate = _environment(tmp_path / "venv", wheels, "--require-hashes", "-r", _LOCK)
    done = _ran(gate, "check", EXAMPLES / "spam-filter", "--as-of", "2027-12-02")
    assert done.returncode == 0, done.stderr


def test_without_the_embedded_engine_a_real_opa_judges(wheels: Path, tmp_path: Path, opa_path: Path) -> None:
    gate = _environment(tmp_path / "venv", wheels, *_NEEDED)
    words = ("check", EXAMPLES / "spam-filter", "--as-of", "2027-12-02")
    refused = _ran(gate, *words)
    assert refused.returncode == 2
    assert "--engine opa" in refused.stderr
    done = _ran(gate, *words, "--engine", "opa", "--opa-path", opa_path)
    assert done.returncode == 0, done.stderr

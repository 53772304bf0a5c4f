# SPDX-License-Identifier: Apache-2.0
"""What the tests of the action share: its wheels, fetched once, and a copy of it as a user's runner would have it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.action.acting import Act
from tests.snapshot import copy_of_project, once
from tests.support import EXAMPLES, REPOSITORY


def _fetch_wheels(folder: Path) -> None:
    """Ask the package registry for exactly what the locks name; digests are checked here and again in the action."""
    locks = [argument for name in ("build", "action") for argument in ("-r", f"requirements/{name}.txt")]
    command = [sys.executable, "-m", "pip", "download", "-q", "--require-hashes", "--only-binary", ":all:"]
    subprocess.run([*command, "-d", str(folder), *locks], cwd=REPOSITORY, check=True, timeout=300)


DEFAULTS = {
    "paths": "",
    "as_of": "",
    "fail_on": "",
    "report_only": "false",
    "lead_days": "",
    "engine": "embedded",
    "url": "",
    "token": "",
    "ca": "",
    "cert": "",
    "key": "",
    "formats": "",
    "base": "auto",
    "target": "",
    "changed_only": "false",
    "trusted_ref": "",
    "config": "",
    "profile": "",
    "waivers": "",
    "no_waivers": "false",
    "baseline": "",
    "policies": "",
    "exclude": "",
}


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheels that the locks name."""
    return once(tmp_path_factory, "wheels", _fetch_wheels)


@pytest.fixture(scope="session")
def action_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project, the action in it."""
    return once(tmp_path_factory, "action-copy", copy_of_project)


@pytest.fixture
def act(tmp_path: Path, action_copy: Path, wheels: Path, opa_or_none: Path | None) -> Act:
    """Return a runner of workflows with a home of its own."""
    return Act(tmp_path / "home", action_copy, wheels, opa_or_none)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository of three systems, in `good`, `bad` and `undone`; the latter warns."""
    top = tmp_path / "repository"
    for name, example in {"good": "spam-filter", "bad": "hiring-highrisk", "undone": "credit-deployer"}.items():
        shutil.copytree(EXAMPLES / example, top / name)
    (top / "empty").mkdir()
    (top / "empty" / "README.md").write_text("Nothing to judge here.\n", encoding="utf-8")
    return top


@pytest.fixture
def entrypoint(tmp_path: Path) -> "Entrypoint":
    """Return the script of the action over an environment in which the gate is installed already."""
    return Entrypoint(tmp_path)


class Entrypoint:
    """The script of the action as the last step runs it, without the installation."""

    def __init__(self, folder: Path) -> None:
        self.temporary = folder / "runner"
        self.output = folder / "output.txt"
        self.summary_file = folder / "summary.md"
        python = self.temporary / "aiact-gate-venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
        python.chmod(0o755)
        (python.parent.parent / "installed").touch()

    def run(self, repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the script in the repository; the inputs have the action's defaults but for the engine."""
        given = {**DEFAULTS, **inputs}
        self.output.write_text("", encoding="utf-8")
        self.summary_file.write_text("", encoding="utf-8")
        environment = {
            **os.environ,
            **{f"AIACT_GATE_{name.upper()}": value for name, value in given.items()},
            "AIACT_GATE_PYTHON": sys.executable,
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary_file),
        }
        return subprocess.run(
            [REPOSITORY / "action" / "entrypoint.sh"],
            cwd=repository,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def outputs(self) -> dict[str, str]:
        """Return what the script wrote for the steps that follow."""
        lines = self.output.read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def summary(self) -> str:
        """Return what the script wrote for the run's page."""
        return self.summary_file.read_text(encoding="utf-8")

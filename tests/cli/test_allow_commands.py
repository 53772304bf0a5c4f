# SPDX-License-Identifier: Apache-2.0
"""Commands of a repository run only where the caller of the gate says so on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from aiact_gate.cli.check import command
from tests.support import RULES, lay_out


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    example = (RULES / "transparency/output-marking/pass.yaml").read_text(encoding="utf-8")
    declared = 'detector: {command: [sh, -c, "touch ran"], '
    lay_out(example.replace("detector: {", declared, 1), tmp_path)
    return tmp_path


def ran(folder: Path, *options: str) -> bool:
    done = CliRunner().invoke(command, [str(folder), "--as-of", "2026-12-02", *options], standalone_mode=False)
    assert done.exception is None, done.output
    return (folder / "ran").exists()


def test_nothing_runs_unasked(marked: Path) -> None:
    assert not ran(marked)


def test_it_runs_where_it_is_allowed(marked: Path) -> None:
    assert ran(marked, "--allow-commands")


def test_the_repository_cannot_allow_it_itself(marked: Path) -> None:
    (marked / ".aiact-gate.toml").write_text("allow-commands = true\n", encoding="utf-8")
    done = CliRunner().invoke(command, [str(marked)], standalone_mode=False)
    assert done.exception is not None
    assert not (marked / "ran").exists()

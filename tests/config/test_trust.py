# SPDX-License-Identifier: Apache-2.0
"""What a repository says by itself reaches nothing outside of it, whichever command asks and by whatever link."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.custom_rules.given import house_rule
from tests.support import EXAMPLES
from tests.waivers.given import book

WAIVE = ("waive", "literacy/measures", "spam-filter", "--owner", "a@example.org", "--expires", "2027-12-31")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    (folder / "ai-system.yaml").write_bytes((EXAMPLES / "spam-filter" / "ai-system.yaml").read_bytes())
    (tmp_path / "outside").mkdir()
    monkeypatch.chdir(folder)
    return folder


def gate(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aiact_gate", *words, "--as-of", "2027-12-02"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def waive(*more: str) -> subprocess.CompletedProcess[str]:
    return gate(*WAIVE, "--reason", "the course of this team is held in January", *more)


@pytest.mark.parametrize(
    "line", ['waivers = "../outside/w.yaml"', 'waivers = ".git/w.yaml"', 'policies = ["../rules"]']
)
def test_a_found_configuration_sends_waive_nowhere(repository: Path, line: str) -> None:
    (repository / ".aiact-gate.toml").write_text(line + "\n", encoding="utf-8")
    done = waive()
    assert done.returncode == 2, done.stderr
    assert "names a place outside the folder of the configuration" in done.stderr
    assert not list((repository.parent / "outside").iterdir())
    (repository / ".aiact-gate.toml").rename(repository.parent / "own.toml")
    (repository.parent / "own.toml").write_text('waivers = "outside/w.yaml"\n', encoding="utf-8")
    assert waive("--config", "../own.toml").returncode == 0  # a file that was named is trusted
    assert (repository.parent / "outside" / "w.yaml").is_file()


def test_waive_writes_to_the_top_of_the_repository_and_never_through_a_link(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = repository.parent / "outside" / "w.yaml"
    victim.write_text(book(), encoding="utf-8")
    (repository / "aiact-waivers.yaml").symlink_to(victim)
    (repository / "deep").mkdir()
    monkeypatch.chdir(repository / "deep")
    assert waive().returncode == 0
    assert victim.read_text(encoding="utf-8") == book()
    assert not (repository / "aiact-waivers.yaml").is_symlink()


def test_waivers_that_are_a_link_out_of_the_repository_are_refused(repository: Path) -> None:
    victim = repository.parent / "outside" / "w.yaml"
    victim.write_text(book(), encoding="utf-8")
    (repository / "aiact-waivers.yaml").symlink_to(victim)
    done = gate("check", "--engine", "embedded")
    assert (done.returncode, "aiact-waivers.yaml is a link that leads out" in done.stderr) == (2, True)
    assert gate("check", "--engine", "embedded", "--waivers", str(victim)).returncode == 0


def test_a_rule_that_is_a_link_out_of_the_repository_or_a_pipe_is_refused(repository: Path) -> None:
    house_rule(repository.parent / "outside")
    (repository / "rules" / "house").mkdir(parents=True)
    link = repository / "rules" / "house" / "rule.rego"
    link.symlink_to(next((repository.parent / "outside").rglob("rule.rego")))
    (repository / ".aiact-gate.toml").write_text('policies = ["rules"]\n', encoding="utf-8")
    done = gate("check", "--engine", "embedded")
    assert (done.returncode, "policies names a place outside" in done.stderr) == (2, True)
    link.unlink()
    os.mkfifo(link)
    done = gate("check", "--engine", "embedded")
    assert (done.returncode, "rule.rego is no file" in done.stderr) == (2, True)

# SPDX-License-Identifier: Apache-2.0
"""The hooks as teams install them: pre-commit builds its environment from a copy of the project and git commits.

The environments are built once for all tests, with the dependencies from the package registry.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from aiact_gate.config import NAME
from aiact_gate.signals.dependencies import is_dependency_file
from aiact_gate.waivers import NAME as WAIVERS
from tests.snapshot import TOOLS, commit_all, copy_of_project, once
from tests.support import EXAMPLES, REPOSITORY

_IDENTITY = ("-c", "user.name=A Person", "-c", "user.email=person@example.org", "-c", "commit.gpgsign=false")


@dataclass(frozen=True, slots=True)
class Team:
    """A repository of a team with the hooks installed, and the environment its people work in."""

    folder: Path
    environment: dict[str, str]

    def git(self, *command: str, **leaked: str) -> subprocess.CompletedProcess[str]:
        """Run git as a person would."""
        return subprocess.run(
            ["git", *_IDENTITY, *command],
            cwd=self.folder,
            env={**self.environment, **leaked},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def commit(self, *command: str, **leaked: str) -> tuple[bool, str]:
        """Try a commit; return whether it was made, and what was said."""
        before = self.git("rev-parse", "HEAD").stdout
        done = self.git("commit", "-m", "change", *command, **leaked)
        made = self.git("rev-parse", "HEAD").stdout != before
        assert made == (done.returncode == 0)
        return made, done.stdout + done.stderr

    def worktree(self, folder: Path) -> "Team":
        """Return a linked worktree of the repository."""
        assert self.git("worktree", "add", "-q", str(folder)).returncode == 0
        return Team(folder, self.environment)

    def write(self, name: str, text: str) -> None:
        """Write a file of the repository."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        """Add to a file of the repository."""
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def environment(home: Path) -> dict[str, str]:
    """Return a person's environment: this interpreter's tools first, nothing of the test run."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))}
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    return {
        **kept,
        "PATH": path,
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "store"),
        "PRE_COMMIT_COLOR": "never",
    }


def _project(folder: Path) -> None:
    copy_of_project(folder)
    commit_all(folder)


def configuration(project: Path) -> str:
    """Return what a team writes into .pre-commit-config.yaml."""
    revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=project, capture_output=True, text=True, check=True)
    return (
        f"repos:\n- repo: {project.as_uri()}\n  rev: {revision.stdout.strip()}\n"
        "  hooks: [{id: aiact-gate-schema}, {id: aiact-gate}]\n"
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project as a repository with one commit."""
    return once(tmp_path_factory, "hooks-project", _project)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Return a home in which pre-commit has built the hooks' environments."""

    def prepare(folder: Path) -> None:
        folder.mkdir()
        repository = folder / "first"
        repository.mkdir()
        (repository / ".pre-commit-config.yaml").write_text(configuration(project), encoding="utf-8")
        commit_all(repository)
        command = [sys.executable, "-m", "pre_commit", "install-hooks"]
        subprocess.run(command, cwd=repository, env=environment(folder), check=True, capture_output=True, timeout=300)

    return once(tmp_path_factory, "hooks-home", prepare)


@pytest.fixture
def team(tmp_path: Path, project: Path, home: Path) -> Iterator[Team]:
    """Return a repository whose system passes, with the hooks in place."""
    folder = tmp_path / "team"
    shutil.copytree(EXAMPLES / "spam-filter", folder)
    (folder / ".pre-commit-config.yaml").write_text(configuration(project), encoding="utf-8")
    commit_all(folder)
    made = Team(folder, environment(home))
    command = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(command, cwd=folder, env=made.environment, check=True, capture_output=True)
    yield made
    for path in (home / "store").glob("patch*"):
        path.unlink()


def break_the_schema(team: Team) -> None:
    """Answer a question in a way that the schema refuses."""
    team.append("ai-system.yaml", "no-such-group: true\n")


def block(team: Team) -> None:
    """Leave a group of questions unanswered: the schema allows it, the gate does not."""
    manifest = (team.folder / "ai-system.yaml").read_text(encoding="utf-8")
    team.write("ai-system.yaml", _without_group(manifest, "transparency"))


def _without_group(text: str, group: str) -> str:
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            skipping = line.startswith(f"{group}:")
        if not skipping:
            kept.append(line)
    assert len(kept) < len(text.splitlines())
    return "".join(kept)


def test_a_good_commit_passes_both_hooks(team: Team) -> None:
    team.append("ai-system.yaml", "# reviewed\n")
    made, said = team.commit("-a")
    assert made, said
    assert said.count("Passed") == 2, said


def test_a_manifest_against_the_schema_is_stopped(team: Team) -> None:
    break_the_schema(team)
    made, said = team.commit("-a")
    assert not made
    assert said.count("Failed") == 2
    assert "no-such-group" in said


def test_a_blocking_answer_is_stopped_by_the_gate_alone(team: Team) -> None:
    block(team)
    made, said = team.commit("-a")
    assert not made
    assert (said.count("Failed"), said.count("Passed")) == (1, 1), said
    assert "exit code: 1" in said
    assert "transparency" in said


def test_a_changed_document_lets_the_gate_judge_the_repository_not_the_document(team: Team) -> None:
    (team.folder / "docs").mkdir()
    team.write("docs/notes.md", "# Notes\n")
    team.git("add", "docs")
    made, said = team.commit()
    assert made, said
    assert (said.count("Passed"), said.count("Skipped")) == (1, 1), said


def test_what_does_not_concern_the_gate_does_not_start_it(team: Team) -> None:
    team.write("notes.txt", "nothing\n")
    team.git("add", "notes.txt")
    made, said = team.commit()
    assert made
    assert said.count("Skipped") == 2


def test_only_what_is_staged_is_judged(team: Team) -> None:
    good = (team.folder / "ai-system.yaml").read_text(encoding="utf-8")
    block(team)
    team.git("add", "ai-system.yaml")
    team.write("ai-system.yaml", good)  # mended, but not staged
    made, said = team.commit()
    assert not made, said
    assert (team.folder / "ai-system.yaml").read_text(encoding="utf-8") == good

    team.git("add", "ai-system.yaml")
    team.append("ai-system.yaml", "# reviewed\n")
    team.git("add", "ai-system.yaml")
    block(team)  # broken again, but not staged
    made, said = team.commit()
    assert made, said


def test_variables_of_git_that_leak_do_not_move_the_gate(team: Team, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "README.md").write_text("Another repository.\n", encoding="utf-8")
    commit_all(other)
    leaks = {"GIT_CEILING_DIRECTORIES": str(tmp_path), "GIT_PREFIX": "elsewhere/", "GIT_NAMESPACE": "x"}
    # as git itself exports them to a hook of a repository elsewhere
    script = '#!/bin/sh\nexport GIT_DIR={0}/.git GIT_WORK_TREE={0} GIT_INDEX_FILE={0}/.git/index\nexec "$@"\n'
    wrapper = tmp_path / "leaky"
    wrapper.write_text(script.format(other), encoding="utf-8")
    wrapper.chmod(0o755)
    config = (team.folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entry = f"entry: {wrapper} aiact-gate check --engine embedded"
    team.write(".pre-commit-config.yaml", config.replace("{id: aiact-gate}", "{id: aiact-gate, " + entry + "}"))
    team.write(".gitignore", "scratch/\n")  # which the other repository does not ignore
    (team.folder / "scratch").mkdir()
    team.write("scratch/ai-system.yaml", "apiVersion: aiact-gate/v1\n")
    team.git("add", ".pre-commit-config.yaml", ".gitignore")
    block(team)
    made, said = team.commit("-a", **leaks)
    assert not made, said
    assert "transparency" in said
    team.git("checkout", "HEAD", "--", "ai-system.yaml")
    team.append("ai-system.yaml", "# reviewed\n")
    made, said = team.commit("-a", **leaks)
    assert made, said


def test_in_a_linked_worktree(team: Team, tmp_path: Path) -> None:
    tree = team.worktree(tmp_path / "tree")
    block(tree)
    made, said = tree.commit("-a")
    assert not made, said
    assert "transparency" in said
    tree.git("checkout", "HEAD", "--", "ai-system.yaml")
    tree.append("ai-system.yaml", "# reviewed\n")
    made, said = tree.commit("-a")
    assert made, said


def test_in_a_submodule_of_another_repository(team: Team, tmp_path: Path) -> None:
    (tmp_path / "around").mkdir()
    around = Team(tmp_path / "around", team.environment)
    around.write("ai-system.yaml", "of: the repository around, which is not judged\n")
    commit_all(around.folder)
    added = around.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", team.folder.as_uri(), "inner")
    assert added.returncode == 0, added.stderr
    inner = Team(around.folder / "inner", team.environment)
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=inner.folder, env=inner.environment, check=True, capture_output=True)
    assert (inner.folder / ".git").is_file()
    block(inner)
    made, said = inner.commit("-a")
    assert not made, said
    assert "transparency" in said
    inner.git("checkout", "HEAD", "--", "ai-system.yaml")
    inner.append("ai-system.yaml", "# reviewed\n")
    made, said = inner.commit("-a")
    assert made, said


def test_deleted_evidence_is_seen_where_the_hook_always_runs(team: Team) -> None:
    """pre-commit calls no hook for a commit that only deletes; docs/pre-commit.md says what to write."""
    config = (team.folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    always = "{id: aiact-gate, always_run: true}"
    team.write(".pre-commit-config.yaml", config.replace("{id: aiact-gate}", always))
    assert team.commit("-a")[0]
    team.git("rm", "-q", "ai-system.yaml")
    made, said = team.commit()
    assert not made
    assert "exit code: 2" in said


@pytest.mark.parametrize("good", [True, False])
def test_try_repo_says_the_same(team: Team, project: Path, good: bool) -> None:
    """The way to look at a hook before it is configured: pre-commit builds a further environment for it."""
    if not good:
        block(team)
        team.git("add", "-A")
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(project), "aiact-gate", "--all-files"]
    done = subprocess.run(
        command, cwd=team.folder, env=team.environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == (0 if good else 1), done.stdout + done.stderr
    assert ("Passed" if good else "exit code: 1") in done.stdout


def test_the_gate_starts_for_whatever_it_looks_at_and_seldom_else() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    files = {hook["id"]: re.compile(hook["files"]) for hook in hooks}
    manifests = ["ai-system.yaml", "a/ranker.ai-system.yaml", "a/ai-system.yml"]
    around = [
        NAME,
        WAIVERS,
        "a/pyproject.toml",
        "a/requirements-gpu.txt",
        "web/package.json",
        "docs/x.md",
        "a/reports/j.xml",
    ]
    assert all(is_dependency_file(name.rpartition("/")[2]) for name in around[2:5])
    assert all(files["aiact-gate"].search(name) for name in (*manifests, *around))
    assert not [name for name in ("src/main.py", "notes.txt", "README.md") if files["aiact-gate"].search(name)]
    assert all(files["aiact-gate-schema"].search(name) for name in manifests)
    assert not [name for name in around if files["aiact-gate-schema"].search(name)]


def test_the_schema_accepts_the_hooks() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(REPOSITORY / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0

# SPDX-License-Identifier: Apache-2.0
"""What cannot be compared ends the run with 2 and one sentence that says what to do."""

import subprocess
import sys
from pathlib import Path

import pytest

from aiact_gate.compare.past import Base
from aiact_gate.errors import UsageError
from tests.compare.given import DAY, Repo, git
from tests.support import EXAMPLES, check


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "r", "spam-filter")
    made.write("more.txt", "x")
    made.commit()
    return made


@pytest.mark.parametrize("ref", ["nothing", "-h", "--output=x", "main\nmain", "main:ai-system.yaml", "HEAD~99"])
def test_a_ref_that_is_no_commit(repo: Repo, ref: str) -> None:
    with pytest.raises(UsageError, match="git knows no commit named") as caught:
        repo.compared(ref)
    assert caught.value.hint
    assert "\n" not in caught.value.message
    assert not (repo.root / "x").exists()


def test_a_ref_that_only_the_remote_has(repo: Repo, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(repo.root), "c")
    with pytest.raises(UsageError, match="git knows no commit") as caught:
        check(tmp_path / "c", DAY, base=Base("main"))
    assert caught.value.hint == "did you mean origin/main?"
    assert check(tmp_path / "c", DAY, base=Base("origin/main"))["base"]["ref"] == "origin/main"


@pytest.mark.parametrize("option", ["base", "trusted_ref"])
def test_a_name_that_a_tag_and_a_branch_share(repo: Repo, option: str) -> None:
    """Who may push a tag could otherwise choose what a pull request is measured by."""
    git(repo.root, "update-ref", "refs/remotes/origin/main", "main")
    git(repo.root, "tag", "origin/main", "change")
    with pytest.raises(
        UsageError, match="'origin/main' names several commits here: refs/remotes/origin/main, refs/tags"
    ):
        repo.called(**{option: "origin/main"})
    assert repo.called(**{option: "refs/remotes/origin/main"})["systems"]
    git(repo.root, "tag", "-f", "origin/main", "main")  # two names of one commit are one answer
    assert repo.called(**{option: "origin/main"})["systems"]


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a git repository"):
        check(_exported(tmp_path), DAY, base=Base("main"))


def _exported(folder: Path) -> Path:
    (folder / "ai-system.yaml").write_bytes((EXAMPLES / "spam-filter" / "ai-system.yaml").read_bytes())
    return folder


def test_a_bare_repository(repo: Repo, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(repo.root), "b.git")
    with pytest.raises(UsageError, match="is a bare repository"):
        check(tmp_path / "b.git", DAY, base=Base("main"))


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(UsageError, match="git knows no commit named 'main'"):
        check(_exported(tmp_path), DAY, base=Base("main"))
    with pytest.raises(UsageError, match="has no commit yet"):
        check(tmp_path, DAY, base=Base("HEAD"))


def test_histories_that_never_met(repo: Repo) -> None:
    git(repo.root, "checkout", "-q", "--orphan", "alone")
    repo.commit()
    with pytest.raises(UsageError, match="have no history in common"):
        repo.compared()


def test_the_last_manifest_that_is_gone_is_named(repo: Repo) -> None:
    (repo.root / "ai-system.yaml").unlink()
    with pytest.raises(UsageError, match=r"no manifest found below .*; main had ai-system\.yaml$"):
        repo.compared()


def test_a_shallow_clone(repo: Repo, tmp_path: Path) -> None:
    address = repo.root.as_uri()
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=change", address, "s")
    with pytest.raises(UsageError, match="the clone is shallow") as unknown:
        check(tmp_path / "s", DAY, base=Base("main"))
    assert "fetch-depth: 0" in unknown.value.hint
    git(repo.root, "checkout", "-q", "main")
    repo.write("later.txt", "x")
    repo.commit()
    git(tmp_path / "s", "fetch", "-q", "--depth=1", "origin", "main:main")
    with pytest.raises(UsageError, match="shallow and lacks the merge base with main") as caught:
        check(tmp_path / "s", DAY, base=Base("main"))
    assert "fetch-depth: 0" in caught.value.hint


def test_a_worktree_is_compared_like_a_clone(repo: Repo, tmp_path: Path) -> None:
    git(repo.root, "worktree", "add", "-q", str(tmp_path / "w"), "-b", "third")
    assert check(tmp_path / "w", DAY, base=Base("main"))["counts"]["new"] == 0


def test_git_that_is_not_there(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo.root))
    with pytest.raises(UsageError, match="git is not there"):
        repo.compared()


def test_the_command_exits_with_2_and_one_sentence(repo: Repo) -> None:
    for words in (
        ["--base", "nothing"],
        ["--base", ""],
        ["--trusted-ref", "nothing"],
        ["--trusted-ref", ""],
        ["--changed-only"],
    ):
        command = [sys.executable, "-m", "aiact_gate", "check", "--as-of", DAY, *words]
        done = subprocess.run(command, cwd=repo.root, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) <= 2, done.stderr

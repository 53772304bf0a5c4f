# SPDX-License-Identifier: Apache-2.0
"""Where a repository may stand: a worktree, no branch, a submodule, a renamed document, a squashed history."""

import subprocess
from pathlib import Path

import pytest

from tests.history.test_history import LOG, TEXT, Repo, commit, rows, start


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    (tmp_path / "main").mkdir()
    made = Repo(tmp_path / "main")
    made.write("docs/t.md", TEXT)
    made.write("docs/log.yaml", LOG)
    return made


def git(root: Path, *words: str) -> None:
    name = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True)


def changed(repo: Repo) -> None:
    start(repo)
    commit(repo, "2026-02-01", src__a_dot_py="x = 2\n")


def test_a_worktree_has_the_history_of_its_repository(repo: Repo) -> None:
    changed(repo)
    place = repo.root.parent / "tree"
    git(repo.root, "worktree", "add", "-q", "--detach", str(place))
    assert (place / ".git").is_file()
    found = Repo(place).facts()
    assert (found["files"], rows(found)["technical-documentation"]["standing"]) == ([], "changed")


def test_a_commit_without_a_branch(repo: Repo) -> None:
    changed(repo)
    git(repo.root, "checkout", "-q", "--detach", "HEAD~1")
    assert rows(repo.facts())["technical-documentation"]["standing"] == "unknown", "as it was before the change"
    git(repo.root, "checkout", "-q", "--detach", "main")
    assert rows(repo.facts())["technical-documentation"]["standing"] == "changed"


def test_inside_a_submodule_its_own_history_counts(repo: Repo) -> None:
    changed(repo)
    outer = repo.root.parent / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "submodule", "add", "-q", str(repo.root), "lib")
    found = Repo(outer / "lib").facts()
    assert (found["files"], rows(found)["technical-documentation"]["standing"]) == ([], "changed")


@pytest.mark.parametrize("edited", [False, True])
def test_a_new_name_makes_no_document_fresh(repo: Repo, edited: bool) -> None:
    changed(repo)
    git(repo.root, "mv", "docs/t.md", "docs/new.md")
    if edited:
        repo.write("docs/new.md", TEXT + "Another end.\n")
    repo.write("ai-system.yaml", (repo.root / "ai-system.yaml").read_text().replace("docs/t.md", "docs/new.md"))
    commit(repo, "2026-02-02")
    found = repo.facts()
    assert found["files"] == []
    row = rows(found).get("technical-documentation")
    assert row is not None, "what changed before the renaming is not forgotten"
    assert row["standing"] == "changed"


def test_a_squashed_history_is_unknown(repo: Repo) -> None:
    changed(repo)
    git(repo.root, "checkout", "-q", "--orphan", "squashed")
    git(repo.root, "commit", "-q", "-m", "all in one")
    assert repo.facts()["changes"] == {"known": False, "reason": "single-commit"}


def test_a_squashed_history_with_later_commits_is_never_called_fresh(repo: Repo) -> None:
    changed(repo)
    git(repo.root, "checkout", "-q", "--orphan", "squashed")
    git(repo.root, "commit", "-q", "-m", "all in one")
    commit(repo, "2026-03-01", README_dot_md="More.\n")
    assert rows(repo.facts())["technical-documentation"]["standing"] == "unknown"


def test_a_version_that_is_not_committed_yet_is_not_held_against_the_document(repo: Repo) -> None:
    changed(repo)
    repo.write("docs/t.md", TEXT.replace("2.0", "2.1"))
    row = rows(repo.facts())["technical-documentation"]
    assert (row["standing"], row["changed"]) == ("unknown", [])

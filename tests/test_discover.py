# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
from pathlib import Path

import pytest

from aiact_gate.discover import Discovery, discover
from aiact_gate.errors import UsageError
from aiact_gate.manifest.document import ManifestError, load


def put(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("apiVersion: aiact-gate/v1\n", encoding="utf-8")


def git(root: Path, *words: str) -> None:
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *words], cwd=root, check=True, capture_output=True)


def names(found: Discovery) -> list[str]:
    return [path.relative_to(found.root).as_posix() for path in found.manifests]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q")
    return root


def test_manifests_are_found_anywhere_and_in_a_stable_order(tmp_path: Path) -> None:
    put(tmp_path, "b/ai-system.yaml", "a/x.ai-system.yaml", "ai-system.yaml", "a/other.yaml", "a/my-ai-system.yaml")
    found = discover([tmp_path])
    assert names(found) == ["a/x.ai-system.yaml", "ai-system.yaml", "b/ai-system.yaml"]
    assert found.left_out == []
    assert found.root == tmp_path


def test_vendored_folders_and_links_to_what_is_judged_are_left_out_and_told(tmp_path: Path) -> None:
    put(tmp_path, "ai-system.yaml", "node_modules/m/ai-system.yaml", "vendor/ai-system.yaml")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "ai-system.yaml").symlink_to(tmp_path / "ai-system.yaml")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = discover([tmp_path])
    assert names(found) == ["ai-system.yaml"]
    assert dict(found.left_out) == {
        "node_modules": "a folder of vendored code",
        "vendor": "a folder of vendored code",
        "d/ai-system.yaml": "a symbolic link to a manifest that is judged",
    }


def test_a_link_to_what_nothing_else_leads_to_is_a_manifest(tmp_path: Path) -> None:
    put(tmp_path, "ai-system.yaml", "config/talent.yaml", "vendor/ai-system.yaml")
    for name, target in (("a", "config/talent.yaml"), ("b", "vendor/ai-system.yaml"), ("c", "nowhere")):
        (tmp_path / f"{name}.ai-system.yaml").symlink_to(tmp_path / target)
    found = discover([tmp_path])
    assert names(found) == ["a.ai-system.yaml", "ai-system.yaml", "b.ai-system.yaml", "c.ai-system.yaml"]


def test_another_ending_is_a_manifest_unless_it_is_of_another_tool(tmp_path: Path) -> None:
    put(tmp_path, "ai-system.yaml", "a/ai-system.yml", "b/X.AI-System.YML")
    for name, text in (
        ("broken", "apiVersion: [aiact-gate/v1"),
        ("without", "system: {id: a}\noperator: {}\n"),
        ("other", "apiVersion: other.example/v3\n"),
        ("bare", "name: x\n"),
    ):
        (tmp_path / f"{name}.ai-system.yml").write_text(text, encoding="utf-8")
    found = discover([tmp_path])
    assert names(found) == [
        "a/ai-system.yml",
        "ai-system.yaml",
        "b/X.AI-System.YML",
        "broken.ai-system.yml",
        "without.ai-system.yml",
    ]
    told = "the file of another tool; a manifest ends in ai-system.yaml"
    assert found.left_out == [("bare.ai-system.yml", told), ("other.ai-system.yml", told)]


def test_what_git_ignores_is_left_out_unless_it_is_committed(repository: Path) -> None:
    put(repository, "ai-system.yaml", "build/ai-system.yaml", "kept/ai-system.yaml", "dü/x y.ai-system.yaml")
    (repository / ".gitignore").write_text("build/\nkept/\n*y.ai-system.yaml\n", encoding="utf-8")
    git(repository, "add", "-f", "kept/ai-system.yaml")
    git(repository, "commit", "-q", "-m", "x")
    found = discover([repository])
    assert names(found) == ["ai-system.yaml", "kept/ai-system.yaml"]
    assert found.left_out == [("build/ai-system.yaml", "ignored by git"), ("dü/x y.ai-system.yaml", "ignored by git")]


def test_submodules_and_other_repositories_are_left_out(repository: Path) -> None:
    put(repository, "ai-system.yaml", "sub/ai-system.yaml", "nested/ai-system.yaml")
    (repository / "sub" / ".git").write_text("gitdir: ../.git/modules/sub\n", encoding="utf-8")
    git(repository / "nested", "init", "-q")
    found = discover([repository])
    assert names(found) == ["ai-system.yaml"]
    assert [path for path, _why in found.left_out] == ["nested", "sub"]


def test_exclusions_are_told(tmp_path: Path) -> None:
    put(tmp_path, "ai-system.yaml", "tests/data/ai-system.yaml", "a/old.ai-system.yaml")
    found = discover([tmp_path], ["tests/data/", "old.*"])
    assert names(found) == ["ai-system.yaml"]
    assert dict(found.left_out) == {
        "tests/data": "excluded by tests/data/",
        "a/old.ai-system.yaml": "excluded by old.*",
    }


def test_a_file_is_taken_as_a_manifest(repository: Path) -> None:
    put(repository, "vendor/any.yaml", "ai-system.yaml")
    found = discover([repository / "vendor" / "any.yaml"])
    assert names(found) == ["vendor/any.yaml"]
    assert found.root == repository


def test_the_root_is_the_repository_that_holds_all_paths(repository: Path) -> None:
    put(repository, "a/ai-system.yaml", "b/ai-system.yaml")
    found = discover([repository / "a", repository / "b", repository / "a" / "ai-system.yaml"])
    assert found.root == repository
    assert names(found) == ["a/ai-system.yaml", "b/ai-system.yaml"]


def test_a_path_that_does_not_exist_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        discover([tmp_path / "none"])


def test_the_repository_cannot_run_anything(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repository}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(trap))
    git(repository, "config", "core.hooksPath", str(repository))
    put(repository, "ai-system.yaml", "ignored/ai-system.yaml")
    (repository / ".gitignore").write_text("ignored\n", encoding="utf-8")
    (repository / "sprung").unlink(missing_ok=True)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    assert names(discover([repository])) == ["ai-system.yaml"]
    assert not (repository / "sprung").exists()


def test_outside_git_and_without_git_nothing_is_ignored(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(repository, "ai-system.yaml")
    (repository / ".gitignore").write_text("*\n", encoding="utf-8")
    assert names(discover([repository])) == []
    monkeypatch.setenv("PATH", "")
    assert names(discover([repository])) == ["ai-system.yaml"]


def test_a_folder_that_cannot_be_read_is_judged_and_cannot_be(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows what lies in it: silence would be a pass; what git ignores, and what is gone, is left alone."""
    put(repository, "ai-system.yaml", "closed/ai-system.yaml", "cache/ai-system.yaml", "gone/ai-system.yaml")
    (repository / ".gitignore").write_text("cache/\n", encoding="utf-8")
    errors = {"closed": PermissionError(13, "Permission denied"), "cache": OSError(5, "x"), "gone": FileNotFoundError()}
    scan = os.scandir

    def refuse(folder: str) -> object:
        if error := errors.get(Path(folder).name):
            raise error
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover([repository])
    assert names(found) == ["ai-system.yaml", "closed"]
    assert found.left_out == [("cache", "ignored by git")]
    with pytest.raises(ManifestError, match="the folder cannot be read"):
        load(repository / "closed", repository)

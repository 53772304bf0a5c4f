# SPDX-License-Identifier: Apache-2.0
"""What `--base` says of findings: new, unchanged or fixed since the merge base, and nothing is left behind."""

import json
import os
import tempfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from aiact_gate.compare import tree
from aiact_gate.compare.past import Base
from aiact_gate.compare.store import Entry, Store
from aiact_gate.compare.tree import write
from aiact_gate.engine.select import EngineChoice
from aiact_gate.errors import UsageError
from aiact_gate.report.write import FORMATS, rendered
from aiact_gate.resources import schemas_dir
from tests.compare.given import DAY, Repo, changes, git, weaker
from tests.support import check, comparable

LITERACY = "docs/ai-literacy.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "r")


def test_without_a_change_nothing_is_new_and_the_verdict_is_that_of_the_whole(repo: Repo) -> None:
    report, plain = repo.compared(), check(repo.root, DAY)
    found = changes(report)
    assert (found["new"], found["fixed"]) == ([], [])
    assert [f["rule"] for f in plain["systems"][0]["findings"]] == found["unchanged"]
    assert report["verdict"] == plain["verdict"]
    assert report["base"] == {"ref": "main", "commit": git(repo.root, "rev-parse", "main").strip()}
    assert "base" not in plain


def test_what_the_work_tree_lacks_is_new_and_what_it_brings_back_is_fixed(repo: Repo) -> None:
    text = (repo.root / LITERACY).read_text(encoding="utf-8")
    (repo.root / LITERACY).unlink()
    report = repo.compared()
    assert "literacy/measures" in changes(report)["new"]
    repo.commit()
    git(repo.root, "branch", "poor")
    repo.write(LITERACY, text)
    repo.commit()
    again = repo.compared("poor")
    found = changes(again)
    assert "literacy/measures" in found["fixed"]
    assert "literacy/measures" not in [*found["new"], *found["unchanged"]]
    (gone,) = [gone for gone in again["systems"][0]["fixed"] if gone["rule"] == "literacy/measures"]
    assert gone["location"]["file"] == "ai-system.yaml"
    assert again["counts"]["fixed"] == len(found["fixed"])


def test_the_verdict_follows_the_whole_and_not_what_is_new(repo: Repo) -> None:
    git(repo.root, "checkout", "-q", "main")
    (repo.root / "docs/risk-management.md").unlink()
    repo.commit()
    git(repo.root, "checkout", "-qb", "other")
    report = repo.compared()
    assert changes(report)["new"] == []
    assert report["verdict"] == "block"


def test_the_merge_base_counts_and_not_where_the_branch_stands_today(repo: Repo) -> None:
    repo.write("README.md", "Another sentence.\n")
    repo.commit()
    git(repo.root, "checkout", "-q", "main")
    (repo.root / LITERACY).unlink()
    repo.commit()
    git(repo.root, "checkout", "-q", "change")
    assert changes(repo.compared())["fixed"] == []


def test_every_format_tells_of_the_comparison(repo: Repo) -> None:
    (repo.root / LITERACY).unlink()
    repo.edit(("  data-governance: docs/data-governance.md\n", ""))
    report = repo.compared()
    schema = json.loads((schemas_dir() / "report.v1.json").read_text(encoding="utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(report))
    for name in FORMATS:
        text = rendered(report, name)
        assert "changes/evidence-removed" in text, name
        assert "merge base with main" in text or name not in ("text", "markdown", "github"), name
    counts = report["counts"]
    assert f"{counts['new']} new, {counts['unchanged']} unchanged, 0 fixed" in rendered(report, "text")


def test_the_engines_agree_on_the_comparison(repo: Repo, every_engine: list[EngineChoice]) -> None:
    repo.edit(("roles: [provider]", "roles: [deployer]"))
    first, *others = [comparable(repo.compared(engine=engine)) for engine in every_engine]
    assert all(other == first for other in others)


def test_a_manifest_that_cannot_be_read_fixes_nothing(repo: Repo) -> None:
    (repo.root / LITERACY).unlink()
    repo.commit()
    git(repo.root, "branch", "poor")
    repo.edit(("apiVersion: aiact-gate/v1", "apiVersion: aiact-gate/v1\nunknown: 1"))
    report = repo.compared("poor")
    assert (report["verdict"], changes(report)["fixed"]) == ("block", [])
    git(repo.root, "checkout", "-q", "poor", "--", "ai-system.yaml")
    assert "literacy/measures" in changes(repo.compared("poor"))["unchanged"]


def test_the_past_has_its_own_history(repo: Repo) -> None:
    """What the history of both trees says is not new: the code changed after the evidence was written."""
    git(repo.root, "checkout", "-q", "main")
    repo.edit(("evidence:\n", "paths: {code: src}\nevidence:\n"))
    repo.commit()
    repo.write("src/more.py", "y = 1\n")
    repo.commit()
    git(repo.root, "checkout", "-qB", "change")
    repo.write("README.md", "Another sentence.\n")
    repo.commit()
    report = repo.compared()
    told = [f["rule"] for s in report["systems"] for f in s["findings"] if f["rule"].startswith("history/")]
    assert told
    assert changes(report)["new"] == []


def test_a_tree_of_a_shallow_clone_has_the_history_of_the_clone(repo: Repo, tmp_path: Path) -> None:
    for number in range(3):
        repo.write("n.txt", str(number))
        repo.commit()
    git(tmp_path, "clone", "-q", "--depth=2", "--branch=change", repo.root.as_uri(), "s")
    lent = tmp_path / "lent"
    lent.mkdir()
    with Store.open(tmp_path / "s") as store:
        commit = store.merge_base("HEAD~1")
        store.lend(lent, commit)
    assert git(lent, "log", "--format=%H").split() == [commit]
    assert git(lent, "ls-files").split() == git(repo.root, "ls-files").split()


def test_a_new_system_is_new_and_one_that_is_gone_is_told_of(repo: Repo) -> None:
    repo.write("other/ai-system.yaml", (repo.root / "ai-system.yaml").read_text(encoding="utf-8"))
    repo.edit(("id: cvrank", "id: other"), file="other/ai-system.yaml")
    repo.commit()
    git(repo.root, "branch", "both")
    report = repo.compared()
    assert {f["change"] for s in report["systems"] if s["id"] == "other" for f in s["findings"]} == {"new"}
    (repo.root / "ai-system.yaml").unlink()
    (found,) = weaker(repo.compared("both"))
    assert found["rule"] == "changes/system-removed"
    assert "both:ai-system.yaml:1" in found["message"]


def test_a_renamed_system_is_still_compared(repo: Repo) -> None:
    repo.edit(("id: cvrank", "id: fresh"), ("roles: [provider]", "roles: [deployer]"))
    assert "changes/role-dropped" in [found["rule"] for found in weaker(repo.compared())]


def test_only_the_paths_that_are_judged_are_compared(repo: Repo) -> None:
    report = check(repo.root / "docs" / "..", DAY, base=Base("main"))
    assert changes(report)["new"] == []


def test_nothing_is_left_behind_and_nothing_of_the_repository_runs(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    for key in ("filter.x.smudge", "filter.x.clean", "filter.x.process", "core.fsmonitor", "diff.x.textconv"):
        git(repo.root, "config", key, str(program))
    git(repo.root, "config", "core.hooksPath", str(tmp_path))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (tmp_path / hook).symlink_to(program)
    repo.write(".gitattributes", "* filter=x diff=x\n")
    own = {path.name: path.stat().st_mtime_ns for path in (repo.root / ".git").iterdir()}
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    repo.edit(("profiling: true", "profiling: false"))
    report = repo.compared(changed_only=True)
    assert weaker(report)
    assert not ran.exists()
    assert list(temporary.iterdir()) == []
    assert {path.name: path.stat().st_mtime_ns for path in (repo.root / ".git").iterdir()} == own


class _Held:
    """A store in which each file holds its own id."""

    def content(self, entry: Entry) -> bytes:
        return entry.id.encode()


def _entry(name: str, content: str = "x", mode: str = "100644", size: int | None = None) -> Entry:
    return Entry(name, mode, content, len(content) if size is None else size)


def test_a_tree_is_written_below_its_folder_and_nowhere_else(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    entries = [
        _entry("a/b.txt", "text"),
        _entry("link", "/etc/passwd", "120000"),
        _entry("link/below", "through"),
        _entry("out", "..", "120000"),
        _entry("../outside"),
        _entry(".git/config"),
        _entry("a/.GIT/config"),
        _entry("a//c"),
        _entry("/" + "absolute"),
        _entry("run", "program", "100755"),
        _entry("/".join("d" * 300)),
    ]
    write(_Held(), entries, folder)  # type: ignore[arg-type]
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")) == [
        "a",
        "a/b.txt",
        "link",
        "out",
        "run",
    ]
    assert (folder / "link").readlink() == Path("/etc/passwd")
    assert os.access(folder / "run", os.X_OK)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_tree_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(_Held(), [_entry("film", size=5 << 30)], tmp_path)  # type: ignore[arg-type]
    assert (tmp_path / "film").stat().st_size == 5 << 30
    assert (tmp_path / "film").stat().st_blocks < 64
    monkeypatch.setattr(tree, "MAX_FILES", 1)
    with pytest.raises(UsageError, match="larger than 1 files"):
        write(_Held(), [_entry("a"), _entry("b")], tmp_path)  # type: ignore[arg-type]

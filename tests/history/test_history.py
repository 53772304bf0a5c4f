# SPDX-License-Identifier: Apache-2.0
"""What the history of a repository says about evidence: small repositories made here, and a check of each."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aiact_gate.evidence.collect import collect
from aiact_gate.evidence.index import load as load_index
from aiact_gate.history.command import ask
from aiact_gate.history.facts import History
from aiact_gate.history.globs import pattern_of
from aiact_gate.manifest.document import load
from aiact_gate.resources import schemas_dir
from tests.support import check, finding_of, only_system, replay

MANIFEST = """\
apiVersion: aiact-gate/v1
system: {id: a, name: A, version: "2.0"}
operator: {name: Acme}
paths: {model: [models/**], code: src}
evidence:
  technical-documentation: docs/t.md
  design-changes: docs/log.yaml
"""
TEXT = "---\nsystem_version: '2.0'\n---\n# Technical documentation\n\nWhat it does and how it was made.\n"
LOG = "- {date: 2026-02-01, what: More layers, significant: false, decision: Within limits, decided_by: C. Moreau}\n"


class Repo:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("ai-system.yaml", MANIFEST)

    def write(self, path: str, content: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(content, encoding="utf-8")

    def facts(self, reader: History | None = None) -> dict[str, Any]:
        manifest = load(self.root / "ai-system.yaml", self.root)
        with reader or History(self.root) as history:
            found = history.facts(manifest, collect(manifest, self.root, load_index()))
        part = json.loads((schemas_dir() / "policy-input.v1.json").read_text())["properties"]["history"]
        Draft202012Validator(part).validate(found)
        return found


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path)
    made.write("docs/t.md", TEXT)
    made.write("docs/log.yaml", LOG)
    return made


def commit(repo: Repo, day: str, **written: str) -> None:
    files = {name.replace("__", "/").replace("_dot_", "."): text for name, text in written.items()}
    replay(repo.root, [{"day": day, "write": files, "add": ["ai-system.yaml", "docs"]}])


def start(repo: Repo) -> None:
    commit(repo, "2026-01-01", src__a_dot_py="x = 1\n")
    commit(repo, "2026-01-02", docs__t_dot_md=TEXT + "Finished.\n")


def rows(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in found["changes"]["evidence"]}


def test_without_git_nothing_is_known_and_that_is_said(repo: Repo) -> None:
    reader = History(repo.root)
    assert repo.facts(reader) == {"available": False, "reason": "no-git"}
    assert reader.notes == [
        "There is no git repository: whether the evidence is committed, and what changed since, is unknown."
    ]


def test_without_evidence_nothing_is_read(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("ai-system.yaml", MANIFEST.partition("evidence:")[0])
    monkeypatch.setattr("aiact_gate.history.facts.Tracked", None)
    reader = History(repo.root)
    assert (repo.facts(reader), reader.notes) == ({}, [])


def test_a_repository_without_a_commit(repo: Repo) -> None:
    subprocess.run(["git", "init", "-q"], cwd=repo.root, check=True)
    assert repo.facts() == {"available": False, "reason": "no-commit"}


def test_a_broken_repository_is_no_crash(repo: Repo) -> None:
    repo.write(".git", "gitdir: /nowhere")
    assert repo.facts() == {"available": False, "reason": "git-failed"}


def test_how_evidence_stands_to_the_last_commit(repo: Repo) -> None:
    start(repo)
    found = repo.facts()
    assert (found["checked"], found["files"]) == (2, [])
    repo.write("docs/t.md", TEXT + "Changed.\n")
    repo.write("docs/new.md", "Something that is new here.\n")
    repo.write("docs/hidden.md", "Something that is hidden here.\n")
    repo.write("docs/staged.md", "Something that is staged here.\n")
    repo.write("docs/a name\nwith a line.md", "Something under a strange name.\n")
    repo.write(".gitignore", "hidden.md\n")
    subprocess.run(["git", "add", "docs/staged.md"], cwd=repo.root, check=True)
    extra = '  dpia: [docs/new.md, docs/hidden.md, docs/staged.md, "docs/a name\\nwith a line.md"]\n'
    extra += "  risk-management: docs/t.md\n"
    repo.write("ai-system.yaml", MANIFEST + extra)
    assert {row["file"]: row["standing"] for row in repo.facts()["files"]} == {
        "docs/t.md": "modified",
        "docs/new.md": "untracked",
        "docs/hidden.md": "ignored",
        "docs/staged.md": "staged",
        "docs/a name\nwith a line.md": "untracked",
    }
    shared = next(row for row in repo.facts()["files"] if row["file"] == "docs/t.md")
    assert shared["evidence"] == ["risk-management", "technical-documentation"]


def test_other_line_endings_are_no_change(repo: Repo) -> None:
    start(repo)
    text = (repo.root / "docs/t.md").read_bytes()
    (repo.root / "docs/t.md").write_bytes(text.replace(b"\n", b"\r\n"))
    assert repo.facts()["files"] == []


def test_a_file_that_git_stores_elsewhere_is_committed_by_its_digest(repo: Repo) -> None:
    start(repo)
    content = "What stands in the store.\n"
    digest = hashlib.sha256(content.encode()).hexdigest()
    commit(
        repo, "2026-01-03", docs__t_dot_md=f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 26\n"
    )
    repo.write("docs/t.md", content)
    assert repo.facts()["files"] == []
    repo.write("docs/t.md", "Something else.\n")
    assert [row["standing"] for row in repo.facts()["files"]] == ["modified"]


def test_a_link_is_looked_up_where_it_leads(repo: Repo) -> None:
    start(repo)
    (repo.root / "linked").symlink_to("docs")
    (repo.root / "t.md").symlink_to("docs/t.md")
    repo.write("ai-system.yaml", MANIFEST + "  dpia: [linked/t.md, t.md]\n")
    assert repo.facts()["files"] == []


def test_a_submodule_is_not_entered(repo: Repo) -> None:
    start(repo)
    (repo.root / "lib").mkdir()
    inner = Repo(repo.root / "lib")
    replay(inner.root, [{"day": "2026-01-01", "write": {"doc.md": "What the library does.\n"}}])
    repo.write("ai-system.yaml", MANIFEST + "  dpia: lib/doc.md\n")
    subprocess.run(["git", "-c", "advice.addEmbeddedRepo=false", "add", "lib"], cwd=repo.root, check=True)
    commit(repo, "2026-01-03")
    assert repo.facts()["files"] == []


def test_nothing_changed_since(repo: Repo) -> None:
    start(repo)
    assert rows(repo.facts())["technical-documentation"]["standing"] == "unknown", (
        "document and code came in one commit"
    )
    repo.write("docs/t.md", TEXT.replace("2.0", "2.1"))
    commit(repo, "2026-01-03")
    assert rows(repo.facts()) == {}


def test_what_changed_since_the_version_was_introduced(repo: Repo) -> None:
    repo.write("docs/t.md", TEXT.replace("2.0", "1.9"))
    commit(repo, "2026-01-01", src__a_dot_py="x = 1\n", models__deep__m_dot_bin="0")
    repo.write("docs/t.md", TEXT)
    commit(repo, "2026-01-05")
    commit(repo, "2026-01-06", src__a_dot_py="x = 2\n", other__b_dot_py="")
    commit(repo, "2026-01-07", models__deep__m_dot_bin="1")
    repo.write("docs/t.md", TEXT + "\nA wrong letter mended long after.\n")
    commit(repo, "2026-03-01")
    row = rows(repo.facts())["technical-documentation"]
    assert (row["standing"], row["version"], row["since"]) == ("changed", "2.0", 20458)
    assert row["changed"] == [
        {"group": "model", "count": 1, "files": ["models/deep/m.bin"], "last": 20460},
        {"group": "code", "count": 1, "files": ["src/a.py"], "last": 20459},
    ]


def test_a_document_without_a_version_counts_from_its_last_change(repo: Repo) -> None:
    repo.write("docs/t.md", "# Technical documentation\n\nWhat it does.\n")
    commit(repo, "2026-01-01", src__a_dot_py="x = 1\n")
    commit(repo, "2026-01-02", src__a_dot_py="x = 2\n")
    row = rows(repo.facts())["technical-documentation"]
    assert (row["version"], row["changed"][0]["last"]) == (None, 20455)
    repo.write("docs/t.md", "# Technical documentation\n\nWhat it does now.\n")
    commit(repo, "2026-01-03")
    assert rows(repo.facts()) == {}


def test_what_was_put_back_has_not_changed(repo: Repo) -> None:
    commit(repo, "2026-01-01", src__a_dot_py="x = 1\n", docs__t_dot_md="# T\n\nOld text.\n")
    commit(repo, "2026-01-02", docs__t_dot_md=TEXT)
    commit(repo, "2026-01-03", src__a_dot_py="x = 2\n")
    commit(repo, "2026-01-04", src__a_dot_py="x = 1\n")
    assert rows(repo.facts()) == {}


def test_a_shallow_clone_and_a_single_commit_are_unknown(repo: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    start(repo)
    shallow = tmp_path_factory.mktemp("clones") / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{repo.root}", shallow], check=True)
    reader = History(shallow)
    found = Repo(shallow).facts(reader)
    assert (found["available"], found["files"]) == (True, []), "what is committed is known all the same"
    assert found["changes"] == {"known": False, "reason": "shallow-clone"}
    assert "shallow" in reader.notes[0]
    single = Repo(tmp_path_factory.mktemp("single"))
    single.write("docs/t.md", TEXT)
    commit(single, "2026-01-01", src__a_dot_py="x = 1\n")
    assert single.facts()["changes"] == {"known": False, "reason": "single-commit"}


def test_the_library_is_loaded_only_where_paths_are_declared(repo: Repo) -> None:
    start(repo)
    script = "import sys; from tests.support import check; from pathlib import Path\n"
    script += "check(Path(sys.argv[1]), '2026-11-22'); print('git' in sys.modules)"

    def loaded() -> str:
        words = [sys.executable, "-c", script, str(repo.root)]
        return subprocess.run(words, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]).stdout

    assert loaded() == "True\n"
    repo.write("ai-system.yaml", MANIFEST.replace("paths:", "#"))
    assert loaded() == "False\n"


def test_the_repository_runs_nothing_and_the_environment_is_restored(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(repo)
    trap = repo.root / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repo.root}/sprung\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "gpg.program", "diff.external", "filter.x.clean", "diff.x.textconv"):
        subprocess.run(["git", "config", key, str(trap)], cwd=repo.root, check=True)
    subprocess.run(["git", "config", "log.showSignature", "true"], cwd=repo.root, check=True)
    (repo.root / ".gitattributes").write_text("* filter=x diff=x\n")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    before = dict(os.environ)
    repo.write("docs/t.md", TEXT + "Changed.\n")
    assert repo.facts()["available"] is True
    assert not (repo.root / "sprung").exists()
    assert dict(os.environ) == before


def test_one_reading_serves_all_systems(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    start(repo)
    calls: list[tuple[str, ...]] = []

    def counted(root: Path, *words: str, **more: Any) -> bytes | None:
        calls.append(words)
        return ask(root, *words, **more)

    monkeypatch.setattr("aiact_gate.history.tracked.ask", counted)
    reader = History(repo.root)
    for _ in range(3):
        repo.facts(reader)
    assert [words[0] for words in calls] == ["ls-tree"]


@pytest.mark.parametrize(
    ("glob", "folder", "file", "found"),
    [
        ("src/**", ".", "src/a/b.py", True),
        ("src/**/b.py", ".", "src/b.py", True),
        ("src/*", ".", "src/b.py", True),
        ("src/*.py", ".", "src/a/b.py", False),
        ("src", ".", "src/a/b.py", True),
        ("src", ".", "srcs/a.py", False),
        ("../lib", "apps/one", "apps/lib/a.py", True),
        ("../../../etc", "apps/one", "etc/passwd", False),
        (".", "apps/one", "apps/one/a", True),
        ("a?.bin", ".", "ab.bin", True),
        ("a+(b).py", ".", "a+(b).py", True),
    ],
)
def test_patterns(glob: str, folder: str, file: str, found: bool) -> None:
    pattern = pattern_of([glob], folder)
    assert bool(pattern and pattern.match(file)) is found


def test_the_note_stands_in_the_report_and_no_finding_comes_of_it(repo: Repo) -> None:
    report = check(repo.root, "2026-11-22")
    assert any("no git repository" in note for note in report["notes"])
    system = only_system(report)
    assert finding_of(system, "history/committed-evidence") is None
    assert finding_of(system, "history/unlisted-changes") is None


REPORT = '<testsuite timestamp="2026-01-05T10:00:00"><testcase name="test_stop"/></testsuite>'
VALUES = "metric,value,measured_on,system_version\nrecall,0.9,2026-01-05,2.0\n"


@pytest.mark.parametrize("ignored", [True, False])
def test_what_a_build_makes_need_not_be_committed(repo: Repo, ignored: bool) -> None:
    start(repo)
    repo.write("reports/junit.xml", REPORT)
    repo.write("reports/metrics.csv", VALUES)
    repo.write("docs/limits.csv", "metric,minimum,set_on\nrecall,0.8,2025-12-01\n")
    repo.write(".gitignore", "reports/\ndocs/limits.csv\n" if ignored else "")
    extra = "  human-oversight: {plan: docs/t.md, stop: {report: reports/junit.xml, test: test_stop}}\n"
    extra += "  accuracy-robustness:\n    description: docs/t.md\n"
    extra += "    metrics: {measured: reports/metrics.csv, thresholds: docs/limits.csv}\n"
    repo.write("ai-system.yaml", MANIFEST + extra)
    standing = "ignored" if ignored else "untracked"
    assert {row["file"]: (row["standing"], row.get("made", False)) for row in repo.facts()["files"]} == {
        "docs/limits.csv": (standing, False),
        "reports/junit.xml": (standing, True),
        "reports/metrics.csv": (standing, True),
    }
    finding = finding_of(only_system(check(repo.root, "2026-11-22")), "history/committed-evidence")
    assert finding is not None
    assert [one["file"] for one in finding["elements"]] == ["docs/limits.csv"]

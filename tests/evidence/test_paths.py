# SPDX-License-Identifier: Apache-2.0
"""Only regular files inside the repository are read; everything else has a state and a sentence."""

import json
import os
from pathlib import Path

import pytest

from aiact_gate.evidence.paths import LIMITS, Repository
from aiact_gate.evidence.sections import ReadError, read_document
from tests.evidence.conftest import Repo


@pytest.fixture
def files(repo: Repo, tmp_path: Path) -> Repository:
    repo.write("docs/real.md", "# Real\n\nSome real text stands here.\n")
    repo.write("docs/empty.md", "")
    repo.write("docs/blank.md", " \n\t\n")
    repo.write("docs/pointer.md", "version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 12\n")
    repo.write("docs/binary.md", b"\x00\x01\x02")
    repo.write("docs/large.md", b"a" * (LIMITS["document"] + 1))
    repo.write(".git/config", "[core]\n")
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "secret.md").write_text("a secret that stands outside")
    (repo.root / "docs/away.md").symlink_to(secret / "secret.md")
    (repo.root / "docs/inside.md").symlink_to("real.md")
    (repo.root / "docs/loop.md").symlink_to("loop.md")
    (repo.root / "docs/dangling.md").symlink_to("nothing.md")
    (repo.root / "linked").symlink_to(secret, target_is_directory=True)
    os.mkfifo(repo.root / "docs/pipe.md")
    return Repository(repo.root, repo.root)


@pytest.mark.parametrize(
    ("declared", "state", "said"),
    [
        ("docs/real.md", "present", ""),
        ("./docs/../docs/real.md", "present", ""),
        ("docs/inside.md", "present", ""),
        ("docs/none.md", "missing", "does not exist"),
        ("docs/real.md/below.md", "missing", "does not exist"),
        ("docs/dangling.md", "missing", "does not exist"),
        ("docs/empty.md", "empty", "empty"),
        ("docs/blank.md", "empty", "empty"),
        ("docs/pointer.md", "unreadable", "Git LFS pointer"),
        ("docs/binary.md", "unreadable", "binary"),
        ("docs/large.md", "too-large", "larger than 1024 kB"),
        ("docs", "unreadable", "a folder"),
        ("docs/pipe.md", "unreadable", "no regular file"),
        ("docs/loop.md", "unreadable", "link"),
        ("docs/away.md", "outside-root", "leads outside"),
        ("linked/secret.md", "outside-root", "leads outside"),
        ("../outside/secret.md", "outside-root", "leads outside"),
        ("/etc/passwd", "outside-root", "absolute"),
        ("C:\\Windows\\win.ini", "outside-root", "absolute"),
        (".git/config", "outside-root", "git's own"),
        ("https://example.com/a.md", "missing", "an address"),
        ("docs/real.md\0", "unreadable", "no file name"),
        ("\ud800", "unreadable", "no file name"),
        ("x" * 5000, "unreadable", "longer"),
        ("y" * 300, "unreadable", "cannot be opened"),
        ("", "missing", "empty path"),
        (None, "missing", "names no file"),
        (12, "unreadable", "no path"),
        ({"a": 1}, "unreadable", "no path"),
    ],
)
def test_state(files: Repository, declared: object, state: str, said: str) -> None:
    opened = files.open(declared)
    assert (opened.state, said in opened.note) == (state, True), opened.note
    assert bool(opened.data) == (state == "present")


def test_device_file() -> None:
    opened = Repository(Path("/dev"), Path("/dev")).open("null")
    assert (opened.state, opened.note) == ("unreadable", "null is no regular file; name a file.")


def test_folder_swapped_for_a_link_is_not_followed(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("docs/a.md", "the real text of the file")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.md").write_text("not this one")
    real = os.path.realpath(repo.root / "docs/a.md")
    (repo.root / "docs").rename(repo.root / "gone")
    (repo.root / "docs").symlink_to(elsewhere, target_is_directory=True)
    original = os.path.realpath
    monkeypatch.setattr(
        os.path, "realpath", lambda path, **kw: real if str(path).endswith("a.md") else original(path, **kw)
    )
    opened = Repository(repo.root, repo.root).open("docs/a.md")
    assert (opened.state, opened.data) == ("missing", b"")


@pytest.mark.parametrize(
    "report",
    [
        json.dumps({"schema": "aiact-gate/report/v1", "verdict": "pass"}),
        json.dumps({"runs": [{"tool": {"driver": {"name": "aiact-gate"}}}]}),
        '<testsuites name="aiact-gate" tests="1"><testsuite name="x"/></testsuites>',
        '<html><head><meta name="generator" content="aiact-gate"></head></html>',
        json.dumps({"schema": "aiact-gate/baseline/v1", "findings": []}),
        "# our waivers\n\n---\napiVersion: aiact-gate/v1\nwaivers: []\n",
        '{\n  "apiVersion": "aiact-gate/v1",\n  "system": {}\n}',
        "Good 1.0.0  docs/ai-system.yaml  on 2027-12-02\n  minimal risk \u00b7 provider\n",
        "ai-system.yaml  keeps to the schema\n",
        "literacy/measures\n\n  page        https://aiact-gate.dev/rules/literacy/measures/\n",
        "literacy/measures              note     Measures support the AI literacy of staff (Art. 4(1))\n",
        "\ufeffthe required evidence is present, well-formed and consistent; whether it is true is for\npeople",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_own_reports_are_no_evidence(repo: Repo, report: str, encoding: str) -> None:
    (repo.root / "report.json").write_bytes(report.encode(encoding))
    opened = Repository(repo.root, repo.root).open("report.json")
    assert (opened.state, "never evidence" in opened.note) == ("unreadable", True)


@pytest.mark.parametrize("name", ["ai-system.yaml", "docs/other.AI-System.yml"])
def test_a_manifest_is_no_evidence(repo: Repo, name: str) -> None:
    repo.write(name, "system: {id: a}\napiVersion: aiact-gate/v1\n")
    opened = Repository(repo.root, repo.root).open(name)
    assert (opened.state, "never evidence" in opened.note) == ("unreadable", True)


@pytest.mark.parametrize(
    "text",
    [
        "We run aiact-gate before each release and keep its report.",
        "# The gate\n\nOur manifest begins so:\n\n```yaml\napiVersion: aiact-gate/v1\n```\n",
        "See https://aiact-gate.dev/rules/literacy/measures/ and ai-system.yaml on 2027-12-02.\n",
    ],
)
def test_text_about_the_gate_is_evidence(repo: Repo, text: str) -> None:
    repo.write("notes.md", text)
    assert Repository(repo.root, repo.root).open("notes.md").state == "present"


def test_a_report_read_out_of_a_page_is_no_evidence(repo: Repo) -> None:
    said = "required evidence is present, well&#45;formed and consistent; whether it is true is for <b>people</b>"
    repo.write("a.html", f"<h1>x</h1><p>A pass means that the {said} to judge.</p>")
    opened = Repository(repo.root, repo.root).open("a.html")
    with pytest.raises(ReadError, match="never evidence"):
        read_document(opened)


def test_manifest_in_a_folder_may_point_up_inside_the_repository(repo: Repo) -> None:
    repo.write("docs/a.md", "text")
    (repo.root / "services/one").mkdir(parents=True)
    opened = Repository(repo.root, repo.root / "services/one").open("../../docs/a.md")
    assert (opened.state, opened.file) == ("present", "docs/a.md")
    assert opened.sha256 == "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"

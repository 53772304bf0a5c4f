# SPDX-License-Identifier: Apache-2.0
"""Nothing outside the repository is read: a secret lies beside it, and every way there is tried."""

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.security.hostile import AS_OF, Ran, gate, git, manifest, put, traced

SECRET = "S3CRET-4711"  # noqa: S105 -- a word to look for
_TEXT = f"# 1(a)\n\nThe intended purpose is {SECRET}, in a whole sentence of many words.\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    put(tmp_path, "outside/secret.md", _TEXT)
    put(tmp_path, "outside/ai-system.yaml", manifest("outside", name=SECRET))
    return tmp_path / "outside"


@pytest.fixture
def ways(repository: Path, outside: Path) -> Iterator[dict[str, str]]:
    """Lay every way out into the repository; return the path to declare for each."""
    folder = repository / "good"
    (folder / "file-link.md").symlink_to(outside / "secret.md")
    (folder / "relative-link.md").symlink_to("../../outside/secret.md")
    (folder / "folder-link").symlink_to(outside)
    (folder / "chain-a.md").symlink_to("chain-b.md")
    (folder / "chain-b.md").symlink_to("file-link.md")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "environ.md").symlink_to("/proc/self/environ")
    (folder / "root").symlink_to("/proc/self/root")
    (folder / "fd.md").symlink_to("/dev/fd/0")
    (folder / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(folder / "fifo.md")
    listening = socket.socket(socket.AF_UNIX)
    os.chdir(folder)
    listening.bind("socket.md")
    git(repository, "init", "-q")
    put(repository, ".git/secret.md", _TEXT)
    (folder / "git-link.md").symlink_to("../.git/secret.md")
    yield {
        "dots": "../../outside/secret.md",
        "dots inside": "docs/../../../outside/secret.md",
        "absolute": str(outside / "secret.md"),
        "link": "file-link.md",
        "relative link": "relative-link.md",
        "linked folder": "folder-link/secret.md",
        "back through a linked folder": "folder-link/../outside/secret.md",
        "chain": "chain-a.md",
        "loop": "loop.md",
        "environment": "environ.md",
        "process": "root/etc/passwd",
        "descriptor": "fd.md",
        "device": "zero.md",
        "fifo": "fifo.md",
        "socket": "socket.md",
        "git": "../.git/secret.md",
        "git in another case": "../.GIT/secret.md",
        "git by a link": "git-link.md",
        "home": "~/secret.md",
        "variable": "$HOME/secret.md",
        "file url": f"file://{outside}/secret.md",
        "drive": "C:\\\\secret.md",
        "share": "\\\\\\\\host\\\\share\\\\secret.md",
        "folder": ".",
        "long": "a/" * 200 + "b.md",
    }
    listening.close()


_IDS = [
    "technical-documentation",
    "risk-management",
    "data-governance",
    "instructions-for-use",
    "quality-management",
    "document-retention",
    "corrective-action",
    "authority-cooperation",
    "product-information",
    "accessibility",
    "registration",
    "requirements-plan",
    "accuracy-robustness",
    "declaration-of-conformity",
    "ce-marking",
    "post-market-monitoring",
    "incident-procedure",
    "conformity-assessment",
    "value-chain",
    "ai-literacy",
    "deployer-use",
    "input-data",
    "dpia",
    "workers-information",
    "importer-checks",
    "distributor-checks",
]


def _declared(ways: dict[str, str]) -> str:
    assert len(ways) <= len(_IDS)
    return "evidence:\n" + "".join(f'  {id_}: "{path}"\n' for id_, path in zip(_IDS, ways.values(), strict=False))


def _silent(ran: Ran) -> None:
    assert ran.code in {0, 1}, ran.err
    assert SECRET not in ran.out.decode()
    assert SECRET not in ran.err


def test_no_way_out_gives_a_readable_file(repository: Path, ways: dict[str, str]) -> None:
    put(repository, "good/ai-system.yaml", manifest(more=_declared(ways)))
    ran = gate("check", repository, "--as-of", AS_OF, "--format", "json", timeout=30)
    _silent(ran)
    (system,) = json.loads(ran.out)["systems"]
    files = system["evidence"]
    assert system["classification"] is not None, system["findings"]
    assert {one["state"] for one in files} <= {"outside-root", "unreadable", "missing"}
    assert all(one["sha256"] is None for one in files)
    assert len(files) >= len(ways) - 3  # an address has no file


@pytest.mark.usefixtures("strace")
def test_the_kernel_saw_no_such_file_opened(
    repository: Path, outside: Path, ways: dict[str, str], tmp_path: Path
) -> None:
    put(repository, "good/ai-system.yaml", manifest(more=_declared(ways)))
    words = ("check", repository, "--as-of", AS_OF)
    ran, calls = traced("open,openat,openat2", *words, log=tmp_path / "log")
    _silent(ran)
    opened = [call for call in calls if " = -1 " not in call]
    refused = (
        str(outside),
        "secret.md",
        '/environ"',
        "environ.md",
        "/dev/zero",
        "/dev/fd",
        "/proc/self/root",
        "socket.md",
        "/etc/passwd",
    )
    assert [call for call in opened if any(word in call for word in refused)] == []


def test_nul_in_a_path(repository: Path) -> None:
    put(repository, "good/ai-system.yaml", manifest(more='evidence: {technical-documentation: "a\\0.md"}\n'))
    ran = gate("check", repository, "--as-of", AS_OF)
    assert ran.code == 1
    assert "control character (U+0000)" in ran.out.decode()


def test_manifests_behind_links_are_told_and_not_read(repository: Path, outside: Path) -> None:
    git(repository, "init", "-q")
    (repository / "a").symlink_to(outside)
    for name, target in (("out", outside / "ai-system.yaml"), ("git", Path(".git/config")), ("none", Path("x"))):
        (repository / f"{name}.ai-system.yaml").symlink_to(target)
    (repository / "same.ai-system.yaml").symlink_to("good/ai-system.yaml")
    ran = gate("check", repository, "--as-of", AS_OF, "--format", "json")
    _silent(ran)
    report = json.loads(ran.out)
    assert ran.code == 1
    said = {system["id"]: [finding["message"] for finding in system["findings"]] for system in report["systems"]}
    assert said.keys() == {"good", "out.ai-system.yaml", "git.ai-system.yaml", "none.ai-system.yaml"}
    assert (
        said["out.ai-system.yaml"]
        == said["git.ai-system.yaml"]
        == ["the file is a symbolic link that leaves the repository"]
    )
    assert [row["path"] for row in report["left_out"]] == ["same.ai-system.yaml"]


def test_a_manifest_that_is_named_and_leads_outside_is_refused(repository: Path, outside: Path) -> None:
    (repository / "b.ai-system.yaml").symlink_to(outside / "ai-system.yaml")
    ran = gate("check", repository / "b.ai-system.yaml", "--as-of", AS_OF)
    _silent(ran)
    assert ran.code == 1
    assert "leaves the repository" in ran.out.decode()


@pytest.mark.parametrize("kind", ["fifo", "folder", "socket"])
def test_what_is_called_a_manifest_and_is_none(repository: Path, kind: str) -> None:
    target = repository / "x" / "ai-system.yaml"
    target.parent.mkdir()
    if kind == "fifo":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    else:
        os.chdir(target.parent)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(target.name)
    ran = gate("check", repository, "--as-of", AS_OF, timeout=30)
    assert ran.code == (0 if kind == "folder" else 1), ran.err
    assert ("not a regular file" in ran.out.decode()) == (kind != "folder")


def test_submodules_worktrees_and_repositories_inside_are_left_out(repository: Path, outside: Path) -> None:
    git(outside, "init", "-q")
    put(repository, "sub/.git", f"gitdir: {outside}/.git\n")
    put(repository, "sub/ai-system.yaml", manifest("sub"))
    put(repository, "nested/ai-system.yaml", manifest("nested"))
    git(repository / "nested", "init", "-q")
    ran = gate("check", repository, "--as-of", AS_OF, "--format", "json")
    report = json.loads(ran.out)
    assert [system["id"] for system in report["systems"]] == ["good"]
    assert {row["path"] for row in report["left_out"]} == {"sub", "nested"}


def test_a_worktree_is_judged_like_a_clone(repository: Path, tmp_path: Path) -> None:
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "x")
    git(repository, "worktree", "add", "-q", str(tmp_path / "tree"))
    words = ("--as-of", AS_OF, "--format", "json")
    here, there = gate("check", repository, *words), gate("check", tmp_path / "tree", *words)
    assert here.out == there.out
    assert here.code == there.code == 0


_CONFIGURATIONS = {
    "server": 'opa_url = "https://judge.example"',
    "written above": 'outputs = ["json=../report.json"]',
    "written elsewhere": 'outputs = ["json={outside}/report.json"]',
    "written into git": 'outputs = ["text=.git/hooks/pre-push"]',
    "written through a link": 'outputs = ["json=link/report.json"]',
    "judged elsewhere": 'paths = ["../outside"]',
    "rules from elsewhere": 'policies = ["{outside}"]',
    "waivers from elsewhere": 'waivers = "../outside/secret.md"',
}


@pytest.mark.parametrize("way", _CONFIGURATIONS)
def test_a_configuration_that_was_found_reaches_nothing_outside(repository: Path, outside: Path, way: str) -> None:
    git(repository, "init", "-q")
    (repository / "link").symlink_to(outside)
    put(repository, ".aiact-gate.toml", _CONFIGURATIONS[way].format(outside=outside) + "\n")
    ran = gate("check", repository, "--as-of", AS_OF)
    assert ran.code == 2
    assert "--config" in ran.err
    assert SECRET not in ran.err
    assert not list(repository.parent.glob("**/report.json"))


def test_a_configuration_that_is_a_link_is_refused(repository: Path, outside: Path) -> None:
    put(outside, "config.toml", f'{SECRET} = "x"\n')
    (repository / ".aiact-gate.toml").symlink_to(outside / "config.toml")
    ran = gate("check", repository, "--as-of", AS_OF)
    assert ran.code == 2
    assert SECRET not in ran.err


def test_included_files_of_documents(repository: Path, outside: Path) -> None:
    way = outside / "secret.md"
    put(
        repository,
        "good/a.rst",
        f"1(a)\n====\n\n.. include:: {way}\n.. raw:: html\n   :file: {way}\n\n.. csv-table::\n   :file: {way}\n",
    )
    put(repository, "good/a.html", f'<h1>1(a)</h1><iframe src="file://{way}"></iframe><object data="{way}"></object>')
    put(repository, "good/a.xml", f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{way}">]><testsuites name="&x;"/>')
    more = "evidence: {technical-documentation: [a.rst, a.html], human-oversight: {stop: {report: a.xml, test: t}}}\n"
    put(repository, "good/ai-system.yaml", manifest(more=more))
    _silent(gate("check", repository, "--as-of", AS_OF, "--format", "json"))

# SPDX-License-Identifier: Apache-2.0
"""Nothing of the repository under check is executed: every trap writes a file, and no file appears."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.hostile import AS_OF, gate, git, manifest, put, traced
from tests.support import RULES, lay_out


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    file = put(tmp_path, "trap.sh", f"#!/bin/sh\necho $0 $@ >> {tmp_path}/sprung\nexit 1\n")
    file.chmod(0o755)
    return file


def _unsprung(trap: Path) -> bool:
    return not (trap.parent / "sprung").exists()


_CONFIGURATION = (
    "alias.check-ignore=!{trap}",
    "alias.log=!{trap}",
    "core.alternateRefsCommand={trap}",
    "core.askPass={trap}",
    "core.editor={trap}",
    "core.fsmonitor={trap}",
    "core.gitProxy={trap}",
    "core.hooksPath={folder}",
    "core.pager={trap}",
    "core.sshCommand={trap}",
    "credential.helper={trap}",
    "diff.external={trap}",
    "diff.x.command={trap}",
    "diff.x.textconv={trap}",
    "filter.x.clean={trap}",
    "filter.x.process={trap}",
    "filter.x.smudge={trap}",
    "gpg.program={trap}",
    "gpg.ssh.program={trap}",
    "log.showSignature=true",
    "pager.log={trap}",
    "submodule.s.update=!{trap}",
    "trailer.x.cmd={trap}",
    "uploadpack.packObjectsHook={trap}",
)
_HOOKS = ("post-checkout", "post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction")


def _booby_trapped(root: Path, trap: Path) -> None:
    put(root, ".gitattributes", "* filter=x diff=x\n")
    put(root, ".gitignore", "build/\n")
    put(root, "good/docs/a.md", "# 1(a)\n\nThe intended purpose.\n")
    put(root, "good/ai-system.yaml", manifest(more="evidence: {technical-documentation: docs/a.md}\n"))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    for setting in _CONFIGURATION:
        name, _, value = setting.partition("=")
        git(root, "config", name, value.format(trap=trap, folder=trap.parent))
    for name in _HOOKS:
        for folder in (root / ".git" / "hooks", trap.parent):
            folder.mkdir(exist_ok=True)
            (folder / name).symlink_to(trap)
    put(root, "good/docs/a.md", "# 1(a)\n\nThe intended purpose, changed.\n")


@pytest.mark.parametrize("owner", ["own", "stranger"])
def test_a_trapped_configuration_of_git(repository: Path, trap: Path, owner: str) -> None:
    _booby_trapped(repository, trap)
    (trap.parent / "sprung").unlink(missing_ok=True)
    if owner == "stranger":
        if os.geteuid() != 0:
            pytest.skip("only the superuser gives files away")
        subprocess.run(["chown", "-R", "12345:12345", repository], check=True)
    put(repository, "build/ai-system.yaml", manifest("built"))
    variables = {"GIT_EXTERNAL_DIFF": str(trap), "GIT_SSH_COMMAND": str(trap)}
    ran = gate("check", repository, "--as-of", AS_OF, "--format", "json", env=variables)
    assert ran.code in {0, 1}, ran.err
    assert _unsprung(trap)
    report = json.loads(ran.out)
    assert [system["id"] for system in report["systems"]] == ["good"], "git gave no answer"
    assert not [note for note in report["notes"] if "git gave no answer" in note]
    subprocess.run(["git", "-c", "safe.directory=*", "status"], cwd=repository, capture_output=True, check=False)
    assert not _unsprung(trap), "the trap is no trap for this git"


def test_the_address_of_a_submodule(repository: Path, trap: Path) -> None:
    put(repository, "ai-system.yaml", manifest())
    put(repository, ".gitmodules", f'[submodule "s"]\n\tpath = s\n\turl = ext::{trap}\n')
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "x")
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, capture_output=True, check=True, text=True)
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head.stdout.strip()},s")
    git(repository, "commit", "-q", "-m", "y")
    allowed = {"GIT_ALLOW_PROTOCOL": "ext"}
    ran = gate("check", repository, "--as-of", AS_OF, env=allowed)
    assert ran.code in {0, 1}, ran.err
    assert _unsprung(trap)
    update = ["git", "submodule", "update", "--init"]
    subprocess.run(update, cwd=repository, env=os.environ | allowed, capture_output=True, check=False)
    assert not _unsprung(trap), "the trap is no trap for this git"


def test_a_partial_clone_fetches_nothing(repository: Path, trap: Path) -> None:
    """An ignore file that only the index has is read from the object store, and a promised object is fetched."""
    put(repository, "sub/.gitignore", "x\n")
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    put(repository, "sub/ai-system.yaml", manifest("sub"))
    git(repository, "commit", "-q", "-m", "x")
    git(repository, "update-index", "--skip-worktree", "sub/.gitignore")
    (repository / "sub" / ".gitignore").unlink()
    said = subprocess.run(
        ["git", "rev-parse", ":sub/.gitignore"], cwd=repository, capture_output=True, check=True, text=True
    )
    name = said.stdout.strip()
    (repository / ".git" / "objects" / name[:2] / name[2:]).unlink()
    for key, value in (
        ("remote.origin.url", str(repository)),
        ("remote.origin.promisor", "true"),
        ("remote.origin.uploadpack", str(trap)),
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
    ):
        git(repository, "config", key, value)
    ran = gate("check", repository, "--as-of", AS_OF)
    assert ran.code in {0, 1}, ran.err
    assert _unsprung(trap)
    subprocess.run(["git", "check-ignore", "sub/ai-system.yaml"], cwd=repository, capture_output=True, check=False)
    assert not _unsprung(trap), "the trap is no trap for this git"


def test_modules_that_lie_in_the_repository(repository: Path, tmp_path: Path) -> None:
    names = ("click", "yaml", "json", "jinja2", "pathlib", "aiact_gate", "conftest", "setup", "sitecustomize")
    for name in names:
        put(repository, f"{name}.py", f"open({str(tmp_path / 'sprung')!r}, 'w')\n")
    put(repository, ".aiact-gate.toml", "")
    done = subprocess.run(
        [Path(sys.executable).parent / "aiact-gate", "check", "--as-of", AS_OF],
        cwd=repository,
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    (repository / "aiact_gate.py").unlink()  # a package of the very name comes first with -m; that is Python's order
    done = subprocess.run(
        [sys.executable, "-m", "aiact_gate", "check", "--as-of", AS_OF],
        cwd=repository,
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert not (tmp_path / "sprung").exists()


_TAGS = ("!!python/object/apply:os.system ['{trap}']", "!!python/name:os.system", "!include {trap}", "!ENV ${{HOME}}")


@pytest.mark.parametrize("tag", _TAGS)
def test_tags_of_yaml(repository: Path, trap: Path, tag: str) -> None:
    tag = tag.format(trap=trap)
    put(repository, "bad/ai-system.yaml", manifest("bad") + f"x: {tag}\n")
    put(repository, "good/log.yaml", f"retention_days: {tag}\n")
    evidence = "evidence: {record-keeping: {retention: {file: log.yaml, key: retention_days}, config: log.yaml}}\n"
    put(repository, "good/ai-system.yaml", manifest(more=evidence))
    ran = gate("check", repository, "--as-of", AS_OF, "--format", "json")
    assert ran.code == 1, ran.err
    assert b"the tag" in ran.out
    assert _unsprung(trap)


def test_templates_are_text(repository: Path, trap: Path) -> None:
    bait = "{{ 7*7 }} {% for x in [1] %}49{% endfor %} ${7*7} #{7*7} <%= 7*7 %> {{ cycler.__init__.__globals__ }}"
    put(repository, "good/ai-system.yaml", manifest(name=json.dumps(bait)))
    for kind in ("html", "markdown", "text"):
        ran = gate("check", repository, "--as-of", AS_OF, "--format", kind)
        assert ran.code in {0, 1}, ran.err
        assert b"49" not in re.sub(rb"endfor|49\{%", b"", ran.out).split(b"7*7", 1)[0][-40:]
        assert b"7*7" in ran.out.replace(b"\\", b"")
    assert _unsprung(trap)


def test_declared_commands_are_not_run(repository: Path, trap: Path) -> None:
    example = (RULES / "transparency/output-marking/pass.yaml").read_text(encoding="utf-8")
    as_of = lay_out(example.replace("detector: {", f'detector: {{command: ["{trap}"], ', 1), repository)
    ran = gate("check", repository, "--as-of", as_of)
    assert ran.code in {0, 1}, ran.err
    assert _unsprung(trap)
    gate("check", repository, "--as-of", as_of, "--allow-commands")
    assert not _unsprung(trap), "the trap is no trap"


@pytest.mark.usefixtures("strace")
def test_only_python_and_git_are_started(repository: Path, trap: Path, tmp_path: Path) -> None:
    _booby_trapped(repository, trap)
    ran, calls = traced("execve", "check", repository, "--as-of", AS_OF, log=tmp_path / "log")
    assert ran.code in {0, 1}, ran.err
    started = {found[1] for call in calls if (found := re.search(r'execve\("([^"]+)".*\) = 0', call))}
    assert {re.sub(r"[\d.]+$", "", Path(name).name) for name in started} == {"python", "git"}
    assert not any(str(repository) in name for name in started)

# SPDX-License-Identifier: Apache-2.0
"""A repository with a complete system on the branch main, and a branch on which a test changes something."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from aiact_gate.cli.settings import settled
from aiact_gate.compare.past import Base
from aiact_gate.model import Finding, Report
from aiact_gate.pipeline import run
from tests.support import EXAMPLES, check

DAY = "2027-12-02"
MANIFEST = "ai-system.yaml"
_GIT = ["git", "-c", "init.defaultBranch=main", "-c", "user.name=T", "-c", "user.email=t@example.com"]
_GIT += ["-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false", "-c", "protocol.file.allow=always"]


def git(folder: Path, *words: str) -> str:
    stamp = f"{DAY}T09:00:00Z"
    clock = {**os.environ, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    return subprocess.run([*_GIT, *words], cwd=folder, env=clock, check=True, capture_output=True, text=True).stdout


class Repo:
    def __init__(self, root: Path, example: str = "hiring-complete") -> None:
        self.root = root
        shutil.copytree(EXAMPLES / example, root, dirs_exist_ok=True)
        git(root, "init", "-q")
        self.commit()
        git(root, "checkout", "-qb", "change")

    def commit(self) -> None:
        git(self.root, "add", "-A")
        git(self.root, "commit", "-qm", "change")

    def edit(self, *changes: tuple[str, str], file: str = MANIFEST) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.root / file).parent.mkdir(parents=True, exist_ok=True)
        (self.root / file).write_text(text, encoding="utf-8")

    def line(self, text: str, file: str = MANIFEST) -> int:
        lines = (self.root / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def compared(self, ref: str = "main", *, changed_only: bool = False, **options: Any) -> Report:
        return check(self.root, DAY, base=Base(ref, changed_only), **options)

    def called(self, **options: Any) -> Report:
        """Judge as the command line would with these options."""
        with settled({"paths": (self.root,), "as_of": DAY, **options}) as wanted:
            return run(wanted.request)


def changes(report: Report) -> dict[str, list[str]]:
    """Return the rules of all findings by how they stand to the merge base."""
    found: dict[str, list[str]] = {"new": [], "unchanged": [], "fixed": []}
    for system in report["systems"]:
        for finding in system["findings"]:
            found[finding["change"]].append(finding["rule"])
        found["fixed"] += [gone["rule"] for gone in system["fixed"]]
    return found


def weaker(report: Report) -> list[Finding]:
    every = (finding for system in report["systems"] for finding in system["findings"])
    return [finding for finding in every if finding["rule"].startswith("changes/")]

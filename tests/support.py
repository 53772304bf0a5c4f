# SPDX-License-Identifier: Apache-2.0
"""What many tests share: a repository on disk from a text, and a check of it."""

import os
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from aiact_gate.engine.select import EngineChoice
from aiact_gate.model import Finding, Report, System
from aiact_gate.pipeline import Request, run

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLES = REPOSITORY / "examples"
RULES = REPOSITORY / "policies" / "rules"
Figure = Callable[[str, object], None]
"""Notes what was measured, by name."""


def check(root: Path, as_of: str, engine: EngineChoice | None = None, **options: Any) -> Report:
    """Judge what lies below `root` as the command line would."""
    return run(Request((root,), date.fromisoformat(as_of), engine=engine or EngineChoice(), **options))


def only_system(report: Report) -> System:
    """Return the one system of a report."""
    (system,) = report["systems"]
    return system


def finding_of(system: System, rule: str) -> Finding | None:
    """Return the finding of a rule, or None if the system satisfies it or it does not apply."""
    return next((finding for finding in system["findings"] if finding["rule"] == rule), None)


def comparable(report: Report) -> Mapping[str, Any]:
    """Return the report without the one part that may differ between engines."""
    return {key: value for key, value in report.items() if key != "run"}


def lay_out(manifest_with_files: str, folder: Path) -> str:
    """Write a rule's example (`x-files`, `x-as-of`) as a repository into `folder` and return its day."""
    document = yaml.safe_load(manifest_with_files)
    for name, content in document.pop("x-files", {}).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    as_of = str(document.pop("x-as-of"))
    body = "".join(_without_test_keys(manifest_with_files))
    (folder / "ai-system.yaml").write_text(body, encoding="utf-8")
    if "x-git" in document:
        replay(folder, document["x-git"])
    return as_of


def replay(folder: Path, commits: list[dict[str, Any]]) -> None:
    """Make a folder a repository with these commits: each writes files, adds what is named, and has its day."""
    quiet = ["git", "-c", "init.defaultBranch=main", "-c", "user.name=T", "-c", "user.email=t@example.com"]
    quiet += ["-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false"]
    if not (folder / ".git").exists():
        subprocess.run([*quiet, "init", "-q"], cwd=folder, check=True)
    for commit in commits:
        for name, content in commit.get("write", {}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        files = [*commit.get("write", {}), *commit.get("add", [])]
        subprocess.run([*quiet, "add", "--", *files], cwd=folder, check=True)
        stamp = f"{commit['day']}T12:00:00Z"
        clock = {**os.environ, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
        message = ["commit", "-q", "--allow-empty", "-m", "change"]
        subprocess.run([*quiet, *message], cwd=folder, env=clock, check=True)


def _without_test_keys(text: str) -> list[str]:
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line[:1] not in (" ", "\n", "#", "-"):
            skipping = line.startswith("x-")
        if not skipping:
            kept.append(line)
    return kept

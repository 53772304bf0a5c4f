# SPDX-License-Identifier: Apache-2.0
"""The guides to other hosts: what they tell a pipeline to run does run, and writes what they collect."""

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.compare.given import Repo
from tests.snapshot import TOOLS
from tests.support import REPOSITORY

DOCS = REPOSITORY / "docs"
_HOST = {  # what the host puts in place before a shell sees it
    '"$(Agent.TempDirectory)/gate/bin/aiact-gate"': "aiact-gate",
    "$(Build.ArtifactStagingDirectory)": "out",
    "$(System.PullRequest.TargetBranchName)": "main",
    ".gate/bin/aiact-gate": "aiact-gate",
}


def fenced(page: Path, language: str) -> list[str]:
    """Return the examples of a page in one language."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def scripts(page: Path) -> Iterator[str]:
    """Yield each script of a page, as the shell gets it."""
    for text in fenced(page, "groovy"):
        yield from re.findall(r"'''\n(.*?)'''", text, re.DOTALL)
    for text in fenced(page, "yaml"):
        yield from _of(yaml.safe_load(text))


def _of(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _of(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("script", "before_script"):
                yield "\n".join([item] if isinstance(item, str) else item)
            else:
                yield from _of(item)


def judging() -> list[tuple[str, str]]:
    """Return what the pages let a pipeline run of the gate, without the installation."""
    found = []
    for page in ("gitlab", "jenkins", "azure"):
        for script in scripts(DOCS / f"{page}.md"):
            for old, new in _HOST.items():
                script = script.replace(old, new)  # noqa: PLW2901 -- one text after the other
            lines = [
                line
                for line in script.splitlines()
                if not re.match(r"\s*(pip |python |\S*/pip\b|git fetch|\"\$)", line)
            ]
            if any("aiact-gate check" in line for line in lines):
                found.append((page, "\n".join(lines)))
    return found


@pytest.mark.parametrize(("page", "script"), judging(), ids=lambda value: value if len(value) < 10 else None)
def test_what_a_guide_runs_does_run(page: str, script: str, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r", "spam-filter")
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "main"], cwd=repo.root, check=True)
    (repo.root / "out").mkdir()
    given = {"CHANGE_TARGET": "main", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    environment = {**os.environ, **given, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-euc", script],
        cwd=repo.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{page}: {done.stdout}{done.stderr}"
    for target in re.findall(r"--output \w+=(\S+)", script):
        assert (repo.root / target).stat().st_size, target
    assert ("--base" in script) == ("Compared with the merge base" in done.stdout)


def test_every_guide_has_a_run_and_a_comparison() -> None:
    for page in ("gitlab", "jenkins", "azure"):
        own = [script for name, script in judging() if name == page]
        assert any("--trusted-ref" in script for script in own), page
        assert any("--output junit=" in script for script in own), page


@pytest.mark.parametrize("page", ["gitlab", "jenkins", "azure"])
def test_what_a_guide_installs_exists_and_nothing_of_the_checkout_is_imported(page: str) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    extras = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    named = re.findall(r"aiact-gate\[([\w,]+)\]==(\d+\.\d+\.\d+)", text)
    assert named
    assert all(set(part.split(",")) <= set(extras) for part, _ in named)
    assert not re.findall(r"python3? -m", text)


@pytest.mark.parametrize("text", fenced(DOCS / "jenkins.md", "groovy"))
def test_the_groovy_of_jenkins_is_balanced(text: str) -> None:
    without = re.sub(r"'''.*?'''|'[^'\n]*'", "''", text, flags=re.DOTALL)
    assert all(without.count(left) == without.count(right) for left, right in ("{}", "()", "[]"))

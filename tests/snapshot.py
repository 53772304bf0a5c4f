# SPDX-License-Identifier: Apache-2.0
"""The project's tree as a release would hold it, copied for tests that install or build it elsewhere."""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import REPOSITORY

TOOLS = Path(sys.executable).parent
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "venv", "dist", "build", "*.egg-info", "__pycache__", ".*_cache")


def tracked_files() -> list[str]:
    """Return what git holds or would take; nothing where the tree is no checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
        text=True,
    )
    return [name for name in listed.stdout.split("\0") if name and (REPOSITORY / name).is_file()]


def copy_of_project(target: Path) -> Path:
    """Copy the project without what it ignores, and without its tests, which no user of the action runs."""
    names = [name for name in tracked_files() if not name.startswith("tests/")]
    if not names:
        return Path(shutil.copytree(REPOSITORY, target, ignore=_LEFT_OUT))
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / name, target / name)
    return target


def commit_all(folder: Path) -> str:
    """Make the folder a repository with everything in one commit, and return the commit."""
    name = ["-c", "user.name=A Person", "-c", "user.email=person@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], [*name, "commit", "-q", "-m", "start"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return head.stdout.strip()


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first of several test processes makes and the others share."""
    top = factory.getbasetemp()
    top = top.parent if top.name.startswith("popen-gw") else top
    folder, done = top / name, top / f"{name}.done"
    with (top / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder

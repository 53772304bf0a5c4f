# SPDX-License-Identifier: Apache-2.0
"""A warm run of each hook, through pre-commit and alone, on an example repository."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))
ROUNDS = 9


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> None:
    """Run what must succeed."""
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)


def team(folder: Path, environment: dict[str, str]) -> Path:
    """Return an example as a repository with both hooks installed and their environments built."""
    from tests.snapshot import commit_all, copy_of_project

    project, repository = folder / "project", folder / "team"
    copy_of_project(project)
    head = commit_all(project)
    shutil.copytree(REPOSITORY / "examples" / "hiring-complete", repository)
    hooks = [{"id": "aiact-gate-schema"}, {"id": "aiact-gate"}]
    config = {"repos": [{"repo": project.as_uri(), "rev": head, "hooks": hooks}]}
    (repository / ".pre-commit-config.yaml").write_text(json.dumps(config), encoding="utf-8")
    commit_all(repository)
    run([sys.executable, "-m", "pre_commit", "install-hooks"], repository, environment)
    return repository


def timed(command: Sequence[str], folder: Path, environment: dict[str, str]) -> float:
    """Return the wall time of one run in milliseconds."""
    start = time.perf_counter()
    run(command, folder, environment)
    return (time.perf_counter() - start) * 1000


def main(report: Callable[[str], None] = print) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment = {**kept, "PRE_COMMIT_HOME": str(folder / "store")}
        repository = team(folder, environment)
        (gate,) = (folder / "store").glob("*/py_env-*/bin/aiact-gate")
        pre_commit = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
        rows = {
            "aiact-gate, alone": [str(gate), "check", "--engine", "embedded"],
            "aiact-gate, pre-commit": [*pre_commit, "aiact-gate"],
            "aiact-gate-schema, alone": [str(gate), "validate", "ai-system.yaml"],
            "aiact-gate-schema, pre-commit": [*pre_commit, "aiact-gate-schema"],
        }
        samples: dict[str, list[float]] = {row: [] for row in rows}
        for number in range(ROUNDS + 1):
            for row, command in rows.items():
                took = timed(command, repository, environment)
                if number:  # the first round warms the caches
                    samples[row].append(took)
    report(f"{'ms, median of ' + str(ROUNDS):32} {'median':>8} {'best':>8} {'worst':>8}")
    for row, values in samples.items():
        report(f"{row:32} {statistics.median(values):8.0f} {min(values):8.0f} {max(values):8.0f}")


if __name__ == "__main__":
    main()

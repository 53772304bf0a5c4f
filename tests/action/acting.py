# SPDX-License-Identifier: Apache-2.0
"""Runs a workflow with act on this machine, without containers, and reads what it logged.

The action is the real one, under the name that its users write. Two actions of others are replaced by a few lines:
setup-python answers with the interpreter of the tests, setup-opa puts the opa of the tests on PATH.
"""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.snapshot import TOOLS, commit_all
from tests.support import REPOSITORY

CHECKOUT = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0"
ACTION = "OWNER/aiact-gate/action@v1"
_STUB = """name: stub
description: stub
inputs: {{version: {{}}, static: {{}}, python-version: {{}}, update-environment: {{}}}}
outputs: {{python-path: {{value: "${{{{ steps.say.outputs.path }}}}"}}}}
runs:
  using: composite
  steps: [{{id: say, shell: bash, run: 'echo "{line}" >> "${variable}"'}}]
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a workflow logged, and how it ended."""

    code: int
    lines: list[dict[str, Any]]

    def of_step(self, step: str) -> list[dict[str, Any]]:
        """Return what a step of the workflow (by its id) and the steps inside it logged."""
        return [line for line in self.lines if (line.get("stepID") or [""])[0] == step]

    def outputs(self, step: str) -> dict[str, str]:
        """Return the outputs of a step of the workflow."""
        return {
            line["name"]: line["arg"]
            for line in self.of_step(step)
            if line.get("command") == "set-output" and line["stepID"] == [step]
        }

    def annotations(self, step: str, kind: str) -> list[dict[str, Any]]:
        """Return the annotations of one kind that a step made; each has `arg` and `kvPairs`."""
        return [line for line in self.of_step(step) if line.get("command") == kind]

    def summary(self, step: str) -> str:
        """Return the summary that a step wrote."""
        return next((line["content"] for line in self.of_step(step) if line.get("command") == "summary"), "")

    def result(self, step: str) -> str:
        """Return `success` or `failure` of a step, whether or not the job went on."""
        ends = [line["stepResult"] for line in self.of_step(step) if "stepResult" in line and line["stage"] == "Main"]
        return ends[-1] if ends else "did not run"

    def ran(self, step: str, action: str) -> bool:
        """Tell whether a step of the workflow used an action of others; skipping one is not using it."""
        return any(
            line["msg"].startswith("⭐ Run Main") and f"/{action}@" in line["msg"] for line in self.of_step(step)
        )

    def exit_status(self, step: str) -> str:
        """Return what the shell of a failing step ended with, in act's words."""
        return next((line["msg"] for line in self.of_step(step) if line["msg"].startswith("exit status")), "")

    def raw(self) -> str:
        """Return what the steps printed."""
        return "".join(line["msg"] for line in self.lines if line.get("raw_output"))

    def told(self) -> str:
        """Return the end of the log, for a failing test."""
        return "\n".join(line["msg"].strip()[:300] for line in self.lines[-40:])


@dataclass(frozen=True, slots=True)
class Act:
    """How to run workflows: with which copy of the action, which wheels and which opa."""

    home: Path
    action: Path
    wheels: Path
    opa: Path | None

    def run(self, repository: Path, workflow: str, *options: str, event: str = "push") -> Run:
        """Write the workflow into the repository, commit everything, and run it as an event would."""
        target = repository / ".github" / "workflows" / "gate.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(workflow, encoding="utf-8")
        commit_all(repository)
        done = subprocess.run(
            [
                TOOLS / "act",
                event,
                "--json",
                "-W",
                str(target),
                "-P",
                "ubuntu-24.04=-self-hosted",
                *self._replaced(),
                *options,
            ],
            cwd=repository,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        lines = [json.loads(line) for line in (done.stdout + done.stderr).splitlines() if line.startswith("{")]
        return Run(done.returncode, lines)

    def _replaced(self) -> list[str]:
        opa_line = str(self.opa.parent) if self.opa else "/nowhere"
        stubs = {
            "actions/setup-python": ("path=" + str(TOOLS / "python"), "GITHUB_OUTPUT"),
            "open-policy-agent/setup-opa": (opa_line, "GITHUB_PATH"),
        }
        replaced = ["--local-repository", f"{ACTION.replace('/action@', '@')}={self.action}"]
        for line in (REPOSITORY / "action" / "action.yml").read_text(encoding="utf-8").splitlines():
            reference = line.partition("uses: ")[2].partition(" #")[0]
            if reference:
                text, variable = stubs[reference.partition("@")[0]]
                folder = self.home / reference.replace("/", "-")
                folder.mkdir(parents=True, exist_ok=True)
                (folder / "action.yml").write_text(_STUB.format(line=text, variable=variable), encoding="utf-8")
                replaced += ["--local-repository", f"{reference}={folder}"]
        return replaced

    def _environment(self) -> dict[str, str]:
        """Return an environment in which pip takes the wheels that were fetched once and asks nobody."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON", "GIT_"))}
        return {
            **kept,
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
        }


def workflow(*steps: str) -> str:
    """Return a workflow with one job of these steps after the checkout."""
    indented = "".join("      " + line + "\n" for step in steps for line in step.strip("\n").splitlines())
    return (
        "name: gate\non: [push, pull_request]\npermissions: {}\njobs:\n  gate:\n    runs-on: ubuntu-24.04\n"
        f"    permissions: {{contents: read}}\n    steps:\n      - uses: {CHECKOUT}\n{indented}"
    )


def step(name: str, *, go_on: bool = True, **inputs: str) -> str:
    """Return a step that uses the action, with an id and inputs; underscores stand for hyphens."""
    told = json.dumps({key.replace("_", "-"): value for key, value in inputs.items()})
    return f"- id: {name}\n  uses: {ACTION}\n  continue-on-error: {json.dumps(go_on)}\n  with: {told}"

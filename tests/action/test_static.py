# SPDX-License-Identifier: Apache-2.0
"""The action, the workflows and the hooks as the linters and the schemas of their hosts see them."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.action.conftest import DEFAULTS
from tests.snapshot import TOOLS
from tests.support import EXAMPLES, REPOSITORY, check

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
ACTION = REPOSITORY / "action" / "action.yml"
GUIDES = [REPOSITORY / "action" / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
_PINNED = re.compile(r"uses: +(?:\$/\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)(?: |$)")


def lint(*command: str | Path) -> str:
    """Run a tool with its neighbours on PATH; return what it found, or nothing."""
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [TOOLS / command[0], *command[1:]],
        cwd=REPOSITORY,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def snippets(page: Path, marker: str) -> list[str]:
    """Return the fenced YAML of a page that begins with a marker line, as teams will copy it."""
    fenced = re.findall(r"^```yaml\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [text for text in fenced if text.startswith(marker)]


def test_workflows_pass_actionlint() -> None:
    assert not lint("actionlint", *WORKFLOWS)


def test_nothing_that_zizmor_finds() -> None:
    assert not lint("zizmor", "--offline", "--quiet", ".github", "action", ".pre-commit-hooks.yaml")


def test_the_script_passes_shellcheck() -> None:
    assert not lint("shellcheck", "--severity=style", "action/entrypoint.sh")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-actions", ["action/action.yml"]),
        ("vendor.github-workflows", [str(path.relative_to(REPOSITORY)) for path in WORKFLOWS]),
        ("vendor.dependabot", [".github/dependabot.yml"]),
        ("vendor.github-issue-forms", [".github/ISSUE_TEMPLATE/bug.yml", ".github/ISSUE_TEMPLATE/wrong-answer.yml"]),
        ("vendor.github-issue-config", [".github/ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_schemas(schema: str, files: list[str]) -> None:
    assert not lint("check-jsonschema", "--builtin-schema", schema, *files)


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)
def test_every_action_of_others_is_pinned_with_its_version(path: Path) -> None:
    used = [line.strip("- ").strip() for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert all(_PINNED.match(line) for line in used), used


def test_inputs_reach_the_shell_through_the_environment_alone() -> None:
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
    assert all(isinstance(item["default"], str) for item in action["inputs"].values())
    (gate,) = [step for step in steps if step.get("id") == "gate"]
    handed = {name for value in gate["env"].values() for name in re.findall(r"inputs\.([\w-]+)", value)}
    assert handed | {"opa-version", "python-version"} == set(action["inputs"])
    read = set(re.findall(r"AIACT_GATE_[A-Z_]+", (ACTION.parent / "entrypoint.sh").read_text(encoding="utf-8")))
    assert read == set(gate["env"]) | {"AIACT_GATE_OPA_TOKEN"}  # which the gate itself reads
    assert {f"AIACT_GATE_{name.upper()}" for name in DEFAULTS} | {"AIACT_GATE_PYTHON"} == set(gate["env"])
    own = {name.upper(): item["default"] for name, item in action["inputs"].items()}
    for name, value in DEFAULTS.items():  # what the tests of the script take as given, but for the engine
        key = name.upper().replace("_", "-")
        assert name == "engine" or own.get(key, own.get(f"OPA-{key}", "")) == value, name


def test_the_action_takes_the_opa_that_the_tests_use() -> None:
    pinned = re.search(
        r"open-policy-agent/opa v(\S+)", (REPOSITORY / "tools" / "opa" / "go.mod").read_text(encoding="utf-8")
    )
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert pinned
    assert action["inputs"]["opa-version"]["default"] == pinned[1]


def test_no_job_has_rights_that_it_was_not_given() -> None:
    for path in WORKFLOWS:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert document["permissions"] == {}, path.name
        assert all("permissions" in job and "timeout-minutes" in job for job in document["jobs"].values()), path.name
        assert "pull_request_target" not in document[True], path.name


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_the_expected_verdicts_of_the_workflow_are_the_verdicts(example: str) -> None:
    text = (REPOSITORY / ".github" / "workflows" / "examples.yml").read_text(encoding="utf-8")
    rows = yaml.safe_load(text)["jobs"]["gate"]["strategy"]["matrix"]["include"]
    own = [row for row in rows if row["example"] == example]
    assert len(own) == 2
    assert all(check(EXAMPLES / example, row["as-of"])["verdict"] == row["verdict"] for row in own)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.parent.name + "/" + page.name)
def test_workflows_in_the_guides_pass_the_same_tools(page: Path, tmp_path: Path) -> None:
    for number, text in enumerate(snippets(page, "name: ")):
        target = tmp_path / ".github" / "workflows" / f"{number}.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        assert not lint("actionlint", target)
        assert not lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", target)
        # the release tag of this project is what a guide can show; every other action is pinned
        config = tmp_path / "zizmor.yml"
        config.write_text("rules: {unpinned-uses: {config: {policies: {OWNER/*: ref-pin, '*': hash-pin}}}}\n", "utf-8")
        assert not lint("zizmor", "--offline", "--quiet", "--config", config, target)


@pytest.mark.parametrize(("name", "schema"), [("gitlab", "gitlab-ci"), ("azure", "azure-pipelines")])
def test_pipelines_of_other_hosts_keep_to_their_schemas(name: str, schema: str, tmp_path: Path) -> None:
    page = REPOSITORY / "docs" / f"{name}.md"
    found = re.findall(r"^```yaml\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    for number, text in enumerate(found):
        target = tmp_path / f"{number}.yml"
        target.write_text(text, encoding="utf-8")
        # the schema of Azure writes patterns that only Python's engine reads
        reading = ("--data-transform", "gitlab-ci") if schema == "gitlab-ci" else ("--regex-variant", "python")
        assert not lint("check-jsonschema", *reading, "--builtin-schema", f"vendor.{schema}", target)

# SPDX-License-Identifier: Apache-2.0
"""The action, run in workflows: what a team sees for each exit code.

The installation is the real one: a fresh environment, digests checked, the package built from the action's copy. Only
the wheels come from a folder that was filled from the package registry once for all tests.
"""

import json
import shutil
from pathlib import Path

from tests.action.acting import ACTION, Act, step, workflow
from tests.compare.given import git
from tests.snapshot import commit_all
from tests.support import REPOSITORY


def test_the_steps_of_a_workflow_see_verdict_outputs_annotations_and_summary(
    act: Act, repository: Path, tmp_path: Path
) -> None:
    for name in ("pip", "json", "click", "aiact_gate"):  # a checkout may hold anything; none of it may run
        (repository / f"{name}.py").write_text(f"open({str(tmp_path / 'trap')!r}, 'w')\n", encoding="utf-8")
    run = act.run(
        repository,
        workflow(
            step("passed", go_on=False, paths="good", as_of="2027-12-02", engine="embedded"),
            step("blocked", paths="bad", as_of="2027-12-02", engine="embedded", formats="junit html"),
            step("unjudged", paths="empty", engine="embedded"),
            step("told", go_on=False, paths="bad", as_of="2027-12-02", engine="embedded", report_only="true"),
        ),
    )
    assert run.code == 0, run.told()
    assert not (tmp_path / "trap").exists()

    assert not any(
        run.ran(name, "setup-opa") for name in ("passed", "blocked", "unjudged", "told")
    )  # nothing is fetched
    assert run.ran("passed", "setup-python")

    assert run.result("passed") == "success"
    passed = run.outputs("passed")
    assert (passed["verdict"], passed["exit-code"], passed["errors"]) == ("pass", "0", "0")
    assert not run.annotations("passed", "error")

    assert (run.result("blocked"), run.exit_status("blocked")) == ("failure", "exit status 1")
    blocked = run.outputs("blocked")
    assert (blocked["verdict"], blocked["exit-code"]) == ("block", "1")
    assert json.loads(blocked["counts"])["error"] == int(blocked["errors"]) > 10
    assert blocked["report"].endswith("/report.json")
    assert blocked["sarif"].endswith("/report.sarif")
    shown = run.annotations("blocked", "error")
    assert len(shown) == 10
    assert all(line["kvPairs"]["file"].startswith("bad/") and int(line["kvPairs"]["line"]) > 0 for line in shown)
    assert len(run.annotations("blocked", "notice")) == 1
    assert run.summary("blocked").startswith("# The release is blocked")
    assert "IV.1(a)" in run.summary("blocked")

    assert (run.result("unjudged"), run.exit_status("unjudged")) == ("failure", "exit status 2")
    assert run.outputs("unjudged")["verdict"] == "error"
    assert run.outputs("unjudged")["report"] == ""
    assert len(run.annotations("unjudged", "error")) == 1
    assert run.summary("unjudged").startswith("# Could not judge")

    assert run.result("told") == "success"
    assert (run.outputs("told")["verdict"], run.outputs("told")["exit-code"]) == ("block", "0")


def test_real_opa_judges_by_default_and_a_block_fails_the_job(act: Act, repository: Path, opa_path: Path) -> None:
    assert act.opa == opa_path
    shows = "- if: always()\n  run: cat \"$REPORT\"\n  env: {REPORT: '${{ steps.gate.outputs.report }}'}"
    run = act.run(repository, workflow(step("gate", go_on=False, paths="bad", as_of="2027-12-02"), shows))
    assert run.code == 1, run.told()
    assert run.result("gate") == "failure"
    assert run.ran("gate", "setup-opa")
    assert run.outputs("gate")["verdict"] == "block"
    report = json.loads(run.raw()[run.raw().rindex('{\n  "schema"') :])
    assert report["run"]["engine"]["name"] == "opa"


def test_a_pull_request_is_judged_by_its_target(act: Act, repository: Path, tmp_path: Path) -> None:
    (repository / ".aiact-gate.toml").write_text('exclude = ["undone/*"]\n', encoding="utf-8")
    given = {"as_of": "2027-12-02", "engine": "embedded", "trusted_ref": "auto"}
    text = workflow(
        step("whole", **given), step("touched", changed_only="true", **given), step("alone", **{**given, "base": ""})
    )
    (repository / ".github" / "workflows").mkdir(parents=True)
    (repository / ".github" / "workflows" / "gate.yml").write_text(text, encoding="utf-8")
    commit_all(repository)
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    (repository / ".aiact-gate.toml").write_text('exclude = ["undone/*", "bad/*"]\n', encoding="utf-8")
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"base": {"ref": "main"}, "head": {"ref": "change"}}}), "utf-8")
    run = act.run(repository, text, "-e", str(event), event="pull_request")
    assert run.code == 0, run.told()
    for name in (
        "whole",
        "touched",
        "alone",
    ):  # the configuration of the target leaves `bad` in, whatever the change says
        assert (run.outputs(name)["verdict"], run.exit_status(name)) == ("block", "exit status 1"), name
    assert "merge base with origin/main" in run.summary("whole")
    assert "changes/configuration-loosened" in run.summary("whole")
    assert "merge base" not in run.summary("alone")
    shown = run.annotations("whole", "warning")
    assert any(line["kvPairs"]["title"] == "changes/configuration-loosened" for line in shown), shown


def test_a_package_that_is_not_the_locked_one_is_never_installed(act: Act, repository: Path) -> None:
    lock = act.home / "copy" / "requirements" / "action.txt"
    changed = Act(act.home, _copy(act.action, act.home / "copy"), act.wheels, act.opa)
    text = lock.read_text(encoding="utf-8")
    start = text.index("click==")
    end = text.index("# via", start)
    lock.write_text(text[:start] + f"click==8.5.1 --hash=sha256:{'0' * 64}\n    " + text[end:], encoding="utf-8")
    run = changed.run(repository, workflow(step("gate", paths="good", as_of="2027-12-02", engine="embedded")))
    assert run.code == 0, run.told()
    assert run.exit_status("gate") == "exit status 2"
    assert run.outputs("gate")["verdict"] == "error"
    (told,) = run.annotations("gate", "error")
    assert "DO NOT MATCH THE HASHES" in told["arg"]


def test_the_projects_own_workflow_expects_what_its_examples_get(act: Act, tmp_path: Path, opa_path: Path) -> None:
    assert act.opa == opa_path
    text = (REPOSITORY / ".github" / "workflows" / "examples.yml").read_text(encoding="utf-8")
    assert text.count("uses: $/action") == 1  # act does not know this form
    repository = _copy(act.action, tmp_path / "project")
    one = ("--matrix", "example:chatbot-imagegen", "--matrix", "as-of:2026-11-22")
    run = act.run(repository, text.replace("uses: $/action", f"uses: {ACTION}"), *one)
    assert run.code == 0, run.told()
    assert run.outputs("gate")["verdict"] == "block"


def _copy(source: Path, target: Path) -> Path:
    return Path(shutil.copytree(source, target))

# SPDX-License-Identifier: Apache-2.0
"""What the action hands on: what a change is compared with, what it touches, and who decides about the gate."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.action.conftest import Entrypoint
from tests.compare.given import git
from tests.engine.served import host, opa_server, pulling

LATE = "2027-12-02"
TARGET = "origin/main"
AUTHORITY = """package system.authz

default allow := false

allow if input.identity == "of-the-gate"

allow if input.path[0] == "health"
"""


@pytest.fixture
def change(repository: Path) -> Path:
    """Return the repository as a checkout of a pull request holds it, without a change yet."""
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "start")
    git(repository, "update-ref", f"refs/remotes/{TARGET}", "HEAD")
    git(repository, "checkout", "-q", "--detach")
    return repository


def report(entrypoint: Entrypoint) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(Path(entrypoint.outputs()["report"]).read_text(encoding="utf-8"))
    return document


def append(path: Path, text: str) -> None:
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


def test_a_pull_request_is_compared_with_its_target(entrypoint: Entrypoint, change: Path) -> None:
    manifest = change / "good" / "ai-system.yaml"
    text = manifest.read_text(encoding="utf-8")
    assert "union: true" in text
    manifest.write_text(text.replace("union: true", "union: false"), encoding="utf-8")
    done = entrypoint.run(change, target=TARGET, as_of=LATE, paths="good")
    assert report(entrypoint)["base"]["ref"] == TARGET
    assert "changes/class-lowered" in done.stdout
    assert "merge base with origin/main" in entrypoint.summary()
    entrypoint.run(change, as_of=LATE, paths="good")  # a push has no target
    assert "base" not in report(entrypoint)
    entrypoint.run(change, target=TARGET, base="", as_of=LATE, paths="good")
    assert "base" not in report(entrypoint)


def test_a_checkout_without_history_is_judged_whole_and_that_is_said(entrypoint: Entrypoint, change: Path) -> None:
    git(change, "update-ref", "-d", f"refs/remotes/{TARGET}")
    done = entrypoint.run(change, target=TARGET, changed_only="true", as_of=LATE, paths="good")
    assert done.returncode == 0
    assert len(report(entrypoint)["systems"]) == 1
    assert f"::notice title=aiact-gate::not compared with {TARGET}: git knows no commit named" in done.stdout
    assert entrypoint.run(change, base=TARGET, as_of=LATE, paths="good").returncode == 2  # who asks for it gets it


def test_only_what_a_change_concerns_is_judged(entrypoint: Entrypoint, change: Path) -> None:
    append(change / "README.md", "More.\n")
    done = entrypoint.run(change, target=TARGET, changed_only="true", as_of=LATE)
    outputs = entrypoint.outputs()
    assert (done.returncode, outputs["verdict"], outputs["errors"]) == (0, "untouched", "0")
    assert entrypoint.summary().startswith("# Nothing was judged")
    append(change / "good" / "README.md", "More.\n")
    entrypoint.run(change, target=TARGET, changed_only="true", as_of=LATE)
    assert [system["manifest"] for system in report(entrypoint)["systems"]] == ["good/ai-system.yaml"]
    assert entrypoint.run(change, changed_only="true", as_of=LATE).returncode == 1  # a push is judged whole
    assert entrypoint.run(change, changed_only="true", base="", as_of=LATE).returncode == 2


def test_a_trusted_ref_decides_about_the_gate(entrypoint: Entrypoint, change: Path) -> None:
    append(change / ".aiact-gate.toml", 'exclude = ["bad/*", "undone/*"]\n')
    assert entrypoint.run(change, target=TARGET, as_of=LATE).returncode == 0
    assert "changes/configuration-loosened" in entrypoint.summary()
    assert entrypoint.run(change, target=TARGET, trusted_ref="auto", as_of=LATE).returncode == 1
    assert entrypoint.run(change, trusted_ref=TARGET, as_of=LATE).returncode == 1
    assert entrypoint.run(change, trusted_ref="auto", as_of=LATE).returncode == 0  # a push decides for itself
    git(change, "update-ref", "-d", f"refs/remotes/{TARGET}")
    assert entrypoint.run(change, target=TARGET, trusted_ref="auto", as_of=LATE).returncode == 2


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ('fail_on = "warn"', "2026-11-22", 1),
        ("lead_days = 400", "2026-11-22", 1),
        ('paths = ["good"]', LATE, 0),
        ('profile = "strict"', "2026-11-22", 0),
    ],
)
def test_what_the_workflow_leaves_open_the_configuration_says(
    entrypoint: Entrypoint, repository: Path, text: str, day: str, code: int
) -> None:
    paths = "" if text.startswith("paths") else "undone"
    append(repository / ".aiact-gate.toml", text + "\n")
    (repository / ".git").mkdir()
    assert entrypoint.run(repository, paths=paths, as_of=day).returncode == code
    if "profile" in text:
        assert report(entrypoint)["lead_days"] == 90


def test_every_input_about_concessions_reaches_the_gate(entrypoint: Entrypoint, repository: Path) -> None:
    known = repository / "known.json"
    (repository / "gate.toml").write_text("lead_days = 9\n", encoding="utf-8")
    known.write_text('{"schema": "aiact-gate/baseline/v1", "findings": []}', encoding="utf-8")
    (repository / "w.yaml").write_text("apiVersion: aiact-gate/v1\nwaivers: []\n", encoding="utf-8")
    given = {"config": "gate.toml", "profile": "starter", "waivers": "w.yaml", "baseline": "known.json"}
    done = entrypoint.run(repository, paths="good", as_of=LATE, no_waivers="true", **given)
    assert done.returncode == 0, done.stdout
    told = report(entrypoint)
    assert told["lead_days"] == 9
    assert any("profile starter" in note for note in told["notes"])
    assert "Waivers were ignored (--no-waivers)." in told["notes"]
    for name in given:
        assert entrypoint.run(repository, paths="good", as_of=LATE, **{name: "no-such"}).returncode == 2, name


@pytest.mark.parametrize("name", ["changed_only", "no_waivers", "report_only"])
def test_a_switch_is_true_or_false(entrypoint: Entrypoint, repository: Path, name: str) -> None:
    done = entrypoint.run(repository, paths="good", **{name: "yes"})
    assert done.returncode == 2
    assert f"{name.replace('_', '-')} is 'true' or 'false', not 'yes'" in done.stdout


def test_the_gate_of_a_company_judges_by_its_server(
    entrypoint: Entrypoint, repository: Path, tmp_path: Path, opa_path: Path
) -> None:
    bundle = tmp_path / "bundle.tar.gz"
    subprocess.run([sys.executable, "-m", "aiact_gate", "bundle", str(bundle)], check=True, capture_output=True)
    (tmp_path / "authz.rego").write_text(AUTHORITY, encoding="utf-8")
    options = ("--authentication=token", "--authorization=basic", tmp_path / "authz.rego")
    with host(bundle) as told, opa_server(opa_path, tmp_path, pulling(told), *options) as address:
        given = {"paths": "bad", "as_of": LATE, "engine": "opa", "url": address}
        done = entrypoint.run(repository, **{**given, "token": "of-the-gate"})
        assert done.returncode == 1, done.stdout
        assert report(entrypoint)["run"]["engine"]["name"] == "opa"
        assert "of-the-gate" not in done.stdout
        done = entrypoint.run(repository, **given)
        assert done.returncode == 2
        assert "AIACT_GATE_OPA_TOKEN" in done.stdout

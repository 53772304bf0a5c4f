# SPDX-License-Identifier: Apache-2.0
"""`new-rule` and `test`: the first rule fails until it is written, and its examples decide."""

import subprocess
import sys
from pathlib import Path

import pytest

from aiact_gate.company import trial
from aiact_gate.company.example import lay_out
from aiact_gate.company.scaffold import scaffold
from aiact_gate.errors import PolicyError, UsageError
from tests.custom_rules.given import PROOF, house_rule


def gate(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aiact_gate", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


def faults(folder: Path) -> dict[str, str]:
    return {outcome.name.rpartition("/")[2]: outcome.fault for outcome in trial.examples(folder)}


def test_the_untouched_scaffold_loads_and_fails(tmp_path: Path) -> None:
    written = gate("new-rule", "house/model-card", cwd=tmp_path)
    assert written.returncode == 0
    files = sorted(path.name for path in (tmp_path / "aiact-rules" / "house" / "model-card").iterdir())
    assert files == ["fail.yaml", "pass.yaml", "rule.rego", "rule_test.rego"]
    done = gate("test", "aiact-rules", cwd=tmp_path)
    assert done.returncode == 1
    assert "FAILED  house/model-card/pass.yaml: the rule is not satisfied" in done.stdout
    assert "ok      house/model-card/fail.yaml" in done.stdout


def test_a_finished_rule_passes_with_opa_too(tmp_path: Path, opa_path: Path) -> None:
    done = gate("test", house_rule(tmp_path), "--opa-path", opa_path, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "3 run, 0 failed"), done.stdout


def test_opa_runs_the_unit_tests(tmp_path: Path, opa_path: Path) -> None:
    folder = tmp_path / "rules"
    scaffold("house/model-card", folder)
    assert trial.unit_tests(folder, opa_path).fault == "failed: test_evidence_proves_it"
    test = folder / "house" / "model-card" / "rule_test.rego"
    test.write_text("package aiact.tests.broken\n\nx := \n", encoding="utf-8")
    assert trial.unit_tests(folder, opa_path).fault.startswith("opa could not run them")
    test.unlink()
    assert trial.unit_tests(folder, opa_path).fault == "there are no tests"


def test_the_scaffold_is_as_opa_writes_it(tmp_path: Path, opa_path: Path) -> None:
    for name in ("house/card", "house/model-card", "as/default", "house-9/r2"):
        house_rule(tmp_path, name)
    listed = subprocess.run([opa_path, "fmt", "--list", tmp_path], capture_output=True, text=True, check=True)
    assert listed.stdout == ""
    load = [opa_path, "check", "--strict", "--ignore", "*.yaml", tmp_path]
    bundled = Path(trial.__file__).parents[2] / "policies"
    done = subprocess.run([*load, bundled / "lib", bundled / "classify"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["model-card", "House/card", "house/card/x", "../card", "house/", "house/-x"])
def test_a_name_is_a_family_and_a_rule(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is no name of a rule"):
        scaffold(name, tmp_path)
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    scaffold("house/card", tmp_path)
    with pytest.raises(UsageError, match="exists and is left as it is"):
        scaffold("house/card", tmp_path)


def test_the_examples_decide(tmp_path: Path) -> None:
    proof = PROOF.removeprefix("# ")
    assert faults(house_rule(tmp_path / "a")) == {"pass.yaml": "", "fail.yaml": ""}
    lax = house_rule(tmp_path / "b", "house/approved-risks", (proof, "satisfied := true"))
    assert faults(lax) == {"pass.yaml": "", "fail.yaml": "the rule is satisfied, and must not be"}
    idle = house_rule(tmp_path / "c", "house/approved-risks", ('\napplicable := "yes"', '\napplicable := "no"'))
    assert set(faults(idle).values()) == {"the rule must apply to its example, and says no"}


def test_an_example_that_is_missing_or_broken_is_told(tmp_path: Path) -> None:
    folder = house_rule(tmp_path)
    rule = folder / "house" / "approved-risks"
    (rule / "fail.yaml").unlink()
    text = (rule / "pass.yaml").read_text(encoding="utf-8").replace("union: true", "union: maybe")
    (rule / "pass.yaml").write_text(text, encoding="utf-8")
    told = faults(folder)
    assert told["fail.yaml"].startswith("there is no such file")
    assert told["pass.yaml"].startswith("line ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "is not a manifest"),
        ("a: [\n", "not YAML"),
        ("apiVersion: aiact-gate/v1\n", "has no day"),
        ("x-as-of: soon\n", "has no day"),
        ("x-as-of: 2027-12-02\nx-files: [a]\n", "x-files"),
        ("x-as-of: 2027-12-02\nx-files: {../a: b}\n", "outside of its folder"),
        ("x-as-of: 2027-12-02\nx-files: {/a: b}\n", "outside of its folder"),
    ],
)
def test_what_is_no_example_ends_the_run(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "pass.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError, match=said):
        lay_out(tmp_path / "pass.yaml", tmp_path / "in")
    assert not list((tmp_path / "in").iterdir())


def test_a_folder_without_rules_ends_the_run(tmp_path: Path) -> None:
    done = gate("test", tmp_path, cwd=tmp_path)
    assert done.returncode == 2
    assert "no rules were loaded" in done.stderr

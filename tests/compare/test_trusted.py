# SPDX-License-Identifier: Apache-2.0
"""With `--trusted-ref` nothing in a pull request can loosen the gate that judges it."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from aiact_gate.errors import GateError, UsageError
from aiact_gate.model import Report
from tests.compare.given import DAY, Repo, git, weaker
from tests.custom_rules.given import house_rule
from tests.waivers.given import book, waiver

RULE = "literacy/measures"
WAIVER = book(waiver(rule="risk-management/process", system="cvrank", granted="2027-12-01", expires="2027-12-31"))


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "r")
    git(made.root, "checkout", "-q", "main")
    (made.root / "docs/risk-management.md").unlink()
    made.commit()
    git(made.root, "checkout", "-qB", "change")
    return made


def rules(report: Report, severity: str = "error") -> set[str]:
    return {f["rule"] for s in report["systems"] for f in s["findings"] if f["severity"] == severity}


def waived(report: Report) -> set[str]:
    return {f["rule"] for s in report["systems"] for f in s["findings"] if f["status"] == "waived"}


def some_rule(repo: Repo) -> str:
    return min(rule for rule in rules(repo.called()) if rule.startswith("risk-management/"))


def waivers_for(rule: str) -> str:
    return book(waiver(rule=rule, system="cvrank", granted="2027-12-01", expires="2027-12-31"))


def test_a_waiver_of_the_pull_request_does_not_count(repo: Repo) -> None:
    rule = some_rule(repo)
    repo.write("aiact-waivers.yaml", waivers_for(rule))
    assert waived(repo.called()) == {rule}
    report = repo.called(trusted_ref="main")
    assert waived(report) == set()
    assert "aiact-waivers.yaml is not in main and was not used." in report["notes"]


def test_the_waivers_of_the_ref_count_and_are_named_as_files_of_the_repository(repo: Repo) -> None:
    rule = some_rule(repo)
    repo.write("aiact-waivers.yaml", waivers_for(rule).replace("2027-12-31", "2027-12-10"))
    repo.commit()
    git(repo.root, "branch", "trusted")
    repo.write("aiact-waivers.yaml", waivers_for(rule))
    report = repo.called(trusted_ref="trusted", base="trusted")
    (found,) = [f for s in report["systems"] for f in s["findings"] if f["status"] == "waived"]
    assert found["waiver"]["expires"] == "2027-12-10"
    assert "aiact-waivers.yaml differs from that of trusted, which was used." in report["notes"]
    places = {
        f["location"]["file"] for s in report["systems"] for f in s["findings"] if f["rule"] == "waivers/expiring"
    }
    assert places == {"aiact-waivers.yaml"}
    assert [f["rule"] for f in weaker(report)] == ["changes/waiver-added"]


def test_a_deleted_waiver_still_counts_and_the_same_one_says_nothing(repo: Repo) -> None:
    rule = some_rule(repo)
    repo.write("aiact-waivers.yaml", waivers_for(rule))
    repo.commit()
    git(repo.root, "branch", "trusted")
    assert not [note for note in repo.called(trusted_ref="trusted")["notes"] if "trusted" in note]
    (repo.root / "aiact-waivers.yaml").unlink()
    report = repo.called(trusted_ref="trusted")
    assert waived(report) == {rule}
    assert any("differs from that of trusted" in note for note in report["notes"])


def test_a_configuration_of_the_pull_request_does_not_count(repo: Repo) -> None:
    repo.write(".aiact-gate.toml", 'exclude = ["ai-system.yaml"]\n')
    with pytest.raises(UsageError, match="no manifest found"):
        repo.called()
    report = repo.called(trusted_ref="main")
    assert len(report["systems"]) == 1
    assert ".aiact-gate.toml is not in main and was not used." in report["notes"]


def test_the_configuration_of_the_ref_counts_with_paths_of_the_work_tree(repo: Repo) -> None:
    repo.write(
        ".aiact-gate.toml", 'lead_days = 7\npaths = ["."]\nwaivers = "legal/w.yaml"\noutputs = ["json=o.json"]\n'
    )
    repo.write("legal/w.yaml", WAIVER)
    repo.commit()
    git(repo.root, "branch", "trusted")
    repo.write(".aiact-gate.toml", 'profile = "starter"\n')
    repo.write("legal/w.yaml", book())
    command = [sys.executable, "-m", "aiact_gate", "check", "--as-of", DAY, "--trusted-ref", "trusted"]
    done = subprocess.run(command, cwd=repo.root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr
    assert (repo.root / "o.json").is_file()
    report = repo.called(trusted_ref="trusted")
    assert report["lead_days"] == 7
    assert any("legal/w.yaml:" in line for line in done.stdout.splitlines())
    assert {note.partition(" ")[0] for note in report["notes"] if "trusted" in note} == {
        ".aiact-gate.toml",
        "legal/w.yaml",
    }


def test_a_configuration_that_cannot_be_read_is_not_used_and_not_needed(repo: Repo) -> None:
    repo.write("pyproject.toml", "[tool\n")
    report = repo.called(trusted_ref="main")
    assert any("cannot be read and was not used" in note for note in report["notes"])


def test_rules_come_from_the_ref(repo: Repo) -> None:
    house_rule(repo.root)
    repo.commit()
    git(repo.root, "branch", "trusted")
    (rule,) = (repo.root / "rules").rglob("rule.rego")
    text = rule.read_text(encoding="utf-8")
    folder = repo.root / "rules"
    assert "custom/house/approved-risks" in rules(repo.called(policies=(folder,)))
    rule.write_text(text.replace("default satisfied := false", "default satisfied := true"), encoding="utf-8")
    report = repo.called(policies=(folder,), trusted_ref="trusted")
    assert "custom/house/approved-risks" in rules(report)
    assert "rules differs from that of trusted, which was used." in report["notes"]
    with pytest.raises(UsageError, match="rules is not in main"):
        repo.called(policies=(folder,), trusted_ref="main")


def test_a_message_names_the_ref_and_no_temporary_folder(repo: Repo) -> None:
    house_rule(repo.root, "house/approved-risks")
    (rule,) = (repo.root / "rules").rglob("rule.rego")
    rule.write_text("package nonsense\n", encoding="utf-8")
    repo.commit()
    git(repo.root, "branch", "trusted")
    with pytest.raises(GateError, match=r"trusted:rules/") as caught:
        repo.called(policies=(repo.root / "rules",), trusted_ref="trusted")
    assert tempfile.gettempdir() not in caught.value.message.replace(str(repo.root), "")


def test_a_baseline_comes_from_the_ref(repo: Repo) -> None:
    path = repo.root / "known.json"
    repo.called(write_baseline=path)
    assert repo.called(baseline=path)["verdict"] == "warn"
    report = repo.called(baseline=path, trusted_ref="main")
    assert report["verdict"] == "block"
    assert "known.json is not in main and was not used." in report["notes"]


def test_what_lies_outside_the_repository_is_trusted_as_it_is(repo: Repo, tmp_path: Path) -> None:
    rule = some_rule(repo)
    (tmp_path / "w.yaml").write_text(waivers_for(rule), encoding="utf-8")
    assert waived(repo.called(waivers=tmp_path / "w.yaml", trusted_ref="main")) == {rule}


def test_a_link_in_the_ref_is_refused(repo: Repo) -> None:
    (repo.root / "aiact-waivers.yaml").symlink_to("docs/w.yaml")
    repo.commit()
    git(repo.root, "branch", "trusted")
    with pytest.raises(UsageError, match="is a symbolic link"):
        repo.called(trusted_ref="trusted")


@pytest.mark.parametrize("line", ['outputs = ["json=out/report.json"]', 'paths = ["out"]'])
def test_a_link_in_the_pull_request_moves_nothing_that_the_ref_names(repo: Repo, tmp_path: Path, line: str) -> None:
    repo.write(".aiact-gate.toml", line + "\n")
    repo.write("out/ai-system.yaml", (repo.root / "ai-system.yaml").read_text(encoding="utf-8"))
    repo.commit()
    git(repo.root, "branch", "trusted")
    assert repo.called(trusted_ref="trusted")
    elsewhere = tmp_path / "elsewhere"
    (repo.root / "out").rename(elsewhere)
    (repo.root / "out").symlink_to(elsewhere)
    with pytest.raises(UsageError, match=r"trusted:\.aiact-gate\.toml: (outputs|paths) names a place that a link"):
        repo.called(trusted_ref="trusted")


def test_no_temporary_folder_is_left(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    repo.called(trusted_ref="main", base="main")
    assert list(temporary.iterdir()) == []

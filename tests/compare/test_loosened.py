# SPDX-License-Identifier: Apache-2.0
"""A change of what decides about the gate is a finding of its own where it lets more pass, with both lines."""

import json
from pathlib import Path

import pytest

from aiact_gate.model import Finding, Report
from tests.compare.given import Repo, git, weaker
from tests.custom_rules.given import house_rule
from tests.waivers.given import book, waiver

CONFIG = ".aiact-gate.toml"
RULE = "risk-management/process"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "r")


def on_main(repo: Repo, file: str, text: str) -> None:
    """Bring a file into the main branch, from which the change then starts."""
    git(repo.root, "checkout", "-q", "main")
    repo.write(file, text)
    repo.commit()
    git(repo.root, "checkout", "-qB", "change")


def only(report: Report, code: str) -> Finding:
    found = [finding for finding in weaker(report) if finding["rule"] == f"changes/{code}"]
    assert len(found) == 1, [finding["message"] for finding in weaker(report)]
    assert (found[0]["severity"], found[0]["change"]) == ("warning", "new")
    return found[0]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("lead_days = 30", "lead_days = 7", "lead_days asks for less: 30 → 7"),
        ("lead_days = 30", "", "lead_days asks for less: 30 → 0"),
        ('fail_on = "warn"', "", "fail_on asks for less: warn → not set"),
        ('fail_on = "warn"', 'fail_on = "block"', "fail_on asks for less: warn → block"),
        ("", 'exclude = ["drafts/*"]', 'exclude asks for less: not set → ["drafts/*"]'),
        ('exclude = ["a"]', 'exclude = ["a", "b"]', 'exclude asks for less: ["a"] → ["a", "b"]'),
        ("", 'profile = "starter"', "profile asks for less: not set → starter"),
        ('profile = "strict"', 'profile = "strict"\nlead_days = 0', "lead_days asks for less: 90 → 0"),
        (
            'readings = {U1 = "strict"}',
            'readings = {U1 = "cautious"}',
            "readings of U1 asks for less: strict → cautious",
        ),
        ('readings = {U1 = "strict"}', "", "readings of U1 asks for less: strict → cautious"),
        ("max_waiver_days = 30", "max_waiver_days = 90", "max_waiver_days asks for less: 30 → 90"),
        ("max_waiver_days = 30", "", "max_waiver_days asks for less: 30 → 180"),
        (
            '[severity]\n"literacy/measures" = "error"',
            '[severity]\n"literacy/measures" = "warning"',
            "severity of literacy/measures asks for less: error → warning",
        ),
        (
            '[severity]\n"literacy/measures" = "warning"',
            "",
            "severity of literacy/measures asks for less: warning → not set",
        ),
        ("", 'paths = ["services"]', 'paths asks for less: not set → ["services"]'),
    ],
)
def test_a_configuration_that_asks_for_less(repo: Repo, before: str, after: str, said: str) -> None:
    (repo.root / "services").mkdir()
    on_main(repo, CONFIG, f"# what we ask\n{before}\n")
    repo.write(CONFIG, f"# what we ask\n# since today\n{after}\n")
    found = only(repo.called(base="main"), "configuration-loosened")
    old = before.count("\n") + 2 if before else 1
    new = after.count("\n") + 3 if after else 1
    assert found["message"].startswith(said)
    assert f"before main:{CONFIG}:{old})" in found["message"]
    assert (found["location"]["file"], found["location"]["line"]) == (CONFIG, new)
    assert f"({CONFIG}:{new}, " in found["message"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lead_days = 7", "lead_days = 30"),
        ("", 'fail_on = "warn"'),
        ('exclude = ["a", "b"]', 'exclude = ["b"]'),
        ('profile = "starter"', 'profile = "provider"'),
        ('profile = "provider"', 'profile = "strict"'),
        ("max_waiver_days = 90", "max_waiver_days = 30"),
        ('[severity]\n"literacy/measures" = "warning"', '[severity]\n"literacy/measures" = "error"'),
        ('paths = ["docs"]', 'paths = ["."]'),
        ('engine = "opa"', 'engine = "embedded"'),
        ("", "# a remark"),
    ],
)
def test_what_asks_for_more_or_for_the_same_is_no_finding(repo: Repo, before: str, after: str) -> None:
    on_main(repo, CONFIG, f"{before}\n")
    repo.write(CONFIG, f"{after}\n")
    assert [found["message"] for found in weaker(repo.called(base="main", engine="embedded"))] == []


def test_a_configuration_that_is_gone_or_new_or_moved(repo: Repo) -> None:
    on_main(repo, CONFIG, "lead_days = 30\n")
    (repo.root / CONFIG).unlink()
    found = only(repo.called(base="main"), "configuration-loosened")
    assert f"({CONFIG} is gone, before main:{CONFIG}:1)" in found["message"]
    repo.write("pyproject.toml", "[tool.other]\nlead_days = 99\n\n[tool.aiact-gate]\nlead_days = 7\n")
    found = only(repo.called(base="main"), "configuration-loosened")
    assert f"30 → 7 (pyproject.toml:5, before main:{CONFIG}:1)" in found["message"]
    git(repo.root, "branch", "-f", "bare", "main~1")
    repo.write("pyproject.toml", '[tool.aiact-gate]\nexclude = ["old/*"]\n')
    found = only(repo.called(base="bare"), "configuration-loosened")
    assert "(pyproject.toml:2, not in bare)" in found["message"]


def test_a_named_configuration_is_compared_where_it_lies(repo: Repo, tmp_path: Path) -> None:
    on_main(repo, "ci/gate.toml", "lead_days = 30\n")
    repo.write("ci/gate.toml", "lead_days = 3\n")
    named = repo.root / "ci" / "gate.toml"
    assert "ci/gate.toml:1" in only(repo.called(base="main", config=named), "configuration-loosened")["message"]
    (tmp_path / "own.toml").write_text("lead_days = 1\n", encoding="utf-8")
    assert weaker(repo.called(base="main", config=tmp_path / "own.toml")) == []


def test_a_system_that_the_configuration_hides_is_told_of(repo: Repo) -> None:
    text = (repo.root / "ai-system.yaml").read_text(encoding="utf-8").replace("id: cvrank", "id: other")
    on_main(repo, "other/ai-system.yaml", text)
    repo.write(CONFIG, 'exclude = ["other/*"]\n')
    report = repo.called(base="main")
    assert {found["rule"] for found in weaker(report)} == {"changes/system-removed", "changes/configuration-loosened"}
    told = only(report, "system-removed")["message"]
    assert told.startswith("the system other is no longer judged (excluded by other/*); it was in main:other/")
    (repo.root / CONFIG).unlink()
    assert weaker(repo.called(base="main", exclude=("other/*",))) == []  # the command line speaks for both trees


def test_a_system_outside_of_new_paths_is_told_of(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (repo.root / "ai-system.yaml").read_text(encoding="utf-8").replace("id: cvrank", "id: other")
    on_main(repo, "other/ai-system.yaml", text)
    repo.write(CONFIG, 'paths = ["other"]\n')
    monkeypatch.chdir(repo.root)
    report = repo.called(paths=(), base="main")
    assert (
        "cvrank is no longer judged (its manifest is not in the paths of this run)"
        in only(report, "system-removed")["message"]
    )


def test_another_file_of_waivers_is_compared_with_the_one_that_counted(repo: Repo) -> None:
    on_main(repo, "legal/w.yaml", book(waiver(rule=RULE, system="cvrank", granted="2027-12-01", expires="2027-12-31")))
    assert weaker(repo.called(base="main")) == []
    repo.write(CONFIG, 'waivers = "legal/w.yaml"\n')
    assert "legal/w.yaml" in only(repo.called(base="main"), "waiver-added")["message"]


def test_a_baseline_that_grew(repo: Repo) -> None:
    path = repo.root / "known.json"
    on_main(repo, "known.json", json.dumps({"schema": "aiact-gate/baseline/v1", "findings": []}))
    (repo.root / "docs/risk-management.md").unlink()
    path.unlink()
    repo.called(write_baseline=path)
    known = json.loads(path.read_text(encoding="utf-8"))["findings"]
    found = only(repo.called(base="main", baseline=path), "baseline-grown")
    assert all(entry["rule"] in found["message"] for entry in known[:5])
    line = repo.line(known[0]["fingerprint"], "known.json")
    assert (found["location"]["file"], found["location"]["line"]) == ("known.json", line)
    assert f"(known.json:{line}, before main:known.json:1)" in found["message"]
    repo.commit()
    git(repo.root, "branch", "known")
    assert weaker(repo.called(base="known", baseline=path)) == []
    path.write_text(path.read_text(encoding="utf-8").replace('"unanswered": [', '"unanswered": ["x",', 1), "utf-8")
    only(repo.called(base="known", baseline=path), "baseline-grown")


def test_a_rule_of_the_company_that_changed_or_is_gone(repo: Repo) -> None:
    git(repo.root, "checkout", "-q", "main")
    house_rule(repo.root)
    house_rule(repo.root, "house/second")
    repo.commit()
    git(repo.root, "checkout", "-qB", "change")
    folder = repo.root / "rules"
    assert weaker(repo.called(base="main", policies=(folder,))) == []
    rule, other = sorted(folder.rglob("rule.rego"))
    line = repo.line("default satisfied := false", rule.relative_to(repo.root).as_posix())
    rule.write_text(rule.read_text("utf-8").replace("default satisfied := false", "default satisfied := true"), "utf-8")
    name = rule.relative_to(repo.root).as_posix()
    told = only(repo.called(base="main", policies=(folder,)), "rule-changed")["message"]
    assert f"({name}:{line}, before main:{name}:{line})" in told
    rule.write_text(git(repo.root, "show", f"main:{name}"), encoding="utf-8")
    other.unlink()
    told = only(repo.called(base="main", policies=(folder,)), "rule-changed")["message"]
    assert told.startswith("a file of rules was removed")


def test_rules_that_the_configuration_no_longer_names(repo: Repo) -> None:
    git(repo.root, "checkout", "-q", "main")
    house_rule(repo.root)
    repo.write(CONFIG, 'policies = ["rules"]\n')
    repo.commit()
    git(repo.root, "checkout", "-qB", "change")
    repo.write(CONFIG, "\n")
    assert (
        'policies asks for less: ["rules"] → not set'
        in only(repo.called(base="main"), "configuration-loosened")["message"]
    )


def test_what_does_not_count_is_told_all_the_same(repo: Repo) -> None:
    on_main(repo, CONFIG, "lead_days = 30\n")
    repo.write(CONFIG, "lead_days = 7\n")
    report = repo.called(base="main", trusted_ref="main")
    assert report["lead_days"] == 30
    only(report, "configuration-loosened")
    assert f"{CONFIG} differs from that of main, which was used." in report["notes"]


def test_what_cannot_be_read_is_told_and_compared_with_nothing(repo: Repo) -> None:
    on_main(repo, CONFIG, "no_such_key = 1\n")
    repo.write(CONFIG, "lead_days = 7\n")
    report = repo.called(base="main")
    assert weaker(report) == []
    (note,) = [note for note in report["notes"] if "configuration are unknown" in note]
    assert note.startswith(f"Changes of the configuration are unknown: main:{CONFIG}:1: the key no_such_key")
    path = repo.root / "known.json"
    repo.write("known.json", "[]")
    repo.commit()
    git(repo.root, "branch", "poor")
    path.unlink()
    repo.called(write_baseline=path)
    notes = repo.called(base="poor", baseline=path)["notes"]
    assert any(note.startswith("Changes of the baseline are unknown: poor:known.json") for note in notes)


def test_a_link_in_the_past_leads_nowhere(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "outside.toml").write_text("lead_days = 30\n", encoding="utf-8")
    git(repo.root, "checkout", "-q", "main")
    (repo.root / "gate.toml").symlink_to(tmp_path / "outside.toml")
    repo.commit()
    git(repo.root, "checkout", "-qB", "change")
    (repo.root / "gate.toml").unlink()
    repo.write("gate.toml", "lead_days = 1\n")
    assert weaker(repo.called(base="main", config=repo.root / "gate.toml")) == []

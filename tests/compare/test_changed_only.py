# SPDX-License-Identifier: Apache-2.0
"""`--changed-only` with many systems: what the change concerns is judged, the rest is left out, and that is told."""

from pathlib import Path

import pytest

from aiact_gate.engine.select import EngineChoice
from aiact_gate.model import Report
from aiact_gate.report.write import FORMATS, rendered
from aiact_gate.verdict import exit_code
from tests.compare.given import DAY, Repo, git, weaker
from tests.custom_rules.given import house_rule
from tests.support import EXAMPLES
from tests.waivers.given import book, waiver

NAMES = ("mail", "forum", "chat")
SPAM = (EXAMPLES / "spam-filter" / "ai-system.yaml").read_text(encoding="utf-8")
MORE = "paths: {code: [src/**]}\nevidence:\n  ai-literacy: docs/literacy.md\n"
LITERACY = "# AI literacy\n\n## Literacy measures\n\nSee [the course](../../course.md).\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "r", "spam-filter")
    git(made.root, "checkout", "-q", "main")
    (made.root / "ai-system.yaml").unlink()
    for name in NAMES:
        made.write(f"{name}/ai-system.yaml", SPAM.replace("id: spam-filter", f"id: {name}") + MORE)
        made.write(f"{name}/docs/literacy.md", LITERACY)
        made.write(f"{name}/src/main.py", "x = 1\n")
    made.write("course.md", "# The course\n\nAll who use the filter learn on one day in spring what it misses.\n")
    made.write("pyproject.toml", "[project]\nname = 'x'\n")
    made.write(".gitignore", "*.pyc\n")
    made.commit()
    git(made.root, "checkout", "-qB", "change")
    return made


def judged(report: Report) -> list[str]:
    return sorted(system["id"] for system in report["systems"])


def test_nothing_changed_means_nothing_to_judge_and_that_is_said(repo: Repo) -> None:
    report = repo.compared(changed_only=True)
    assert (judged(report), report["verdict"], report["counts"]["systems"]) == ([], "untouched", 0)
    assert "No system was touched since the merge base with main: nothing was judged." in report["notes"]
    assert exit_code(report["verdict"], fail_on="warn") == 0
    left = {item["path"]: item["reason"] for item in report["left_out"]}
    assert {left[f"{name}/ai-system.yaml"] for name in NAMES} == {"unchanged since the merge base with main"}
    told = {name: rendered(report, name) for name in FORMATS}
    assert all(told.values())
    assert not [name for name, text in told.items() if "PASS" in text or "nothing is missing" in text]
    for name in ("text", "markdown", "html", "github", "sarif", "json"):
        assert "nothing was judged" in told[name].lower(), name


@pytest.mark.parametrize(
    ("file", "committed"),
    [
        ("mail/ai-system.yaml", True),
        ("mail/ai-system.yaml", False),
        ("mail/docs/literacy.md", True),
        ("mail/docs/literacy.md", False),
        ("mail/src/main.py", True),
        ("mail/src/new.py", False),
    ],
)
def test_a_file_of_one_system_concerns_that_system(repo: Repo, file: str, committed: bool) -> None:
    path = repo.root / file
    repo.write(file, (path.read_text(encoding="utf-8") if path.exists() else "") + "# more\n")
    if committed:
        repo.commit()
    report = repo.compared(changed_only=True)
    assert judged(report) == ["mail"]
    assert len(report["left_out"]) >= 2


def test_a_deleted_file_concerns_its_system(repo: Repo) -> None:
    (repo.root / "chat/docs/literacy.md").unlink()
    assert judged(repo.compared(changed_only=True)) == ["chat"]


def test_a_file_behind_a_pointer_concerns_all_that_point_at_it(repo: Repo) -> None:
    repo.edit(("one day", "two days"), file="course.md")
    assert judged(repo.compared(changed_only=True)) == sorted(NAMES)


def test_what_is_ignored_or_belongs_to_nobody_concerns_nobody(repo: Repo) -> None:
    repo.write("mail/src/main.pyc", "x")
    repo.write("README.md", "another")
    (repo.root / "mail/src/main.py").touch()
    repo.write("forum/src/main.py", "x = 1\r\n")
    assert judged(repo.compared(changed_only=True)) == []


def test_what_lies_around_a_manifest_concerns_its_system(repo: Repo) -> None:
    """Libraries in the folder of a manifest speak against its answers, whether or not the manifest names the file."""
    repo.write("forum/requirements.txt", "openai\n")
    assert judged(repo.compared(changed_only=True)) == ["forum"]


def test_a_configuration_that_is_gone_concerns_all(repo: Repo) -> None:
    git(repo.root, "checkout", "-q", "main")
    repo.write("pyproject.toml", "[project]\nname = 'x'\n\n[tool.aiact-gate]\nlead_days = 30\n")
    repo.commit()
    git(repo.root, "checkout", "-qB", "change")
    repo.write("pyproject.toml", "[project]\nname = 'x'\n")
    report = repo.called(base="main", changed_only=True)
    assert {*NAMES} < {*judged(report)}
    assert "changes/configuration-loosened" in [finding["rule"] for finding in weaker(report)]


def test_a_configuration_concerns_all(repo: Repo) -> None:
    repo.write(".aiact-gate.toml", "lead_days = 1\n")
    report = repo.called(base="main", changed_only=True)
    assert judged(report) == sorted(NAMES)
    assert any(note.startswith(".aiact-gate.toml changed") for note in report["notes"])


def test_rules_of_a_company_concern_all(repo: Repo) -> None:
    folder = house_rule(repo.root)
    report = repo.called(base="main", changed_only=True, policies=(folder,))
    assert judged(report) == sorted(NAMES)
    assert judged(repo.called(base="main", changed_only=True)) == []


def test_a_waiver_concerns_the_system_it_names(repo: Repo) -> None:
    repo.write("aiact-waivers.yaml", book(waiver(rule="literacy/measures", system="forum")))
    report = repo.compared(changed_only=True)
    assert judged(report) == ["forum"]
    assert "changes/waiver-added" in [finding["rule"] for finding in weaker(report)]


def test_waivers_of_systems_that_were_left_out_are_no_orphans(repo: Repo) -> None:
    git(repo.root, "checkout", "-q", "main")
    repo.write("aiact-waivers.yaml", book(waiver(rule="literacy/measures", system="forum")))
    repo.commit()
    git(repo.root, "checkout", "-qB", "change")
    repo.write("mail/src/main.py", "x = 2\n")
    report = repo.compared(changed_only=True)
    assert judged(report) == ["mail"]
    assert not [f for s in report["systems"] for f in s["findings"] if f["rule"] == "waivers/orphan"]


def test_a_copied_id_is_found_although_its_owner_did_not_change(repo: Repo) -> None:
    repo.write("a/ai-system.yaml", (repo.root / "mail/ai-system.yaml").read_text(encoding="utf-8"))
    report = repo.compared(changed_only=True)
    assert "manifest/duplicate-id" in [f["rule"] for s in report["systems"] for f in s["findings"]]
    assert report["verdict"] == "block"


def test_a_system_that_is_gone_is_told_of(repo: Repo) -> None:
    (repo.root / "chat/ai-system.yaml").unlink()
    report = repo.compared(changed_only=True)
    assert [finding["rule"] for finding in weaker(report)] == ["changes/system-removed"]


def test_what_is_judged_is_judged_as_in_a_whole_run(repo: Repo, every_engine: list[EngineChoice]) -> None:
    repo.write("mail/docs/literacy.md", "# AI literacy\n\nTODO\n")
    for engine in every_engine:
        (part,) = repo.compared(changed_only=True, engine=engine)["systems"]
        assert part in repo.compared(engine=engine)["systems"]


def test_the_command_takes_the_options(repo: Repo) -> None:
    repo.write("mail/src/main.py", "x = 2\n")
    report = repo.called(base="main", changed_only=True)
    assert (judged(report), report["as_of"]) == (["mail"], DAY)

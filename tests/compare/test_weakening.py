# SPDX-License-Identifier: Apache-2.0
"""A change that asks for less is a finding of its own, with the old and the new value and both lines."""

from pathlib import Path

import pytest

from aiact_gate.errors import UsageError
from aiact_gate.model import Finding
from tests.compare.given import DAY, Repo, git, weaker
from tests.support import check
from tests.waivers.given import book, waiver

PROFILING = ("profiling: true", "profiling: false")
POINT = """\
  annex_iii:
    - point: 4(a)
      reason: scores and ranks job applications for recruitment
"""
GENERATES = ("generates: []", "generates: [text]")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "r")


def only(repo: Repo, code: str, ref: str = "main") -> Finding:
    found = [finding for finding in weaker(repo.compared(ref)) if finding["rule"] == f"changes/{code}"]
    assert len(found) == 1, [finding["message"] for finding in found]
    assert (found[0]["severity"], found[0]["change"]) == ("warning", "new")
    assert found[0]["remediation"] == "say in the pull request why"
    return found[0]


def both_lines(finding: Finding, repo: Repo, now: str, was: int, ref: str = "main") -> None:
    line = repo.line(now)
    assert finding["location"]["line"] == line
    assert f"ai-system.yaml:{line}, before {ref}:ai-system.yaml:{was}" in finding["message"]


def test_a_lower_class(repo: Repo) -> None:
    was = repo.line("annex_iii:")
    repo.edit((POINT, "  annex_iii: []\n"), ("system:\n", "# moved by one line\nsystem:\n"))
    found = only(repo, "class-lowered")
    assert "from high-risk (Annex III 4(a)) to minimal risk" in found["message"]
    both_lines(found, repo, "annex_iii: []", was)


def test_a_point_less_of_a_class_that_stays(repo: Repo) -> None:
    repo.edit((POINT, POINT + "    - {point: 4(b), reason: it also watches the work of those who are hired}\n"))
    repo.commit()
    git(repo.root, "branch", "both")
    repo.edit(("    - {point: 4(b), reason: it also watches the work of those who are hired}\n", ""))
    assert "Annex III 4(b)" in only(repo, "class-lowered", "both")["message"]


@pytest.mark.parametrize(
    ("change", "lowered"),
    [
        (("union: true", "union: false"), ["changes/class-lowered"]),
        (("interacts_with_people: false", "interacts_with_people: true"), []),
    ],
    ids=["lower", "higher"],
)
def test_a_class_without_a_point(tmp_path: Path, change: tuple[str, str], lowered: list[str]) -> None:
    spam = Repo(tmp_path / "s", "spam-filter")
    spam.edit(change)
    report = spam.compared()
    assert [f["rule"] for f in weaker(report) if f["rule"] == "changes/class-lowered"] == lowered
    assert report["systems"][0]["classes"] != ["minimal"]


def test_a_role_less(repo: Repo) -> None:
    was = repo.line("roles:")
    repo.edit(("roles: [provider]", "roles: [deployer]"))
    found = only(repo, "role-dropped")
    assert found["message"].startswith("the role provider was dropped; deployer is left")
    both_lines(found, repo, "roles: [deployer]", was)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  risk-management: docs/risk-management.md\n", "", "docs/risk-management.md → no answer"),
        ("    sample: eventlog/sample.jsonl\n", "", "eventlog/sample.jsonl → no answer"),
        ("    stop: {report: reports/junit.xml, test: test_stop_button}\n", "", "evidence.human-oversight.stop"),
    ],
)
def test_evidence_less(repo: Repo, old: str, new: str, said: str) -> None:
    repo.edit((old, new))
    assert said in only(repo, "evidence-removed")["message"]


def test_a_removed_line_is_named_as_it_was(repo: Repo) -> None:
    was = repo.line("risk-management:")
    repo.edit(("  risk-management: docs/risk-management.md\n", ""))
    both_lines(only(repo, "evidence-removed"), repo, "evidence:", was)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (*PROFILING, "classification.profiling was taken back: true → false"),
        ("profiling: true", "profiling: {undetermined: legal}", 'true → {"undetermined": "legal"}'),
        ("  profiling: true\n", "", "classification.profiling is no longer answered: true → no answer"),
        ("interacts_with_people: false", "interacts_with_people: {undetermined: legal}", "no longer answered"),
        (
            "prohibited_practices:\n    screened: [a, b,",
            "prohibited_practices:\n    screened: [a,",
            "prohibited_practices",
        ),
        ("article_6_3: false", "article_6_3: {reason: only sorts, conditions: [a]}", "claims an exit"),
        (
            "requirements-plan: docs/requirements-plan.md",
            'requirements-plan: {files: docs/requirements-plan.md, not_applicable: {"8(2)": no product law}}',
            "newly called not applicable",
        ),
    ],
)
def test_an_answer_taken_back(repo: Repo, old: str, new: str, said: str) -> None:
    was = repo.line(old.strip().splitlines()[0])
    repo.edit((old, new))
    found = only(repo, "answer-withdrawn")
    assert said in found["message"]
    assert f"main:ai-system.yaml:{was}" in found["message"]


@pytest.mark.parametrize(
    "stronger",
    [
        ("roles: [provider]", "roles: [provider, deployer]"),
        ("interacts_with_people: false", "interacts_with_people: true"),
        ("annex_i: []", "annex_i: [{act: 11, third_party_required: true}]"),
        GENERATES,
        ("version: 2.4.0", "version: 2.5.0"),
        ("docs/ai-literacy.md", "[docs/ai-literacy.md]"),
        ("name: Kandidat GmbH", "name: Kandidat SE"),
    ],
    ids=lambda change: change[1],
)
def test_what_asks_for_more_or_for_the_same_is_no_finding(repo: Repo, stronger: tuple[str, str]) -> None:
    repo.edit(stronger)
    assert [finding["message"] for finding in weaker(repo.compared())] == []


def test_a_waiver_that_was_added_or_lasts_longer(repo: Repo) -> None:
    text = book(waiver(rule="risk-management/process", system="cvrank", granted="2027-12-01", expires="2027-12-31"))
    repo.write("aiact-waivers.yaml", text)
    line = repo.line("rule:", "aiact-waivers.yaml")
    added = only(repo, "waiver-added")
    assert "was added, answered for by" in added["message"]
    assert f"(aiact-waivers.yaml:{line}, not in main)" in added["message"]
    assert (added["location"]["file"], added["location"]["line"]) == ("aiact-waivers.yaml", line)
    repo.commit()
    git(repo.root, "branch", "waived")
    repo.write("aiact-waivers.yaml", "\n" + text.replace("2027-12-31", "2028-02-01"))
    longer = only(repo, "waiver-added", "waived")
    assert "prolonged: 2027-12-31 → 2028-02-01" in longer["message"]
    assert f"(aiact-waivers.yaml:{line + 1}, before waived:aiact-waivers.yaml:{line})" in longer["message"]
    repo.write("aiact-waivers.yaml", text.replace("2027-12-31", "2027-12-15"))
    assert weaker(repo.compared("waived")) == []


def test_waivers_that_could_not_be_read_then_end_no_run_today(repo: Repo) -> None:
    git(repo.root, "checkout", "-q", "main")
    repo.write("aiact-waivers.yaml", "waivers: [\n")
    repo.commit()
    git(repo.root, "checkout", "-qb", "mended")
    repo.write("aiact-waivers.yaml", book())
    report = repo.compared()
    assert any(note.startswith("The waivers of the past cannot be read") for note in report["notes"])
    repo.write("aiact-waivers.yaml", "waivers: [\n")
    with pytest.raises(UsageError, match=r"aiact-waivers\.yaml"):
        repo.compared()


def test_a_configuration_may_make_a_weakening_block(repo: Repo) -> None:
    repo.edit(PROFILING)
    (found,) = weaker(repo.compared(severity={"changes/answer-withdrawn": "error"}))
    assert found["severity"] == "error"
    assert repo.compared(severity={"changes/answer-withdrawn": "error"})["verdict"] == "block"


def test_without_base_nobody_tells_of_changes(repo: Repo) -> None:
    repo.edit(PROFILING)
    report = check(repo.root, DAY)
    assert "counts" in report
    assert not [f for s in report["systems"] for f in s["findings"] if f["rule"].startswith("changes/")]

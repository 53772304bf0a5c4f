# SPDX-License-Identifier: Apache-2.0
"""Nineteen ways in which a gate of this kind goes wrong, and that this one does not go them."""

import hashlib
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from aiact_gate.engine.embedded import EmbeddedEngine
from aiact_gate.engine.select import EngineChoice
from aiact_gate.errors import EngineError, GateError, UsageError
from aiact_gate.links import rule_url
from aiact_gate.model import Report
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.stubs import stubs
from tests.support import EXAMPLES, REPOSITORY, check, finding_of, only_system, replay

TODAY, DUE = "2026-11-22", "2027-12-02"
FRIA = "fundamental-rights/impact-assessment"
SLOGANS = "C2PA watermark, human oversight, risk assessment, audit log, FRIA, Annex IV, EU declaration of conformity."
Gate = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str], Path]:
    return lambda name: Path(shutil.copytree(EXAMPLES / name, tmp_path / name))


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    def run(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "aiact_gate", *map(str, words)]
        return subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True, timeout=120)

    return run


def _change(manifest: Path, *changes: tuple[str, str]) -> None:
    text = manifest.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    manifest.write_text(text, encoding="utf-8")


def _told(report: Report) -> list[tuple[str, str, int]]:
    (system,) = report["systems"]
    return [(f["rule"], f["severity"], sum(e["state"] != "present" for e in f["elements"])) for f in system["findings"]]


# 1. Keyword = evidence.


@pytest.mark.parametrize("name", ["hiring-stuffed", "chatbot-imagegen"])
def test_01_words_are_no_evidence(copy: Callable[[str], Path], name: str) -> None:
    folder = copy(name)
    before = _told(check(folder, DUE))
    (folder / "README.md").write_text(f"# We take human oversight seriously\n\n{SLOGANS * 9}\n", encoding="utf-8")
    (folder / "policy.py").write_text(f'"""{SLOGANS}"""\nc2pa = watermark = human_oversight = audit_log = None\n')
    assert _told(check(folder, DUE)) == before


def test_01_documents_full_of_the_words_are_worse_than_partial_ones() -> None:
    assert len(_told(check(EXAMPLES / "hiring-stuffed", DUE))) >= len(_told(check(EXAMPLES / "hiring-highrisk", DUE)))
    stuffed, real = (check(EXAMPLES / name, DUE)["counts"] for name in ("hiring-stuffed", "hiring-highrisk"))
    assert stuffed["unanswered_elements"] > real["unanswered_elements"]


def test_01_the_acts_own_titles_are_enough() -> None:
    findings = only_system(check(EXAMPLES / "credit-deployer", DUE))
    finding = finding_of(findings, FRIA)
    assert finding is not None
    by_ref = {element["ref"]: element["state"] for element in finding["elements"]}
    assert [by_ref[f"27(1)({letter})"] for letter in "abcde"] == ["present"] * 5


# 2. File exists = evidence.

HEADINGS = "".join(f"## 27(1)({letter})\n\n{{text}}\n\n" for letter in "abcdef")
NOTHING: dict[str, str | None] = {
    "empty": "",
    "whitespace": " \n\t\n",
    "headings only": HEADINGS.format(text=""),
    "todo": HEADINGS.format(text="TODO"),
    "tbd": HEADINGS.format(text="TBD."),
    "lorem": HEADINGS.format(text="Lorem ipsum dolor sit amet, consectetur adipiscing elit."),
    "to be added": HEADINGS.format(text="To be added by the legal department."),
    "git lfs pointer": "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
    "untouched scaffold": None,
    "symbolic link out": None,
    "path out": None,
    "pdf of no bytes": None,
    "folder": None,
}


@pytest.mark.parametrize("kind", NOTHING)
def test_02_a_file_that_exists_is_no_evidence(copy: Callable[[str], Path], tmp_path: Path, kind: str) -> None:
    folder = copy("credit-deployer-complete")
    document, manifest = folder / "docs" / "fria.md", folder / "ai-system.yaml"
    real = tmp_path / "real.md"
    shutil.move(document, real)
    text = NOTHING[kind]
    if kind == "untouched scaffold":
        (stub,) = stubs(["AIA-27-1"], Law(load_policies().data["law"]))
        text = stub.text
    if text is not None:
        document.write_text(text, encoding="utf-8")
    elif kind == "symbolic link out":
        document.symlink_to(real)
    elif kind == "path out":
        _change(manifest, ("docs/fria.md", "../real.md"))
    elif kind == "folder":
        document.mkdir()
    else:
        _change(manifest, ("docs/fria.md", "docs/fria.pdf"))
        (folder / "docs" / "fria.pdf").touch()
    report = check(folder, DUE)
    finding = finding_of(only_system(report), FRIA)
    assert report["verdict"] == "block"
    assert finding is not None
    assert not [element for element in finding["elements"] if element["state"] == "present"]


# 3. Declared = true.


def test_03_no_question_of_the_manifest_is_whether_one_complies(copy: Callable[[str], Path]) -> None:
    schema = (REPOSITORY / "schemas" / "ai-system.v1.json").read_text(encoding="utf-8")
    assert not re.search(r'"(?:is_)?(?:complian(?:t|ce)|complies|conforms|satisfied|fulfilled)[a-z_]*": \{', schema)
    folder = copy("spam-filter")
    _change(folder / "ai-system.yaml", ("system:\n", "compliant: true\nsystem:\n"))
    report = check(folder, DUE)
    assert (report["verdict"], only_system(report)["findings"][0]["rule"]) == ("block", "manifest/unknown-key")


def test_03_evidence_cannot_be_declared_with_true(copy: Callable[[str], Path]) -> None:
    folder = copy("credit-deployer-complete")
    _change(folder / "ai-system.yaml", ("impact-assessment: docs/fria.md", "impact-assessment: true"))
    assert check(folder, DUE)["verdict"] == "block"


def test_03_a_first_manifest_claims_nothing(gate: Gate, tmp_path: Path) -> None:
    assert gate("init", "--name", "A", "--operator", "B").returncode == 0
    written = yaml.safe_load((tmp_path / "ai-system.yaml").read_text(encoding="utf-8"))
    assert "True" not in repr(written)
    assert gate("check").returncode == 1


# 4. Green because nothing ran.


def test_04_no_system_and_no_policy_is_an_error(gate: Gate, tmp_path: Path) -> None:
    assert gate("check").returncode == 2
    with pytest.raises(UsageError, match="no manifest"):
        check(tmp_path, TODAY)
    (tmp_path / "rules").mkdir()
    ran = gate("check", EXAMPLES / "spam-filter", "--policy", tmp_path / "rules")
    assert ran.returncode == 2, ran.stdout
    assert "rules" in ran.stderr


def test_04_excluding_every_system_is_an_error(gate: Gate) -> None:
    assert gate("check", EXAMPLES / "spam-filter", "--exclude", "**").returncode == 2


# 5. Red because it is high-risk, or red for everything.


@pytest.mark.parametrize("day", [TODAY, DUE])
def test_05_a_complete_high_risk_system_passes_and_a_spam_filter_is_left_alone(day: str) -> None:
    high = check(EXAMPLES / "hiring-complete", day)
    assert high["verdict"] == "pass"
    assert "high_risk_annex_iii" in only_system(high)["classification"]["classes"]
    spam = only_system(check(EXAMPLES / "spam-filter", day))
    assert (spam["verdict"], {finding["severity"] for finding in spam["findings"]} - {"note"}) == ("pass", set())


# 6. Classification by phrase.


@pytest.mark.parametrize(
    "words", ["recruitment", "CV screening for hiring", "Sorts texts.", "Ranks and rejects people."]
)
def test_06_a_synonym_changes_no_class(copy: Callable[[str], Path], words: str) -> None:
    for name in ("hiring-highrisk", "spam-filter"):
        folder = copy(name)
        before = only_system(check(folder, DUE))
        manifest = folder / "ai-system.yaml"
        text = re.sub(r"(?m)^  intended_purpose:.*\n", f"  intended_purpose: {words}\n", manifest.read_text("utf-8"))
        manifest.write_text(text, encoding="utf-8")
        after = only_system(check(folder, DUE))
        for key in ("classes", "points", "roles"):
            assert after["classification"][key] == before["classification"][key]
        assert after["verdict"] == before["verdict"] or (before["verdict"], after["verdict"]) == ("pass", "warn")
        shutil.rmtree(folder)


# 7. Import scan as scope.


def test_07_no_import_is_no_absence_of_a_system(copy: Callable[[str], Path]) -> None:
    folder = copy("credit-deployer")
    before = check(folder, DUE)
    for path in [*folder.rglob("*.py"), *folder.rglob("requirements*.txt"), *folder.rglob("pyproject.toml")]:
        path.unlink()
    after = check(folder, DUE)
    assert only_system(after)["classification"] == only_system(before)["classification"]
    assert after["verdict"] == before["verdict"] == "block"


# 8. Substring rules.


def test_08_a_part_of_a_word_raises_no_alarm(copy: Callable[[str], Path]) -> None:
    folder = copy("spam-filter")
    code = "from sklearn.feature_extraction.text import TfidfVectorizer\nfeat = emotionless = biometrically = 1\n"
    (folder / "more.py").write_text(code)
    before = _told(check(EXAMPLES / "spam-filter", DUE))
    report = check(folder, DUE)
    assert (report["verdict"], _told(report)) == ("pass", before)
    assert only_system(report)["classification"]["classes"] == ["minimal"]


# 9. Constant or invented numbers.


@pytest.mark.parametrize("name", sorted(path.parent.name for path in EXAMPLES.glob("*/ai-system.yaml")))
def test_09_counts_are_counted_and_nothing_is_a_percentage(gate: Gate, tmp_path: Path, name: str) -> None:
    said = gate("check", EXAMPLES / name, "--as-of", DUE, "--output", f"json={tmp_path / 'report.json'}").stdout
    assert not re.search(r"\d ?%|(?i:score)\D{0,20}\d|/ ?100\b", said.replace("top 10 %", "").replace("top 5 %", ""))
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    findings = [finding for system in report["systems"] for finding in system["findings"]]
    for severity in ("error", "warning", "note"):
        assert report["counts"][severity] == sum(one["severity"] == severity for one in findings)


# 10. Roles ignored.


def test_10_a_role_is_asked_for_its_own_duties() -> None:
    def provisions(name: str) -> str:
        rows = only_system(check(EXAMPLES / name, DUE))["obligations"]
        return " ".join(f"|{row['provision']}" for row in rows if row["status"] != "not_applicable")

    deployer, provider = provisions("credit-deployer"), provisions("hiring-highrisk")
    assert not re.search(r"\|Art\. (9|10|11|12|13|15|16|17|43|47|48|72)\b", deployer)
    assert not re.search(r"\|Art\. (26|27)\(", provider)
    assert "|Art. 27(1)" in deployer
    assert "|Art. 9(1)" in provider


# 11. Frozen dates.


def test_11_dates_are_data_with_a_source_and_move_the_verdict() -> None:
    policies = REPOSITORY / "policies"
    deadlines = json.loads((policies / "data" / "deadlines.json").read_text(encoding="utf-8"))["deadlines"]
    assert all(entry["text"] for entry in deadlines.values())
    edition = json.loads((policies / "data" / "edition.json").read_text(encoding="utf-8"))
    assert "2026/1744" in json.dumps(edition)
    sources = [
        *(REPOSITORY / "aiact_gate").rglob("*.py"),
        *policies.rglob("rule.rego"),
        *policies.glob("classify/*.rego"),
    ]
    written = {path.name: re.search(r"20(?:26|27|28)-(?:08|12)-02", _code(path)) for path in sources}
    assert [name for name, found in written.items() if found and not name.endswith("_test.rego")] == []
    verdicts = [check(EXAMPLES / "hiring-highrisk", day)["verdict"] for day in ("2027-12-01", DUE)]
    assert verdicts == ["warn", "block"]


def _code(path: Path) -> str:
    """Return a source without its comments and examples in sentences."""
    text = path.read_text(encoding="utf-8")
    examples = ("#", "x-as-of:", "raise UsageError(")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(examples)]
    return "\n".join(line for line in lines if "such as" not in line)


# 12. Freshness from git dates.


def test_12_a_commit_of_today_makes_no_old_review_fresh(copy: Callable[[str], Path]) -> None:
    folder = copy("hiring-complete")
    document = folder / "docs" / "risk-management.md"
    text = document.read_text(encoding="utf-8")
    body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
    document.write_text(f"---\nreview_by: 2024-01-15\nsystem_version: 2.3.0\n---\n{body}", encoding="utf-8")
    files = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
    replay(folder, [{"day": "2027-12-01", "add": files}])
    findings = only_system(check(folder, DUE))["findings"]
    past = [one for one in findings if any("past the date of review" in reason for reason in one["reasons"])]
    assert past
    assert past[0]["severity"] == "error"


# 13. Own output as evidence.


@pytest.mark.parametrize(("kind", "suffix"), [("json", "json"), ("markdown", "md"), ("html", "html"), ("text", "txt")])
def test_13_a_report_is_no_evidence(copy: Callable[[str], Path], gate: Gate, kind: str, suffix: str) -> None:
    folder = copy("credit-deployer-complete")
    said = gate("check", EXAMPLES / "credit-deployer-complete", "--as-of", DUE, "--format", kind).stdout
    (folder / "docs" / f"earlier.{suffix}").write_text(said, encoding="utf-8")
    _change(folder / "ai-system.yaml", ("docs/fria.md", f"docs/earlier.{suffix}"))
    finding = finding_of(only_system(check(folder, DUE)), FRIA)
    assert finding is not None
    assert {element["state"] for element in finding["elements"]} == {"unreadable"}


# 14. Overdue waivers that still suppress.

WAIVER: dict[str, Any] = {
    "rule": FRIA,
    "system": "credit-limit",
    "owner": "lena@bank.example",
    "approved_by": "omar@bank.example",
    "reason": "the works council reads the assessment until the end of the month",
    "ticket": "RISK-17",
    "granted": "2027-11-01",
    "expires": "2027-12-31",
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ""),
        ({"expires": "2027-11-30"}, "waivers/"),
        ({"rule": "human-oversight/stop-function"}, "waivers/"),
        ({"granted": "2026-01-01", "expires": "2029-12-31"}, "waivers/"),
        ({"owner": "TBD"}, "waivers/"),
    ],
)
def test_14_a_waiver_ends_and_has_an_owner(copy: Callable[[str], Path], change: dict[str, Any], told: str) -> None:
    folder = copy("credit-deployer")
    _waive(folder, change)
    system = only_system(check(folder, DUE))
    finding = finding_of(system, FRIA)
    assert finding is not None, "a waived finding is never dropped"
    assert (finding["status"] == "waived") is (told == "")
    assert not told or [one for one in system["findings"] if one["rule"].startswith(told)]


def test_14_a_waiver_without_an_end_is_refused(copy: Callable[[str], Path]) -> None:
    folder = copy("credit-deployer")
    _waive(folder, {"expires": None})
    system = only_system(check(folder, DUE))
    finding = finding_of(system, FRIA)
    assert finding is not None
    assert finding["status"] != "waived"


def _waive(folder: Path, change: dict[str, Any]) -> None:
    name = yaml.safe_load((folder / "ai-system.yaml").read_text(encoding="utf-8"))["system"]["id"]
    entry = {key: value for key, value in {**WAIVER, "system": name, **change}.items() if value is not None}
    book = {"apiVersion": "aiact-gate/v1", "waivers": [entry]}
    (folder / "aiact-waivers.yaml").write_text(yaml.safe_dump(book), encoding="utf-8")


# 15. Writes into the repository, phones home, sells in the log. 16. Issue spam.


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", ["hiring-complete", "chatbot-imagegen"])
def test_15_a_check_writes_nothing_and_advertises_nothing(copy: Callable[[str], Path], gate: Gate, name: str) -> None:
    folder = copy(name)
    files = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
    replay(folder, [{"day": "2026-11-01", "add": files}])
    before = _digests(folder)
    ran = gate("check", folder, "--as-of", DUE)
    assert ran.returncode in {0, 1}
    assert _digests(folder) == before
    said = ran.stdout + ran.stderr
    selling = "upgrade|pricing|premium|enterprise plan|sign up|free trial|subscribe|contact sales|telemetry"
    assert not re.search(rf"(?i)\b(?:{selling})\b", said)
    addresses = set(re.findall(r"https?://\S+", said))
    ours = rule_url("x").rpartition("/rules/")[0]
    assert not [one for one in addresses if not one.startswith((ours, "https://eur-lex.europa.eu/"))]


def test_16_nothing_is_sent_or_opened_elsewhere() -> None:
    sources = sorted((REPOSITORY / "aiact_gate").rglob("*.py")) + sorted((REPOSITORY / "action").rglob("*.*"))
    for path in sources:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not re.search(r"(?i)posthog|sentry|telemetry\.|segment\.io|mixpanel|google-analytics", text), path
        assert not re.search(r"/issues\b|create_issue|issues:\s*write|pull-requests:\s*write", text), path


# 17. Name collision.


@pytest.mark.parametrize(
    "text",
    [
        "name: credit-scorer\nrisk: high\ncontrols: []\n",
        "apiVersion: riskline/v1\nkind: AISystem\nname: x\n",
        "$schema: https://example.org/ai-system.schema.json\nid: x\n",
    ],
)
def test_17_the_file_of_another_tool_is_called_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "ai-system.yaml").write_text(text, encoding="utf-8")
    (finding,) = only_system(check(tmp_path, TODAY))["findings"]
    assert finding["rule"] == "manifest/other-tool"
    assert "another tool" in finding["message"]


# 18. Python pin and weight.


def test_18_any_current_python_and_few_small_dependencies() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert {f"Programming Language :: Python :: 3.{minor}" for minor in (11, 12, 13)} <= set(project["classifiers"])
    assert len(project["dependencies"]) <= 12
    sizes = _installed([Requirement(one) for one in project["dependencies"]])
    assert len(sizes) <= 35, sorted(sizes)
    assert sum(sizes.values()) < 60_000_000, sizes
    assert not {"torch", "transformers", "numpy", "pandas", "scikit-learn", "langchain"} & set(sizes)


def _installed(wanted: list[Requirement]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    while wanted:
        one = wanted.pop()
        name = re.sub(r"[-_.]+", "-", one.name).lower()
        if name in sizes or (one.marker is not None and not one.marker.evaluate({"extra": ""})):
            continue
        found = importlib.metadata.distribution(name)
        sizes[name] = sum(file.size or 0 for file in found.files or [])
        wanted += [Requirement(text) for text in found.requires or []]
    return sizes


# 19. The embedded engine itself.


def test_19_an_engine_that_lacks_a_builtin_judges_nothing(tmp_path: Path) -> None:
    policies = Path(shutil.copytree(REPOSITORY / "policies", tmp_path / "policies"))
    dates = policies / "lib" / "dates.rego"
    dates.write_text(
        dates.read_text(encoding="utf-8").replace("time.parse_rfc3339_ns", "time.no_such_builtin"), "utf-8"
    )
    assert "no_such_builtin" in dates.read_text(encoding="utf-8")
    with pytest.raises(GateError), EmbeddedEngine(load_policies(bundled=policies)) as engine:
        list(engine.evaluate([{}]))


def test_19_a_question_without_an_answer_is_an_error_and_no_pass() -> None:
    with pytest.raises(EngineError), EmbeddedEngine(load_policies()) as engine:
        list(engine.evaluate([{"manifest": None}]))


def test_19_both_engines_say_the_same(every_engine: list[EngineChoice]) -> None:
    verdicts = {check(EXAMPLES / "chatbot-imagegen", DUE, engine)["verdict"] for engine in every_engine}
    assert verdicts == {"block"}


def test_every_pitfall_has_a_test() -> None:
    names = {name for name in globals() if name.startswith("test_")}
    assert {name[5:7] for name in names if name[5:7].isdigit()} == {f"{number:02}" for number in range(1, 20)}

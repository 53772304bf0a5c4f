# SPDX-License-Identifier: Apache-2.0
"""`init` by flags, by a file of answers and at a terminal: what it writes is what is owed, and proves nothing."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import read_rules
from tests.cli.test_check import gate
from tests.support import check, only_system

DAY = "2027-12-02"
SCREENED = {"screened": ["a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h"], "on": "2027-11-20", "met": []}


def answers(roles: list[str], **groups: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "system": {"name": "Talent Rank", "version": "1.0", "trains_models": True},
        "operator": {"name": "Acme GmbH", "roles": roles, "established_in": "DE", "role_shift": []},
        "market": {"union": True, "placed_on_market": DAY},
        "classification": {
            "prohibited_practices": SCREENED, "annex_i": [], "annex_iii": [], "exits": [], "profiling": False
        },
        "biometrics": "none",
        "transparency": {"interacts_with_people": False, "generates": [], "deep_fakes": False,
                         "public_interest_text": False},
        "testing": [],
    }  # fmt: skip
    for group, said in groups.items():
        base[group] = {**base.get(group, {}), **said} if isinstance(said, dict) else said
    return base


RANKS = {"annex_iii": [{"point": "4(a)", "reason": "ranks applications"}], "profiling": True}
MODEL = {"model": True, "training_flop": 1e23, "open_licence": False, "public_weights": False, "monetised": True}
CLASSES = {
    "high_risk_annex_iii": answers(["provider"], classification=RANKS),
    "high_risk_annex_iii-deployer": answers(["deployer"], classification=RANKS),
    "high_risk_annex_iii-importer": answers(["importer"], classification=RANKS),
    "high_risk_annex_i": answers(["provider"], classification={"annex_i": [{"act": 11, "third_party_required": True}]}),
    "annex_iii_derogated": answers(
        ["provider"],
        classification={
            **RANKS,
            "profiling": False,
            "article_6_3": {
                "reason": "sorts by language",
                "conditions": ["a"],
                "no_significant_risk": True,
                "no_material_influence": True,
                "part_of_larger_system": False,
            },
        },
    ),
    "transparency": answers(["provider"], transparency={"interacts_with_people": True, "generates": ["text"]}),
    "minimal": answers(["provider"]),
    "prohibited": answers(["provider"], classification={"prohibited_practices": {**SCREENED, "met": ["c"]}}),
    "gpai": answers(["gpai_provider"], gpai=MODEL),
    "gpai_systemic": answers(["gpai_provider"], gpai={**MODEL, "training_flop": 2e25}),
    "out_of_scope": answers(["provider"], market={"union": False, "placed_on_market": "none"}),
}
LAW = Law(load_policies().data["law"])
RULES = read_rules(load_policies())


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs `init` on answers and returns what it printed."""

    def run_(said: dict[str, Any], *words: str) -> str:
        (tmp_path / "answers.yaml").write_text(yaml.safe_dump(said), encoding="utf-8")
        done = gate("init", "--answers", "answers.yaml", "--as-of", DAY, *words, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run_


def wanted(root: Path) -> set[str]:
    """Return the documents that the findings of a bare manifest ask for; events and controls ask for none."""
    names = set()
    for finding in only_system(check(root, DAY))["findings"]:
        if finding["status"] in {"unmet", "upcoming"}:
            duties = {key for key in finding["obligations"] if LAW.obligation(key).get("elements")}
            names |= {name for name, shape in LAW.data["documents"].items() if duties & set(shape["obligations"])}
    return names


@pytest.mark.parametrize("name", CLASSES)
def test_exactly_the_documents_that_are_owed_are_written_and_none_proves_anything(
    name: str, run: Callable[..., str], tmp_path: Path
) -> None:
    assert "docs" not in run(CLASSES[name], "--no-documents").partition("Next")[0]
    bare = only_system(check(tmp_path, DAY))
    assert name.partition("-")[0] in bare["classes"]
    owed = wanted(tmp_path)
    (tmp_path / "ai-system.yaml").unlink()

    run(CLASSES[name])
    written = {path.stem for path in (tmp_path / "docs").iterdir()} if (tmp_path / "docs").exists() else set()
    assert written == owed
    manifest = yaml.safe_load((tmp_path / "ai-system.yaml").read_text(encoding="utf-8"))
    assert set(manifest.get("evidence") or {}) == written
    full = only_system(check(tmp_path, DAY))
    assert full["classes"] == bare["classes"]
    assert {finding["rule"] for finding in full["findings"]} >= {finding["rule"] for finding in bare["findings"]}


def test_every_outline_names_elements_hints_and_provisions(run: Callable[..., str], tmp_path: Path) -> None:
    run(CLASSES["high_risk_annex_iii"])
    text = (tmp_path / "docs/risk-management.md").read_text(encoding="utf-8")
    assert "<!-- element: 9(2)(a) -->\n## 9(2)(a) " in text
    assert "> aiact-gate hint: Art. 9" in text
    assert "record-keeping: {description: docs/record-keeping.md}    # and: schema, sample, retention, config" in (
        tmp_path / "ai-system.yaml"
    ).read_text(encoding="utf-8")


def test_what_is_still_open_is_told_and_nothing_is_owed_yet(run: Callable[..., str], tmp_path: Path) -> None:
    said = answers(["provider"])
    del said["classification"]["annex_iii"], said["transparency"]["generates"]
    printed = run(said)
    first = "ai-system.yaml written: open and decides the class: classification.annex_iii, transparency.generates"
    assert printed.startswith(first)
    assert "run `aiact-gate init ai-system.yaml --documents`" in printed
    assert not (tmp_path / "docs").exists()


def test_a_document_that_is_there_is_declared_and_not_touched(run: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/ai-literacy.md").write_text("Ours.\n", encoding="utf-8")
    assert "docs/ai-literacy.md exists and is left as it is" in run(CLASSES["minimal"])
    assert (tmp_path / "docs/ai-literacy.md").read_text(encoding="utf-8") == "Ours.\n"
    assert "ai-literacy: docs/ai-literacy.md" in (tmp_path / "ai-system.yaml").read_text(encoding="utf-8")


def test_declared_evidence_of_the_answers_is_kept_and_not_written(run: Callable[..., str], tmp_path: Path) -> None:
    run({**CLASSES["minimal"], "evidence": {"ai-literacy": "handbook/literacy.md"}})
    assert not (tmp_path / "docs").exists()
    assert '\n  ai-literacy: "handbook/literacy.md"\n' in (tmp_path / "ai-system.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["file", "dangling link"])
def test_a_manifest_that_is_there_is_never_touched(there: str, tmp_path: Path) -> None:
    path = tmp_path / "ai-system.yaml"
    if there == "file":
        path.write_text("ours\n", encoding="utf-8")
    else:
        path.symlink_to(tmp_path / "elsewhere.yaml")
    done = gate("init", "--name", "A", "--operator", "B", cwd=tmp_path)
    assert (done.returncode, "exists and is left as it is" in done.stderr) == (2, True)
    assert "--documents" in done.stderr
    assert not (tmp_path / "elsewhere.yaml").exists()
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "holds no answers"),
        ("operator: {name: A}\nmarkt: {union: true}\n", "'markt' is no group of a manifest"),
        ("operator: {name: A}\noperator: {name: B}\n", "answers.yaml:2:"),
        ("operator: {name: A, roles: [king]}\n", "operator.roles"),
        ("classification: {profiling: perhaps}\n", "classification.profiling"),
        ("a: [\n", "answers.yaml:"),
    ],
)
def test_wrong_answers_are_named_and_nothing_is_written(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(text, encoding="utf-8")
    done = gate("init", "--answers", "answers.yaml", cwd=tmp_path)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["answers.yaml"]


def test_flags_win_over_the_file(run: Callable[..., str], tmp_path: Path) -> None:
    run(CLASSES["minimal"], "--name", "Other", "--role", "deployer", "--no-union")
    data = yaml.safe_load((tmp_path / "ai-system.yaml").read_text(encoding="utf-8"))
    assert (data["system"]["name"], data["operator"]["roles"], data["market"]["union"]) == (
        "Other",
        ["deployer"],
        False,
    )


def typed(folder: Path, *lines: str) -> tuple[int, str]:
    """Run `init` at a real terminal and type these lines."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "aiact_gate", "init", "--as-of", DAY]
    with subprocess.Popen(words, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs) as child:
        os.close(theirs)
        os.write(ours, "".join(f"{line}\n" for line in lines).encode())
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:
            pass  # the other end is closed
        code = child.wait(timeout=60)
    os.close(ours)
    return code, shown.decode().replace("\r\n", "\n")


def test_at_a_terminal_only_what_decides_the_class_is_asked(tmp_path: Path) -> None:
    talk = (
        "Talent Rank", "Ranks applications.", "Acme", "provider", "yes", "none", "none", "4a, 9z", "4a",
        "ranks people", "maybe", "yes", "no", "no", "no", "none",
    )  # fmt: skip
    code, shown = typed(tmp_path, *talk)
    assert code == 0, shown
    assert "(c) social scoring" in shown
    assert "'9z' is no point of Annex III" in shown
    assert "'maybe' is neither yes nor no" in shown
    data = yaml.safe_load((tmp_path / "ai-system.yaml").read_text(encoding="utf-8"))
    assert data["classification"]["annex_iii"] == [{"point": "4(a)", "reason": "ranks people"}]
    assert data["classification"]["profiling"] is True
    assert (tmp_path / "docs/risk-management.md").is_file()
    system = only_system(check(tmp_path, DAY))
    assert "high_risk_annex_iii" in system["classes"]
    assert "manifest/core-answers" not in {finding["rule"] for finding in system["findings"]}


def test_at_a_terminal_silence_leaves_every_question_open(tmp_path: Path) -> None:
    code, shown = typed(tmp_path, *[""] * 40)
    assert code == 0, shown
    data = yaml.safe_load((tmp_path / "ai-system.yaml").read_text(encoding="utf-8"))
    assert set(data) == {"apiVersion", "system", "operator"}
    assert not (tmp_path / "docs").exists()
    assert "name the legal entity under operator" in shown

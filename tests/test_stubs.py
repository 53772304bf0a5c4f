# SPDX-License-Identifier: Apache-2.0
"""Outlines hold what the Act asks for and answer nothing: no rule is satisfied by one, for any class, on any date."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from aiact_gate.cli.init import command as init
from aiact_gate.cli.scaffold import command as scaffold
from aiact_gate.errors import UsageError
from aiact_gate.evidence.collect import collect
from aiact_gate.evidence.index import load as load_index
from aiact_gate.manifest.document import load
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.stubs import place, stubs
from tests.law.casebook import cases
from tests.support import RULES, check, lay_out, only_system

DATES = ("2026-12-02", "2027-12-02")
CLASSES = {
    "prohibited",
    "high_risk_annex_i",
    "high_risk_annex_iii",
    "annex_iii_derogated",
    "transparency",
    "minimal",
    "gpai",
    "gpai_systemic",
    "out_of_scope",
}
LAW = Law(load_policies().data["law"])
EVERYTHING = stubs(LAW.obligations, LAW, "Any system")


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def failing(root: Path, day: str) -> dict[str, set[str]]:
    found = check(root, day)["systems"]
    return {system["manifest"]: {finding["rule"] for finding in system["findings"]} for system in found}


def chosen(root: Path) -> Iterator[Path]:
    """Choose manifests until every class, and every rule that fails for any of them, is among them."""
    left: dict[str, set[str]] = {}
    for day in DATES:
        for system in check(root, day)["systems"]:
            about = {f"class {name}" for name in system["classes"]} | {
                finding["rule"] for finding in system["findings"]
            }
            left[system["manifest"]] = left.get(system["manifest"], set()) | about
    assert {f"class {name}" for name in CLASSES} <= set().union(*left.values())
    open_ = set().union(*left.values())
    while open_:
        best = max(sorted(left), key=lambda name: len(left[name] & open_))
        open_ -= left.pop(best)
        yield root / best


def with_outlines(path: Path, folder: Path) -> None:
    place(EVERYTHING, folder / "docs")
    data = dict(load(path, path.parent).data)
    declared = "\n".join(stub.declaration(f"docs/{stub.name}") for stub in EVERYTHING)
    data["evidence"] = {**yaml.safe_load(declared), **(data.get("evidence") or {})}
    (folder / "ai-system.yaml").write_text(yaml.dump(data, Dumper=_Plain, allow_unicode=True), encoding="utf-8")


def test_no_outline_satisfies_a_rule_for_any_class_on_both_dates(tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    for case in cases():
        (bare / case.id).mkdir(parents=True)
        (bare / case.id / "ai-system.yaml").write_bytes(case.path.read_bytes())
    full = tmp_path / "full"
    for path in chosen(bare):
        (full / path.parent.name).mkdir(parents=True)
        with_outlines(path, full / path.parent.name)
    for day in DATES:
        before, after = failing(bare, day), failing(full, day)
        healed = {name: before[name] - rules for name, rules in after.items() if before[name] - rules}
        assert healed == {}
        assert any(before[name] for name in after)


def test_every_element_is_found_and_holds_a_place(tmp_path: Path) -> None:
    place(EVERYTHING, tmp_path / "docs")
    lines = "".join(f"  {stub.declaration(f'docs/{stub.name}')}\n" for stub in EVERYTHING)
    text = f"apiVersion: aiact-gate/v1\nsystem: {{id: a, name: A}}\noperator: {{name: B}}\nevidence:\n{lines}"
    (tmp_path / "ai-system.yaml").write_text(text, encoding="utf-8")
    facts = collect(load(tmp_path / "ai-system.yaml", tmp_path), tmp_path, load_index()).facts
    states = {
        (name, ref): element["state"]
        for name, fact in facts.items()
        for ref, element in fact.get("elements", {}).items()
    }
    assert {stub.id for stub in EVERYTHING} == set(LAW.data["documents"])
    assert set(states.values()) == {"placeholder"}, [key for key in states if states[key] == "missing"]
    asked = {
        (name, element["ref"])
        for name, shape in LAW.data["documents"].items()
        for duty in shape["obligations"]
        for element in LAW.obligations[duty].get("elements", [])
    }
    assert asked == set(states)


COURSE = (
    "Every spring a two-hour course is held, with a test at the end that is repeated until it is passed.",
    "The eleven recruiters, both team leads and the temps of the agency sign in to it.",
    "Newcomers start with an introduction to scores; the two data scientists skip that part.",
    "The cases shown are applications from the year before, with the ranking that was wrong.",
    "One hour is about applicants with gaps in their careers, whom the ranking misjudges most often.",
)


def test_an_answered_outline_is_an_answer(tmp_path: Path) -> None:
    (stub,) = stubs(["AIA-4-1"], LAW)
    said = stub.text
    for sentence in COURSE:
        said = re.sub(r"> aiact-gate hint: Art\. 4\(1\):.*", sentence, said, count=1)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/ai-literacy.md").write_text(said, encoding="utf-8")
    text = "apiVersion: aiact-gate/v1\nsystem: {id: a, name: A}\noperator: {name: B}\n"
    text += "evidence:\n  ai-literacy: docs/ai-literacy.md\n"
    (tmp_path / "ai-system.yaml").write_text(text, encoding="utf-8")
    fact = collect(load(tmp_path / "ai-system.yaml", tmp_path), tmp_path, load_index()).facts["ai-literacy"]
    assert {element["state"] for element in fact["elements"].values()} == {"present"}


def run(command: Any, *words: object) -> Result:
    done = CliRunner().invoke(command, [str(word) for word in words], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    lay_out((RULES / "literacy/measures/pass.yaml").read_text(encoding="utf-8"), tmp_path)
    path = tmp_path / "ai-system.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("evidence:")[0], encoding="utf-8")
    (tmp_path / "docs/ai-literacy.md").unlink()
    return path


def test_documents_writes_exactly_what_is_owed_and_not_declared(answered: Path) -> None:
    said = run(init, answered, "--documents", "--as-of", "2026-12-02").output
    assert [path.name for path in sorted((answered.parent / "docs").iterdir())] == ["ai-literacy.md"]
    assert said.endswith("\nevidence:\n  ai-literacy: docs/ai-literacy.md\n")
    with answered.open("a", encoding="utf-8") as stream:
        stream.write("evidence:\n  ai-literacy: docs/ai-literacy.md\n")
    before = [finding["rule"] for finding in only_system(check(answered.parent, "2026-12-02"))["findings"]]
    assert "literacy/measures" in before
    assert "declares every document" in run(init, answered, "--documents", "--as-of", "2026-12-02").output


def test_nothing_is_written_while_the_class_is_open(tmp_path: Path) -> None:
    path = tmp_path / "ai-system.yaml"
    path.write_text("apiVersion: aiact-gate/v1\nsystem: {id: a, name: A}\noperator: {name: B}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="does not say enough"):
        run(init, path, "--documents")
    assert not (tmp_path / "docs").exists()


def test_a_folder_that_leads_elsewhere_is_not_written_to(
    answered: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (answered.parent / "docs").rmdir()
    (answered.parent / "docs").symlink_to(elsewhere)
    with pytest.raises(UsageError, match="outside the repository"):
        run(init, answered, "--documents", "--as-of", "2026-12-02")
    assert list(elsewhere.iterdir()) == []


def test_a_first_manifest_comes_before_its_documents(tmp_path: Path) -> None:
    assert "written" in run(init, tmp_path / "ai-system.yaml", "--name", "A", "--operator", "B", "--documents").output
    assert sorted(path.name for path in tmp_path.iterdir()) == [".aiact-gate", "ai-system.yaml"]


def test_one_rule(tmp_path: Path) -> None:
    said = run(scaffold, "human-oversight/stop-function", "--dir", tmp_path / "a" / "b").output
    text = (tmp_path / "a/b/human-oversight.md").read_text(encoding="utf-8")
    assert "<!-- element: 14(4)(e) -->\n## 14(4)(e) " in text
    assert "human-oversight: {plan: " in said


@pytest.mark.parametrize("there", ["file", "dangling link", "folder"])
def test_what_is_there_is_never_touched(tmp_path: Path, there: str) -> None:
    path = tmp_path / "ai-literacy.md"
    if there == "file":
        path.write_text("Ours.\n", encoding="utf-8")
    elif there == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "elsewhere.md")
    assert "exists and is left as it is" in run(scaffold, "literacy/measures", "--dir", tmp_path).output
    assert not (tmp_path / "elsewhere.md").exists()
    assert there != "file" or path.read_text(encoding="utf-8") == "Ours.\n"


@pytest.mark.parametrize(
    ("rule", "said"),
    [("literacy/mesures", "there is no rule"), ("prohibited-practices/screening", "no document satisfies")],
)
def test_rules_that_no_document_satisfies(tmp_path: Path, rule: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        run(scaffold, rule, "--dir", tmp_path)
    assert list(tmp_path.iterdir()) == []

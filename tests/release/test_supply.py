# SPDX-License-Identifier: Apache-2.0
"""What is installed is pinned, told and asked about: locks, the list of parts, known holes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from aiact_gate import __version__
from tests.support import REPOSITORY
from tools import audit, lock, sbom

_LOCKS = sorted((REPOSITORY / "requirements").glob("*.txt"))
_SAID = {"dependencies": [{"name": "a", "version": "1", "vulns": []}], "fixes": []}
_HOLE = {"id": "PYSEC-1", "fix_versions": ["2"], "aliases": [], "description": ""}


def test_each_lock_is_made_by_the_tool_and_each_has_its_workflow() -> None:
    assert {path.name for path in _LOCKS} == set(lock.LOCKS) == set(audit.LOCKS)
    used = "".join(path.read_text() for path in (REPOSITORY / ".github" / "workflows").glob("*.yml"))
    used += (REPOSITORY / "action" / "action.yml").read_text() + (REPOSITORY / "action" / "entrypoint.sh").read_text()
    assert [path.name for path in _LOCKS if f"requirements/{path.name}" not in used] == []


@pytest.mark.parametrize("path", _LOCKS, ids=lambda path: path.name)
def test_each_package_of_a_lock_has_one_version_and_digests(path: Path) -> None:
    packages = sbom.packages(path.read_text(encoding="utf-8"))
    assert packages
    assert [one.name for one in packages if not one.digests] == []
    names = [(one.name, one.marker) for one in packages]
    assert len(names) == len(set(names))


def test_what_is_no_lock_is_no_list_of_parts() -> None:
    for line in ("a>=1", "-e .", "a @ https://example.org/a.whl", "--extra-index-url https://example.org"):
        with pytest.raises(ValueError, match="not a line of a lock"):
            sbom.packages(f"{line}\n")


def _list() -> str:
    command = [sys.executable, "tools/sbom.py"]
    return subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout


def test_the_list_of_parts_is_cyclonedx_and_the_lock() -> None:
    said = _list()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(said) is None
    document = json.loads(said)
    assert document["metadata"]["component"]["version"] == __version__
    locked = sbom.packages(sbom.LOCK.read_text(encoding="utf-8"))
    told = {part["purl"]: part for part in document["components"]}
    assert set(told) == {one.purl for one in locked}
    for one in locked:
        (file,) = told[one.purl]["externalReferences"]
        assert [digest["content"] for digest in file["hashes"]] == one.digests
    references = {document["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in told.values())}
    depends = {entry["ref"]: entry["dependsOn"] for entry in document["dependencies"]}
    assert set(depends) == references
    assert {needed for several in depends.values() for needed in several} == references - {
        f"pkg:pypi/aiact-gate@{__version__}"
    }


def test_the_list_of_parts_is_the_same_each_time() -> None:
    assert _list() == _list()


def test_an_answer_about_every_package_without_a_hole_is_clean() -> None:
    assert audit.read(_SAID) == audit.Answer(1, (), ())


def test_a_package_that_was_skipped_is_no_clean_one() -> None:
    skipped = {"name": "b", "skip_reason": "Dependency not found"}
    assert audit.read({"dependencies": [*_SAID["dependencies"], skipped]}).unanswered == ("b",)


def test_a_hole_is_named_with_its_remedy() -> None:
    answer = audit.read({"dependencies": [{"name": "a", "version": "1", "vulns": [_HOLE]}]})
    assert answer.holes == ("a 1: PYSEC-1, mended in 2",)


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"": audit.Answer(1, ("x",), ())}, 0),
        ({"": audit.Answer(1, (), ())}, 2),
        ({"": audit.Answer(0, (), ("everything: no connection",))}, 2),
        ({"": audit.Answer(1, ("x",), ()), "ci.txt": audit.Answer(2, ("y",), ("z",))}, 1),
        ({"": audit.Answer(1, ("x",), ()), "ci.txt": audit.Answer(2, (), ("z",))}, 2),
    ],
)
def test_only_an_answer_is_a_pass(monkeypatch: pytest.MonkeyPatch, answers: dict[str, audit.Answer], code: int) -> None:
    def ask(requirements: Path, *_more: str) -> audit.Answer:
        return answers.get(
            requirements.name if requirements.parent.name == "requirements" else "", audit.Answer(3, (), ())
        )

    monkeypatch.setattr(audit, "ask", ask)
    assert audit.main() == code


def test_a_database_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pip_audit.py").write_text("raise SystemExit('no connection')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert audit.ask(tmp_path / "none.txt").unanswered == ("everything: no connection",)


def test_updates_are_proposed_for_every_kind_of_dependency() -> None:
    document = yaml.safe_load((REPOSITORY / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    listed = {(one["package-ecosystem"], folder) for one in document["updates"] for folder in one["directories"]}
    modules = {f"/{path.parent.relative_to(REPOSITORY).as_posix()}" for path in REPOSITORY.glob("*/*/go.mod")}
    assert {folder for kind, folder in listed if kind == "gomod"} == modules
    assert {("pip", "/"), ("pip", "/requirements"), ("github-actions", "/"), ("github-actions", "/action")} <= listed

# SPDX-License-Identifier: Apache-2.0
"""Test reports are about the released version: by the day in the manifest, or by the commit that brought it."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support import RULES, check, finding_of, lay_out, only_system, replay

RULE = "human-oversight/stop-function"
DAY = "2027-12-02"
REPORT = "reports/junit.xml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_out((RULES / RULE / "pass.yaml").read_text(encoding="utf-8"), tmp_path)
    rewrite(tmp_path / REPORT, "2027-11-29", "2027-10-14")
    return tmp_path


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def commit(root: Path, day: str, *files: str) -> None:
    replay(root, [{"day": day, "add": list(files) or ["."]}])


def outcome(root: Path) -> list[dict[str, Any]]:
    finding = finding_of(only_system(check(root, DAY)), RULE)
    return [dict(one) for one in finding["elements"] if one["ref"].endswith("-test")] if finding else []


def declare(root: Path, day: str) -> None:
    rewrite(root / "ai-system.yaml", 'version: "2.3.0"', f'version: "2.3.0"\n  released: {day}')


@pytest.mark.parametrize(("day", "stale"), [("2027-10-14", False), ("2027-10-15", True)])
def test_the_manifest_says_when_the_version_was_built(root: Path, day: str, stale: bool) -> None:
    declare(root, day)
    found = outcome(root)
    assert [one["state"] for one in found] == (["stale", "stale"] if stale else [])
    assert not stale or found[0]["note"] == "ran on 2027-10-14, version 2.3.0 is of 2027-10-15"


def test_a_report_without_a_day_is_not_known_to_be_of_the_release(root: Path) -> None:
    rewrite(root / REPORT, ' timestamp="2027-10-14T10:00:00"', "")
    assert outcome(root) == []
    declare(root, "2027-10-01")
    assert "does not say when it ran" in outcome(root)[0]["note"]


def bumped(root: Path, day: str, *with_it: str) -> None:
    """Commit everything as an earlier version, and the version of the manifest some day later."""
    rewrite(root / "ai-system.yaml", 'version: "2.3.0"', 'version: "2.2.0"')
    commit(root, "2027-10-20")
    rewrite(root / "ai-system.yaml", 'version: "2.2.0"', 'version: "2.3.0"')
    commit(root, day, "ai-system.yaml", *with_it)


def test_a_report_of_the_version_before_is_stale(root: Path) -> None:
    bumped(root, "2027-11-01")
    found = outcome(root)
    assert [one["state"] for one in found] == ["stale", "stale"]
    assert found[0]["note"] == "ran on 2027-10-14, version 2.3.0 is of 2027-11-01"


def test_a_report_committed_with_the_version_is_of_it(root: Path) -> None:
    bumped(root, "2027-11-01")
    rewrite(root / REPORT, 'time="0.8"', 'time="0.9"')
    commit(root, "2027-11-02", REPORT)
    assert outcome(root) == []


def test_a_report_that_ran_after_the_version_needs_no_commit(root: Path) -> None:
    bumped(root, "2027-11-01")
    rewrite(root / REPORT, "2027-10-14", "2027-11-01")
    assert outcome(root) == []


def test_a_manifest_that_never_named_another_version_tells_nothing(root: Path) -> None:
    (root / "other.txt").write_text("x\n", encoding="utf-8")
    commit(root, "2027-11-01", "other.txt")
    commit(root, "2027-11-02")
    assert outcome(root) == []


def test_a_version_that_is_not_committed_yet_tells_nothing(root: Path) -> None:
    bumped(root, "2027-11-01")
    rewrite(root / "ai-system.yaml", 'version: "2.3.0"', 'version: "2.4.0"')
    assert outcome(root) == []


def test_a_shallow_clone_does_not_know_and_says_so(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    bumped(root, "2027-11-01")
    shallow = tmp_path_factory.mktemp("clones") / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{root}", shallow], check=True)
    report = check(shallow, DAY)
    assert finding_of(only_system(report), RULE) is None
    assert any("shallow" in note for note in report["notes"])

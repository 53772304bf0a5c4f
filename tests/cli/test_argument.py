# SPDX-License-Identifier: Apache-2.0
"""The commands that show the argument behind a classification and the dates that follow from it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import EXAMPLES, REPOSITORY

CASES = REPOSITORY / "tests" / "law" / "cases"


def gate(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aiact_gate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def told(*arguments: object) -> str:
    done = gate(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_classify_shows_every_step_with_its_provision() -> None:
    text = told("classify", CASES / "a3-4b-h.yaml", "--as-of", "2028-03-01")
    for line in (
        "high-risk (Annex III 4(b)) · deployer",
        "Scope [Art. 2]: in scope",
        "Annex III [Art. 6(2)]: Annex III 4(b)",
        "Conformity route [Art. 43]: Annex VI (internal control)",
        "put_into_service_date = 2028-01-10",
    ):
        assert line in text


def test_classify_says_where_a_question_is_answered() -> None:
    questions = json.loads(told("classify", CASES / "d-6.yaml", "--as-of", "2028-03-01", "--format", "json"))
    (system,) = questions["systems"]
    asked = {question["path"]: question for question in system["questions"]}
    assert asked["deployer.dpia_required"]["weight"] == "to look at"
    assert asked["deployer.dpia_required"]["question"].startswith("A data protection impact assessment")


def test_classify_names_the_owner_of_an_open_question(tmp_path: Path) -> None:
    manifest = tmp_path / "ai-system.yaml"
    text = (CASES / "d-6.yaml").read_text(encoding="utf-8")
    manifest.write_text(text.replace("deployer:\n", "deployer:\n  dpia_required: {undetermined: Ms Roth}\n"))
    assert "asked of Ms Roth" in told("classify", manifest, "--as-of", "2028-03-01")


def test_classify_shows_claimed_exits_with_their_proof() -> None:
    text = told("classify", CASES / "a3-7d-c1.yaml", "--as-of", "2026-11-22")
    assert "search_and_rescue_only (basis: draft guideline; proof: none declared)" in text


def test_timeline_tells_what_binds_and_what_is_coming() -> None:
    text = told("timeline", CASES / "t50-2a.yaml", "--as-of", "2026-11-22")
    since, _, coming = text.partition("  Coming\n")
    assert "2026-08-01  113 days ago\n        placed on the market" in since
    assert coming.startswith("    2026-12-02  in 10 days\n")
    assert "Art. 50(2)" in coming
    assert "Art. 50(2)" not in since


def test_timeline_shows_a_transition_and_its_condition() -> None:
    text = told("timeline", CASES / "l-3.yaml", "--as-of", "2030-08-01")
    assert "2030-08-02  in 1 day\n        the transition of Art. 111 ends for this system" in text
    assert text.count("on condition: significant design change on or after 2027-12-02") == 1


def test_timeline_as_json_has_one_entry_a_day() -> None:
    document = json.loads(told("timeline", EXAMPLES, "--as-of", "2026-11-22", "--format", "json"))
    for system in document["systems"]:
        days = [entry["date"] for entry in system["dates"]]
        assert days == sorted(set(days))
        assert all(entry["milestones"] or entry["duties"] for entry in system["dates"])


def test_timeline_leaves_out_milestones_that_do_not_concern_the_system() -> None:
    text = told("timeline", CASES / "n-1.yaml", "--as-of", "2026-11-22")
    assert "2027-12-02" not in text
    assert "Coming" not in text


@pytest.mark.parametrize("command", ["classify", "timeline"])
def test_a_manifest_that_cannot_be_read_is_said_so(command: str, tmp_path: Path) -> None:
    (tmp_path / "ai-system.yaml").write_text("apiVersion: aiact-gate/v1\nsystem: 1\n")
    done = gate(command, tmp_path)
    assert done.returncode == 1
    assert "the manifest has to be mended first" in done.stdout


@pytest.mark.parametrize("command", ["classify", "timeline"])
def test_nothing_found_is_an_error(command: str, tmp_path: Path) -> None:
    assert gate(command, tmp_path).returncode == 2


@pytest.mark.parametrize("command", ["classify", "timeline"])
def test_the_same_answer_twice(command: str) -> None:
    arguments = (command, EXAMPLES / "hiring-highrisk", "--as-of", "2026-11-22", "--format", "json")
    assert told(*arguments) == told(*arguments)


def test_the_version_of_the_law_data() -> None:
    edition = json.loads((REPOSITORY / "policies" / "data" / "edition.json").read_text(encoding="utf-8"))["edition"]
    assert told("--law-version") == f"{edition['version']} (consolidated text {edition['consolidated']})\n"

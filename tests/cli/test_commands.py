# SPDX-License-Identifier: Apache-2.0
"""The commands beside `check`: what they print, what they write, and what they say when something is wrong."""

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from aiact_gate import __version__
from tests.cli.test_check import SPAM, gate
from tests.support import EXAMPLES

BROKEN_EVIDENCE = {
    "missing": ("docs/nothing.md", "missing"),
    "empty": ("docs/empty.md", "empty"),
    "directory": ("docs", "unreadable"),
    "binary": ("docs/binary.md", "unreadable"),
    "outside": ("../outside.md", "outside-root"),
    "link": ("docs/link.md", "outside-root"),
    "pointer": ("docs/pointer.md", "unreadable"),
}
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12345\n"


def test_version() -> None:
    assert gate("--version").stdout == f"aiact-gate, version {__version__}\n"


def test_no_arguments_shows_the_commands_and_exits_2() -> None:
    done = gate()
    assert done.returncode == 2
    assert "check" in done.stdout + done.stderr


def test_a_mistyped_command_is_answered_with_the_nearest() -> None:
    done = gate("chekc")
    assert done.returncode == 2
    assert "did you mean 'check'?" in done.stderr


def test_rules_lists_each_rule_once() -> None:
    rows = json.loads(gate("rules", "--format", "json").stdout)
    golden = (Path(__file__).parents[1] / "golden" / "rule-ids.txt").read_text(encoding="utf-8").split()
    assert [row["id"] for row in rows] == sorted(golden)
    assert all(row["provisions"] or not row["obligations"] for row in rows)


def test_explain_says_what_a_rule_asks_and_how_it_fails() -> None:
    text = gate("explain", "human-oversight/stop-function").stdout
    for part in ("human-oversight/stop-function", "Art. 14(4)", "2027-12-02", "passes:", "fails:", "EUR 15,000,000"):
        assert part in text


def test_explain_shows_what_the_rule_sees_of_a_system() -> None:
    hiring = EXAMPLES / "hiring-highrisk"
    done = gate("explain", "record-keeping/log-retention", hiring, "--as-of", "2027-12-02")
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        "applicable  yes",
        "satisfied   no",
        "element     19(1)-period insufficient in examples/hiring-highrisk/config/logging.yaml:8: 30 days",
        "obligation  AIA-19-1 applies: in force since 2027-12-02",
        "answer      logs_under_provider_control = true (examples/hiring-highrisk/ai-system.yaml:11)",
        "retention_days = 30",
        "(Art. 99(4)); the lower of the two, for an SME",
    ):
        assert line in done.stdout
    assert "passes:" not in done.stdout
    earlier = gate("explain", "record-keeping/log-retention", hiring, "--as-of", "2026-11-22")
    assert "obligation  AIA-19-1 applies: due 2027-12-02" in earlier.stdout


def test_explain_of_a_rule_that_does_not_apply_says_so() -> None:
    done = gate("explain", "record-keeping/log-retention", EXAMPLES / "spam-filter", "--as-of", "2027-12-02")
    assert "AIA-19-1 does not apply" in done.stdout
    assert "applicable  no" in done.stdout


def test_explain_of_a_manifest_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "ai-system.yaml").write_text("a: [", encoding="utf-8")
    done = gate("explain", "record-keeping/log-retention", tmp_path)
    assert "the manifest has to be mended first" in done.stdout
    empty = tmp_path / "empty"
    empty.mkdir()
    assert gate("explain", "record-keeping/log-retention", empty).returncode == 2


def test_verbose_text_shows_the_frame_of_the_fine_and_which_amount_counts() -> None:
    folder = EXAMPLES / "hiring-highrisk"
    frame = "fine frame: up to EUR 15,000,000 or 3 % of worldwide annual turnover (Art. 99(4)); the lower of the two,"
    assert frame in gate("check", folder, "--as-of", "2027-12-02", "--verbose").stdout
    assert "fine frame" not in gate("check", folder, "--as-of", "2027-12-02").stdout


def test_explain_of_an_unknown_rule_names_the_nearest() -> None:
    done = gate("explain", "human-oversight/stop-funktion")
    assert done.returncode == 2
    assert "did you mean human-oversight/stop-function?" in done.stderr


@pytest.mark.parametrize("name", ["ai-system", "policy-input", "report", "risk-register"])
def test_schema_prints_a_schema(name: str) -> None:
    assert json.loads(gate("schema", name).stdout)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_AIACT_GATE_COMPLETE" in gate("completion", shell).stdout


def test_validate_opens_no_evidence_and_finds_the_line(tmp_path: Path) -> None:
    text = (SPAM / "ai-system.yaml").read_text(encoding="utf-8")
    (tmp_path / "ai-system.yaml").write_text(text, encoding="utf-8")
    assert gate("validate", tmp_path).returncode == 0
    (tmp_path / "ai-system.yaml").write_text(text.replace("market:", "markt:", 1), encoding="utf-8")
    done = gate("validate", tmp_path)
    line = next(i for i, row in enumerate(text.splitlines(), 1) if row.startswith("market:"))
    assert done.returncode == 1
    assert f"ai-system.yaml:{line}:1" in done.stdout
    assert "market" in done.stdout


def test_init_writes_a_manifest_that_does_not_pass_and_keeps_what_exists(tmp_path: Path) -> None:
    done = gate("init", "--name", "Ranker", "--operator", "Acme", "--role", "provider", "--union", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    manifest = tmp_path / "ai-system.yaml"
    named = manifest.read_text(encoding="utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert (tmp_path / named).read_text(encoding="utf-8") == gate("schema").stdout
    assert gate("validate", cwd=tmp_path).returncode == 0
    judged = gate("check", cwd=tmp_path)
    assert judged.returncode == 1
    assert "manifest/core-answers" in judged.stdout
    again = gate("init", cwd=tmp_path)
    assert again.returncode == 2
    assert "left as it is" in again.stderr


def test_bundle_is_what_a_plain_opa_answers_with(tmp_path: Path, opa_path: Path) -> None:
    assert gate("bundle", tmp_path / "b.tar.gz").returncode == 0
    done = subprocess.run(
        [str(opa_path), "eval", "-b", str(tmp_path / "b.tar.gz"), "data.law.revision", "--format", "raw"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() in gate("bundle", tmp_path / "again.tar.gz").stdout
    assert (tmp_path / "b.tar.gz").read_bytes() == (tmp_path / "again.tar.gz").read_bytes()


@pytest.mark.parametrize("kind", BROKEN_EVIDENCE)
def test_broken_evidence_has_a_state_and_a_sentence_of_its_own(kind: str, tmp_path: Path) -> None:
    path, state = BROKEN_EVIDENCE[kind]
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "docs").mkdir()
    (tmp_path / "outside.md").write_text("# 4(1)-measures\nSomething real that lies outside.\n", encoding="utf-8")
    (root / "docs" / "empty.md").write_text("", encoding="utf-8")
    (root / "docs" / "binary.md").write_bytes(bytes(range(256)) * 8)
    (root / "docs" / "link.md").symlink_to(tmp_path / "outside.md")
    (root / "docs" / "pointer.md").write_text(POINTER, encoding="utf-8")
    text = (SPAM / "ai-system.yaml").read_text(encoding="utf-8")
    (root / "ai-system.yaml").write_text(f"{text.rstrip()}\nevidence:\n  ai-literacy: {path}\n", encoding="utf-8")
    done = gate("check", root, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    (system,) = json.loads(done.stdout)["systems"]
    (finding,) = [f for f in system["findings"] if f["rule"] == "literacy/measures"]
    assert {element["state"] for element in finding["elements"]} == {state}


def test_no_rule_loaded_is_no_pass(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import aiact_gate.policy.files as files\n"
        f"files.policies_dir = lambda: Path({str(tmp_path)!r})\n"
        f"sys.argv = ['aiact-gate', 'check', {str(SPAM)!r}]\n"
        "from aiact_gate.cli.main import main; main()"
    )
    done = subprocess.run(["python3", "-c", code], capture_output=True, text=True, check=False, env=_path())
    assert done.returncode == 2
    assert "no rules were loaded" in done.stderr
    assert done.stdout == ""


def _path() -> dict[str, str]:
    import sys

    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def test_written_reports_can_be_read_by_others(tmp_path: Path) -> None:
    gate("check", SPAM, "--output", f"json={tmp_path / 'r.json'}")
    assert stat.S_IMODE((tmp_path / "r.json").stat().st_mode) == 0o644

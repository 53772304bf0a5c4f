# SPDX-License-Identifier: Apache-2.0
"""The command line as its users meet it: exit codes, streams, files, and what is said when something is wrong."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import EXAMPLES

SPAM, CHAT, HIRING = (EXAMPLES / name for name in ("spam-filter", "chatbot-imagegen", "hiring-highrisk"))


def gate(*arguments: object, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "aiact_gate", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((SPAM,), 0),
        ((HIRING, "--as-of", "2026-11-22"), 0),
        ((HIRING, "--as-of", "2026-11-22", "--fail-on", "warn"), 1),
        ((HIRING, "--as-of", "2027-12-02"), 1),
        ((HIRING, "--as-of", "2027-12-02", "--report-only"), 0),
        ((HIRING, "--as-of", "2027-11-22", "--lead-days", "10"), 1),
        ((HIRING, "--as-of", "2027-11-22", "--lead-days", "9"), 0),
        ((HIRING, "--as-of", "tomorrow"), 2),
        ((HIRING, "--as-off", "2027-12-02"), 2),
        ((HIRING, "--output", "xml=out.xml"), 2),
        ((HIRING, "--engine", "opa", "--opa-path", "/nowhere/opa"), 2),
        (("/nowhere",), 2),
    ],
)
def test_exit_code(arguments: tuple[object, ...], code: int) -> None:
    done = gate("check", *arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code == 2:
        assert done.stdout == ""
        assert "hint" in done.stderr or "Try" in done.stderr or "Usage" in done.stderr


def test_text_begins_with_the_verdict_and_ends_with_what_a_pass_means() -> None:
    lines = gate("check", CHAT, "--as-of", "2026-11-22").stdout.splitlines()
    assert lines[0].startswith("BLOCK  1 system on 2026-11-22")
    assert "whether it is true is for people to judge" in " ".join(lines[-2:])
    order = [
        next(i for i, line in enumerate(lines) if part in line)
        for part in ("Blocks the release", "transparency/chat-notice")
    ]
    assert order == sorted(order)


def test_colour_follows_the_option_and_the_environment() -> None:
    assert "\x1b[" not in gate("check", SPAM).stdout
    assert "\x1b[" in gate("check", SPAM, FORCE_COLOR="1").stdout
    assert "\x1b[" not in gate("check", SPAM, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" in gate("check", SPAM, "--color", "always", NO_COLOR="1").stdout


def test_outputs_are_written_whole_beside_stdout(tmp_path: Path) -> None:
    done = gate("check", SPAM, "--output", f"json={tmp_path / 'r.json'}", "--output", f"text={tmp_path / 'r.txt'}")
    assert done.returncode == 0
    assert json.loads((tmp_path / "r.json").read_text())["verdict"] == "pass"
    assert (tmp_path / "r.txt").read_text() == done.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.json", "r.txt"]


def test_output_into_a_missing_folder_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    done = gate("check", SPAM, "--output", f"json={tmp_path / 'no' / 'r.json'}")
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_check_writes_nothing_into_the_repository(tmp_path: Path) -> None:
    shutil.copytree(CHAT, tmp_path / "repo")
    before = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*"))
    gate("check", cwd=tmp_path / "repo")
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == before


def test_an_empty_folder_says_how_to_start(tmp_path: Path) -> None:
    done = gate("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "no manifest found" in done.stderr
    assert "aiact-gate init" in done.stderr


def test_several_systems_give_one_report_and_the_worst_verdict(tmp_path: Path) -> None:
    for example in (SPAM, CHAT, HIRING):
        shutil.copytree(example, tmp_path / example.name)
    done = gate("check", tmp_path, "--as-of", "2026-11-22", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["verdict"]) == (1, "block")
    assert {s["manifest"]: s["verdict"] for s in report["systems"]} == {
        "chatbot-imagegen/ai-system.yaml": "block",
        "hiring-highrisk/ai-system.yaml": "warn",
        "spam-filter/ai-system.yaml": "pass",
    }


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("apiVersion:", "apiVersion: [", "ai-system.yaml:"),
        ("system:", "sistem:", "system"),
        ("system:", "a: &a [1]\nb: *a\nsystem:", "ai-system.yaml:"),
    ],
)
def test_a_broken_manifest_is_a_finding_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = (SPAM / "ai-system.yaml").read_text(encoding="utf-8").replace(old, new, 1)
    (tmp_path / "ai-system.yaml").write_text(text, encoding="utf-8")
    done = gate("check", tmp_path)
    assert done.returncode == 1
    assert says in done.stdout
    assert "manifest/" in done.stdout


def test_interrupt_exits_130_and_termination_2(tmp_path: Path) -> None:
    for number in range(300):
        folder = tmp_path / f"s{number}"
        folder.mkdir()
        text = (SPAM / "ai-system.yaml").read_text(encoding="utf-8").replace("id: ", f"id: s{number}-", 1)
        (folder / "ai-system.yaml").write_text(text, encoding="utf-8")
    for sent, code in ((signal.SIGINT, 130), (signal.SIGTERM, 2)):
        process = subprocess.Popen(
            [sys.executable, "-m", "aiact_gate", "check", str(tmp_path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(0.6)
        process.send_signal(sent)
        out, err = process.communicate(timeout=30)
        assert process.returncode == code, err
        assert out == ""
        assert "Traceback" not in err


def test_help_loads_no_heavy_module() -> None:
    heavy = ("requests", "aiohttp", "jsonschema", "yaml", "git", "c2pa", "regorus", "opa_client")
    code = f"""
import sys
sys.argv = ["x", "--help"]
from aiact_gate.cli.main import main
try:
    main()
except SystemExit:
    pass
print([module for module in {heavy!r} if module in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"

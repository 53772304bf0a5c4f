# SPDX-License-Identifier: Apache-2.0
"""The findings about changes are known where people look for rules."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from aiact_gate import problems
from tests.support import REPOSITORY

CODES = [code for code in problems.codes() if code.startswith("changes/")]


def gate(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aiact_gate", *words]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False)


def test_every_finding_about_a_change_is_documented() -> None:
    page = Path(REPOSITORY / "docs" / "pull-requests.md").read_text(encoding="utf-8")
    assert len(CODES) == 9
    assert all(f"| `{code}` |" in page for code in CODES)


@pytest.mark.parametrize("code", ["changes/class-lowered", "waivers/expired"])
def test_explain_knows_what_no_rule_file_stands_behind(code: str) -> None:
    done = gate("explain", code)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == [code, f"  {problems.title_of(code)}"]


def test_rules_lists_them_after_the_rules() -> None:
    assert all(f"{code} " in gate("rules").stdout for code in CODES)
    rows = {row["id"]: row for row in json.loads(gate("rules", "--format", "json").stdout)}
    assert not [code for code in CODES if code in rows]  # rules of the law are one thing, what is built in another

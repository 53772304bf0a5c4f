# SPDX-License-Identifier: Apache-2.0
"""What the gate never says, and what no file of it may hold."""

import re
import subprocess

import pytest

from tests.support import REPOSITORY

TRACKED = subprocess.run(
    ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False, text=True
).stdout.split("\0")
SOURCES = [name for name in TRACKED if name.startswith(("aiact_gate/", "policies/")) and not name.endswith(".json")]


@pytest.mark.skipif(not SOURCES, reason="the files come from an archive, not from a git checkout")
@pytest.mark.parametrize("name", SOURCES)
def test_no_percentage_and_no_certificate_in_what_we_say(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert not re.search(r"\d ?% compliant|\bis compliant\b|\bcompliance score\b", text, re.IGNORECASE)


@pytest.mark.parametrize("name", [n for n in SOURCES if n.endswith(".py")])
def test_python_modules_hold_one_idea(name: str) -> None:
    lines = (REPOSITORY / name).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# SPDX-License-Identifier: Apache-2.0"
    assert len(lines) <= 250

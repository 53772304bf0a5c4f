# SPDX-License-Identifier: Apache-2.0
"""The README keeps its word: what it says a command prints is what the command prints."""

import re

from tests.cli.test_check import gate
from tests.support import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_the_shown_output_is_the_output() -> None:
    (shown,) = re.findall(r"```text\n(.*?)\n```", README, re.DOTALL)
    (command,) = re.findall(r"aiact-gate (check examples/\S+ --as-of \S+)$", README, re.MULTILINE)
    printed = gate(*command.split(), cwd=REPOSITORY).stdout
    assert printed.startswith(shown)


def test_the_commands_exist() -> None:
    from aiact_gate.cli.main import COMMANDS

    assert set(re.findall(r"^(?:\.venv/bin/)?aiact-gate (\w[\w-]*)", README, re.MULTILINE)) <= set(COMMANDS)


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", README):
        assert (REPOSITORY / target).exists(), target


def test_the_first_two_screens_show_command_action_hook_and_the_picture_of_the_report() -> None:
    top = "\n".join(README.splitlines()[:60])
    for shown in (
        "aiact-gate check",
        "uses: OWNER/aiact-gate/action@v1",
        "hooks: [{id: aiact-gate}]",
        "images/report.png",
    ):
        assert shown in top
    size = (REPOSITORY / "docs" / "images" / "report.png").read_bytes()[16:24]
    assert int.from_bytes(size[:4]) >= 1000


def test_lines_can_be_read_as_text() -> None:
    assert [line for line in README.splitlines() if len(line) > 132] == []

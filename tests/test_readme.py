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

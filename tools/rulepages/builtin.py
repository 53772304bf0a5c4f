# SPDX-License-Identifier: Apache-2.0
"""The pages of the findings that no rule file stands behind: what is wrong with a manifest, or with a waiver."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from aiact_gate.problems import title_of
from tools.rulepages.words import MADE, code

TEXTS: Final = Path(__file__).with_name("builtin.yaml")


@cache
def texts() -> Mapping[str, Mapping[str, Any]]:
    """Return what is said about each of them."""
    told: Mapping[str, Mapping[str, Any]] = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return told


def render(code_: str) -> str:
    """Return the page of one."""
    told = texts()[code_]
    about = "waivers.md" if "waiver" in code_ else "rules/index.md"
    lines = [f"# {title_of(code_)}", "", MADE, "", f"`{code_}` · built in"]
    lines += ["", "## Summary", "", told["summary"].strip()]
    lines += ["", "## What it asks", "", told["asks"].strip()]
    lines += ["", "## When it applies, and from when", "", told["applies"].strip()]
    lines += ["", "## How to satisfy it", "", told["satisfy"].strip()]
    lines += ["", "## Example that passes", *_files(told["passes"])]
    lines += ["", "## Example that fails", *_files(told["fails"])]
    lines += ["", "## Source", "", f"- Not the Act: a check of the gate's own files. See [{about}](../../{about})."]
    return "\n".join(lines) + "\n"


def _files(files: Mapping[str, str] | str) -> Iterator[str]:
    if isinstance(files, str):
        yield from ("", *code(files, "diff"))
        return
    for name, text in files.items():
        yield from ("", f"`{name}`:", "", *code(text, "yaml"))

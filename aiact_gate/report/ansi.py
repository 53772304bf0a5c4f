# SPDX-License-Identifier: Apache-2.0
"""Colour on a terminal, and text from a repository made harmless for it."""

import os
import re
from dataclasses import dataclass
from typing import Any, Final, TextIO

_CODES: Final = {"red": "31", "yellow": "33", "green": "32", "dim": "2", "bold": "1"}
# C0 and C1 controls, and the bidirectional overrides that make a line read as another one
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Paint:
    """Paints text if colour is wanted, and leaves it alone otherwise."""

    wanted: bool

    def __call__(self, text: str, *styles: str) -> str:
        """Return the text in the named styles."""
        if not self.wanted or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def harmless(text: str) -> str:
    """Return the text on one line, with control characters shown as escapes and never obeyed."""
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text.replace("\n", " ").replace("\t", " "))


def harmless_tree(value: Any) -> Any:
    """Return a report, or a part of one, with every text harmless: a written report may come from anywhere."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, dict):
        return {key: inner if key == "classification" else harmless_tree(inner) for key, inner in value.items()}
    return [harmless_tree(inner) for inner in value] if isinstance(value, list) else value


def colour_wanted(choice: str, stream: TextIO) -> bool:
    """Decide on colour: the option first, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()

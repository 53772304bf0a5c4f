# SPDX-License-Identifier: Apache-2.0
"""The word lists of the collectors, which are data, and how words are compared."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).resolve().parent / "data"
_SHORT = 200
_WIDE = r"\u3040-\u30ff\u3400-\u9fff"  # Japanese and Chinese are written without spaces between words
_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+")


@cache
def load(name: str) -> Any:
    """Return one word list by its name."""
    return json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))


def words(text: str) -> list[str]:
    """Return the words of a text, without case, punctuation and mark-up."""
    return _WORD.findall(text.replace("_", " ").casefold())


def plain(text: str) -> str:
    """Return a text as its words with single spaces between, for comparing."""
    return _short(text) if len(text) <= _SHORT else " ".join(words(text))


@lru_cache(maxsize=4096)
def _short(text: str) -> str:
    """Remember headings and listed titles, which are compared each with each."""
    return " ".join(words(text))


def contains(text: str, phrase: str) -> bool:
    """Say whether the words of a phrase stand in a text, whole and in order."""
    wanted = plain(phrase)
    return bool(wanted) and f" {wanted} " in f" {plain(text)} "

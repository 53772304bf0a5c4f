# SPDX-License-Identifier: Apache-2.0
"""Plain scalars by the core schema of YAML 1.2: `no`, dates and clock times are text."""

import math
import re
from typing import Final

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMERIC_START: Final = frozenset("0123456789+-.")
_INTEGER: Final = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL: Final = re.compile(r"0o[0-7]+\Z")
_HEXADECIMAL: Final = re.compile(r"0x[0-9a-fA-F]+\Z")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_NOT_FINITE: Final = re.compile(r"([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\Z")
_MAX_DIGITS: Final = 40


class NumberError(ValueError):
    """The text reads as a number that no answer can be."""


def plain(text: str) -> str | int | float | bool | None:
    """Return the value of an unquoted scalar; raise NumberError for infinite or endless numbers."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC_START:
        return text
    return _number(text)


def _number(text: str) -> str | int | float:
    if _NOT_FINITE.match(text):
        raise NumberError(f"{text} is not a finite number")
    if not (_FLOAT.match(text) or _OCTAL.match(text) or _HEXADECIMAL.match(text)):
        return text
    if len(text) > _MAX_DIGITS:
        raise NumberError(f"the number is longer than {_MAX_DIGITS} characters")
    if _INTEGER.match(text):
        return int(text)
    if text[:2] in {"0o", "0x"}:
        return int(text[2:], 8 if text[1] == "o" else 16)
    value = float(text)
    if not math.isfinite(value):
        raise NumberError(f"{text} is too large for a number")
    return value

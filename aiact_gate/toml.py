# SPDX-License-Identifier: Apache-2.0
"""Reads TOML of strangers: what the library takes quadratic time or much memory for is refused before."""

import re
import tomllib
from typing import Any, Final

MAX_DOTS: Final = 20_000
MAX_DOTS_IN_LINE: Final = 100
# Strings and comments, as TOML ends them; whatever breaks this off ends the parser at the same place.
_SAID = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+",
    re.DOTALL,
)


def loads(text: str) -> dict[str, Any]:
    """Return the data of a text, or raise tomllib.TOMLDecodeError, whatever is wrong with it."""
    _refuse_deep_keys(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError as error:
        raise tomllib.TOMLDecodeError("Nested too deep") from error
    except ValueError as error:  # a number longer than Python converts, or a day that no calendar has
        raise tomllib.TOMLDecodeError(str(error).partition(";")[0]) from error


def _refuse_deep_keys(text: str) -> None:
    if text.count(".") <= MAX_DOTS_IN_LINE:
        return
    bare = _SAID.sub(lambda found: "\n" * found[0].count("\n"), text)
    if bare.count(".") > MAX_DOTS:
        raise tomllib.TOMLDecodeError(f"More than {MAX_DOTS} dots in keys and numbers")
    for number, line in enumerate(bare.split("\n"), 1):
        if line.count(".") > MAX_DOTS_IN_LINE:
            raise tomllib.TOMLDecodeError(
                f"More than {MAX_DOTS_IN_LINE} dots in keys and numbers (at line {number}, column 1)"
            )

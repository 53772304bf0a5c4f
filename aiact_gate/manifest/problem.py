# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with a manifest, and where."""

from dataclasses import dataclass
from typing import Final, NamedTuple

SYNTAX: Final = "manifest/syntax"
SCHEMA: Final = "manifest/schema"
UNKNOWN_KEY: Final = "manifest/unknown-key"
CONTRADICTION: Final = "manifest/contradiction"
OTHER_TOOL: Final = "manifest/other-tool"
FILE_NAME: Final = "manifest/file-name"


class Position(NamedTuple):
    """A place in a text file; lines and columns count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that the author of a manifest has to mend."""

    pointer: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""


class ManifestError(Exception):
    """The file cannot be read as a manifest; a finding about that system, not a failure of the gate."""

    def __init__(self, rel: str, problem: Problem) -> None:
        super().__init__(f"{rel}:{problem.line}:{problem.column}: {problem.message}")
        self.rel = rel
        self.problems = [problem]


def escape(key: str) -> str:
    """Return a key as one part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key


def unescape(part: str) -> str:
    """Return the key that one part of a JSON pointer stands for."""
    return part.replace("~1", "/").replace("~0", "~") if "~" in part else part


def dotted(pointer: str) -> str:
    """Return a JSON pointer as people write a path: `classification.annex_iii[0].point`."""
    out = ""
    for part in pointer.split("/")[1:]:
        key = unescape(part)
        out += f"[{key}]" if key.isdecimal() else f".{key}"
    return out.lstrip(".")

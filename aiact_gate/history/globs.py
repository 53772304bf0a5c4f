# SPDX-License-Identifier: Apache-2.0
"""The patterns of the group `paths`: `*` within a folder, `**` across folders, a bare name for a file or a folder."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_PART = re.compile(r"(?:\*\*/)+|\*+|\?|[^*?]+")
_MAX_PATTERNS = 100


def pattern_of(declared: Any, folder: str) -> re.Pattern[str] | None:
    """Return one pattern for the paths of a group, which are relative to the folder of the manifest."""
    listed = declared if isinstance(declared, list) else [declared]
    forms = [form for one in listed[:_MAX_PATTERNS] if isinstance(one, str) and (form := _form(one, folder))]
    return re.compile("|".join(forms)) if forms else None


def _form(glob: str, folder: str) -> str:
    path = posixpath.normpath(posixpath.join(folder, glob))
    if path.startswith(("/", "..")):
        return ""  # outside the repository git knows nothing
    if path == ".":
        return r".*\Z"
    return "".join(map(_translated, _PART.findall(path))) + r"(?:/.*)?\Z"


def _translated(part: str) -> str:
    if part.startswith("**"):
        return "(?:[^/]*/)*" if part.endswith("/") else ".*"
    return {"*": "[^/]*", "?": "[^/]"}.get(part, re.escape(part))


def matching(pattern: re.Pattern[str], files: Iterable[str]) -> list[str]:
    """Return the files that a pattern names, in order."""
    return sorted(file for file in files if pattern.match(file))

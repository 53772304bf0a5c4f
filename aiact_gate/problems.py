# SPDX-License-Identifier: Apache-2.0
"""The findings that precede every rule: what is wrong with a manifest as a file."""

from typing import Final

_TITLES: Final = {
    "manifest/syntax": "The manifest can be read",
    "manifest/schema": "The manifest keeps to its schema",
    "manifest/unknown-key": "The manifest has only known keys",
    "manifest/duplicate-id": "An id names one system",
    "manifest/contradiction": "The answers agree with each other",
    "manifest/other-tool": "The manifest is one of this gate",
}


def title_of(code: str) -> str:
    """Return what must hold for this kind of problem not to appear."""
    return _TITLES.get(code, _TITLES["manifest/schema"])


def codes() -> list[str]:
    """Return the ids of all findings that no rule file stands behind."""
    return sorted(_TITLES)

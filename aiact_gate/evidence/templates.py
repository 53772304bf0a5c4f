# SPDX-License-Identifier: Apache-2.0
"""Takes out of a template what nobody sees, and puts in the texts that its keys stand for."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_TEXTS = 20_000
_UNSEEN = re.compile(
    r"\{#.*?(?:#\}|\Z)|\{\{!--.*?(?:--\}\}|\Z)|\{%-?\s{0,9}comment\b.*?(?:endcomment\s{0,9}-?%\}|\Z)|\{%.*?(?:%\}|\Z)",
    re.DOTALL,
)
_SHOWN = re.compile(r"\{\{([^{}]{1,500})\}\}")
_QUOTED = re.compile(r"""["'`]([^"'`\n]{1,200})["'`]""")
_KEYED = re.compile(
    r"""<[a-zA-Z][^<>]{0,2000}?\s(?:data-i18n(?:-key|-text|-id)?|data-l10n-id|v-t)=["']([^"'<>]{1,200})["'][^<>]{0,2000}>"""
)


def prepared(page: str, texts: Mapping[str, str]) -> str:
    """Return a page without the comments and code of a template, each known key replaced by its text, line by line."""
    page = _UNSEEN.sub(lambda found: "\n" * found[0].count("\n"), page)
    if not texts:
        return page
    page = _SHOWN.sub(lambda found: _said(found, texts), page)
    return _KEYED.sub(lambda found: found[0] + _text(texts, found[1].strip("'")), page)


def _said(found: re.Match[str], texts: Mapping[str, str]) -> str:
    if "?" in found[1] or "&&" in found[1]:
        return found[0]  # whether it shows depends on something
    said = " ".join(_text(texts, key) for key in _QUOTED.findall(found[1]) if key in texts)
    return said or found[0]


def _text(texts: Mapping[str, str], key: str) -> str:
    return html.escape(texts.get(key, "")).replace("\n", " ")


def flat(value: Any) -> dict[str, str]:
    """Return the texts of a file of translations by their keys, as templates write them: joined by points."""
    found: dict[str, str] = {}
    waiting: list[tuple[str, Any]] = [("", value)]
    while waiting and len(found) < _MAX_TEXTS:
        path, inner = waiting.pop()
        if isinstance(inner, dict):
            waiting.extend((f"{path}.{key}" if path else str(key), below) for key, below in inner.items())
        elif isinstance(inner, list):
            waiting.extend((f"{path}.{index}", below) for index, below in enumerate(inner))
        elif isinstance(inner, str):
            found[path] = inner
    return found

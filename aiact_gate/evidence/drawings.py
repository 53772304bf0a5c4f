# SPDX-License-Identifier: Apache-2.0
"""The text of an SVG that a person sees; titles, metadata and what is hidden do not count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiact_gate.evidence import safe_xml
from aiact_gate.evidence.sections import ReadError

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened

_UNSEEN = frozenset({"defs", "metadata", "symbol", "title", "desc", "style", "script", "clipPath", "mask", "pattern"})
_TEXT = frozenset({"text", "tspan", "textPath", "a"})
_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:fill-)?opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|fill\s*:\s*none"
    r"|font-size\s*:\s*0)",
    re.IGNORECASE,
)
_STYLED = ("display", "visibility", "opacity", "fill-opacity", "fill", "font-size")


def visible_text(opened: Opened) -> str:
    """Return what stands in the drawing as text, or raise ReadError."""
    try:
        root = safe_xml.parse(opened.data)
    except safe_xml.UnsafeXmlError as error:
        raise ReadError("unreadable", f"{opened.file} cannot be read as a drawing: {error}.") from error
    texts: list[str] = []
    waiting = [(root, False)]
    while waiting:
        element, inside = waiting.pop()
        if element.local in _UNSEEN or _hidden(element):
            continue
        inside = element.local in _TEXT and (inside or element.local != "a")
        if inside:
            texts.append(element.text)
        waiting.extend((child, inside) for child in reversed(element.children))
    return " ".join(texts)


def _hidden(element: safe_xml.Element) -> bool:
    own = "; ".join(f"{name}: {element.attributes[name]}" for name in _STYLED if name in element.attributes)
    return bool(_HIDDEN.search(f"{own}; {element.attributes.get('style', '')}"))

# SPDX-License-Identifier: Apache-2.0
"""The sections of reStructuredText; nothing is included, executed or passed through."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

from aiact_gate.evidence.readers.outline import Outline

if TYPE_CHECKING:
    from aiact_gate.evidence.sections import Document

_SILENT = 5  # above every level of a message
_SAFE: dict[str, Any] = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": _SILENT,
    "halt_level": _SILENT,
    "line_length_limit": 100_000,
    "syntax_highlight": "none",
    "_disable_config": True,
}
_NO_CONTENT = (nodes.comment, nodes.system_message, nodes.substitution_definition, nodes.raw, nodes.problematic)
_BLOCKS = (nodes.paragraph, nodes.literal_block, nodes.doctest_block, nodes.term, nodes.line, nodes.math_block)


def document(data: bytes) -> Document:
    """Return the sections of a text."""
    settings = get_default_settings(Parser)
    for name, value in _SAFE.items():
        setattr(settings, name, value)
    settings.warning_stream = io.StringIO()
    tree = new_document("evidence", settings)
    text = data.decode("utf-8", "replace")
    Parser().parse(text, tree)
    walk = _Walk(text.splitlines())
    walk.children(tree, 0)
    return walk.outline.document()


class _Walk:
    def __init__(self, lines: list[str]) -> None:
        self.outline = Outline()
        self._lines = lines
        self._line = 1
        self._started = False

    def children(self, node: nodes.Element, level: int, prefix: str = "") -> None:
        """Take what is in a node, in order."""
        for child in node.children:
            if isinstance(child, nodes.Element):
                self._take(child, level, prefix)
                prefix = prefix if isinstance(child, _NO_CONTENT) else ""

    def _take(self, node: nodes.Element, level: int, prefix: str) -> None:
        self._line = max(self._line, node.line or 1)
        if isinstance(node, _NO_CONTENT):
            return
        if isinstance(node, nodes.field_list) and not self._started:
            self._front_matter(node)
        elif isinstance(node, nodes.target):
            self.outline.anchor(node["names"])
        elif isinstance(node, nodes.section):
            self.outline.anchor(node["names"])
            self.children(node, level + 1)
        elif isinstance(node, nodes.title):
            self.outline.heading(node.astext(), max(level, 1), self._title_line(node))
        elif isinstance(node, nodes.table):
            self._table(node)
        elif isinstance(node, _BLOCKS):
            self.outline.block(f"{prefix}{_enumerated(node)}{node.astext()}", self._line)
        else:
            self.children(node, level, "- " if isinstance(node, nodes.list_item) else prefix)
        self._started = self._started or not isinstance(node, nodes.section | nodes.title | nodes.target)

    def _title_line(self, node: nodes.Element) -> int:
        """Return the line of a title; docutils gives that of the rule below it."""
        near = (self._line - 1, self._line, self._line - 2)
        said = node.rawsource.strip()
        return next((n for n in near if 0 < n <= len(self._lines) and self._lines[n - 1].strip() == said), self._line)

    def _front_matter(self, fields: nodes.field_list) -> None:
        for field in fields.children:
            if isinstance(field, nodes.field) and len(field.children) > 1:
                body: Any = field.children[1]
                self.outline.front_matter[field.children[0].astext().lower()] = body.rawsource or body.astext()

    def _table(self, table: nodes.table) -> None:
        headed = [row for head in table.findall(nodes.thead) for row in head.findall(nodes.row)]
        rows = [[entry.astext() for entry in row.findall(nodes.entry)] for row in table.findall(nodes.row)]
        for title in table.findall(nodes.title):
            self.outline.block(title.astext(), self._line)
        self.outline.rows(rows, self._line, header=len(headed))


def _enumerated(node: nodes.Element) -> str:
    """Return the letter of an item such as `(a)`, which the parser takes out of the text."""
    item = node.parent
    items = item.parent if isinstance(item, nodes.list_item) else None
    if not isinstance(items, nodes.enumerated_list) or item.index(node) > 0:
        return ""
    if items.get("enumtype") != "loweralpha" or items.get("prefix") != "(" or items.get("suffix") != ")":
        return ""
    place = int(items.get("start", 1)) - 1 + items.index(item)
    return f"({chr(ord('a') + place)}) " if place < 26 else ""  # noqa: PLR2004 - letters

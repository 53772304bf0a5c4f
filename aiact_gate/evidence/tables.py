# SPDX-License-Identifier: Apache-2.0
"""Takes a table of risks for the register that it is, by the names of its columns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import registers, vocabulary
from aiact_gate.evidence.sections import Leaf, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = tuple[int, list[str]]
_REGISTER = "risk-register"
# Two columns that answer an element only together.
_TOGETHER = (("risks.likelihood", "risks.severity"), ("risks.residual", "risks.acceptance"))
_MAX_ROWS = 2_000


def sections(header: list[str], rows: Iterable[Row]) -> list[Section]:
    """Return a section for each element that the columns answer; a table without risks and measures answers none."""
    columns = _columns(header)
    if not set(registers.schema(_REGISTER)["x-columns-needed"]) <= set(columns.values()):
        return []
    for pair in _TOGETHER:
        if not set(pair) <= set(columns.values()):
            columns = {index: name for index, name in columns.items() if name not in pair}
    found: dict[str, list[Leaf]] = {}
    for number, (line, cells) in enumerate(rows, start=1):
        if number > _MAX_ROWS:
            break
        for index, name in columns.items():
            text = cells[index].strip() if index < len(cells) else ""
            short = name not in {"risks.risk", "risks.measures.measure"}
            leaf = Leaf(text, line, f"row {number}, {header[index].strip()}", datum=short)
            for ref in _refs(name):
                found.setdefault(ref, []).append(leaf)
    return [
        Section("", 90, leaves[0].line, "\n\n".join(leaf.text for leaf in leaves), (ref,), leaves=tuple(leaves))
        for ref, leaves in found.items()
    ]


def _columns(header: list[str]) -> dict[int, str]:
    columns: dict[int, str] = {}
    for index, cell in enumerate(header):
        name = _names().get(vocabulary.plain(cell))
        if name is not None and name not in columns.values():
            columns[index] = name
    return columns


@cache
def _names() -> dict[str, str]:
    listed = registers.schema(_REGISTER)["x-columns"]
    return {vocabulary.plain(name): column for column, names in listed.items() for name in names}


@cache
def _refs(name: str) -> tuple[str, ...]:
    node: Any = registers.schema(_REGISTER)
    refs: tuple[str, ...] = ()
    for step in name.split("."):
        node = node["properties"][step]
        refs = (node["x-element"],) if "x-element" in node else refs
        node = node.get("items", node)
    return () if name == "risks.id" else refs

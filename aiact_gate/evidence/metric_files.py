# SPDX-License-Identifier: Apache-2.0
"""Reads measured values and thresholds from a `metrics` record, or from CSV with the same names as columns."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from aiact_gate.evidence import breaches, registers
from aiact_gate.evidence.readers.structured import Tree, load_tree
from aiact_gate.evidence.sections import ReadError
from aiact_gate.evidence.states import Seen

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.paths import Opened

_NUMBERS = frozenset({"value", "minimum", "maximum", "largest_gap"})
_MAX_ROWS = 1_000
Part = Literal["values", "thresholds"]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one file, each with its line, or the state in which the file is."""

    seen: Seen
    rows: list[dict[str, Any]] = field(default_factory=list)
    system_version: str | None = None


def read(context: Context, declared: object, part: Part) -> Rows:
    """Return the rows of a declared file; one that breaks the schema gives a state and the sentence."""
    if declared is None:
        return Rows(Seen("missing", None, 1, f"The manifest names no file with {part}."))
    opened = context.open(declared, "records")
    if not opened.readable:
        return Rows(Seen(opened.state, opened.file, 1, opened.note))
    try:
        tree = _from_csv(opened, part) if (opened.file or "").lower().endswith(".csv") else load_tree(opened)
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return Rows(Seen(error.state, opened.file, 1, error.note))
    return _checked(tree, opened.file, part)


def _checked(tree: Tree, file: str | None, part: Part) -> Rows:
    value = tree.value
    if not registers.is_record(value) or value[registers.KEY] != "metrics":
        return Rows(Seen("unreadable", file, 1, f"{file} does not say “record: metrics”."))
    breach = next(breaches.of(registers.schema("metrics"), value), None)
    if breach is not None:
        line = tree.lines.get(breach.path, 1)
        return Rows(Seen("inconsistent" if breach.state != "empty" else "empty", file, line, breach.sentence))
    rows = [{**row, "line": tree.lines.get((part, str(index)), 1)} for index, row in enumerate(value.get(part, []))]
    if not rows:
        return Rows(Seen("missing", file, 1, f"{file} holds no {part}."))
    fault = _fault(rows, file, part)
    return Rows(fault) if fault else Rows(Seen("present", file), rows, value.get("system_version"))


def _fault(rows: list[dict[str, Any]], file: str | None, part: Part) -> Seen | None:
    """Return what no schema says of rows: too many, two for one thing, numbers that are none."""
    if len(rows) > _MAX_ROWS:
        return Seen("too-large", file, 1, f"{file} holds more than {_MAX_ROWS} {part}.")
    twice = _twice(rows)
    if twice is not None:
        name = f"{twice['metric']} of {twice['group']}" if twice.get("group") else twice["metric"]
        return Seen("inconsistent", file, twice["line"], f"{file} has two {part} for {name}.")
    if any(isinstance(inner, float) and not math.isfinite(inner) for row in rows for inner in row.values()):
        return Seen("inconsistent", file, 1, f"{file} holds a number that is none.")
    return None


def _twice(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return a row of a metric and group that another row has had; which of them counts would be a guess."""
    seen: set[tuple[str, str | None]] = set()
    for row in rows:
        key = (row["metric"], row.get("group"))
        if key in seen:
            return row
        seen.add(key)
    return None


def _from_csv(opened: Opened, part: Part) -> Tree:
    reader = csv.DictReader(io.StringIO(opened.text), restkey="", restval="")
    rows: list[dict[str, Any]] = []
    lines: dict[tuple[str, ...], int] = {}
    versions: set[str] = set()
    try:
        for row in reader:
            lines[part, str(len(rows))] = reader.line_num
            cells = {str(name).strip(): str(cell).strip() for name, cell in row.items() if name}
            versions.add(cells.pop("system_version", ""))
            rows.append({name: _number(name, cell) for name, cell in cells.items() if cell})
            if len(rows) > _MAX_ROWS:
                break
    except csv.Error as error:
        raise ReadError("unreadable", f"{opened.file} is not well-formed: {error}.") from error
    # The day of the file is no fact of it; each row carries its own.
    value = {"record": "metrics", "date": "1970-01-01", part: rows}
    if len(versions) == 1 and (version := versions.pop()):
        value["system_version"] = version
    return Tree(value, lines)


def _number(name: str, cell: str) -> Any:
    if name not in _NUMBERS:
        return cell
    try:
        return float(cell)
    except ValueError:
        return cell

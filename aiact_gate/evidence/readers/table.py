# SPDX-License-Identifier: Apache-2.0
"""Reads CSV as a register: a header whose columns are known, and rows."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from aiact_gate.evidence import tables
from aiact_gate.evidence.sections import Document, ReadError, Section

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened

_MAX_COLUMNS = 200


def read(opened: Opened) -> Document:
    """Return the elements that the rows answer."""
    text = opened.text
    first = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    try:
        rows = [(reader.line_num, row[:_MAX_COLUMNS]) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ReadError("unreadable", f"{opened.file} is not well-formed: {error}.") from error
    found = tables.sections(rows[0][1], rows[1:]) if rows else []
    if not found:
        raise ReadError("unreadable", f"{opened.file} has no rows under columns such as risk, measure and residual.")
    root = Section("", 0, 1)
    root.children = found
    return Document(root)

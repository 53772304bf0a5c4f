# SPDX-License-Identifier: Apache-2.0
"""Compares the values that documents state with those that were measured; in the instructions, Art. 15(3) asks so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import vocabulary
from aiact_gate.evidence.documents import shape_of
from aiact_gate.evidence.sections import ReadError, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.sections import Section

INSTRUCTIONS = ("instructions-for-use",)
OTHERS = ("technical-documentation", "declaration-of-conformity", "registration")
_NUMBER = r"(?P<number>-?\d{1,12}(?:[.,]\d{1,12})?)\s?(?P<percent>%|per ?cent)?"
_MAX_FOUND = 50


def disagreeing(
    context: Context, measured: list[dict[str, Any]], limits: list[dict[str, Any]], ids: tuple[str, ...]
) -> list[dict[str, Any]]:
    """Return each value in these pieces of evidence that stands behind a metric's name and is no value of it."""
    known: dict[str, set[float]] = {}
    for row in measured:
        known.setdefault(row["metric"], set()).add(float(row["value"]))
    for row in limits:
        if row["metric"] in known:
            known[row["metric"]] |= {float(row[key]) for key in ("minimum", "maximum") if key in row}
    found: list[dict[str, Any]] = []
    for name in ids:
        for file, section in _sections(context, name):
            for metric, values in known.items():
                found.extend({"evidence": name} | row for row in _differing(metric, values, file, section))
    return found[:_MAX_FOUND]


def _sections(context: Context, name: str) -> Iterator[tuple[str, Section]]:
    evidence = context.manifest.data.get("evidence")
    declared = evidence.get(name) if isinstance(evidence, dict) else None
    for path in shape_of(declared, "").files if declared is not None else ():
        opened = context.repository.open(path)
        if not opened.readable:
            continue
        try:
            document = read_document(opened)
        except ReadError:
            continue  # the collector of that evidence says so
        for section in document.root.walk():
            yield opened.file or "", section


def _differing(metric: str, values: set[float], file: str, section: Section) -> Iterator[dict[str, Any]]:
    words = [re.escape(word) for word in vocabulary.words(metric)]
    if not words:
        return
    name = r"[\W_]{1,3}".join(words)
    pattern = re.compile(rf"(?<!\w){name}(?!\w)[^\d\n]{{0,40}}?{_NUMBER}", re.IGNORECASE)
    for match in pattern.finditer(section.text):
        stated, decimals = _value(match)
        if not any(abs(stated - value) <= 0.5 * 10**-decimals + 1e-9 for value in values):
            line = section.line_at(match.start())
            yield {"metric": metric, "stated": stated, "measured": sorted(values), "file": file, "line": line}


def _value(match: re.Match[str]) -> tuple[float, int]:
    text = match["number"].replace(",", ".")
    decimals = len(text.partition(".")[2])
    return (float(text) / 100, decimals + 2) if match["percent"] else (float(text), decimals)

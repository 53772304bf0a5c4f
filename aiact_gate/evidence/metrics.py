# SPDX-License-Identifier: Apache-2.0
"""Collects accuracy and robustness: the document, measured values beside their thresholds, and the named tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import documents, junit, stated_values
from aiact_gate.evidence.dates import day
from aiact_gate.evidence.metric_files import Rows, read
from aiact_gate.evidence.states import under

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.states import Fact

_TESTS = ("robustness", "security")
_OWN = frozenset({"description", "metrics", *_TESTS})


def collect(context: Context, declared: Any, pointer: str) -> Fact:
    """Return the document's elements, what was measured against what, and what the test reports say."""
    if not isinstance(declared, dict) or not _OWN & set(declared):
        return documents.collect(context, declared, pointer)
    fact = documents.collect(context, declared.get("description"), f"{pointer}/description")
    tests = {name: junit.look(context, declared[name]).as_fact() for name in _TESTS if declared.get(name) is not None}
    if tests:
        fact["values"] = fact.get("values", {}) | tests
    return fact if declared.get("metrics") is None else _with_metrics(context, declared, fact)


def _with_metrics(context: Context, declared: dict[str, Any], fact: Fact) -> Fact:
    shape = declared["metrics"] if isinstance(declared["metrics"], dict) else {"measured": declared["metrics"]}
    measured = read(context, shape.get("measured"), "values")
    thresholds = read(context, shape.get("thresholds"), "thresholds")
    seen = next((rows.seen for rows in (measured, thresholds) if rows.seen.state != "present"), measured.seen)
    if fact["state"] == "missing" and declared.get("description") is None:
        fact = under(seen, fact)
    found: dict[str, Any] = seen.as_fact()
    if seen.state == "present":
        found |= _compared(measured, thresholds)
        values = (context, measured.rows, thresholds.rows)
        found["ifu_disagrees"] = stated_values.disagreeing(*values, stated_values.INSTRUCTIONS)
        found["others_disagree"] = stated_values.disagreeing(*values, stated_values.OTHERS)
    fact["values"] = fact.get("values", {}) | {"metrics": found}
    return fact


def _compared(measured: Rows, thresholds: Rows) -> dict[str, Any]:
    limits = {row["metric"]: row for row in thresholds.rows}
    results = [_result(row, limits.get(row["metric"], {})) for row in measured.rows]
    names = {row["metric"] for row in measured.rows}
    return {
        "system_version": measured.system_version,
        "results": results,
        "gaps": [gap for name in sorted(names) if (gap := _gap(name, measured.rows, limits.get(name, {})))],
        "unmeasured": sorted(set(limits) - names),
        "measured": len(measured.rows),
    }


def _result(row: dict[str, Any], limit: dict[str, Any]) -> dict[str, Any]:
    return {
        "metric": row["metric"],
        "group": row.get("group"),
        "value": row["value"],
        "minimum": limit.get("minimum"),
        "maximum": limit.get("maximum"),
        "set_on": day(limit.get("set_on")),
        "measured_on": day(row.get("measured_on")),
        "line": row["line"],
    }


def _gap(name: str, rows: list[dict[str, Any]], limit: dict[str, Any]) -> dict[str, Any] | None:
    """Return the largest difference between two groups of one metric."""
    by_group = {row["group"]: row["value"] for row in rows if row["metric"] == name and row.get("group")}
    if len(by_group) < 2:  # noqa: PLR2004 - a gap is between two
        return None
    low, high = min(by_group, key=by_group.__getitem__), max(by_group, key=by_group.__getitem__)
    largest = round(by_group[high] - by_group[low], 12)
    return {"metric": name, "largest": largest, "between": [low, high], "allowed": limit.get("largest_gap")}

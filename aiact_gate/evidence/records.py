# SPDX-License-Identifier: Apache-2.0
"""Collects the keeping of logs: a sample against its schema, and the retention that configuration sets."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import documents, log_sample, logging_config, retention
from aiact_gate.evidence.readers.structured import load_tree
from aiact_gate.evidence.sections import ReadError
from aiact_gate.evidence.states import Seen, overall, under

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.states import Fact

_OWN = frozenset({"description", "schema", "sample", "retention", "config"})


def collect(context: Context, declared: Any, pointer: str) -> Fact:
    """Return the fact of record-keeping or of a deployer's logs."""
    shape = declared if isinstance(declared, dict) else {"description": declared}
    if not _OWN & set(shape):
        shape = {"description": shape}
    values: dict[str, Any] = {}
    kept = retention.look(context, shape.get("retention"))
    parts = [Seen(kept.state, kept.file, kept.line, kept.note)]
    values |= kept.as_values()
    if context.id == "record-keeping":
        parts += _sample(context, shape, values)
    if shape.get("config") is not None:
        config = logging_config.look(context, shape["config"])
        values |= {
            "config_state": config.seen.state,
            "logging_disabled": config.disabled,
            **_place("config", config.seen),
        }
        parts.append(config.seen)
    fact = _description(context, shape, pointer, parts)
    fact["values"] = fact.get("values", {}) | values
    return fact


def _description(context: Context, shape: dict[str, Any], pointer: str, parts: list[Seen]) -> Fact:
    has_elements = bool(context.elements.of(context.id).elements)
    if shape.get("description") is not None or has_elements:
        described = documents.collect(context, shape.get("description"), f"{pointer}/description")
        parts = [Seen(described["state"], described["file"], described["line"], described.get("note", "")), *parts]
    else:
        described = {}
    state = overall([part.state for part in parts])
    worst = next((part for part in parts if part.state == state), parts[0])
    return under(Seen(state, worst.file, worst.line, worst.note), described)


def _sample(context: Context, shape: dict[str, Any], values: dict[str, Any]) -> list[Seen]:
    values |= {"logging_disabled": False, **log_sample.Tally().as_values()}
    schema, schema_seen = _schema(context, shape.get("schema"))
    opened = context.open(shape["sample"], "records") if shape.get("sample") is not None else None
    sample_seen = Seen("missing", None, 1, "The manifest names no sample of the log.")
    if opened is not None:
        sample_seen = Seen(opened.state, opened.file, 1, opened.note)
    if opened is not None and opened.readable:
        try:
            tally = log_sample.read(opened, schema)
            values |= tally.as_values()
            sample_seen = Seen(tally.state, opened.file)
        except ReadError as error:
            schema_seen = Seen(error.state, schema_seen.file, 1, error.note)
    values |= {"schema_state": schema_seen.state, "sample_state": sample_seen.state}
    values |= _place("schema", schema_seen) | _place("sample", sample_seen)
    return [schema_seen, sample_seen]


def _place(part: str, seen: Seen) -> dict[str, Any]:
    """Return where a part stands and what is wrong with it, for the sentence of the finding."""
    found: dict[str, Any] = {f"{part}_file": seen.file, f"{part}_line": seen.line}
    return found | ({f"{part}_note": seen.note} if seen.note else {})


def _schema(context: Context, declared: Any) -> tuple[Any, Seen]:
    if declared is None:
        return None, Seen("missing", None, 1, "The manifest names no schema of the log.")
    opened = context.open(declared, "config")
    if not opened.readable:
        return None, Seen(opened.state, opened.file, 1, opened.note)
    # jsonschema takes a noticeable part of a small run to import, and most systems keep no log here.
    samples: Any = importlib.import_module("aiact_gate.evidence.samples")
    try:
        return samples.Schema(load_tree(opened).value, opened.file), Seen("present", opened.file)
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return None, Seen(error.state, opened.file, 1, error.note)

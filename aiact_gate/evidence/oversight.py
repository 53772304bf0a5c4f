# SPDX-License-Identifier: Apache-2.0
"""Collects human oversight: the plan as a document, and the tests of the stop and override functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import documents, junit

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.states import Fact


def collect(context: Context, declared: Any, pointer: str) -> Fact:
    """Return the plan's elements and what the test reports say."""
    shape = declared if isinstance(declared, dict) else {"plan": declared}
    if not {"plan", "stop", "override"} & set(shape):
        shape = {"plan": shape}
    fact = documents.collect(context, shape.get("plan"), f"{pointer}/plan")
    values = fact.setdefault("values", {})
    for name in ("stop", "override"):
        if shape.get(name) is not None:
            values[name] = junit.look(context, shape[name]).as_fact()
    return fact

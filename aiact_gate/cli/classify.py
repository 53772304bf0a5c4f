# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate classify`: the argument from the manifest to the classes."""

from aiact_gate.cli.showing import showing
from aiact_gate.report import classify_text

command = showing(
    "classify",
    classify_text.render,
    classify_text.document,
    brief="Show, step by step, how each system is classified and what is still open.",
    told="Show how every AI system below PATH is classified: each step, its reason, and what is still open.",
)

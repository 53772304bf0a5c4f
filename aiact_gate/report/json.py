# SPDX-License-Identifier: Apache-2.0
"""The report as JSON: the source of every other format."""

import json

from aiact_gate.model import Report


def render(report: Report) -> str:
    """Return the report as indented JSON with a final newline; the same report gives the same bytes."""
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"

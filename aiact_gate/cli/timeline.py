# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate timeline`: which date binds which system to what."""

from aiact_gate.cli.showing import showing
from aiact_gate.report import timeline_text

command = showing(
    "timeline",
    timeline_text.render,
    timeline_text.document,
    brief="Show the dates that matter for each system.",
    told="Show the dates that matter for every AI system below PATH: what binds since when, and what is coming.",
)

# SPDX-License-Identifier: Apache-2.0
"""The report as JSON: the source of every other format."""

import json
import re
from typing import Final

from aiact_gate.model import Report

_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)


def render(report: Report) -> str:
    """Return the report as indented JSON with a final newline; the same report gives the same bytes."""
    # Letters stay as they are; what a terminal obeys or a reader cannot see is escaped, which JSON allows in texts.
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(report, indent=2, ensure_ascii=False)) + "\n"

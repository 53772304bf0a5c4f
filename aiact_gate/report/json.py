# SPDX-License-Identifier: Apache-2.0
"""The report as JSON: the source of every other format."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from aiact_gate.model import Report

_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)


_TOKENS: Final = 50_000  # a piece of about a megabyte


def render(report: Report) -> str:
    """Return the report as indented JSON with a final newline; the same report gives the same bytes."""
    return "".join(pieces(report))


def pieces(report: Report) -> Iterator[str]:
    """Yield the report piece by piece: as one text, that of thousands of systems would take gigabytes."""
    tokens = json.JSONEncoder(indent=2, ensure_ascii=False).iterencode(report)
    while piece := "".join(islice(tokens, _TOKENS)):
        # Letters stay as they are; what a terminal obeys or a reader cannot see is escaped, which JSON allows in texts.
        yield _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", piece)
    yield "\n"

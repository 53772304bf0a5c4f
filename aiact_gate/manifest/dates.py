# SPDX-License-Identifier: Apache-2.0
"""Dates of a manifest: text in the file, days since 1970-01-01 for the policies."""

import re
from datetime import date
from typing import Final

_SHAPE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_EPOCH: Final = date(1970, 1, 1).toordinal()
_YEARS: Final = range(1970, 2101)


def day(text: object) -> int | None:
    """Return the day number of an ISO date of the years 1970 to 2100, or None for anything else."""
    if not isinstance(text, str) or not _SHAPE.match(text):
        return None
    try:
        parsed = date.fromisoformat(text)
    except ValueError:
        return None
    return parsed.toordinal() - _EPOCH if parsed.year in _YEARS else None

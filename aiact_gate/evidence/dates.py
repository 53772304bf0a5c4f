# SPDX-License-Identifier: Apache-2.0
"""Dates as the rules count them: days since 1970-01-01."""

from __future__ import annotations

from datetime import date, datetime

_EPOCH = date(1970, 1, 1).toordinal()


def day(value: object) -> int | None:
    """Return the day of an ISO 8601 date or date-time, or nothing if it is none."""
    if not isinstance(value, str) or not 8 <= len(value.strip()) <= 40:  # noqa: PLR2004 - "20270101" to a full date-time
        return None
    text = value.strip()
    try:
        return datetime.fromisoformat(text).toordinal() - _EPOCH
    except ValueError:
        return None


def is_timestamp(value: object) -> bool:
    """Say whether a value is an ISO 8601 date with a time of day."""
    if not isinstance(value, str) or len(value) > 40:  # noqa: PLR2004
        return False
    try:
        datetime.fromisoformat(value.strip())
    except ValueError:
        return False
    return ":" in value or "T" in value

# SPDX-License-Identifier: Apache-2.0
"""The one clock: the date of a run enters here, and everything else counts days since 1970-01-01."""

import re
from datetime import UTC, date, datetime, timedelta

from aiact_gate.errors import UsageError

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EPOCH = date(1970, 1, 1)
_LAW_IN_FORCE = date(2026, 7, 27)  # Regulation (EU) 2026/1744, Art. 4
_FORESEEABLE = timedelta(days=731)


def today() -> date:
    """Return today in UTC; no other code of the gate reads a clock that decides anything."""
    return datetime.now(UTC).date()


def parse(text: str) -> date:
    """Read `YYYY-MM-DD`; raise UsageError for anything else."""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # a day that no calendar has, said below with the other texts that are no date
    raise UsageError(f"'{text}' is not a date", hint="write it as YYYY-MM-DD, for example 2027-12-02")


def day_number(day: date) -> int:
    """Return the number of days since 1970-01-01, the form in which dates reach the policies."""
    return (day - _EPOCH).days


def iso(number: int | None) -> str | None:
    """Return the ISO date of a day number; None stays None."""
    return None if number is None else (_EPOCH + timedelta(days=number)).isoformat()


def caveats(as_of: date, law_version: str) -> list[str]:
    """Say what a reader must know when the date lies outside the time for which the law data was written."""
    if as_of < _LAW_IN_FORCE:
        before = (
            f"{as_of.isoformat()} lies before 2026-07-27: the answer uses the law as amended by Regulation (EU) "
            f"2026/1744 (data of {law_version}) with its dates, not the text in force on that day."
        )
        return [before]
    if as_of > date.fromisoformat(law_version) + _FORESEEABLE:
        return [f"{as_of.isoformat()} lies more than two years after the law data ({law_version}): the law may move."]
    return []

# SPDX-License-Identifier: Apache-2.0
"""Reads how long logs are kept, as a number of days, from the configuration that decides it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence.readers.structured import Tree, load_trees
from aiact_gate.evidence.sections import ReadError

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.states import State

_MAX_DAYS = 1_000_000
_READ = (".yaml", ".yml", ".json", ".toml")
_DAYS_A_MONTH = 30.4375  # six months are 183 days as in the rules, twelve are a year
_SECONDS = {"day": 86400, "week": 7 * 86400, "hour": 3600, "minute": 60, "second": 1, "millisecond": 0.001}
_UNITS = {
    form: unit
    for unit, forms in {
        "millisecond": "ms milli millis millisecond milliseconds",
        "second": "s sec secs second seconds sekunde sekunden",
        "minute": "min mins minute minutes minuten",
        "hour": "h hr hrs hour hours stunde stunden heure heures",
        "day": "d day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dzień dni",
        "week": "w week weeks woche wochen semaine semaines semana semanas settimana settimane weken",
        "month": "mo month months monat monate monaten mois mes meses mese mesi maand maanden",
        "year": "y yr year years jahr jahre jahren an ans année années año años anno anni jaar",
    }.items()
    for form in forms.split()
}
_AMOUNT = re.compile(r"^\s*(\d{1,9}(?:\.\d{1,6})?)\s*([^\W\d_]*)\.?\s*$")
_ISO = re.compile(
    r"^P(?:(?P<year>\d{1,4})Y)?(?:(?P<month>\d{1,5})M)?(?:(?P<week>\d{1,5})W)?(?:(?P<day>\d{1,7})D)?"
    r"(?:T(?:(?P<hour>\d{1,9})H)?(?:(?P<minute>\d{1,9})M)?(?:(?P<second>\d{1,12})S)?)?$"
)
_KEY_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WHEN = {"d": "day", "midnight": "day", "h": "hour", "m": "minute", "s": "second"}


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days, from which line of which file, or why it cannot be told."""

    state: State
    days: int | None = None
    file: str | None = None
    line: int = 1
    note: str = ""

    def as_values(self) -> dict[str, Any]:
        """Return the values of the fact."""
        values: dict[str, Any] = {
            "retention_days": self.days,
            "retention_state": self.state,
            "retention_file": self.file,
            "retention_line": self.line,
        }
        if self.note:
            values["retention_note"] = self.note
        return values


def look(context: Context, declared: Any) -> Retention:
    """Return the retention that the declared key of the declared file sets."""
    if not isinstance(declared, dict):
        return Retention("missing", note="The manifest names no file and key for the retention.")
    opened = context.open(declared.get("file"), "config")
    key = declared.get("key")
    if not opened.readable:
        return Retention(opened.state, None, opened.file, 1, opened.note)
    if not isinstance(key, str) or not key:
        return Retention("missing", None, opened.file, 1, "The manifest names no key for the retention.")
    try:
        trees = _trees(opened)
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return Retention(error.state, None, opened.file, 1, error.note)
    found = [one for tree in trees if (one := _at_key(tree, key, opened))]
    if not found:
        return Retention("missing", None, opened.file, 1, f"{opened.file} has no key {key[:120]}.")
    return min(found, key=_days)  # of several documents the one that keeps logs shortest


def _days(one: Retention) -> int:
    return -1 if one.days is None else one.days


def _trees(opened: Opened) -> list[Tree]:
    if not (opened.file or "").lower().endswith(_READ):
        note = f"{opened.file} has a format of which no retention is read; YAML, JSON, TOML and Terraform in JSON are."
        raise ReadError("unreadable", note)
    return load_trees(opened)


def _at_key(tree: Tree, key: str, opened: Opened) -> Retention | None:
    path = find(tree.value, key)
    if path is None:
        return None
    line = next((tree.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in tree.lines), 1)
    days, note = days_of(tree, path)
    return Retention("present" if days is not None else "unreadable", days, opened.file, line, note)


def find(value: Any, dotted: str) -> tuple[str, ...] | None:
    """Return the path of a dotted key; a key that holds dots itself is found too."""
    if not dotted:
        return ()
    if isinstance(value, dict):
        names = {str(name): inner for name, inner in value.items()}
        parts = dotted.split(".")[:40]
        for end in range(len(parts), 0, -1):
            name = ".".join(parts[:end])
            if name in names:
                below = find(names[name], ".".join(parts[end:]))
                if below is not None:
                    return (name, *below)
    if isinstance(value, list):
        head, _, rest = dotted.partition(".")
        if head.isdecimal() and int(head[:9]) < len(value):
            below = find(value[int(head[:9])], rest)
            return None if below is None else (head, *below)
        if len(value) == 1:  # Terraform in JSON writes a block with or without a list around it
            below = find(value[0], dotted)
            return None if below is None else ("0", *below)
    return None


def days_of(tree: Tree, path: tuple[str, ...]) -> tuple[int | None, str]:
    """Return the days that a value means, with its unit from the value, the key or the log handler around it."""
    value, around = _at(tree.value, path)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None, f"{path[-1]} holds no length of time."
    text = str(value).strip()
    if text == "0" and path[-1] == "retention_in_days" and "aws_cloudwatch_log_group" in path:
        return _MAX_DAYS, ""  # there 0 means that nothing is ever deleted
    iso = _ISO.match(text)
    if iso and len(text) > 1:
        return _bounded(sum(_in_days(float(amount), unit) for unit, amount in iso.groupdict().items() if amount))
    return _amount(text, path, around)


def _amount(text: str, path: tuple[str, ...], around: Any) -> tuple[int | None, str]:
    amount = _AMOUNT.match(text)
    if "${" in text:
        return None, f"“{text[:60]}” is an expression, whose value is not known here; write the number of days."
    if not amount:
        return None, f"“{text[:60]}” is no length of time; write “190 days”, “6 months” or “P6M”."
    unit = _UNITS.get(amount[2].casefold()) if amount[2] else _unit_of_key(path)
    number = float(amount[1])
    if unit is None and not amount[2] and isinstance(around, dict):
        unit, factor = _unit_of_handler(path[-1], around)
        number *= factor
    if unit is None:
        return None, f"“{text[:60]}” has no unit; write “{text[:20]} days” or name the key retention_days."
    return _bounded(_in_days(number, unit))


def _at(value: Any, path: tuple[str, ...]) -> tuple[Any, Any]:
    around: Any = None
    for name in path:
        around = value
        value = value[int(name)] if isinstance(value, list) else {str(key): inner for key, inner in value.items()}[name]
    return value, around


def _bounded(days: float) -> tuple[int | None, str]:
    whole = min(int(days), _MAX_DAYS)
    if whole <= 0:
        return None, "A retention under one day does not say how long logs are kept."
    return whole, ""


def _in_days(amount: float, unit: str) -> float:
    if unit == "year":
        return amount * 365
    if unit == "month":
        years, months = divmod(amount, 12)
        return years * 365 + -(-months * _DAYS_A_MONTH // 1)
    return amount * _SECONDS[unit] / 86400


def _unit_of_key(path: tuple[str, ...]) -> str | None:
    words = [word.casefold() for word in _KEY_WORD.findall(path[-1])]
    return next((_UNITS[word] for word in reversed(words) if word in _UNITS and len(word) > 1), None)


def _unit_of_handler(key: str, around: dict[Any, Any]) -> tuple[str | None, float]:
    """Return the unit of `backupCount` in Python's TimedRotatingFileHandler: its `when` times its `interval`."""
    if key != "backupCount":
        return None, 1
    when = str(around.get("when", "h")).casefold()
    interval = around.get("interval", 1)
    factor = float(interval) if isinstance(interval, int | float) and 0 < interval < _MAX_DAYS else 1.0
    if when.startswith("w") and len(when) == 2:  # noqa: PLR2004 - w0 to w6: a weekday
        return "week", 1.0
    return _WHEN.get(when), factor

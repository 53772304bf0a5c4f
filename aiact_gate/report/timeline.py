# SPDX-License-Identifier: Apache-2.0
"""The due dates of a system's obligations relative to the day of the report, as an inline SVG drawing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from aiact_gate.model import Obligation, Status
from aiact_gate.report.words import plural

GROUPS: Final[dict[str, tuple[Status, ...]]] = {
    "satisfied": ("met",),
    "open": ("unmet", "undetermined", "not_covered"),
    "coming": ("upcoming", "conditional"),
    "other": ("standing", "waived", "not_applicable"),
}
"""The parts of a bar, from the axis upwards; each is a class of the style sheet."""

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WIDTH, _MARGIN, _TOP, _BAR_HEIGHT, _BAR_WIDTH = 760, 44, 44, 84, 22
_AXIS: Final = _TOP + _BAR_HEIGHT
_LABEL_WIDTH, _LABEL_HEIGHT, _FIRST_LABEL = 84, 20, 38
_MAX_YEARS: Final = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """One due date, and how many obligations of each group fall on it."""

    day: date
    groups: dict[str, int]

    @property
    def total(self) -> int:
        """Return the number of obligations that fall due on this day."""
        return sum(self.groups.values())

    def told(self) -> str:
        """Return the mark as a sentence, for those who do not see it."""
        parts = ", ".join(f"{count} {name}" for name, count in self.groups.items() if count)
        return f"{day_text(self.day)}: {plural(self.total, 'obligation')}, {parts}"


def read_day(text: str | None) -> date | None:
    """Return the day of an ISO date, or None if there is none of that name."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def day_text(day: date) -> str:
    """Return a day as people write it: 2 Dec 2027."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def marks(obligations: Iterable[Obligation]) -> list[Mark]:
    """Return the due dates in order."""
    by_day: dict[date, Counter[str]] = {}
    group_of = {status: name for name, statuses in GROUPS.items() for status in statuses}
    for duty in obligations:
        if day := read_day(duty["due"]):
            by_day.setdefault(day, Counter())[group_of[duty["status"]]] += 1
    return [Mark(day, {name: by_day[day][name] for name in GROUPS}) for day in sorted(by_day)]


def svg(obligations: Iterable[Obligation], as_of: str, ident: str) -> str:
    """Return the drawing, or nothing where no obligation has a date; `ident` makes its ids unique in a document."""
    shown, today = marks(obligations), read_day(as_of)
    if not shown or today is None:
        return ""
    scale = _Scale.over([today, *(mark.day for mark in shown)])
    levels = _levels([scale.x(mark.day) for mark in shown])
    height = _AXIS + _FIRST_LABEL + (max(levels) + 1) * _LABEL_HEIGHT + 4
    told = ". ".join(mark.told() for mark in shown)
    tallest = max(mark.total for mark in shown)
    parts = [
        f'<svg class="timeline" role="img" viewBox="0 0 {_WIDTH} {height}" aria-labelledby="{ident}-t {ident}-d">',
        f'<title id="{ident}-t">Due dates relative to {day_text(today)}</title>',
        f'<desc id="{ident}-d">{escape(told)}</desc>',
        *_years(scale),
        f'<line class="axis" x1="{_MARGIN // 2}" x2="{_WIDTH - _MARGIN // 2}" y1="{_AXIS}" y2="{_AXIS}"/>',
        *_today(scale.x(today), today),
        *(line for mark, level in zip(shown, levels, strict=True) for line in _bar(mark, level, scale, tallest)),
        "</svg>",
    ]
    return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    @classmethod
    def over(cls, days: list[date]) -> "_Scale":
        first, last = min(days).toordinal(), max(days).toordinal()
        spare = 0 if last - first > 60 else 180  # noqa: PLR2004 -- days; one date alone stands in the middle
        return cls(first - spare, last + spare)

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)


def _levels(positions: list[float]) -> list[int]:
    """Return for each label the highest row in which it does not touch another."""
    ends: list[float] = []
    levels = []
    for x in positions:
        level = next((row for row, end in enumerate(ends) if end <= x - _LABEL_WIDTH / 2), len(ends))
        ends[level : level + 1] = [x + _LABEL_WIDTH / 2]
        levels.append(level)
    return levels


def _bar(mark: Mark, level: int, scale: _Scale, tallest: int) -> Iterator[str]:
    x, y = scale.x(mark.day), float(_AXIS)
    left = round(x - _BAR_WIDTH / 2, 1)
    label_y = _AXIS + _FIRST_LABEL + level * _LABEL_HEIGHT
    yield f'<line class="leader" x1="{x}" x2="{x}" y1="{_AXIS + 21}" y2="{label_y - 11}"/>'
    for name, count in mark.groups.items():
        if count:
            size = round(max(count / tallest * _BAR_HEIGHT, 4), 1)
            y = round(y - size, 1)
            yield f'<rect class="{name}" x="{left}" y="{y}" width="{_BAR_WIDTH}" height="{size}"/>'
    yield f'<text class="count" x="{x}" y="{round(y - 5, 1)}">{mark.total}</text>'
    yield f'<text class="day" x="{_inside(x)}" y="{label_y}">{day_text(mark.day)}</text>'


def _inside(x: float) -> float:
    return min(max(x, _LABEL_WIDTH / 2), _WIDTH - _LABEL_WIDTH / 2)


def _today(x: float, today: date) -> Iterator[str]:
    yield f'<line class="today" x1="{x}" x2="{x}" y1="20" y2="{_AXIS + 6}"/>'
    yield f'<text class="today-label" x="{_inside(x)}" y="13">{day_text(today)}</text>'


def _years(scale: _Scale) -> Iterator[str]:
    first, last = date.fromordinal(max(scale.first, 1)).year + 1, date.fromordinal(scale.last).year
    for year in range(first, last + 1, max(1, (last - first) // _MAX_YEARS)):
        x = scale.x(date(year, 1, 1))
        yield f'<line class="year" x1="{x}" x2="{x}" y1="{_TOP}" y2="{_AXIS + 5}"/>'
        yield f'<text class="year-label" x="{x}" y="{_AXIS + 17}">{year}</text>'

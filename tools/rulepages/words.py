# SPDX-License-Identifier: Apache-2.0
"""Words and pieces of Markdown that the pages share."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from aiact_gate.policy.law import Law

MADE: Final = "<!-- Written by tools/rule_pages.py; change the rule, the law data or the tool, and run it. -->"
SEVERITY: Final = {
    "error": "blocks the release once the duty is due",
    "warning": "warns and does not block",
    "note": "is told and does not change the verdict",
}
_DATES: Final = {
    "date": "{}",
    "formal": "by the letter of Art. 113 from {}",
    "annex_iii": "{} for systems of Annex III",
    "annex_i_a": "{} for products of Annex I Section A",
}
_LEGACY: Final = {
    "L-HR": "Earlier systems: Art. 111(2).",
    "L-50-2": "Earlier systems: Art. 111(4).",
    "L-GPAI": "Earlier models: Art. 111(3).",
}
_PLACE: Final = re.compile(r"Arts?\.? ?(\d+[a-z]?(?:[\d(),\w -]*)?)|Annex(?:es)? ([IVX]+(?:, [IVX]+)*)")


def dates(profile: Mapping[str, str]) -> str:
    """Return from when a profile binds, and what holds for what came earlier."""
    told = "; ".join(words.format(profile[key]) for key, words in _DATES.items() if key in profile)
    if "amended" in profile:
        told += f", as amended since {profile['amended']}"
    return ". ".join(filter(None, [told, _LEGACY.get(profile.get("legacy", ""), "").rstrip(".")])) + "."


def fine(law: Law, key: str) -> str:
    """Return the upper frame of a fine, with the article it comes from."""
    frame = law.penalty(key)
    parts = [f"EUR {frame['max_eur']:,}"] if frame["max_eur"] is not None else []
    if frame["max_turnover_pct"] is not None:
        parts.append(f"{frame['max_turnover_pct']:g} % of worldwide annual turnover")
    if not parts:
        return f"no frame of the Union ({frame['basis']})"
    return f"up to {' or '.join(parts)} ({frame['basis']}; {frame['rule']})"


def places(provisions: Iterable[str]) -> list[str]:
    """Return the articles and annexes that provisions name, without their paragraphs."""
    found: dict[str, None] = {}
    for provision in provisions:
        text = re.sub(r"\([^()]*\([^()]*\)[^()]*\)", "", provision)  # Directive (EU) of another act
        for articles, annexes in _PLACE.findall(text):
            numbers = re.findall(r"(?:^|, |and )(\d+[a-z]?)(?=[\s(,]|$)", re.sub(r"\([^)]*\)", "()", articles))
            found |= dict.fromkeys(f"Art. {number}" for number in numbers)
            found |= dict.fromkeys(f"Annex {number}" for number in annexes.split(", ") if number)
    return list(found)


def place_order(place: str) -> tuple[int, int, str]:
    """Order places as in the Act: articles by number, then annexes."""
    kind, _, number = place.partition(" ")
    if kind == "Annex":
        return (1, _roman(number), "")
    digits = re.match(r"\d+", number)
    return (0, int(digits[0]) if digits else 0, number)


def _roman(number: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in number]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def cell(text: str) -> str:
    """Return text for one cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ").strip()


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table."""
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    return [*lines, *(f"| {' | '.join(map(cell, row))} |" for row in rows)]


def code(text: str, language: str) -> list[str]:
    """Return a block of code, fenced so that fences inside of it stay text."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return [f"{fence}{language}", text.rstrip("\n"), fence]


def sources(law: Law, names: Iterable[str]) -> list[str]:
    """Return the addresses that the law data gives for its statements, each once."""
    known: Mapping[str, Any] = law.data["edition"]["sources"]
    return list(dict.fromkeys(known.get(name, name) for name in names))

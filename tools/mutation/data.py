# SPDX-License-Identifier: Apache-2.0
"""Mutants of the data of the law: dates, numbers, profiles, defaults, carve-outs and what lists name."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from tools.mutation.mutant import Mutant

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_LARGE: Final = 1e20  # adding one to a float of this size changes nothing
# Words for people, and where a datum comes from: they decide nothing.
_WORDS: Final = frozenset(
    {
        "title", "text", "note", "meaning", "source", "sources", "remediation", "applies_when", "confidence", "group",
        "question", "cautious", "strict", "rule", "edition", "amended_2026", "kind_note", "provisions", "titles",
        "anchor", "provision", "ref", "roles",
    }
)  # fmt: skip
_FILES: Final = (
    "deadlines", "exits", "facts", "families", "obligations", "penalties", "questions", "readings", "thresholds",
    "transitions",
)  # fmt: skip
_PROFILES: Final = {
    "HR": "HR-III", "HR-III": "HR", "HR-IA": "HR", "S5": "HR", "S5-III": "S5", "CH9": "CH9-ALL", "CH9-ALL": "CH9",
    "P-OLD": "P-NEW", "P-NEW": "P-OLD", "T50": "T50-2", "T50-2": "T50", "T50-5": "T50", "GPAI": "GPAI-ENF",
    "GPAI-ENF": "GPAI", "LIT": "T50", "4A": "LIT", "CH6": "CH9-ALL", "LEG": "LIT",
}  # fmt: skip


_DECIDING: Final = frozenset({"basis", "kind", "legacy", "disputed"})
_GONE: Final = object()


def mutants(policies: Path) -> Iterator[Mutant]:
    """Yield every mutant of the data; each changed file is written anew, in the same order."""
    for name in _FILES:
        path = policies / "data" / f"{name}.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        for keys, kind, put in _places(data, ()):
            if name == "facts" and kind in {"word", "member"}:
                continue  # how a fact is written, which the schema of the manifest says as well
            yield _mutant(f"data/{name}.json", data, keys, kind, put)
        if name == "deadlines":
            for keys, kind, put in _swapped_profiles(data[name]):
                yield _mutant(f"data/{name}.json", data, (name, *keys), kind, put)


def _mutant(file: str, data: Any, keys: tuple[Any, ...], kind: str, put: object) -> Mutant:
    copy = json.loads(json.dumps(data))
    *parents, last = keys
    place = copy
    for key in parents:
        place = place[key]
    old = place[last]
    if put is _GONE:
        del place[last]
    else:
        place[last] = put
    where = ".".join(str(key) for key in (keys[1:-1] if put is _GONE and isinstance(last, int) else keys[1:]))
    what = f"without {json.dumps(old)[:60]}" if put is _GONE else f"{json.dumps(old)} -> {json.dumps(put)}"
    return Mutant(file, 1, kind, f"{where}: {what}", json.dumps(copy, indent=1))


def _places(value: Any, keys: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str, object]]:
    if isinstance(value, dict):
        for key, member in value.items():
            if key in _WORDS and keys:
                continue
            yield from _places(member, (*keys, key))
            if _entry(keys):
                yield (*keys, key), "entry", _GONE
    elif isinstance(value, list):
        if keys[-1] == "elements":
            return  # the elements of a document are asked for one by one in the tests of its rule
        for index, member in enumerate(value):
            if isinstance(member, list):
                yield from _places(member, (*keys, index))
            yield (*keys, index), "member", _GONE
    else:
        yield from ((keys, kind, put) for kind, put in _flips(value, keys[-1]))


def _entry(keys: tuple[Any, ...]) -> bool:
    return keys[:1] in {("annex_iii_exits",), ("transitions",)} and len(keys) == 1


def _flips(value: object, key: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, bool):
        yield "truth", not value
    elif isinstance(value, int | float):
        if abs(value) > _LARGE:
            yield from (("number", value * 1.0000001), ("number", value * 0.9999999))
        else:
            yield from (("number", value + 1), ("number", value - 1))
    elif isinstance(value, str) and _DATE.match(value):
        day = date.fromisoformat(value)
        yield from (("date", (day + timedelta(days=by)).isoformat()) for by in (1, -1))
    elif key == "profile" and value in _PROFILES:
        yield "profile", _PROFILES[str(value)]
    elif key == "default":
        yield "default", False if value is None else None
    elif key == "trigger":
        yield "trigger", _GONE
    elif key in _DECIDING and isinstance(value, str):
        yield "word", "none" if value != "none" else "L-HR"


def _swapped_profiles(table: dict[str, dict[str, Any]]) -> Iterator[tuple[tuple[Any, ...], str, object]]:
    """Yield profiles in which the dates of the two classes have changed places."""
    for name, profile in table.items():
        if {"annex_iii", "annex_i_a"} <= profile.keys():
            swapped = {**profile, "annex_iii": profile["annex_i_a"], "annex_i_a": profile["annex_iii"]}
            yield (name,), "swapped dates", swapped

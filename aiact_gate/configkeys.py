# SPDX-License-Identifier: Apache-2.0
"""The keys of a configuration, and for each the question whether a value can be right."""

import difflib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from aiact_gate import profiles
from aiact_gate.resources import policies_dir
from aiact_gate.waivers import MAX_DAYS

_MAX_LEAD: Final = 3650


def suggested(word: str, words: Iterator[str] | Sequence[str] | Mapping[str, Any]) -> str:
    """Return the known word that is nearest, or all of them."""
    known = list(words)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


_Fault = tuple[str, str, str]
"""The inner key if there is one, what is wrong, and how to mend it."""
_Check = Callable[[Any], Iterator[_Fault]]


def _word(words: Callable[[], Sequence[str]], value: Any) -> Iterator[_Fault]:
    if not isinstance(value, str) or value not in words():
        yield "", f"is {value!r}, which is not known", suggested(str(value), words())


def _number(low: int, high: int, value: Any) -> Iterator[_Fault]:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        yield "", f"is {value!r}", f"write a whole number from {low} to {high}"


def _filled(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, str) or not value.strip():
        yield "", "is not a text", "put it in quotes"


def _texts(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        yield "", "is not a list of texts", 'write it like ["one", "two"]'


def _outputs(value: Any) -> Iterator[_Fault]:
    yield from (faults := list(_texts(value)))
    if not faults:
        yield from (("", f"holds {item!r}", "write FORMAT=PATH") for item in value if not re.match(r"\w+=.", item))


def _severity(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, dict):
        yield "", "is not a table", 'write severity = {"family/rule" = "error"}'
        return
    for rule, wanted in value.items():
        if wanted not in ("error", "warning"):
            yield rule, f"of {rule} is {wanted!r}", "a severity is raised to error or warning"


def _readings(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, dict):
        yield "", "is not a table", 'write readings = {U1 = "strict"}'
        return
    known = json.loads((policies_dir() / "data" / "readings.json").read_text(encoding="utf-8"))["readings"]
    for name, wanted in value.items():
        if name not in known:
            yield name, f"names {name}, which is no disputed provision", suggested(name, known)
        elif wanted not in ("cautious", "strict"):
            yield name, f"of {name} is {wanted!r}", "a reading is cautious or strict"
        elif known[name][wanted] is None:
            yield name, f"of {name} cannot be {wanted}: the gate knows one reading of it", "leave it out"


KEYS: Final[dict[str, _Check]] = {
    "paths": _texts,
    "exclude": _texts,
    "fail_on": partial(_word, lambda: ["block", "warn"]),
    "lead_days": partial(_number, 0, _MAX_LEAD),
    "engine": partial(_word, lambda: ["auto", "embedded", "opa"]),
    "opa_url": _filled,
    "opa_ca": _filled,
    "opa_cert": _filled,
    "opa_key": _filled,
    "outputs": _outputs,
    "readings": _readings,
    "profile": partial(_word, profiles.names),
    "severity": _severity,
    "policies": _texts,
    "waivers": _filled,
    "max_waiver_days": partial(_number, 1, MAX_DAYS),
}

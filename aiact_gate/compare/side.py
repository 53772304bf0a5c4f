# SPDX-License-Identifier: Apache-2.0
"""One system as one of two trees has it, and how a place in it is named."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiact_gate.manifest.answers import Answers
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.problem import Position
from aiact_gate.model import System
from aiact_gate.prepare import Prepared, Rejected

_SHOWN: Final = 80
_NO_ANSWER: Final = "no answer"


@dataclass(frozen=True, slots=True)
class Side:
    """What the report says of a system, and, where its manifest could be read, what was answered and where."""

    system: System
    manifest: Manifest | None
    answers: Answers | None

    @classmethod
    def of(cls, item: Prepared | Rejected, system: System) -> "Side":
        """Return a side without the input of the policies, which is large and no longer needed."""
        return cls(system, item.manifest, item.answers if isinstance(item, Prepared) else None)


@dataclass(frozen=True, slots=True)
class Pair:
    """A system before and after; both manifests could be read. `ref` names the tree of the past."""

    ref: str
    before: Side
    after: Side
    was: Manifest
    now: Manifest
    said: Answers
    says: Answers

    @classmethod
    def of(cls, ref: str, before: Side, after: Side) -> "Pair | None":
        """Return the pair, or None where one side could not be read."""
        if before.manifest is None or after.manifest is None or before.answers is None or after.answers is None:
            return None
        return cls(ref, before, after, before.manifest, after.manifest, before.answers, after.answers)

    def places(self, pointer: str, old_pointer: str | None = None) -> str:
        """Name the line of today and the line of the past."""
        old = self.was.locate(pointer if old_pointer is None else old_pointer)
        return f"{self.now.rel}:{self.now.locate(pointer).line}, before {self.ref}:{self.was.rel}:{old.line}"

    def turned(self, pointer: str) -> str:
        """Say from what an answer turned into what, as both stand in their files."""
        return f"{shown(value_at(self.was.data, pointer))} → {shown(value_at(self.now.data, pointer))}"


@dataclass(frozen=True, slots=True)
class Weakening:
    """One change that asks for less; `key` tells it from another of its kind in the same system."""

    code: str
    message: str
    file: str
    position: Position
    key: str


def value_at(data: Any, pointer: str) -> Any:
    """Return what stands at a pointer, or None."""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(data, Mapping):
            data = data.get(key)
        elif isinstance(data, list) and key.isdigit() and int(key) < len(data):
            data = data[int(key)]
        else:
            return None
    return data


def shown(value: Any) -> str:
    """Return an answer in few characters."""
    if value is None:
        return _NO_ANSWER
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def dotted(pointer: str) -> str:
    """Return a pointer as people write it: `transparency.generates`."""
    return pointer.removeprefix("/").replace("/", ".").replace("~1", "/").replace("~0", "~")

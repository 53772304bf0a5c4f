# SPDX-License-Identifier: Apache-2.0
"""Which rules of a company are other ones than before: whether they ask for less, only a person can tell."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from aiact_gate.compare.side import Weakening
from aiact_gate.manifest.problem import Position
from aiact_gate.policy.files import MAX_BYTES, modules_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from aiact_gate.compare.decided import Decided

_CODE: Final = "changes/rule-changed"


def changed(ref: str, was: Decided, now: Decided) -> Iterator[Weakening]:
    """Yield one change for each file of rules that is gone or says something else; a new one can only add."""
    for rel, folder in was.policies.items():
        for name in sorted(modules_of(folder)):
            file = f"{rel}/{name}"
            old, new = was.file(was.root / file), now.file(was.root / file)
            if old is None:
                continue
            if new is None:
                told = f"a file of rules was removed ({file} is gone, before {ref}:{file}:1)"
                yield Weakening(_CODE, told, file, Position(1, 1), file)
            elif line := _differs(old, new):
                told = f"a file of rules was changed; it may ask for less ({file}:{line}, before {ref}:{file}:{line})"
                yield Weakening(_CODE, told, file, Position(line, 1), file)


def _differs(old: Path, new: Path) -> int:
    """Return the first line in which two files differ, or 0."""
    pairs = zip_longest(_lines(old), _lines(new))
    return next((number for number, (was, now) in enumerate(pairs, 1) if was != now), 0)


def _lines(path: Path) -> list[bytes]:
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1).splitlines()

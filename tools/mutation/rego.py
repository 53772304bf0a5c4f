# SPDX-License-Identifier: Apache-2.0
"""Mutants of Rego: comparisons, truth values, the three-valued operators, and what stands in lists and bodies."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tools.mutation.mutant import Mutant

FOLDERS: Final = ("classify", "lib")
# The self-test compares engines with each other and states nothing of the law.
_LEFT_OUT: Final = frozenset({"selftest.rego"})
_NOISE: Final = re.compile(r'#[^\n]*|"(?:\\.|[^"\\])*"|`[^`]*`')
_SWAPS: Final = (
    ("comparison", re.compile(r" == "), " != "),
    ("comparison", re.compile(r" != "), " == "),
    ("comparison", re.compile(r" < "), " <= "),
    ("comparison", re.compile(r" <= "), " < "),
    ("comparison", re.compile(r" > "), " >= "),
    ("comparison", re.compile(r" >= "), " > "),
    ("truth", re.compile(r"\btrue\b"), "false"),
    ("truth", re.compile(r"\bfalse\b"), "true"),
    ("operator", re.compile(r"\blogic\.all\("), "logic.any("),
    ("operator", re.compile(r"\blogic\.any\("), "logic.all("),
    ("operator", re.compile(r"\blogic\.no\("), "("),
    ("operator", re.compile(r"\bnot (?=[a-z_])"), ""),
    ("operator", re.compile(r"\bmin\("), "max("),
    ("operator", re.compile(r"\bmax\("), "min("),
)
_ARRAY: Final = re.compile(r"(?<=[\s(,\[])\[")
# What is joined to a sentence decides nothing.
_SENTENCE: Final = re.compile(r'concat\("_*", $')
_BINDS: Final = re.compile(r":=|\bsome\b|\bevery\b|[{}(\[]$|^[\])}]|,$|^default\b")


class _Edit(NamedTuple):
    start: int
    end: int
    put: str
    kind: str


def mutants(policies: Path) -> Iterator[Mutant]:
    """Yield every mutant of the classification and of its library."""
    for folder in FOLDERS:
        for path in sorted((policies / folder).rglob("*.rego")):
            if not path.name.endswith("_test.rego") and path.name not in _LEFT_OUT:
                text = path.read_text(encoding="utf-8")
                yield from _of(path.relative_to(policies).as_posix(), text)


def _of(file: str, text: str) -> Iterator[Mutant]:
    # Comments and strings keep their length and lose their words, so that only code is changed.
    code = _NOISE.sub(lambda found: '"' + "_" * (len(found[0]) - 2) + '"', text)
    for edit in (*_swapped(code), *_shorter_arrays(code), *_shorter_bodies(code)):
        changed = text[: edit.start] + edit.put + text[edit.end :]
        line = text.count("\n", 0, edit.start) + 1
        yield Mutant(file, line, edit.kind, _told(text, edit), changed)


def _told(text: str, edit: _Edit) -> str:
    start = text.rfind("\n", 0, edit.start) + 1
    end = text.find("\n", edit.end)
    around = " ".join(text[start:end].split())
    old, new = " ".join(text[edit.start : edit.end].split()), edit.put.strip()
    return f"`{old}` -> `{new}` in `{around}`" if new else f"without `{old}` in `{around}`"


def _swapped(code: str) -> Iterator[_Edit]:
    for kind, pattern, put in _SWAPS:
        for found in pattern.finditer(code):
            yield _Edit(found.start(), found.end(), put, kind)


def _shorter_arrays(code: str) -> Iterator[_Edit]:
    """Yield literals of arrays without one of their members; comprehensions and indices are no literals."""
    for opening in _ARRAY.finditer(code):
        members = _members(code, opening.start())
        spoken = _SENTENCE.search(code[max(opening.start() - 20, 0) : opening.start()])
        if len(members) > 1 and not spoken:
            for number, (start, end) in enumerate(members):
                last = number == len(members) - 1
                cut = (members[number - 1][1], end) if last else (start, members[number + 1][0])
                yield _Edit(*cut, "", "member")


def _members(code: str, opening: int) -> list[tuple[int, int]]:
    """Return where the members of an array stand, without the space around them; none for a comprehension."""
    depth, start, found = 0, opening + 1, []
    for place in range(opening, len(code)):
        sign = code[place]
        if sign in "[({":
            depth += 1
        elif sign in "])}":
            depth -= 1
        elif sign == "|" and depth == 1:
            return []
        if (sign == "," and depth == 1) or depth == 0:
            part = code[start:place]
            if part.strip():
                left = start + len(part) - len(part.lstrip())
                found.append((left, left + len(part.strip())))
            start = place + 1
        if depth == 0:
            break
    return found


def _shorter_bodies(code: str) -> Iterator[_Edit]:
    """Yield bodies of rules without one of their conditions; lines that bind a name are needed by others."""
    inside, conditions = False, []
    for found in re.finditer(r"(?m)^.*$", code):
        line = found[0]
        if re.search(r"\bif \{$", line):
            inside, conditions = True, []
        elif inside and line.startswith("}"):
            if len(conditions) > 1:
                yield from (_Edit(start, end + 1, "", "condition") for start, end in conditions)
            inside = bool(re.search(r"\bif \{$", line))
            conditions = []
        elif inside and line.startswith("\t") and not line.startswith("\t\t") and not _BINDS.search(line.strip()):
            conditions.append((found.start(), found.end()))

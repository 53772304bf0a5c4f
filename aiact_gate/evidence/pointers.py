# SPDX-License-Identifier: Apache-2.0
"""Follows a section that only says "See other.md" to the file it names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from aiact_gate.evidence import placeholder, vocabulary
from aiact_gate.evidence.locate import slug
from aiact_gate.evidence.sections import ReadError, Section, read_document
from aiact_gate.evidence.states import Seen

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context

_MAX_TEXT = 600
_MAX_OTHER_WORDS = 8
_LINK = re.compile(r"\[[^\[\]]{0,200}\]\(\s{0,4}<?([^()<>\s]{1,400})>?(?:\s[^()]{0,200})?\)")
_BARE = re.compile(
    r"(?<![\w/])`?((?:[\w.-]{1,100}/){0,12}[\w-][\w.-]{0,100}\.[A-Za-z]{1,5}(?:#[\w.-]{1,100})?)`?(?![\w/])"
)


def targets(text: str) -> list[str]:
    """Return the files a text does nothing but point at, or nothing if it says something itself."""
    visible = " ".join(placeholder.strip_hints(text).split())
    if not visible or len(visible) > _MAX_TEXT:
        return []
    links = _LINK.findall(visible)
    rest = _LINK.sub(" ", visible)
    bare = [] if links else _BARE.findall(rest)
    rest = _BARE.sub(" ", rest)
    left = vocabulary.words(rest)
    if not (links or bare) or len(left) > _MAX_OTHER_WORDS or (left and not _points(" ".join(left))):
        return []
    return [unquote(target) for target in (links or bare)]


def _points(text: str) -> bool:
    return any(
        text == opening or text.startswith(f"{opening} ") or text.endswith(f" {opening}") for opening in _openings()
    )


@cache
def _openings() -> tuple[str, ...]:
    return tuple(vocabulary.plain(opening) for opening in vocabulary.load("placeholders")["pointers"])


def follow(context: Context, target: str, beside: str, line: int) -> tuple[Seen, str]:
    """Return what the file or heading behind a pointer is worth, and its text; a pointer further is worth nothing."""
    path, _, fragment = target.partition("#")
    opened = context.open(path or PurePosixPath(beside).name, beside=beside)
    if not opened.readable:
        return Seen(opened.state, beside, line, f"It refers to another file: {opened.note}"), ""
    try:
        document = read_document(opened)
    except ReadError as error:
        return Seen(error.state, beside, line, f"It refers to another file: {error.note}"), ""
    section = _section(document.root, fragment) if fragment else document.root
    if section is None:
        return Seen("missing", beside, line, f"It refers to #{fragment}, which {opened.file} does not have."), ""
    text = "\n\n".join(part.text for part in section.walk())
    if targets(text):
        return Seen("placeholder", opened.file, section.line, f"{opened.file} only refers further."), ""
    verdict = placeholder.assess(text, [part.title for part in section.walk()], asked=placeholder.Asked())
    return Seen(verdict.state, opened.file, section.line, verdict.note), text


def _section(root: Section, fragment: str) -> Section | None:
    wanted = slug(fragment)
    for section in root.walk():
        if wanted and wanted in {slug(name) for name in (section.title, *section.anchors)}:
            return section
    return None

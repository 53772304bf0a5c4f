# SPDX-License-Identifier: Apache-2.0
"""A document as a tree of sections, whatever its format, and the registry of the readers."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Protocol

from aiact_gate.evidence.own_reports import says_so

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.states import State

# A reader is a module with `read(opened) -> Document`; it is imported when the first file of its kind is met.
READERS: dict[str, str] = {
    ".md": "aiact_gate.evidence.readers.markdown",
    ".markdown": "aiact_gate.evidence.readers.markdown",
    ".txt": "aiact_gate.evidence.readers.markdown",
    ".rst": "aiact_gate.evidence.readers.rst",
    ".html": "aiact_gate.evidence.readers.html",
    ".htm": "aiact_gate.evidence.readers.html",
    ".docx": "aiact_gate.evidence.readers.docx",
    ".pdf": "aiact_gate.evidence.readers.pdf",
    ".csv": "aiact_gate.evidence.readers.table",
    ".yaml": "aiact_gate.evidence.readers.structured",
    ".yml": "aiact_gate.evidence.readers.structured",
    ".json": "aiact_gate.evidence.readers.structured",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a record: a text to judge, or a value of a closed kind, a file, or what is wrong with it."""

    text: str
    line: int
    where: str
    typed: bool = False
    datum: bool = False
    file: bool = False
    fault: tuple[State, str] | None = None
    origin: str = ""


@dataclass(slots=True)
class Section:
    """A heading with what stands under it; a section without a title is a part marked by an anchor or a letter."""

    title: str
    level: int
    line: int
    text: str = ""
    anchors: tuple[str, ...] = ()
    label: str = ""
    children: list[Section] = field(default_factory=list)
    leaves: tuple[Leaf, ...] = ()

    def line_at(self, offset: int) -> int:
        """Return the line of a place in the text, which begins below the heading."""
        return self.line + bool(self.title) + self.text.count("\n", 0, offset)

    def walk(self) -> list[Section]:
        """Return this section and all below it, in document order."""
        found: list[Section] = []
        waiting = [self]
        while waiting:
            section = waiting.pop()
            found.append(section)
            waiting.extend(reversed(section.children))
        return found


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of a file: its sections under a root without a title, its front matter, what breaks it."""

    root: Section
    front_matter: dict[str, Any] = field(default_factory=dict)
    fault: Leaf | None = None


class Reader(Protocol):
    """A module that reads one format."""

    def read(self, opened: Opened) -> Document:
        """Return the document, or raise ReadError with the state and the sentence."""


class ReadError(Exception):
    """The file could not be read as its format."""

    def __init__(self, state: State, note: str) -> None:
        super().__init__(note)
        self.state: State = state
        self.note = note


@lru_cache(maxsize=16)  # a file is often named for several pieces of evidence
def read_document(opened: Opened) -> Document:
    """Read an opened file by its suffix, or raise ReadError."""
    name = opened.file or ""
    suffix = PurePosixPath(name).suffix.lower()
    module = READERS.get(suffix)
    if module is None:
        known = ", ".join(sorted(READERS))
        raise ReadError("unreadable", f"{name} has a format that is not read as a document; known are {known}.")
    reader: Reader = importlib.import_module(module)
    document = reader.read(opened)
    if says_so("\n".join(section.text for section in document.root.walk())):
        raise ReadError("unreadable", f"{name} holds a report of this gate, and a report is never evidence.")
    return document


def nest(flat: list[Section]) -> Section:
    """Return a root that holds the sections of a list in reading order, nested by their levels."""
    root = Section(title="", level=0, line=1)
    path = [root]
    for section in flat:
        while path[-1].level >= section.level:
            path.pop()
        path[-1].children.append(section)
        path.append(section)
    return root

# SPDX-License-Identifier: Apache-2.0
"""Reads XML without document types, entities or external references, and within bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

_MAX_DEPTH = 60
_MAX_NODES = 400_000
NAMESPACE_SEPARATOR = " "


class UnsafeXmlError(Exception):
    """The XML is broken, or asks for something that a reader of evidence does not do."""


@dataclass(slots=True)
class Element:
    """An element with its attributes, text and children; names read `namespace local`."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    @property
    def local(self) -> str:
        """Return the name without its namespace."""
        return self.name.rpartition(NAMESPACE_SEPARATOR)[2]

    def walk(self) -> list[Element]:
        """Return this element and all below it, in document order."""
        found: list[Element] = []
        waiting = [self]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting.extend(reversed(element.children))
        return found


class Handler(Protocol):
    """Takes what stands in XML, in order."""

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        """Enter an element."""

    def end(self) -> None:
        """Leave an element."""

    def characters(self, text: str) -> None:
        """Take text."""


class _Guard:
    """Passes events on to a handler while they stay within bounds."""

    def __init__(self, handler: Handler, most: int) -> None:
        self._handler = handler
        self._left = most
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator=NAMESPACE_SEPARATOR)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = handler.characters
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.ExternalEntityRefHandler = self._refuse

    def parse(self, data: bytes) -> None:
        self._parser.Parse(data, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._left -= 1
        self._depth += 1
        if self._left < 0 or self._depth > _MAX_DEPTH:
            raise UnsafeXmlError("it is too deep or has too many elements")
        self._handler.start(name, attributes, self._parser.CurrentLineNumber)

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._handler.end()

    def _refuse(self, *_arguments: object) -> int:
        raise UnsafeXmlError("it declares a document type or entities")


class _Builder:
    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        element = Element(name, attributes, line)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self) -> None:
        self._open.pop()

    def characters(self, text: str) -> None:
        element = self._open[-1]
        # Text beyond this helps no reader of evidence; joining it piece by piece would take quadratic time.
        if len(element.text) < 4096:  # noqa: PLR2004
            element.text += text


def stream(data: bytes, handler: Handler, most: int = _MAX_NODES) -> None:
    """Pass the elements and texts to a handler, or raise UnsafeXmlError with the reason."""
    try:
        _Guard(handler, most).parse(data)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnsafeXmlError(f"it is not well-formed ({error})") from error


def parse(data: bytes) -> Element:
    """Return the root element, or raise UnsafeXmlError with the reason."""
    builder = _Builder()
    stream(data, builder)
    if builder.root is None:
        raise UnsafeXmlError("there is no element in it")
    return builder.root

# SPDX-License-Identifier: Apache-2.0
"""A strict subset of YAML 1.2, read from the events of PyYAML's C parser, with a place for every node."""

import re
from typing import Any, Final, NamedTuple

import yaml

from aiact_gate.manifest.problem import SYNTAX, Position, Problem, escape
from aiact_gate.manifest.scalars import NumberError, plain

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 64

_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOM: Final = b"\xef\xbb\xbf"
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
# The parser ends a line, and with it a comment, at these; editors and reviewers' diffs do not.
_HIDDEN_BREAK: Final = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


class YamlError(Exception):
    """The text is not of the subset; the problem says what and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Loaded(NamedTuple):
    """The data of a text and the place of each node, by JSON pointer."""

    data: Any
    marks: dict[str, Position]


def loads(raw: bytes) -> Loaded:
    """Return the data of one YAML document; raise YamlError for everything outside the subset."""
    text = _decode(raw)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _syntax(error) from None
    except yaml.YAMLError as error:
        raise YamlError(Problem("", 1, 1, SYNTAX, f"not YAML: {error}".splitlines()[0])) from None
    return builder.result()


def _decode(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise YamlError(Problem("", 1, 1, SYNTAX, "the file is larger than 1 MiB", "keep evidence in its own files"))
    body = raw.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(body[: error.start].decode("utf-8", "replace"))
        message = "the file is not UTF-8"
        raise YamlError(Problem("", *place, SYNTAX, message, "save it as UTF-8")) from None
    for pattern, message in (
        (_CONTROL, "a control character"),
        (_HIDDEN_BREAK, "a line break that editors do not show"),
        (_BIDI, "a character that changes the direction of the text"),
    ):
        if found := pattern.search(text):
            character = f"U+{ord(found[0]):04X}"
            place = _place(text[: found.start()])
            raise YamlError(Problem("", *place, SYNTAX, f"{message} ({character}) is not allowed", "delete it"))
    return text


def _place(before: str) -> Position:
    return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _syntax(error: yaml.MarkedYAMLError) -> YamlError:
    mark = error.problem_mark or error.context_mark
    place = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
    problem = error.problem or "the text ends too early"
    hint = "indent with spaces, never tabs" if "cannot start any token" in problem else ""
    return YamlError(Problem("", *place, SYNTAX, f"not YAML: {problem}", hint))


_FLOW_HINT: Final = "write the value out where it is used"


class _Builder:
    """Builds the data from events, without recursion, and refuses what the subset leaves out."""

    def __init__(self) -> None:
        self._marks: dict[str, Position] = {}
        # Each open collection: the value, its pointer, and the key that waits for its value.
        self._open: list[tuple[Any, str, str | None]] = []
        self._root: Any = None
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._start(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._start(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
        elif kind is yaml.AliasEvent:
            raise self._refuse(event, f"the alias *{event.anchor} is not allowed", _FLOW_HINT)
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def result(self) -> Loaded:
        """Return what was built."""
        return Loaded(self._root, self._marks)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._refuse(event, "a second document begins here", "one file for each system")
        if event.version or event.tags:
            raise self._refuse(event, "a directive (%YAML, %TAG) is not allowed", "delete it")

    def _start(self, event: Any, collection: dict[str, Any] | list[Any]) -> None:
        self._plain_node(event)
        pointer = self._place(event, collection)
        self._open.append((collection, pointer, None))
        if len(self._open) > MAX_DEPTH:
            raise self._refuse(event, f"more than {MAX_DEPTH} levels", "")

    def _scalar(self, event: Any) -> None:
        self._plain_node(event)
        value: Any = event.value
        if not event.style:
            try:
                value = plain(value)
            except NumberError as error:
                raise self._refuse(event, str(error), "write text in quotes") from None
        elif event.style == '"' and (found := _CONTROL.search(value)):
            message = f"a control character (U+{ord(found[0]):04X}) is not allowed"
            raise self._refuse(event, message, "delete it")
        if self._open:
            container, pointer, key = self._open[-1]
            if key is None and type(container) is dict:
                self._open[-1] = (container, pointer, self._key(event, value, container, pointer))
                return
        self._place(event, value)

    def _key(self, event: Any, value: Any, container: dict[str, Any], pointer: str) -> str:
        if not event.style and event.value == "<<":
            raise self._refuse(event, "the merge key << is not allowed", _FLOW_HINT)
        if not isinstance(value, str):
            shown = event.value or "an empty key"
            raise self._refuse(event, f"the key {shown} is not text", "put it in quotes")
        place = f"{pointer}/{escape(value)}"
        if value in container:
            first = self._marks[place].line
            message = f"the key {_short(value)} is given twice; the first is in line {first}"
            raise self._refuse(event, message, "remove one")
        mark = event.start_mark
        self._marks[place] = Position(mark.line + 1, mark.column + 1)
        return value

    def _place(self, event: Any, value: Any) -> str:
        """Put a value where it belongs and return its pointer; a member keeps the place of its key."""
        if not self._open:
            self._root = value
            pointer = ""
        else:
            container, parent, key = self._open[-1]
            if type(container) is dict:
                if key is None:
                    raise self._refuse(event, "a list or mapping cannot be a key", "use a text")
                container[key] = value
                self._open[-1] = (container, parent, None)
                return f"{parent}/{escape(key)}"
            pointer = f"{parent}/{len(container)}"
            container.append(value)
        mark = event.start_mark
        self._marks[pointer] = Position(mark.line + 1, mark.column + 1)
        return pointer

    def _plain_node(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._refuse(event, f"the anchor &{event.anchor} is not allowed", _FLOW_HINT)
        if event.tag is not None:
            raise self._refuse(event, f"the tag {_short(event.tag)} is not allowed", "delete it")

    def _refuse(self, event: Any, message: str, hint: str) -> YamlError:
        mark = event.start_mark
        pointer = self._open[-1][1] if self._open else ""
        return YamlError(Problem(pointer, mark.line + 1, mark.column + 1, SYNTAX, message, hint))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - one line of a terminal

# SPDX-License-Identifier: Apache-2.0
"""Tells text that says something from text that only holds a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from aiact_gate.evidence import substance, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiact_gate.evidence.states import State

HINT_MARK = "aiact-gate hint:"
_MIN_WORDS = 4
_MIN_REASON = 3
_MAX_PROMISE = 25  # a longer block that begins with "to be …" says something beside
_HINT = re.compile(rf"^[\s>#/*;-]{{0,12}}{re.escape(HINT_MARK)}", re.IGNORECASE)
_COMMENT_OPEN, _COMMENT_CLOSE = "<!--", "-->"
_BULLET = re.compile(r"^\s{0,40}(?:[-*+]|\d{1,4}[.)]|>)\s")
_CHECKBOX = re.compile(r"^\s{0,40}(?:[-*+]\s)?\[[ xX]\]\s")
_ROW = re.compile(r"^\s{0,40}\|")
_RULER = re.compile(r"^[\s|:=+_*-]+$")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_TAG_NAME = re.compile(r"^[\s*_]*</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_BRACKETED = re.compile(r"^[\s*_]*(?:<[^<>]+>|\[(?!!)[^\[\]]+\]|\{\{[^{}]+\}\}|\{[^{}]+\}|_{3,})[\s*_.]*$")
_REPEATED = re.compile(r"\s+")
_DEFINITION = re.compile(r"^\s{0,3}\[(?!\^)[^\[\]]{1,200}\]:\s{0,9}\S")  # of a link in Markdown, which is not shown
_MAX_REFERRED = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text is worth, and why in one sentence."""

    state: State
    note: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The heading of a text and the words of what is asked there."""

    heading: str = ""
    law: str = ""


def assess(text: str, echoes: Iterable[str] = (), *, datum: bool = False, asked: Asked | None = None) -> Verdict:
    """Return empty, placeholder, incomplete, not-applicable or present; to repeat one of `echoes` says nothing.

    With `asked`, the text must also say something in words of its own.
    """
    visible = strip_hints(text)
    if not any(character.isalnum() for character in visible):
        return _without_words(text, visible)
    inapplicable = _not_applicable(visible)
    if inapplicable:
        return inapplicable
    repeated = {vocabulary.plain(echo) for echo in echoes}
    content: list[str] = []
    held: list[str] = []
    for block in _blocks(visible):
        plain = vocabulary.plain(block)
        if not plain or plain in repeated or substance.is_the_acts(block):
            continue
        (held if _holds_a_place(block, plain) else content).append(block)
    verdict = _weigh(content, held, datum)
    if verdict.state in {"present", "incomplete"} and asked is not None:
        hollow = substance.says_nothing_of_its_own(content, asked.heading, asked.law, datum=datum)
        return Verdict("placeholder", f"It says nothing of its own: “{_short(content)}”.") if hollow else verdict
    return verdict


def _without_words(text: str, visible: str) -> Verdict:
    if visible.strip(" \t\r\n-|:=#*_>"):
        return Verdict("placeholder", "It holds only signs.")
    hinted = any(_HINT.match(line) for line in text.splitlines())
    if hinted or any("element:" not in part for part in text.split(_COMMENT_OPEN)[1:]):
        return Verdict("placeholder", "It holds only a comment or the hint of a scaffold.")
    return Verdict("empty")


def _weigh(content: list[str], held: list[str], datum: bool) -> Verdict:
    first = _REPEATED.sub(" ", held[0]).strip()[:60] if held else ""
    if not content:
        repeats = "It only repeats its heading or the words of the Act."
        return Verdict("placeholder", f"It only holds a place: “{first}”." if held else repeats)
    distinct = {word for block in content for word in vocabulary.words(block)}
    if len(distinct) < (1 if datum else _MIN_WORDS):
        return Verdict("placeholder", f"It says too little: “{_short(content)}”.")
    if len(content) == 1 and _only_refers(content[0]):
        said = f"It only refers elsewhere: “{_short(content)}”; link to the file or the heading that says it."
        return Verdict("placeholder", said)
    if held:
        return Verdict("incomplete", f"Part of it only holds a place: “{first}”.")
    marked = next((found.group(0) for block in content if (found := _marker().search(block))), None)
    return Verdict("incomplete", f"It still holds a {marked.strip()}.") if marked else Verdict("present")


def _short(content: list[str]) -> str:
    return _REPEATED.sub(" ", content[0]).strip()[:60]


def _only_refers(block: str) -> bool:
    plain = vocabulary.plain(block)
    return plain.count(" ") < _MAX_REFERRED and plain.startswith(_refers())


def strip_hints(text: str) -> str:
    """Return the text without comments, mark-up tags, definitions of links and the hints of a scaffold."""
    kept: list[str] = []
    position = 0
    while (start := text.find(_COMMENT_OPEN, position)) >= 0:
        kept.append(text[position:start])
        end = text.find(_COMMENT_CLOSE, start)
        position = len(text) if end < 0 else end + len(_COMMENT_CLOSE)
    kept.append(text[position:])
    lines = [line for line in "".join(kept).splitlines() if not _DEFINITION.match(line)]
    return "\n".join(line if _is_bracketed(line) else _TAG.sub(" ", line) for line in lines if not _HINT.match(line))


def _is_bracketed(text: str) -> bool:
    """Say whether a text is to be filled in, such as `<describe the purpose>`, and no tag, such as `</details>`."""
    if not _BRACKETED.match(text):
        return False
    tag = _TAG_NAME.match(text)
    return tag is None or tag[1].lower() not in _tags()


def reason_of(text: str) -> Verdict:
    """Judge the reason given for an element that does not apply."""
    said = vocabulary.words(text)
    hollow = len(set(said)) < _MIN_REASON or not substance.is_a_reason(said)
    if hollow or _holds_a_place(text, " ".join(said)) or _marker().search(text):
        return Verdict("placeholder", "It is said not to apply, without a reason.")
    return Verdict("not-applicable", _REPEATED.sub(" ", text).strip()[:200])


def _not_applicable(text: str) -> Verdict | None:
    found = _inapplicable().match(text)
    if not found:
        return None
    return reason_of(text[found.end() :])


def _blocks(text: str) -> list[str]:
    """Split a text into paragraphs, list items and table rows; headers and rulers of tables are left out."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or _FENCE.match(line):
            blocks.append([])
            continue
        if _RULER.match(line):
            if blocks[-1] and _ROW.match(blocks[-1][0]) and "-" in line:
                blocks[-1] = []
            continue
        if _BULLET.match(line) or _ROW.match(line) or _begins_with_marker(line):
            blocks.append([])
        blocks[-1].append(_BULLET.sub("", _CHECKBOX.sub("", line)))
    return [" ".join(block) for block in blocks if block]


def _holds_a_place(block: str, plain: str) -> bool:
    if plain in _whole() or "lorem ipsum" in plain or _is_bracketed(block) or substance.is_mock(block):
        return True
    if _begins_with_marker(block):
        return True
    if plain.count(" ") < _MAX_PROMISE and (plain.startswith(_starts()) or substance.is_promise(plain)):
        return True
    cells = [vocabulary.plain(cell) for cell in block.split("|")] if _ROW.match(block) else []
    said = [cell for cell in cells if cell]
    held = [cell for cell in said if cell in _whole()]
    open_cells = [cell for cell in held if cell not in _answers()]  # "yes" beside a question answers it
    return bool(said) and (len(held) == len(said) or len(open_cells) * 2 > len(said))


def _begins_with_marker(line: str) -> bool:
    stripped = line.lstrip(" \t>#*_-+([{\"'“`|/")
    return bool(_first_marker().match(stripped))


@cache
def _tags() -> frozenset[str]:
    known = vocabulary.load("html")
    return frozenset(name for group in ("block", "inline", "void", "never-seen") for name in known[group])


@cache
def _whole() -> frozenset[str]:
    return frozenset(vocabulary.plain(phrase) for phrase in vocabulary.load("placeholders")["whole"])


@cache
def _answers() -> frozenset[str]:
    return frozenset(vocabulary.load("placeholders")["answers"])


@cache
def _starts() -> tuple[str, ...]:
    return tuple(vocabulary.plain(phrase) for phrase in vocabulary.load("placeholders")["starts"])


@cache
def _refers() -> tuple[str, ...]:
    return tuple(f"{vocabulary.plain(phrase)} " for phrase in vocabulary.load("placeholders")["refers"])


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(vocabulary.load('placeholders')['markers'])})(?![\w-])")


@cache
def _first_marker() -> re.Pattern[str]:
    markers = "|".join(vocabulary.load("placeholders")["markers"])
    return re.compile(rf"(?:{markers})(?![\w-])|(?:todo|tbd|fixme)\s?(?:[:.)\]]|$)", re.IGNORECASE)


@cache
def _inapplicable() -> re.Pattern[str]:
    words = vocabulary.load("placeholders")
    phrases = "|".join(re.escape(phrase) for phrase in words["not_applicable"])
    because = "|".join(re.escape(word) for word in words["because"])
    opening = r"[\s>*_(\[-]{0,12}"
    return re.compile(
        rf"{opening}(?:{phrases})(?!\w)[\s*_:;,.)\]\u2013\u2014-]{{0,12}}(?:(?:{because})(?!\w))?", re.IGNORECASE
    )

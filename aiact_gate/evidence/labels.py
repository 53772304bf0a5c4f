# SPDX-License-Identifier: Apache-2.0
"""Collects the labels that deployers put on content: whether the reader sees them; a mark for machines never counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, Literal

from aiact_gate.evidence import documents, drawings, placeholder, visible, vocabulary
from aiact_gate.evidence.sections import ReadError, read_document
from aiact_gate.evidence.states import ANSWERED, Seen, overall

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.paths import Kind, Opened
    from aiact_gate.evidence.states import Fact, State

Standing = Literal["present", "absent", "not-a-label", "needs-person"]
DISCLOSED: Final = {"deep-fake-label": "50(4)-df", "public-text-label": "50(4)-txt"}
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_DOCUMENTS = frozenset({".md", ".markdown", ".txt", ".rst", ".docx", ".pdf"})
_MAX_SAMPLES = 50
_SHOWN = 80
_NEAR = 1000  # signs between a label and the picture it is about
_BEFORE = 60
_REACH = 5
_SENTENCE = re.compile(r"[.!?\n]")
_PICTURE = re.compile(r"!\[[^\[\]]{0,1000}\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])?")


@dataclass(frozen=True, slots=True)
class Label:
    """Whether one piece of content shows its label."""

    file: str | None
    state: State
    label: Standing
    line: int = 1
    note: str = ""

    def as_item(self) -> Fact:
        """Return the shape that the rules read."""
        item: Fact = {"file": self.file, "state": self.state, "label": self.label, "line": self.line}
        return item | ({"note": self.note} if self.note else {})


def collect(context: Context, declared: Any, pointer: str) -> Fact:
    """Return the fact of a label: from a document alone, or from published content and what describes it."""
    if not isinstance(declared, dict) or "samples" not in declared:
        return documents.collect(context, declared, pointer)
    samples = declared["samples"] if isinstance(declared["samples"], list) else [declared["samples"]]
    items = [_look(context, one) for one in samples[:_MAX_SAMPLES]]
    described = documents.collect(context, declared.get("description"), f"{pointer}/description")
    elements = dict(described.get("elements", {}))
    disclosed = _disclosed(items, elements.get(DISCLOSED[context.id]))
    elements[DISCLOSED[context.id]] = disclosed.as_fact()
    states = [element["state"] for element in elements.values()]
    state = overall(states)
    whole = Seen(state if state in ANSWERED else "incomplete", disclosed.file, disclosed.line)
    values = {"values": described["values"]} if "values" in described else {}
    return whole.as_fact() | {"elements": elements, "items": [one.as_item() for one in items]} | values


def _disclosed(items: list[Label], described: Fact | None) -> Seen:
    """Return how the disclosure stands: every piece that can be read shows it, and a person has seen the others."""
    for one in items:
        if one.state != "present":
            return Seen(one.state, one.file, 1, one.note)
        if one.label in {"absent", "not-a-label"}:
            return Seen("insufficient", one.file, one.line, one.note)
    seen = [one for one in items if one.label == "present"]
    if seen:
        return Seen("present", seen[0].file, seen[0].line)
    person = next((one.note for one in items), "The manifest names no content with a label.")
    file = items[0].file if items else None
    if items and described and described["state"] in ANSWERED:
        return Seen(described["state"], described["file"], described["line"], person)
    return Seen("incomplete", file, 1, person)


def _look(context: Context, declared: Any) -> Label:
    shape = declared if isinstance(declared, dict) else {"file": declared}
    name, text = shape.get("file"), shape.get("label")
    suffix = PurePosixPath(name).suffix.lower() if isinstance(name, str) else ""
    kind: Kind = "page" if suffix in _PAGES else "document" if suffix in _DOCUMENTS else "media"
    opened = context.open(name, kind)
    if not opened.readable:
        return Label(opened.file, opened.state, "absent", 1, opened.note)
    if not isinstance(text, str) or not says_artificial(text):
        shown = text[:_SHOWN] if isinstance(text, str) else ""
        note = f"“{shown}” does not say that the content is artificial."
        return Label(opened.file, "present", "not-a-label", 1, note)
    try:
        found, why = _seen(opened, suffix, text, _linked(context, opened, suffix))
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return Label(opened.file, error.state, "absent", 1, error.note)
    if found is None:
        note = f"The label “{text[:_SHOWN]}” in {opened.file} cannot be read here; a person has to look at it."
        return Label(opened.file, "present", "needs-person", 1, note)
    if not found:
        note = f"“{text[:_SHOWN]}” is not where a reader of {opened.file} sees it{f': {why}' if why else ''}."
        return Label(opened.file, "present", "absent", 1, note)
    return Label(opened.file, "present", "present", found)


def _linked(context: Context, opened: Opened, suffix: str) -> list[str]:
    """Return the style sheets of the repository that a page links to; they may hide what stands in it."""
    return visible.linked(context.repository, opened) if suffix in _PAGES else []


def says_artificial(label: str) -> bool:
    """Say whether the words of a label tell that content is artificial, and do not deny it."""
    known = vocabulary.load("labels")
    if set(vocabulary.words(label)) & set(known["negators"]):
        return False
    exact = any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", label) for word in known["exact"])
    return exact or any(vocabulary.contains(label, phrase) for phrase in known["phrases"])


def _seen(opened: Opened, suffix: str, label: str, linked: list[str]) -> tuple[int | None, str]:
    """Return the line at which a reader sees the label, 0 if nowhere, nothing if it is not text; and why not."""
    if suffix in _PAGES:
        return _on_page(visible.read(opened.text, linked=linked), label)
    if suffix == ".svg":
        return (1 if _stands(drawings.visible_text(opened), label) else 0), ""
    if suffix not in _DOCUMENTS:
        return None, ""
    for section in read_document(opened).root.walk():
        text = placeholder.strip_hints(f"{section.title}\n{section.text}")
        # What stands for a picture, where there is none, is not what a reader of the text sees.
        if any(_stands(line, label) for line in _joined(_PICTURE.sub(" ", text), label)):
            return section.line, ""
    return 0, ""


def _on_page(page: visible.VisibleText, label: str) -> tuple[int, str]:
    alone = len(vocabulary.words(label)) == 1
    spots = (
        [start for start, text in page.stretches() if _stands(text, label)]
        if alone
        else [match.start() for match in _spots(page.text, label)]
    )
    near = [spot for spot in spots if not page.media or min(abs(spot - at) for at in page.media) <= _NEAR]
    if spots and not near:
        return 0, "it stands far from every picture, film or sound on the page"
    return (page.line(near[0]) if near else 0), ""


def _joined(text: str, label: str) -> list[str]:
    """Return what a label is looked for in: a single word stands alone in a line, more words stand anywhere."""
    return text.splitlines() if len(vocabulary.words(label)) == 1 else [text]


def _stands(text: str, label: str) -> bool:
    """Say whether a label stands in a text; a single word, such as "AI", says nothing in the middle of a sentence."""
    if len(vocabulary.words(label)) == 1:
        return vocabulary.plain(text) == vocabulary.plain(label)
    return bool(_spots(text, label))


def _spots(text: str, label: str) -> list[re.Match[str]]:
    """Return where a label stands without a word before it that denies it."""
    pattern = r"[\W_]{1,400}".join(re.escape(word) for word in vocabulary.words(label))
    folded = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", folded)
    return [one for one in found if not _denied(folded[max(0, one.start() - _BEFORE) : one.start()])]


def _denied(before: str) -> bool:
    """Say whether the last words of a sentence deny what comes next."""
    words = vocabulary.words(_SENTENCE.split(before)[-1])[-_REACH:]
    return bool(set(words) & set(vocabulary.load("labels")["negators"]))

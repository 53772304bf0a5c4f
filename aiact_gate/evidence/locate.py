# SPDX-License-Identifier: Apache-2.0
"""Finds which section of a document answers which required element."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiact_gate.evidence import numbering, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiact_gate.evidence.index import DocumentSpec, ElementSpec
    from aiact_gate.evidence.numbering import Key, Numbering
    from aiact_gate.evidence.sections import Section

_SLUG = re.compile(r"[a-z0-9]+")
_PREFIX = re.compile(r"^(?:element|annex|article|art)-")
_COMPOUND = 12  # letters; a German word of this length says as much as two English ones
_TELLING = 5  # letters; shorter words agree by accident


@dataclass(slots=True)
class Places:
    """Where each element was found, and which headings stand above elements without telling them apart."""

    direct: dict[str, list[Section]] = field(default_factory=dict)
    grouped: dict[str, list[Section]] = field(default_factory=dict)
    disputed: dict[str, list[Section]] = field(default_factory=dict)
    spoken: dict[int, set[str]] = field(default_factory=dict)  # id of a section: the elements it answers

    def add(self, ref: str, section: Section) -> None:
        """Note that a section answers an element."""
        self.direct.setdefault(ref, []).append(section)
        self.spoken.setdefault(id(section), set()).add(ref)


def locate(spec: DocumentSpec, root: Section, mapping: Mapping[str, str]) -> Places:
    """Return the sections that answer the elements, by mapping, anchor, number and title, in this order."""
    places = Places()
    sections = root.walk()[1:]
    for ref, heading in mapping.items():
        for section in sections:
            if _is_mapped(section, heading):
                places.add(ref, section)
    searched = [element for element in spec.elements if element.ref not in mapping]
    anchored = _by_anchor(searched, sections, places)
    numbered = _Numbers(searched, spec.anchor, places)
    numbered.visit(root, (), None)
    _by_title(searched, [one for one in sections if id(one) not in anchored | numbered.resolved], places)
    return places


def _is_mapped(section: Section, heading: str) -> bool:
    if heading.startswith("#"):
        return slug(heading) in {slug(name) for name in (*section.anchors, section.title)}
    wanted = vocabulary.plain(heading)
    return bool(wanted) and wanted in {
        vocabulary.plain(section.title),
        vocabulary.plain(numbering.without_number(section.title)),
    }


def slug(text: str) -> str:
    """Return the form in which anchors are compared."""
    return "-".join(_SLUG.findall(text.casefold()))


def _by_anchor(elements: list[ElementSpec], sections: list[Section], places: Places) -> set[int]:
    by_slug = {slug(element.ref): element.ref for element in elements}
    found: set[int] = set()
    for section in sections:
        for anchor in (*section.anchors, *_reference(section.title)):
            name = slug(anchor)
            ref = by_slug.get(name) or by_slug.get(_PREFIX.sub("", name))
            if ref is not None:
                places.add(ref, section)
                found.add(id(section))
    return found


def _reference(title: str) -> list[str]:
    """Return the first word of a heading if it can be a reference such as `9(2)-cycle`."""
    first = title.split(maxsplit=1)[:1]
    return [word for word in first if any(sign.isdigit() for sign in word) and "-" in word]


class _Numbers:
    """Resolves the numbers in headings to elements, with the headings above as context."""

    def __init__(self, elements: list[ElementSpec], anchor: str, places: Places) -> None:
        self.resolved: set[int] = set()
        self._places = places
        self._by_key: dict[Key, list[tuple[str, ElementSpec]]] = {}
        for element in elements:
            key, suffix = numbering.key_of(element.ref)
            if key:
                self._by_key.setdefault(key, []).append((suffix, element))
        self._nodes = {key[:length] for key in self._by_key for length in range(1, len(key) + 1)}
        named = numbering.read_heading(anchor)
        self._anchor: Key = named[0].key if named else ()

    def visit(self, section: Section, context: Key, parent: Key | None) -> None:
        """Resolve a section and everything below it."""
        own = self._resolve(section, context, parent) if section.title or section.label else None
        if own is not None:
            self._place(section, own)
        for child in section.children:
            self.visit(child, own or context, own)

    def _resolve(self, section: Section, context: Key, parent: Key | None) -> Key | None:
        if section.label:
            # Letters inside running text are the Act's only right below a heading that carries the Act's number.
            numbers = numbering.read_heading(section.label) if parent is not None else []
        else:
            numbers = numbering.read_heading(section.title)
        for number in numbers:
            key = self._settle(number, context)
            if key is not None:
                return key
        return None

    def _settle(self, number: Numbering, context: Key) -> Key | None:
        key = number.key
        if number.named or (len(key) > 1 and key in self._nodes):
            return key if key in self._nodes else None
        if context and (*context, *key) in self._nodes:
            return (*context, *key)
        anchored = (*self._anchor, *key)
        if anchored in self._nodes and anchored[: len(context)] == context:
            return anchored if self._trusted(anchored, number, context) else None
        ends = [node for node in self._nodes if node[-len(key) :] == key and node[: len(context)] == context]
        return ends[0] if len(ends) == 1 and self._trusted(ends[0], number, context) else None

    def _trusted(self, node: Key, number: Numbering, context: Key) -> bool:
        """Take a bare "3." for the Act's only below its annex or article, or if the words agree too."""
        if context or not number.key[0].isdigit() or len(number.key) > 1 or node not in self._by_key:
            return True
        known = {
            word
            for _, element in self._by_key[node]
            for text in (element.text, *element.titles)
            for word in vocabulary.words(text)
        }
        return any(word in known for word in vocabulary.words(number.rest) if len(word) >= _TELLING)

    def _place(self, section: Section, key: Key) -> None:
        self.resolved.add(id(section))
        exact = self._by_key.get(key, [])
        whole = [element for suffix, element in exact if not suffix]
        below = [element for node, named in self._by_key.items() if node[: len(key)] == key for _, element in named]
        if whole or (len(exact) == 1 and len(below) == 1):
            element = whole[0] if whole else exact[0][1]
            self._places.add(element.ref, section)
            below = [one for one in below if one is not element]
        if len(key) > 1 or not any(child.title for child in section.children):
            for element in below:
                self._places.grouped.setdefault(element.ref, []).append(section)


def _by_title(elements: list[ElementSpec], sections: list[Section], places: Places) -> None:
    listed = [(element.ref, [vocabulary.plain(title) for title in element.titles]) for element in elements]
    for section in reversed(sections):
        hollow = not section.text.strip() and any(id(part) in places.spoken for part in section.walk()[1:])
        if not section.title or hollow:  # a title page above the elements answers none of them
            continue
        bare = vocabulary.plain(numbering.without_number(section.title))
        scored = [(_agreement(bare, titles), ref) for ref, titles in listed]
        best = max((score for score, _ in scored), default=0)
        refs = [ref for score, ref in scored if score == best] if best else []
        if len(refs) == 1:
            places.add(refs[0], section)
        for ref in refs if len(refs) > 1 else ():
            places.disputed.setdefault(ref, []).append(section)


def _agreement(bare: str, titles: list[str]) -> int:
    """Return how many words of the heading a listed title explains; an equal title counts above all.

    A short single word, such as "Data" or "System", stands in too many headings to explain more than itself.
    """
    if bare and bare in titles:
        return 1000
    telling = (title for title in titles if " " in title or len(title) >= _COMPOUND)
    padded = f" {bare} "
    return max((title.count(" ") + 1 for title in telling if f" {title} " in padded), default=0)

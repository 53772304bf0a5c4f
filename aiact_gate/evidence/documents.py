# SPDX-License-Identifier: Apache-2.0
"""Collects documents: the state of each required element, and what the document says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import consistency, copies, leaves, metadata, placeholder, pointers
from aiact_gate.evidence.locate import Places, locate
from aiact_gate.evidence.sections import Document, ReadError, Section, read_document
from aiact_gate.evidence.states import ANSWERED, Fact, Seen, State, overall

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.index import DocumentSpec, ElementSpec

_ORDER: tuple[State, ...] = ("present", "not-applicable", "incomplete", "placeholder", "empty")
_PATH_KEYS = ("files", "file", "path")


@dataclass(frozen=True, slots=True)
class Declared:
    """What the manifest declares about a document."""

    files: tuple[object, ...]
    titles: dict[str, str]
    not_applicable: dict[str, str]
    pointer: str


@dataclass(frozen=True, slots=True)
class _Read:
    file: str
    document: Document
    places: Places


def collect(context: Context, declared: Any, pointer: str) -> Fact:
    """Return the fact of a document that the manifest declares in any of its forms."""
    shape = shape_of(declared, pointer)
    spec = context.elements.of(context.id)
    read: list[_Read] = []
    failed: list[Seen] = []
    for name in shape.files or (None,):
        one = _read(context, name, spec, shape)
        if isinstance(one, Seen):
            failed.append(one)
        else:
            read.append(one)
    told: list[copies.Told] = []
    judged = {element.ref: _element(context, element, shape, read, failed, told) for element in spec.elements}
    elements = copies.judge(judged, told)
    fact = _whole(read, failed, list(elements.values())).as_fact()
    if elements:
        fact["elements"] = {ref: seen.as_fact() for ref, seen in elements.items()}
    if read:
        fact["values"] = _values(context, read)
    return fact


def whole(context: Context, declared: object) -> Seen:
    """Return what a file is worth as a whole, without asking for elements."""
    opened = context.open(declared)
    if not opened.readable:
        return Seen(opened.state, opened.file, 1, opened.note)
    try:
        document = read_document(opened)
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return Seen(error.state, opened.file, 1, error.note)
    verdict = _worth(document)
    return Seen(verdict.state, opened.file, 1, verdict.note)


def _worth(document: Document) -> placeholder.Verdict:
    parts = document.root.walk()
    return placeholder.assess(
        "\n\n".join(part.text for part in parts), [part.title for part in parts], asked=placeholder.Asked()
    )


def shape_of(declared: Any, pointer: str) -> Declared:
    """Return the one shape of a path, a list of paths, or a mapping with files, titles and reasons."""
    if not isinstance(declared, dict):
        files = tuple(declared) if isinstance(declared, list) else (declared,)
        return Declared(files, {}, {}, pointer)
    named = next((declared[key] for key in _PATH_KEYS if key in declared), None)
    files = tuple(named) if isinstance(named, list) else (named,)
    return Declared(files, _texts(declared.get("titles")), _texts(declared.get("not_applicable")), pointer)


def _texts(value: Any) -> dict[str, str]:
    return (
        {str(key): inner for key, inner in value.items() if isinstance(inner, str)} if isinstance(value, dict) else {}
    )


def _read(context: Context, name: object, spec: DocumentSpec, shape: Declared) -> _Read | Seen:
    opened = context.open(name)
    if not opened.readable:
        return Seen(opened.state, opened.file, 1, opened.note)
    try:
        document = read_document(opened)
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return Seen(error.state, opened.file, 1, error.note)
    places = locate(spec, document.root, shape.titles)
    context.statements.extend(consistency.look(document, places, opened.file or "", context.id))
    return _Read(opened.file or "", document, places)


def _element(
    context: Context,
    element: ElementSpec,
    shape: Declared,
    read: list[_Read],
    failed: list[Seen],
    told: list[copies.Told],
) -> Seen:
    reason = shape.not_applicable.get(element.ref)
    if reason is not None:
        verdict = placeholder.reason_of(reason)
        position = context.manifest.locate(f"{shape.pointer}/not_applicable/{_escape(element.ref)}")
        return Seen(verdict.state, context.manifest_file, position.line, verdict.note)
    found = [
        _section(context, one, section, element, told)
        for one in read
        for section in one.places.direct.get(element.ref, _only(context, one, element, shape))
    ]
    if found:
        return min(found, key=lambda seen: _ORDER.index(seen.state) if seen.state in _ORDER else len(_ORDER))
    return _not_found(element, shape, read, failed)


def _only(context: Context, one: _Read, element: ElementSpec, shape: Declared) -> list[Section]:
    """Take the whole document for the element, where it is the only one that the document has to hold."""
    return (
        [one.document.root]
        if len(context.elements.of(context.id).elements) == 1 and element.ref not in shape.titles
        else []
    )


def _not_found(element: ElementSpec, shape: Declared, read: list[_Read], failed: list[Seen]) -> Seen:
    if not read:
        return Seen(failed[0].state, failed[0].file, 1)  # what is wrong with the file is said once
    mapped = shape.titles.get(element.ref)
    if mapped is not None:
        return Seen(
            "missing", read[0].file, 1, f"No heading of {read[0].file} reads “{mapped[:80]}”, as the manifest says."
        )
    for one in read:
        disputed = one.places.disputed.get(element.ref)
        if disputed:
            note = f"The heading “{disputed[0].title[:80]}” could answer several elements; map it in the manifest."
            return Seen("incomplete", one.file, disputed[0].line, note)
    for one in read:
        for section in one.places.grouped.get(element.ref, ()):
            seen = None if id(section) in one.places.spoken else _group(one, section, element)
            if seen:
                return seen
    return Seen("missing", read[0].file)


def _group(one: _Read, section: Section, element: ElementSpec) -> Seen | None:
    text, titles, _ = _content(section, one.places, None)
    verdict = placeholder.assess(text, [*titles, element.text])
    told_apart = any(id(part) in one.places.spoken for part in section.walk()[1:])
    if verdict.state == "empty":
        return None if told_apart else Seen("empty", one.file, section.line, f"“{section.title[:80]}” has no text.")
    if verdict.state in {"present", "incomplete"}:
        name = section.title[:80] or section.label
        return Seen("incomplete", one.file, section.line, f"“{name}” has text, but does not tell its points apart.")
    return Seen(verdict.state, one.file, section.line, verdict.note)


def _section(context: Context, one: _Read, section: Section, element: ElementSpec, told: list[copies.Told]) -> Seen:
    if section.leaves:
        if not any(leaf.typed or leaf.datum for leaf in section.leaves):
            told.append(copies.Told(element.ref, (one.file, section.leaves[0].where), section.text))
        return leaves.judge(context, one.file, section.leaves, element)
    text, titles, hollow = _content(section, one.places, element.ref)
    named = pointers.targets(text)
    if named:
        followed = [pointers.follow(context, target, one.file, section.line) for target in named]
        told.extend(copies.Told(element.ref, (seen.file, seen.line), said) for seen, said in followed)
        return next((seen for seen, _ in followed if seen.state not in ANSWERED), followed[0][0])
    if not element.datum:
        heading = f"{titles[0]} {element.ref} {element.text}"
        told.append(copies.Told(element.ref, (one.file, id(section)), placeholder.strip_hints(text), heading))
    asked = placeholder.Asked(f"{titles[0]} {element.ref}", element.text)
    law = (spec.text for spec in context.elements.of(context.id).elements)  # words of its other points say no more
    verdict = placeholder.assess(text, [*titles, element.text, *law], datum=element.datum, asked=asked)
    if verdict.state == "present" and hollow:
        return Seen("incomplete", one.file, hollow.line, f"“{hollow.title[:80]}” below it has no text.")
    note = "" if verdict.state == "present" else verdict.note
    return Seen(verdict.state, one.file, section.line, note)


def _content(section: Section, places: Places, ref: str | None) -> tuple[str, list[str], Section | None]:
    """Return the text of a section with its own sub-sections, but without those that answer other elements."""
    texts: list[str] = []
    titles: list[str] = []
    hollow: Section | None = None
    waiting = [section]
    while waiting:
        part = waiting.pop()
        answers = places.spoken.get(id(part))
        if part is not section and answers and ref not in answers:
            continue
        texts.append(part.text)
        titles.append(part.title)
        if part is not section and part.title and not part.children and not part.text.strip():
            hollow = hollow or part
        waiting.extend(reversed(part.children))
    return "\n\n".join(texts), titles, hollow


def _whole(read: list[_Read], failed: list[Seen], elements: list[Seen]) -> Seen:
    if failed:
        return failed[0]
    for one in read:
        if one.document.fault and one.document.fault.fault:
            return Seen(one.document.fault.fault[0], one.file, one.document.fault.line, one.document.fault.fault[1])
    if elements:
        state = overall([seen.state for seen in elements])
        if state != "missing":
            return Seen(state, read[0].file)
    verdicts = [_worth(one.document) for one in read]
    state = overall([verdict.state for verdict in verdicts])
    if elements and state in ANSWERED:
        return Seen("incomplete", read[0].file, 1, "It has text, but under no heading that answers an element.")
    return Seen(state, read[0].file, 1, verdicts[0].note)


def _values(context: Context, read: list[_Read]) -> dict[str, Any]:
    """Return what the documents state about themselves; of several, the one that is due or outdated first counts."""
    stated = [metadata.values(one.document) for one in read]
    merged = {name: next((one[name] for one in stated if one[name] is not None), None) for name in stated[0]}
    merged["review_by"] = min((one["review_by"] for one in stated if one["review_by"] is not None), default=None)
    system = context.manifest.data.get("system")
    released = system.get("version") if isinstance(system, dict) else None
    others = [one["system_version"] for one in stated if one["system_version"] not in {None, released}]
    return merged | {"system_version": others[0] if others else merged["system_version"]}


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")

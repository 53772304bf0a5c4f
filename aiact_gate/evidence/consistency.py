# SPDX-License-Identifier: Apache-2.0
"""What documents say about the system by name, and which standards they lean on, beside what the manifest says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from aiact_gate.evidence import vocabulary
from aiact_gate.evidence.dates import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aiact_gate.evidence.locate import Places
    from aiact_gate.evidence.sections import Document, Section

About = Literal["name", "version", "provider", "intended_purpose", "placed_on_market", "put_into_service", "standard"]
_KEYS: dict[About, tuple[str, ...]] = {
    "name": ("system", "system_name", "ai_system"),
    "provider": ("provider", "manufacturer"),
    "intended_purpose": ("intended_purpose",),
    "placed_on_market": ("placed_on_market",),
    "put_into_service": ("put_into_service",),
}
# The sections of the declaration (Annex V) and of the registration (Annex VIII) that have to name them.
_SECTIONS: dict[str, tuple[About, ...]] = {
    "V.1": ("name", "version"),
    "V.2": ("provider",),
    "VIII.A.1": ("provider",),
    "VIII.B.1": ("provider",),
    "VIII.A.4": ("name",),
    "VIII.B.4": ("name",),
}
_VERSION = re.compile(r"\bversion:?\s{0,3}v?(\d{1,5}(?:\.\d{1,5}){1,3})\b", re.IGNORECASE)
_ADOPTED = re.compile(r"^(?:DIN|BS|NF|UNE|UNI|NEN|SS)(?=EN)")
_MIN_WORDS = 2
_MAX_SHOWN = 160
_MAX_CLAIMS = 20
_SHARED_WORDS = 2  # of a purpose in other words, at least one in this many is the same
_LONG = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a document says; without `ref`, the text is the value itself and not a section that holds it."""

    about: About
    said: str
    file: str
    line: int
    evidence: str
    ref: str | None = None


def look(document: Document, places: Places, file: str, evidence: str) -> Iterator[Statement]:
    """Yield what a document says about the system and about standards."""
    front = {str(key).lower().replace("-", "_"): value for key, value in document.front_matter.items()}
    for about, keys in _KEYS.items():
        for said in (_text(front.get(key)) for key in keys):
            if said:
                yield Statement(about, said, file, 1, evidence)
    for ref, named in _SECTIONS.items():
        for section in places.direct.get(ref, ()):
            text = " ".join(part.text for part in section.walk())
            if len(vocabulary.words(text)) >= _MIN_WORDS:
                yield from (Statement(about, text, file, section.line, evidence, ref) for about in named)
    yield from _standards(document.root.walk(), file, evidence)


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""


def facts(manifest: Mapping[str, Any], statements: Sequence[Statement]) -> dict[str, Any]:
    """Return what disagrees with the manifest, and the standards that are said to give a presumption."""
    system, operator, market = (_group(manifest, name) for name in ("system", "operator", "market"))
    wanted: dict[str, list[Any]] = {
        "name": [system.get("name"), system.get("id")],
        "version": [system.get("version")],
        "provider": [operator.get("name")] if _is_provider(operator.get("roles")) else [],
        "intended_purpose": [system.get("intended_purpose")],
        "placed_on_market": [market.get("placed_on_market")],
        "put_into_service": [market.get("put_into_service")],
    }
    differs = []
    for one in statements:
        known = [value for value in wanted.get(one.about, []) if isinstance(value, str) and value]
        if known and not any(_AGREE[one.about](value, one) for value in known):
            said = "" if one.ref else one.said
            row = {"about": one.about, "said": said[:_MAX_SHOWN], "manifest": known[0][:_MAX_SHOWN]}
            place = {"id": one.evidence, "file": one.file, "line": one.line}
            differs.append(row | place | ({"ref": one.ref} if one.ref else {}))
    claims = [
        {
            "key": standard_key(one.said),
            "standard": one.said,
            "id": one.evidence,
            "file": one.file,
            "line": one.line,
        }
        for one in statements
        if one.about == "standard"
    ]
    return {"differs": _distinct(differs), "standards": _distinct(claims)[:_MAX_CLAIMS]}


def _group(manifest: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = manifest.get(name)
    return found if isinstance(found, dict) else {}


def _is_provider(roles: Any) -> bool:
    return isinstance(roles, list) and "provider" in roles


def _distinct(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({str(sorted(row.items())): row for row in rows}.values())


def _named(value: str, one: Statement) -> bool:
    """Say whether a name stands in the text; the text may add what the name lacks, such as a version."""
    return vocabulary.contains(one.said, value) or (one.ref is None and vocabulary.contains(value, one.said))


def _legal_name(value: str, one: Statement) -> bool:
    forms = vocabulary.load("legal-forms")["forms"]
    bare = " ".join(word for word in value.split() if vocabulary.plain(word) not in forms)
    return _named(value, one) or (bool(bare) and _named(bare, one))


def _version(value: str, one: Statement) -> bool:
    said = _VERSION.findall(one.said)
    return not said or value.lower().removeprefix("v") in said


def _purpose(value: str, one: Statement) -> bool:
    if _named(value, one):
        return True
    ours, theirs = (
        {word[:_LONG] for word in vocabulary.words(text) if len(word) >= _LONG} for text in (value, one.said)
    )
    return not ours or not theirs or len(ours & theirs) * _SHARED_WORDS >= min(len(ours), len(theirs))


def _same_day(value: str, one: Statement) -> bool:
    return (day(value) or value.lower()) == (day(one.said) or one.said.lower())


_AGREE = {
    "name": _named,
    "version": _version,
    "provider": _legal_name,
    "intended_purpose": _purpose,
    "placed_on_market": _same_day,
    "put_into_service": _same_day,
}


def _standards(sections: Sequence[Section], file: str, evidence: str) -> Iterator[Statement]:
    words = vocabulary.load("standards")
    for section in sections:
        lowered = section.text.lower()
        if not any(word in lowered for word in words["signals"]):
            continue
        for offset, sentence in _sentences(section.text):
            for standard in claimed(sentence):
                line = section.line_at(max(offset, section.text.find(standard, offset)))
                yield Statement("standard", standard, file, line, evidence)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _end().finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def claimed(sentence: str) -> list[str]:
    """Return the standards that a sentence asserts as harmonised or cited for this Regulation."""
    flat = " ".join(sentence.split())
    if not _pattern("claim").search(flat) or _pattern("denial").search(flat):
        return []
    if _pattern("other_act").search(flat) and not _pattern("this_act").search(flat):
        return []
    return [" ".join(found.group(0).split()) for found in _pattern("standard").finditer(flat)]


def standard_key(name: str) -> str:
    """Return the form in which standards are compared: without spaces, the year and the nation that adopted it."""
    return _ADOPTED.sub("", re.sub(r"[\s/-]", "", name.partition(":")[0]).upper())


_patterns: dict[str, re.Pattern[str]] = {}


def _pattern(name: str) -> re.Pattern[str]:
    if name not in _patterns:
        _patterns[name] = re.compile("|".join(vocabulary.load("standards")[name]), re.IGNORECASE)
    return _patterns[name]


def _end() -> re.Pattern[str]:
    return _pattern("sentence_end")

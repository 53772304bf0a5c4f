# SPDX-License-Identifier: Apache-2.0
"""Writes the outline of a document that a system owes: each required element as a heading with hints, and no answer."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aiact_gate.errors import UsageError
from aiact_gate.evidence.placeholder import HINT_MARK
from aiact_gate.manifest.schema import members, schema
from aiact_gate.model import System
from aiact_gate.policy.law import Law

_SHORT: Final = {"ai": "AI", "ce": "CE", "dpia": "DPIA", "gpai": "GPAI"}
_OWED: Final = frozenset({"unmet", "upcoming", "met"})
# The key under which these ids keep the document among other things.
_KEYS: Final = {
    "record-keeping": "description",
    "deployer-logs": "description",
    "human-oversight": "plan",
    "output-marking": "concept",
    "chat-notice": "description",
}
_FRONT: Final = ("system_version", "date", "review_by", "author", "approved_by")
_HEAD: Final = (
    "The outline holds what the Act asks for and says nothing yet. Write below each heading and delete its hints.",
    "What does not apply to the system gets its reason: `Not applicable: ...`. A heading alone counts for nothing.",
)


@dataclass(frozen=True, slots=True)
class Stub:
    """The outline of one document."""

    id: str
    text: str

    @property
    def name(self) -> str:
        """Return the name of its file."""
        return f"{self.id}.md"

    def declaration(self, path: str) -> str:
        """Return the line of the manifest that points at the document."""
        key = _KEYS.get(self.id)
        return f"{self.id}: {{{key}: {path}}}" if key else f"{self.id}: {path}"

    @property
    def beside(self) -> list[str]:
        """Return what the manifest declares beside the document, which no outline can stand for."""
        key = _KEYS.get(self.id)
        return (
            [name for name in members(members(schema()["properties"]["evidence"])[self.id]) if name != key]
            if key
            else []
        )


def owed(system: System, manifest: Mapping[str, Any], law: Law) -> list[Stub]:
    """Return the outlines of the documents that a judged system owes and that its manifest does not declare."""
    duties = [row["id"] for row in system["obligations"] if row["status"] in _OWED]
    declared = manifest.get("evidence") or {}
    return [stub for stub in stubs(duties, law, system["name"]) if not _declared(declared.get(stub.id), stub.id)]


def _declared(value: Any, evidence: str) -> bool:
    key = _KEYS.get(evidence)
    return value is not None and (key is None or not isinstance(value, dict) or key in value)


def stubs(obligations: Iterable[str], law: Law, system: str = "") -> list[Stub]:
    """Return an outline for each document that answers elements of the obligations, in the order of the data."""
    wanted = set(obligations)
    found = []
    for evidence, shape in law.data["documents"].items():
        duties = [key for key in shape["obligations"] if key in wanted and law.obligation(key).get("elements")]
        if duties:
            found.append(Stub(evidence, "\n".join(_document(evidence, shape, duties, law, system)) + "\n"))
    return found


def _document(evidence: str, shape: Mapping[str, Any], duties: list[str], law: Law, system: str) -> Iterator[str]:
    title = " ".join(_SHORT.get(word, word) for word in evidence.split("-"))
    title = title[:1].upper() + title[1:]
    purpose = members(schema()["properties"]["evidence"])[evidence]["description"]
    yield from ("---", f"title: {title}", *(f"{key}:" for key in _FRONT), "---", "", f"# {title}", "")
    yield f"> {HINT_MARK} {purpose}{f' The system is {_line(system)}.' if system else ''}"
    yield from (f"> {HINT_MARK} {line}" for line in _HEAD)
    seen: set[str] = set()
    for duty in duties:
        entry = law.obligation(duty)
        for element in entry["elements"]:
            if element["ref"] not in seen:
                seen.add(element["ref"])
                yield from _element(element, entry["provision"], shape, law)


def _element(element: Mapping[str, str], provision: str, shape: Mapping[str, Any], law: Law) -> Iterator[str]:
    ref, text = element["ref"], element["text"]
    titles = shape.get("titles", {}).get(ref)
    yield from ("", f"<!-- element: {ref} -->", f"## {ref} {titles[0] if titles else text}", "")
    yield f"> {HINT_MARK} {provision}: {text}"
    condition = shape.get("only_if", {}).get(ref)
    if condition:
        yield f"> {HINT_MARK} asked only where {law.data['facts'][condition]['meaning']}"
    if ref in shape.get("optional", ()):
        yield f"> {HINT_MARK} optional"


def _line(text: str) -> str:
    return " ".join(text.split())


def place(found: Iterable[Stub], folder: Path) -> tuple[list[Path], list[Path]]:
    """Write the outlines below a folder; return what was written, and what was there and is left as it is."""
    written, left = [], []
    for stub in found:
        path = folder / stub.name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            left.append(path)
            continue
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}", hint="name a folder that has room") from error
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(stub.text)
        written.append(path)
    return written, left

# SPDX-License-Identifier: Apache-2.0
"""Asks a process of its own what the signed provenance (C2PA) of a file is worth, if the file carries any."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Self

from aiact_gate.evidence import source_type
from aiact_gate.evidence.readers.confined import Child
from aiact_gate.evidence.sections import ReadError

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened

Standing = Literal["none", "valid", "untrusted", "invalid", "unreadable"]
_NO_EXTRA = "Signed provenance is read with an extra: pip install 'aiact-gate[provenance]'."
# Every format names what it embeds, be it a box, a tag or a file in an archive; only a PDF may pack the name away.
_NAMES = (b"c2pa", b"C2PA", b"/EmbeddedFile")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the signed manifest of a file is worth, and the source type that it states."""

    standing: Standing
    source_type: str | None = None
    note: str = ""
    makers: tuple[tuple[str, str], ...] = ()  # name and version of what made the manifest
    ended: bool = False  # the file ended the process that read it, so nothing in it is worth anything


def carried(data: bytes) -> bool:
    """Say whether a file may carry a signed manifest, without reading it."""
    return any(name in data for name in _NAMES)


class Reader:
    """Reads the signed manifests of one run; the process starts with the first file that carries one."""

    def __init__(self) -> None:
        self._child = Child("c2pa")

    def read(self, opened: Opened, media_type: str, anchors: str | None = None) -> Provenance:
        """Return the standing of the manifest in a file; a file that ends the process costs only its own answer."""
        if not media_type or not carried(opened.data):
            return Provenance("none")
        if importlib.util.find_spec("c2pa") is None:
            return Provenance("unreadable", None, _NO_EXTRA)
        try:
            answer = self._child.ask(opened.data, media_type=media_type, anchors=anchors)
        except ReadError as error:
            return _unreadable(opened, error.note, ended=True)
        if "state" in answer:
            return _unreadable(opened, answer["note"])
        return _judged(answer) if answer else Provenance("none")

    def close(self) -> None:
        """End the process."""
        self._child.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _judged(answer: dict[str, Any]) -> Provenance:
    stated = source_type.strongest([source_type.term(uri) for uri in answer["stated"]])
    makers = tuple((str(name), str(version)) for name, version in answer["makers"])
    if answer["validation"] == "Trusted":
        return Provenance("valid", stated, "", makers)
    if answer["validation"] == "Valid":
        note = "The signature is valid; who signed is not on a list of trusted signers."
        return Provenance("untrusted", stated, note, makers)
    why = ", ".join(answer["failed"]) or "the reader gives no reason"
    return Provenance("invalid", stated, f"The signed manifest is not valid: {why}.")


def _unreadable(opened: Opened, why: str, *, ended: bool = False) -> Provenance:
    return Provenance("unreadable", None, f"The signed manifest of {opened.file} {why}.", ended=ended)

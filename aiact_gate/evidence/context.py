# SPDX-License-Identifier: Apache-2.0
"""What every collector is given: the manifest, the repository, the law's elements, and the list of opened files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from aiact_gate.evidence.states import EvidenceFile, State

if TYPE_CHECKING:
    from pathlib import Path

    from aiact_gate.evidence.consistency import Statement
    from aiact_gate.evidence.index import ElementIndex
    from aiact_gate.evidence.paths import Kind, Opened, Repository
    from aiact_gate.evidence.provenance import Reader


class PositionLike(Protocol):
    """A place in the manifest."""

    @property
    def line(self) -> int:
        """Return the line, counted from 1."""


class ManifestLike(Protocol):
    """As much of a manifest as a collector reads."""

    @property
    def path(self) -> Path:
        """Return the file of the manifest."""

    @property
    def data(self) -> dict[str, Any]:
        """Return what it says."""

    def locate(self, pointer: str) -> PositionLike:
        """Return where a value stands."""


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one piece of evidence."""

    id: str
    manifest: ManifestLike
    manifest_file: str
    repository: Repository
    elements: ElementIndex
    signed: Reader
    files: dict[tuple[str, str], EvidenceFile]
    statements: list[Statement] = field(default_factory=list)
    allow_commands: bool = False

    def open(self, declared: object, kind: Kind = "document", beside: str | None = None) -> Opened:
        """Open a declared file and keep its digest for the report."""
        opened = self.repository.open(declared, kind, beside)
        self.mark(opened, opened.state, opened.note)
        return opened

    def mark(self, opened: Opened, state: State, note: str) -> None:
        """Set the state of an opened file in the list for the report."""
        if opened.file is not None:
            self.files[self.id, opened.file] = EvidenceFile(self.id, opened.file, state, opened.sha256, note)

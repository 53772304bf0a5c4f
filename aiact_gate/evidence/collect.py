# SPDX-License-Identifier: Apache-2.0
"""Collects the facts of one system: each declared piece of evidence by the collector of its kind."""

from __future__ import annotations

import importlib
import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from aiact_gate.evidence import consistency, provenance
from aiact_gate.evidence.context import Context, ManifestLike
from aiact_gate.evidence.paths import Repository
from aiact_gate.evidence.states import Collected, Fact
from aiact_gate.names import printable

if TYPE_CHECKING:
    from aiact_gate.evidence.index import ElementIndex
    from aiact_gate.evidence.states import EvidenceFile

# A collector is a module with `collect(context, declared, pointer) -> Fact`; it is imported when it is needed.
COLLECTORS: dict[str, str] = {
    "accuracy-robustness": "aiact_gate.evidence.metrics",
    "record-keeping": "aiact_gate.evidence.records",
    "deployer-logs": "aiact_gate.evidence.records",
    "human-oversight": "aiact_gate.evidence.oversight",
    "output-marking": "aiact_gate.evidence.marking",
    "chat-notice": "aiact_gate.evidence.notices",
    "deep-fake-label": "aiact_gate.evidence.labels",
    "public-text-label": "aiact_gate.evidence.labels",
    "design-changes": "aiact_gate.evidence.design_changes",
}
_DOCUMENTS = "aiact_gate.evidence.documents"


class Collector(Protocol):
    """A module that collects one kind of evidence."""

    def collect(self, context: Context, declared: Any, pointer: str) -> Fact:
        """Return what was seen; a hostile file gives a state, never an exception."""


def collect(
    manifest: ManifestLike,
    root: Path,
    elements: ElementIndex,
    *,
    allow_commands: bool = False,
    signed: provenance.Reader | None = None,
) -> Collected:
    """Return the facts of all declared evidence, and the files that were opened for them."""
    with nullcontext(signed) if signed else provenance.Reader() as reader:
        return _collected(manifest, root, elements, reader, allow_commands=allow_commands)


def _collected(
    manifest: ManifestLike, root: Path, elements: ElementIndex, signed: provenance.Reader, *, allow_commands: bool
) -> Collected:
    declared = manifest.data.get("evidence") if isinstance(manifest.data, dict) else None
    facts: dict[str, Fact] = {}
    files: dict[tuple[str, str], EvidenceFile] = {}
    statements: list[consistency.Statement] = []
    repository = Repository(root, manifest.path.parent)
    for name, value in sorted(declared.items(), key=_by_name) if isinstance(declared, dict) else ():
        if not isinstance(name, str) or value is None or _is_undetermined(value):
            continue
        place = shown(manifest.path, root)
        context = Context(name, manifest, place, repository, elements, signed, files, statements, allow_commands)
        collector: Collector = importlib.import_module(COLLECTORS.get(name, _DOCUMENTS))
        facts[name] = collector.collect(context, value, f"/evidence/{name}")
    opened = tuple(files[key] for key in sorted(files))
    return Collected(facts, opened, consistency.facts(manifest.data, statements) if facts else {})


def _by_name(item: tuple[object, object]) -> str:
    return str(item[0])


def shown(path: Path, root: Path) -> str:
    """Return a path as the report shows it: relative to the repository."""
    real, top = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    return printable(real.relative_to(top).as_posix() if real.is_relative_to(top) else path.name)


def _is_undetermined(value: object) -> bool:
    return isinstance(value, dict) and set(value) == {"undetermined"}

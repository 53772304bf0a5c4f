# SPDX-License-Identifier: Apache-2.0
"""Looks at the proofs of claimed exits: whether the file that a claim names is there and says something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import placeholder
from aiact_gate.evidence.paths import Repository
from aiact_gate.evidence.sections import ReadError, read_document
from aiact_gate.evidence.states import EvidenceFile

if TYPE_CHECKING:
    from pathlib import Path

    from aiact_gate.evidence.context import ManifestLike

_MAX_DEPTH = 30


def proofs(manifest: ManifestLike, root: Path) -> dict[str, EvidenceFile]:
    """Return the proof of each claim by the JSON pointer of the claim; claims without a file are absent."""
    repository = Repository(root, manifest.path.parent)
    claims: dict[str, str] = {}
    for key, value in manifest.data.items() if isinstance(manifest.data, dict) else ():
        if key != "evidence":
            _walk(value, f"/{_escape(str(key))}", claims, 0)
    return {pointer: _proof(repository, pointer, path) for pointer, path in claims.items()}


def _walk(value: Any, pointer: str, claims: dict[str, str], depth: int) -> None:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for index, inner in enumerate(value):
            _walk(inner, f"{pointer}/{index}", claims, depth + 1)
    elif isinstance(value, dict):
        named = value.get("evidence")
        if isinstance(named, str):
            claims[pointer] = named
        for key, inner in value.items():
            _walk(inner, f"{pointer}/{_escape(str(key))}", claims, depth + 1)


def _proof(repository: Repository, pointer: str, path: str) -> EvidenceFile:
    opened = repository.open(path)
    if not opened.readable:
        return EvidenceFile(pointer, opened.file or path[:200], opened.state, opened.sha256, opened.note)
    file = opened.file or path
    try:
        root = read_document(opened).root
    except ReadError as error:
        return EvidenceFile(pointer, file, error.state, opened.sha256, error.note)
    parts = root.walk()
    verdict = placeholder.assess(
        "\n\n".join(part.text for part in parts), [part.title for part in parts], asked=placeholder.Asked()
    )
    return EvidenceFile(pointer, file, verdict.state, opened.sha256, verdict.note)


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")

# SPDX-License-Identifier: Apache-2.0
"""What is fuzzed: for each reader of a stranger's file one function that takes any bytes and must not fail.

A reader may refuse a file with the error that it documents; anything else that it raises is a crash.
"""

import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

from aiact_gate import config
from aiact_gate.errors import GateError
from aiact_gate.evidence import (
    containers,
    documents,
    drawings,
    index,
    marking,
    metadata,
    metrics,
    notices,
    oversight,
    own_reports,
    paths,
    provenance,
    records,
    sections,
    xmp,
)
from aiact_gate.evidence.context import Context
from aiact_gate.evidence.readers import confined, pdf_text, rst_text
from aiact_gate.evidence.readers import signed as signed_reader
from aiact_gate.evidence.states import Fact, State
from aiact_gate.manifest.answers import answers
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.validate import validate
from aiact_gate.manifest.yaml_subset import YamlError, loads
from aiact_gate.waivers import entries

_STATES = frozenset(get_args(State))
_ELEMENTS = index.load()
_RETENTION = {"file": "a.toml", "key": "a.b"}
_FOLDER = TemporaryDirectory()  # lives as long as the process
_FOUND = Path(_FOLDER.name) / config.NAME
_NOTICE = "You chat with an AI system."


@dataclass(frozen=True, slots=True)
class _Position:
    line: int = 1


@dataclass(frozen=True, slots=True)
class _Declaring:
    """A manifest of which no more is read than where its values stand."""

    path: Path
    data: dict[str, Any]

    def locate(self, _pointer: str) -> _Position:
        return _Position()


class _OneFile(paths.Repository):
    """A repository in memory in which every name is the file that is fuzzed."""

    def __init__(self, data: bytes) -> None:
        super().__init__(Path("/"), Path("/"))
        self._data = data

    def _open(self, declared: str, kind: paths.Kind, _base: Path) -> paths.Opened:
        return paths._judge_bytes(self._data, declared, kind, paths._limit(kind, declared))


class _Unsigned(provenance.Reader):
    """Finds no signature, since those are read in another process; `signed` is about them."""

    def read(self, *_arguments: object) -> provenance.Provenance:
        return provenance.Provenance("none")


def _context(data: bytes, evidence_id: str) -> Context:
    manifest = _Declaring(Path("/ai-system.yaml"), {})
    return Context(evidence_id, manifest, "ai-system.yaml", _OneFile(data), _ELEMENTS, _Unsigned(), {})


def _is_sound(fact: Fact) -> None:
    """Hold a fact to what rules and reports rely on: a known state everywhere, and JSON."""
    assert fact["state"] in _STATES, fact
    for seen in fact.get("elements", {}).values():
        assert seen["state"] in _STATES, seen
        assert seen["line"] >= 1, seen
    json.dumps(fact, allow_nan=False)


def _document(suffix: str) -> Callable[[bytes], None]:
    def one(data: bytes) -> None:
        for evidence_id in ("technical-documentation", "risk-management"):
            _is_sound(documents.collect(_context(data, evidence_id), f"a.{suffix}", "/evidence/a"))
        own_reports.is_own_report(data)

    return one


def _confined(read: Callable[[bytes], sections.Document]) -> Callable[[bytes], None]:
    """Read in this process what the gate reads in one of its own, where any error of the library is a state."""

    def one(data: bytes) -> None:
        try:
            made = read(data)
        except Exception:  # noqa: BLE001 -- the library's own: ends the reading process, and the file is a state
            return
        json.dumps(confined.packed(made))
        metadata.values(made)

    return one


def manifest(data: bytes) -> None:
    """Load a manifest: it keeps to the schema and has answers, or each problem has a place and a sentence."""
    try:
        loaded = loads(data)
    except YamlError as error:
        assert error.problem.line >= 1
        assert error.problem.message
        return
    if isinstance(loaded.data, dict):
        declared = Manifest(Path("ai-system.yaml"), "ai-system.yaml", loaded.data, loaded.marks)
        problems = validate(declared)
        assert all(problem.line >= 1 and problem.message for problem in problems)
        if not problems:
            json.dumps(answers(declared), default=str)


def waivers(data: bytes) -> None:
    """Read a file of waivers."""
    try:
        entries.parse(data, "waivers.yaml")
    except GateError as error:
        assert str(error)


def word(data: bytes) -> None:
    """Read a Word document: a whole archive, or else its text part alone."""
    if not data.startswith(b"PK"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("word/document.xml", data)
        data = packed.getvalue()
    _document("docx")(data)


def csv(data: bytes) -> None:
    """Read a register, measured values and a log from CSV."""
    _document("csv")(data)
    _is_sound(
        metrics.collect(
            _context(data, "accuracy-robustness"), {"metrics": {"measured": "a.csv", "thresholds": "a.csv"}}, "/a"
        )
    )


def log(data: bytes) -> None:
    """Read a schema (the first line) and a sample of a log by it, its retention and its switches."""
    first, _, rest = data.partition(b"\n")
    declared = {
        "schema": "a.json",
        "sample": "b.jsonl",
        "config": "c.yaml",
        "retention": {"file": "c.yaml", "key": "a.b"},
    }
    context = _context(rest, "record-keeping")
    context.repository._cache[("a.json", "config", None)] = paths._judge_bytes(first, "a.json", "config", 1 << 20)
    _is_sound(records.collect(context, declared, "/a"))


def toml_file(data: bytes) -> None:
    """Read TOML as the configuration of a log, and as that of the gate."""
    _is_sound(records.collect(_context(data, "deployer-logs"), {"config": "a.toml", "retention": _RETENTION}, "/a"))
    _FOUND.write_bytes(data)
    with suppress(GateError):
        config.load(_FOUND, named=False)


def junit(data: bytes) -> None:
    """Look for a test in a report."""
    _is_sound(oversight.collect(_context(data, "human-oversight"), {"stop": {"report": "a.xml", "test": "t"}}, "/a"))


def media(data: bytes) -> None:
    """Look for marks in pictures, sound, film and text, by what the bytes say and as if they were each format."""
    declared = {"samples": {kind: ["a.html", "a.json", "a.txt", "a"] for kind in ("image", "audio", "video", "text")}}
    _is_sound(marking.collect(_context(data, "output-marking"), declared, "/a"))
    for kind in containers.FORMATS:
        for packet in containers.xmp_packets(data, kind):
            xmp.digital_source_type(packet)


def drawing(data: bytes) -> None:
    """Read what a drawing shows and what its metadata says."""
    opened = paths.Opened("present", "a.svg", "", data, None)
    try:
        drawings.visible_text(opened)
    except sections.ReadError as error:
        assert error.note
    xmp.digital_source_type(data)


def signed(data: bytes) -> None:
    """Read signed provenance with the native library."""
    kind = containers.format_of(data, "a") or "png"
    try:
        json.dumps(signed_reader.read(data, {"media_type": containers.FORMATS[kind][1], "anchors": None}))
    except sections.ReadError as error:
        assert error.note


def notice(data: bytes) -> None:
    """Look for a notice in a page, a component and messages, and for what a prompt forbids."""
    faces = [{"file": f"a.{suffix}", "language": "en"} for suffix in ("html", "vue", "json", "yaml", "txt")]
    declared = {"interfaces": faces, "notices": {"en": _NOTICE}, "system_prompts": ["p.txt"]}
    _is_sound(notices.collect(_context(data, "chat-notice"), declared, "/a"))


HARNESSES: dict[str, Callable[[bytes], None]] = {
    "manifest": manifest,
    "waivers": waivers,
    "markdown": _document("md"),
    "rst": _confined(rst_text.document),
    "html": _document("html"),
    "word": word,
    "pdf": _confined(pdf_text.document),
    "yaml": _document("yaml"),
    "json": _document("json"),
    "toml": toml_file,
    "csv": csv,
    "log": log,
    "junit": junit,
    "media": media,
    "drawing": drawing,
    "signed": signed,
    "notice": notice,
}

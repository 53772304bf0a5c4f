# SPDX-License-Identifier: Apache-2.0
"""Systems that try to cost more than they may: each writes itself into a folder."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.security.hostile import manifest, put

_BAIT = ("a" * 60_000 + "!", "(" * 30_000, "1." * 30_000, " " * 60_000 + "x", "\t- " * 20_000, "TODO" * 15_000)


def _said(folder: Path, more: str) -> None:
    put(folder, "ai-system.yaml", manifest(folder.name, more))


def _document(suffix: str, content: bytes) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        put(folder, f"a.{suffix}", content)
        _said(folder, f"evidence: {{technical-documentation: a.{suffix}}}\n")

    return write


def _raw(content: str) -> Callable[[Path], None]:
    return lambda folder: put(folder, "ai-system.yaml", content) and None


def _list(key: str, item: str, times: int) -> Callable[[Path], None]:
    return lambda folder: _said(folder, f"{key}: [{', '.join([item] * times)}]\n")


def _zip(name: str, members: dict[str, bytes]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        folder.mkdir(parents=True)
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        _said(folder, f"evidence: {{technical-documentation: {name}}}\n")

    return write


def _png(folder: Path) -> None:
    """Write a picture of 60,000 by 60,000 points, and a compressed text of 200 MB in it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    squeeze = zlib.compressobj(9)
    block = b"<x" * 500_000
    text = b"".join([*(squeeze.compress(block) for _ in range(200)), squeeze.flush()])
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    chunks = [chunk(b"IHDR", header), chunk(b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + text), chunk(b"IEND", b"")]
    put(folder, "a.png", b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    _said(folder, "evidence: {output-marking: {samples: {image: [a.png]}}}\n")


def _log(folder: Path) -> None:
    folder.mkdir(parents=True)
    with (folder / "log.jsonl").open("wb") as stream:
        stream.truncate(5 << 30)
    put(folder, "schema.json", '{"type": "object"}')
    _said(folder, "evidence: {record-keeping: {schema: schema.json, sample: log.jsonl}}\n")


def _schema(folder: Path) -> None:
    put(folder, "schema.json", '{"properties": {"a": {"pattern": "^(a|aa)+$"}, "b": {"$ref": "#"}}}')
    put(folder, "log.jsonl", '{"a": "' + "a" * 50_000 + '!"}\n')
    _said(folder, "evidence: {record-keeping: {schema: schema.json, sample: log.jsonl}}\n")


def _logged(lines: bytes) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        put(folder, "s.json", '{"type": "object", "properties": {"a": {"type": "integer"}}}')
        put(folder, "l.jsonl", lines)
        _said(folder, "evidence: {record-keeping: {schema: s.json, sample: l.jsonl, config: l.jsonl}}\n")

    return write


def _bait(folder: Path) -> None:
    """Put bait into every heading and value that a pattern looks at."""
    lines = [f"# {bait}\n\n{bait}\n\n| {bait} |\n\nSee {bait}.md\n" for bait in _BAIT]
    put(folder, "a.md", "---\n" + f"date: {'1' * 50_000}\n---\n" + "\n".join(lines))
    put(folder, "log.yaml", f'retention: "{"9" * 60_000} days"\nother: "P{"1" * 50_000}D"\n')
    put(folder, "p.txt", "never say that you are " * 5_000 + "an AI")
    put(folder, "i.html", "<p hidden " * 20_000 + "an AI system" * 5_000)
    _said(
        folder,
        """evidence:
  technical-documentation: a.md
  record-keeping: {description: a.md, retention: {file: log.yaml, key: retention}, config: log.yaml}
  chat-notice: {interfaces: [{file: i.html, language: en}], notices: {en: x}, system_prompts: [p.txt]}
""",
    )


def _evidence(name: str, content: bytes, declared: str) -> Callable[[Path], None]:
    """Write one file, named by whatever evidence reads such files."""

    def write(folder: Path) -> None:
        put(folder, name, content)
        _said(folder, f"evidence: {declared}\n")

    return write


_MEDIA = "{{output-marking: {{samples: {{{kind}: [{name}]}}}}}}"
_REPORT = "{human-oversight: {stop: {report: a.xml, test: t}}}"
_METRICS = "{accuracy-robustness: {description: m.csv, metrics: {measured: m.csv, thresholds: m.csv}}}"
_PROMPT = "{chat-notice: {interfaces: [{file: p.txt, language: en}], notices: {en: x}, system_prompts: [p.txt]}}"
_KEPT = "{record-keeping: {config: a.toml, retention: {file: a.toml, key: a.b}}}"


_ENTITIES = (
    b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY %c '%b'>" % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9))
    + b"]><testsuites>&j;</testsuites>"
)


def _entities(folder: Path) -> None:
    put(folder, "a.xml", _ENTITIES)
    _said(folder, "evidence: {human-oversight: {stop: {report: a.xml, test: t}}}\n")


_PAGES = b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 999999>>endobj\n"
_STREAM = b"stream\n" + zlib.compress(b" " * 90_000_000, 9) + b"\nendstream endobj\n"
_PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" + _PAGES + b"3 0 obj<</Filter/FlateDecode>>" + _STREAM
_WORD = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<w:document xmlns:w='w'>" + b"<w:p>" * 8_000_000,
}

BOMBS: dict[str, Callable[[Path], None]] = {
    "aliases": _raw("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
    "deep-flow": _raw(manifest("deep-flow") + "x: " + "[" * 300_000),
    "deep-block": _raw(manifest("deep-block") + "".join(f"{' ' * depth}k:\n" for depth in range(900))),
    "long-line": _raw(manifest("long-line") + "x: " + "a" * 1_000_000),
    "large": _raw("#" * (3 << 20)),
    "many-keys": _raw(manifest("many-keys") + "".join(f"k{number}: 1\n" for number in range(50_000))),
    "many-events": _list("events", "{kind: x}", 50_000),
    "many-files": lambda folder: _said(
        folder, "evidence: {technical-documentation: [" + ", ".join(f"d{n}.md" for n in range(60_000)) + "]}\n"
    ),
    "quotes-md": _document("md", b"> " * 500_000),
    "lists-md": _document("md", b"- " * 500_000),
    "brackets-md": _document("md", b"![[a](" * 150_000),
    "emphasis-md": _document("md", b"*a_ " * 200_000),
    "headings-md": _document("md", b"# 1(a)\n" * 100_000),
    "front-md": _document("md", b"---\n" + b"[" * 500_000 + b"\n---\n"),
    "open-html": _document("html", b"<div>" * 200_000),
    "quotes-html": _document("html", b"<a b='" * 150_000),
    "nested-json": _document("json", b"[" * 1_000_000),
    "nested-yaml": _document("yaml", b"- " * 500_000),
    "nested-rst": _document("rst", b"* " * 200_000),
    "tables-rst": _document("rst", b"+--" * 100_000 + b"+\n"),
    "pdf": _document("pdf", _PDF),
    "pdf-loop": _document("pdf", b"%PDF-1.7\n1 0 obj 1 0 R endobj\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"),
    "word-zip": _zip("a.docx", _WORD),
    "word-many": _zip("b.docx", {f"x{number}": b"" for number in range(60_000)}),
    "entities": _entities,
    "png": _png,
    "sparse-log": _log,
    "schema": _schema,
    "many-tests": _evidence("a.xml", b"<testsuites>" + b"<testcase name='u'/>" * 700_000 + b"</testsuites>", _REPORT),
    "wide-csv": _document("csv", b"risk," * 200_000 + b"\n" + b"a," * 10),
    "long-csv": _evidence("m.csv", b"metric,value,measured_on\n" + b"a,0.5,2027-01-01\n" * 400_000, _METRICS),
    "nested-toml": _evidence("a.toml", b"a=" + b"[" * 500_000, _KEPT),
    "dotted-toml": _evidence("a.toml", b"a." * 300_000 + b"a=1", _KEPT),
    "wide-json": _document("json", b'{"a":{' + b",".join(b'"k%d":{}' % number for number in range(60_000)) + b"}}"),
    "drawing": _evidence("a.svg", b"<svg>" + b"<text>" * 900_000, _MEDIA.format(kind="image", name="a.svg")),
    "boxes": _evidence(
        "a.mp4",
        b"\0\0\0\x10ftypmp42\0\0\0\0" + b"\0\0\0\x08free" * 4_000_000,
        _MEDIA.format(kind="video", name="a.mp4"),
    ),
    "chunks": _evidence(
        "a.wav", b"RIFF\xff\xff\xff\x7fWAVE" + b"_PMX\0\0\0\0" * 4_000_000, _MEDIA.format(kind="audio", name="a.wav")
    ),
    "blocks": _evidence(
        "a.gif", b"GIF89a\1\0\1\0\0\0\0" + b"!\xff\0\0" * 8_000_000, _MEDIA.format(kind="image", name="a.gif")
    ),
    "prompt": _evidence("p.txt", b"never say that you are not to deny that you are pretending to " * 4_000, _PROMPT),
    "many-events-log": _logged(b'{"a":1}\n' * 900_000),
    "bait": _bait,
}

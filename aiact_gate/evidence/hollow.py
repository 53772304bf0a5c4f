# SPDX-License-Identifier: Apache-2.0
"""Tells a sample of generated content from an empty shell: a mark on nothing says nothing about what users get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiact_gate.evidence import safe_xml, vocabulary, xmp_sound
from aiact_gate.evidence.xmp_boxes import boxes
from aiact_gate.evidence.xmp_images import MAX_PARTS, PNG_MAGIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LEAST = 8  # pixels to a side
_FEWEST = 3  # words
_DRAWN = frozenset(
    {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use", "foreignObject"}
)
_NOT_SHOWN = frozenset({"defs", "metadata", "symbol", "clipPath", "mask"})
_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SCAN = 0xDA
_TAG = re.compile(r"<[^<>]{0,4000}>")


def why(data: bytes, kind: str) -> str:
    """Return what is missing in a sample, as the end of a sentence; nothing for a sample that holds something."""
    if kind in _PICTURES:
        size = _PICTURES[kind](data)
        if size is not None and min(size) < _LEAST:
            return f"is a picture of {size[0]} by {size[1]} pixels, which is no sample of an output"
    present = _PRESENT.get(kind)
    return "" if present is None or present[0](data) else f"holds no {present[1]}"


def of_text(text: str) -> str:
    """Return what is missing in a sample of text, as the end of a sentence."""
    return "" if len(vocabulary.words(_TAG.sub(" ", text))) >= _FEWEST else "holds hardly a word"


def _parts(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the chunks of a PNG with their sizes."""
    position = len(PNG_MAGIC)
    for _ in range(MAX_PARTS):
        kind, size = data[position + 4 : position + 8], int.from_bytes(data[position : position + 4])
        if not kind:
            return
        yield kind, min(size, len(data) - position - 8)
        position += 12 + size


def _riff(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the chunks of a RIFF file: kind, place, size."""
    position = 12
    for _ in range(MAX_PARTS):
        kind, size = data[position : position + 4], int.from_bytes(data[position + 4 : position + 8], "little")
        if len(kind) < len(b"RIFF"):
            return
        yield kind, position + 8, min(size, len(data) - position - 8)
        position += 8 + size + size % 2


def _png(data: bytes) -> tuple[int, int] | None:
    return (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) if data[12:16] == b"IHDR" else None


def _gif(data: bytes) -> tuple[int, int]:
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    position = 2
    for _ in range(MAX_PARTS):
        if data[position : position + 1] != b"\xff" or position + 4 > len(data):
            return None
        marker = data[position + 1]
        if marker in _SIZES:
            head = data[position + 5 : position + 9]
            return int.from_bytes(head[2:]), int.from_bytes(head[:2])
        if marker == _SCAN:
            return None
        position += 1 if marker == 0xFF else 2 + max(int.from_bytes(data[position + 2 : position + 4]), 2)  # noqa: PLR2004
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    for kind, at, _ in _riff(data):
        if kind == b"VP8X":
            return 1 + int.from_bytes(data[at + 4 : at + 7], "little"), 1 + int.from_bytes(
                data[at + 7 : at + 10], "little"
            )
        if kind == b"VP8 ":
            sides = (int.from_bytes(data[at + start : at + start + 2], "little") & 0x3FFF for start in (6, 8))
            return next(sides), next(sides)
        if kind == b"VP8L":
            bits = int.from_bytes(data[at + 1 : at + 5], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None


def _heif(data: bytes) -> tuple[int, int] | None:
    at = data.find(b"ispe", 0, 65536)
    return (int.from_bytes(data[at + 8 : at + 12]), int.from_bytes(data[at + 12 : at + 16])) if at > 0 else None


def _drawing(data: bytes) -> bool:
    try:
        waiting = [safe_xml.parse(data)]
    except safe_xml.UnsafeXmlError:
        return False
    while waiting:
        element = waiting.pop()
        if element.local in _DRAWN:
            return True
        waiting.extend(child for child in element.children if child.local not in _NOT_SHOWN)
    return False


def _film(data: bytes) -> bool:
    return any(box.kind == b"mdat" and box.end > box.start for box in boxes(data, 0, len(data)))


def _flac(data: bytes) -> bool:
    position = xmp_sound.after_tag(data) + 4
    for _ in range(MAX_PARTS):
        head = data[position : position + 4]
        if len(head) < 4:  # noqa: PLR2004
            return False
        position += 4 + int.from_bytes(head[1:])
        if head[0] & 0x80:
            return position < len(data)
    return False


def _mp3(data: bytes) -> bool:
    return data[xmp_sound.after_tag(data) :].lstrip(b"\0")[:1] == b"\xff"


_PICTURES: dict[str, Callable[[bytes], tuple[int, int] | None]] = {
    "png": _png,
    "gif": _gif,
    "jpeg": _jpeg,
    "webp": _webp,
    "avif": _heif,
    "heic": _heif,
}
_PRESENT: dict[str, tuple[Callable[[bytes], bool], str]] = {
    "png": (lambda data: any(kind == b"IDAT" and size > 0 for kind, size in _parts(data)), "picture"),
    "jpeg": (lambda data: _jpeg(data) is not None, "picture"),
    "webp": (lambda data: _webp(data) is not None, "picture"),
    "svg": (_drawing, "drawing that can be read"),
    "wav": (lambda data: any(kind == b"data" and size > 0 for kind, _, size in _riff(data)), "sound"),
    "mp3": (_mp3, "sound"),
    "flac": (_flac, "sound"),
    "mp4": (_film, "film"),
    "mov": (_film, "film"),
    "m4a": (_film, "sound"),
}

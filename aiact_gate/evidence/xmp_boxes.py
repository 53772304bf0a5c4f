# SPDX-License-Identifier: Apache-2.0
"""The XMP packets of files made of boxes: MP4, QuickTime, and the pictures of HEIF and AVIF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from aiact_gate.evidence.xmp_images import MAX_PACKET

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_BOXES = 5_000
_MAX_ITEMS = 2_000
_UUID_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_RDF = b"application/rdf+xml\0"
_LARGE, _WIDE_IDS, _TYPED = 1, 2, 2
_IN_FILE, _IN_META = 0, 1


class Box(NamedTuple):
    """A box: its kind, and where its content begins and ends."""

    kind: bytes
    start: int
    end: int


@dataclass(slots=True)
class _Cursor:
    """Reads numbers one after the other; beyond the end they are zero."""

    data: bytes
    position: int

    def take(self, size: int) -> int:
        value = int.from_bytes(self.data[self.position : self.position + size])
        self.position += size
        return value


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes of a stretch; a broken one ends it."""
    position = start
    for _ in range(_MAX_BOXES):
        size, kind = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        header = 8
        if size == _LARGE:
            size, header = int.from_bytes(data[position + 8 : position + 16]), 16
        if position + header > end or (size and size < header):
            return
        stop = min(position + size, end) if size else end
        yield Box(kind, position + header, stop)
        position = stop


def film(data: bytes) -> Iterator[bytes]:
    """Yield the packets of MP4 (a box of its own at the top) and of QuickTime (among the user data)."""
    for box in boxes(data, 0, len(data)):
        if box.kind == b"uuid" and data[box.start : box.start + 16] == _UUID_XMP:
            yield data[box.start + 16 : min(box.end, box.start + 16 + MAX_PACKET)]
        elif box.kind == b"moov":
            for inner in _below(data, box, b"udta"):
                yield from (
                    data[one.start : min(one.end, one.start + MAX_PACKET)] for one in _below(data, inner, b"XMP_")
                )


def _below(data: bytes, box: Box, kind: bytes, skipped: int = 0) -> list[Box]:
    return [inner for inner in boxes(data, box.start + skipped, box.end) if inner.kind == kind]


def picture(data: bytes) -> Iterator[bytes]:
    """Yield the packets of HEIF and AVIF: items of the media type of RDF, put together from their extents."""
    yield from film(data)
    for meta in (box for box in boxes(data, 0, len(data)) if box.kind == b"meta"):
        wanted = {item for listed in _below(data, meta, b"iinf", 4) for item in _described(data, listed)}
        store = next(iter(_below(data, meta, b"idat", 4)), None)
        for places in _below(data, meta, b"iloc", 4) if wanted else ():
            for item, method, extents in _located(data, places):
                if item not in wanted or (method == _IN_META and store is None) or method > _IN_META:
                    continue
                base = store.start if method == _IN_META and store is not None else 0
                joined = b"".join(data[base + at : base + at + min(size, MAX_PACKET)] for at, size in extents[:16])
                yield joined[:MAX_PACKET]


def _described(data: bytes, listed: Box) -> Iterator[int]:
    wide = data[listed.start] if listed.start < listed.end else 0
    for entry in boxes(data, listed.start + (8 if wide else 6), listed.end):
        version = data[entry.start] if entry.kind == b"infe" and entry.start < entry.end else 0
        if version < _TYPED:
            continue
        cursor = _Cursor(data, entry.start + 4)
        item = cursor.take(4 if version > _TYPED else 2)
        cursor.take(2)
        rest = data[cursor.position : entry.end]
        if rest[:4] == b"mime" and rest[4:].partition(b"\0")[2].startswith(_RDF):
            yield item


def _located(data: bytes, places: Box) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    cursor = _Cursor(data, places.start)
    version = cursor.take(1)
    cursor.take(3)
    sizes, more = cursor.take(1), cursor.take(1)
    of_offset, of_length, of_base = sizes >> 4, sizes & 15, more >> 4
    of_index = more & 15 if version in {1, 2} else 0
    for _ in range(min(cursor.take(2 if version < _WIDE_IDS else 4), _MAX_ITEMS)):
        item = cursor.take(2 if version < _WIDE_IDS else 4)
        method = cursor.take(2) & 15 if version in {1, 2} else _IN_FILE
        cursor.take(2)
        base = cursor.take(of_base)
        extents = []
        for _ in range(min(cursor.take(2), _MAX_ITEMS)):
            cursor.take(of_index)
            extents.append((base + cursor.take(of_offset), cursor.take(of_length)))
        if cursor.position > places.end:
            return
        yield item, method, extents

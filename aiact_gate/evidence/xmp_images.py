# SPDX-License-Identifier: Apache-2.0
"""The XMP packets of pictures: where PNG, JPEG, GIF and TIFF keep them; no picture is decoded."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PACKET = 1024 * 1024
MAX_PARTS = 20_000
PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
_XMP_KEYWORD = b"XML:com.adobe.xmp"
_RAW_PROFILE = b"Raw profile type xmp"
_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_JPEG_MORE = b"http://ns.adobe.com/xmp/extension/\0"
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_START_OF_SCAN, _END_OF_IMAGE, _APP1, _FILL = 0xDA, 0xD9, 0xE1, 0xFF
_HEX = re.compile(rb"\n\s*\d+\n([0-9a-fA-F\s]+)")
_GIF_XMP = b"\x21\xff\x0bXMP DataXMP"
_GIF_TRAILER = b"\x01\xff\xfe\xfd"  # how the 258 bytes begin that lead a plain reader past the packet
_TIFF_XMP = 700
_GUID, _LENGTHS = 32, 8


def png(data: bytes) -> Iterator[bytes]:
    """Yield the packets of a PNG; a chunk whose checksum is wrong is none."""
    position = len(PNG_MAGIC)
    for _ in range(MAX_PARTS):
        size, kind = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + size]
        if len(kind) < 4 or len(body) < size or kind == b"IEND":  # noqa: PLR2004
            return
        if kind in {b"iTXt", b"zTXt", b"tEXt"} and zlib.crc32(kind + body) == int.from_bytes(
            data[position + 8 + size : position + 12 + size]
        ):
            yield _png_text(kind, body)
        position += 12 + size


def _png_text(kind: bytes, body: bytes) -> bytes:
    keyword, _, rest = body.partition(b"\0")
    if kind == b"iTXt" and keyword == _XMP_KEYWORD and len(rest) > 2:  # noqa: PLR2004
        compressed = rest[0] == 1
        text = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
        return inflate(text) if compressed else text
    text = inflate(rest[1:]) if kind == b"zTXt" else rest
    if keyword == _XMP_KEYWORD:
        return text
    profile = _HEX.search(text[:MAX_PACKET]) if keyword == _RAW_PROFILE else None
    if not profile:
        return b""
    digits = b"".join(profile.group(1).split())
    return bytes.fromhex(digits.decode("ascii")) if len(digits) % 2 == 0 else b""


def inflate(data: bytes) -> bytes:
    """Return what was compressed, up to a bound; nothing if it is broken."""
    try:
        return zlib.decompressobj().decompress(data, MAX_PACKET)
    except zlib.error:
        return b""


def jpeg(data: bytes) -> Iterator[bytes]:
    """Yield the packet of a JPEG, and the extension that it names, put together from its parts."""
    main = b""
    parts: dict[bytes, list[tuple[int, bytes]]] = {}
    for body in _app1(data):
        if body.startswith(_JPEG_XMP):
            main = main or body[len(_JPEG_XMP) :]
        elif body.startswith(_JPEG_MORE):
            rest = body[len(_JPEG_MORE) :]
            offset = int.from_bytes(rest[_GUID + 4 : _GUID + _LENGTHS])
            parts.setdefault(rest[:_GUID], []).append((offset, rest[_GUID + _LENGTHS :]))
    if main:
        yield main
    for guid, pieces in parts.items():
        joined = b"".join(piece for _, piece in sorted(pieces))
        if guid in main and len(joined) <= MAX_PACKET:  # one that nothing names is left over from another picture
            yield joined


def _app1(data: bytes) -> Iterator[bytes]:
    position = 2
    for _ in range(MAX_PARTS):
        if data[position : position + 1] != b"\xff" or position + 4 > len(data):
            return
        marker = data[position + 1]
        if marker in {_START_OF_SCAN, _END_OF_IMAGE}:
            return
        if marker in _STANDALONE or marker == _FILL:
            position += 1 if marker == _FILL else 2
            continue
        size = int.from_bytes(data[position + 2 : position + 4])
        if marker == _APP1:
            yield data[position + 4 : position + 2 + size]
        position += 2 + max(size, 2)


def gif(data: bytes) -> Iterator[bytes]:
    """Yield the packet of a GIF from its application extension, found block by block."""
    position = 13 + _table(data[10:11])
    for _ in range(MAX_PARTS):
        if data.startswith(_GIF_XMP, position):
            start = position + len(_GIF_XMP)
            end = data.find(_GIF_TRAILER, start, start + MAX_PACKET)
            if end > 0:
                yield data[start:end]
            return
        kind = data[position : position + 1]
        if kind == b"\x2c":
            position += 11 + _table(data[position + 9 : position + 10])
        elif kind == b"\x21":
            position += 2
        else:
            return
        position = _after_blocks(data, position)


def _table(flags: bytes) -> int:
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _after_blocks(data: bytes, position: int) -> int:
    while position < len(data) and data[position]:
        position += 1 + data[position]
    return position + 1


def tiff(data: bytes) -> Iterator[bytes]:
    """Yield the packet of a TIFF from the tag of its first directory."""
    little = data[:2] == b"II"

    def number(start: int, size: int) -> int:
        return int.from_bytes(data[start : start + size], "little" if little else "big")

    directory = number(4, 4)
    for index in range(number(directory, 2)):
        entry = directory + 2 + 12 * index
        if number(entry, 2) == _TIFF_XMP:
            size, start = number(entry + 4, 4), number(entry + 8, 4)
            yield data[start : start + min(size, MAX_PACKET)]
            return

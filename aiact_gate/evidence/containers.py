# SPDX-License-Identifier: Apache-2.0
"""Finds the format of a media file and the XMP packets in it, without decoding pictures or sound."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MAX_PACKET = 1024 * 1024
_MAX_PARTS = 20_000
_PNG = b"\x89PNG\r\n\x1a\n"
_XMP_KEYWORD = b"XML:com.adobe.xmp"
_RAW_PROFILE = b"Raw profile type xmp"
_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_UUID_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_START_OF_SCAN, _END_OF_IMAGE, _APP1 = 0xDA, 0xD9, 0xE1
_HEX = re.compile(rb"\n\s*\d+\n([0-9a-fA-F\s]+)")

FORMATS: dict[str, tuple[str, str]] = {  # format: modality, media type
    "png": ("image", "image/png"),
    "jpeg": ("image", "image/jpeg"),
    "webp": ("image", "image/webp"),
    "gif": ("image", "image/gif"),
    "tiff": ("image", "image/tiff"),
    "avif": ("image", "image/avif"),
    "heic": ("image", "image/heic"),
    "svg": ("image", "image/svg+xml"),
    "wav": ("audio", "audio/wav"),
    "mp3": ("audio", "audio/mpeg"),
    "flac": ("audio", "audio/flac"),
    "m4a": ("audio", "audio/mp4"),
    "mp4": ("video", "video/mp4"),
    "mov": ("video", "video/quicktime"),
    "avi": ("video", "video/avi"),
    "pdf": ("text", "application/pdf"),
    "html": ("text", ""),
    "json": ("text", ""),
    "text": ("text", ""),
}
_BRANDS = {b"avif": "avif", b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"M4A ": "m4a", b"qt  ": "mov"}
_RIFF = {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}
_MAGIC = ((_PNG, "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"))
_MORE_MAGIC = ((b"fLaC", "flac"), (b"ID3", "mp3"), (b"\xff\xfb", "mp3"), (b"\xff\xf3", "mp3"), (b"%PDF-", "pdf"))


def format_of(data: bytes, name: str) -> str | None:
    """Return the format by the first bytes; text formats, which have none, by the name."""
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "mp4")
    for magic, found in (*_MAGIC, *_MORE_MAGIC):
        if data.startswith(magic):
            return found
    if b"\0" in data[:65536]:
        return None
    suffix = name.lower().rpartition(".")[2]
    by_name = {"html": "html", "htm": "html", "xhtml": "html", "svg": "svg", "json": "json", "jsonld": "json"}
    return by_name.get(suffix) or ("text" if suffix in {"txt", "md", "xml"} else None)


def xmp_packets(data: bytes, kind: str) -> list[bytes]:
    """Return the XMP packets that stand where the format keeps them; a broken file ends the search."""
    reader = _READERS.get(kind)
    return [packet for packet in reader(data) if packet][:16] if reader else []


def _png(data: bytes) -> Iterator[bytes]:
    position = len(_PNG)
    for _ in range(_MAX_PARTS):
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
        return _inflate(text) if compressed else text
    text = _inflate(rest[1:]) if kind == b"zTXt" else rest
    if keyword == _XMP_KEYWORD:
        return text
    profile = _HEX.search(text[:_MAX_PACKET]) if keyword == _RAW_PROFILE else None
    if not profile:
        return b""
    digits = b"".join(profile.group(1).split())
    return bytes.fromhex(digits.decode("ascii")) if len(digits) % 2 == 0 else b""


def _inflate(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MAX_PACKET)
    except zlib.error:
        return b""


def _jpeg(data: bytes) -> Iterator[bytes]:
    position = 2
    for _ in range(_MAX_PARTS):
        if data[position : position + 1] != b"\xff" or position + 4 > len(data):
            return
        marker = data[position + 1]
        if marker in {_START_OF_SCAN, _END_OF_IMAGE}:
            return
        if marker in _STANDALONE or marker == 0xFF:  # noqa: PLR2004 - fill byte
            position += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        size = int.from_bytes(data[position + 2 : position + 4])
        body = data[position + 4 : position + 2 + size]
        if marker == _APP1 and body.startswith(_JPEG_XMP):
            yield body[len(_JPEG_XMP) :]
        position += 2 + max(size, 2)


def _riff(data: bytes) -> Iterator[bytes]:
    position = 12
    for _ in range(_MAX_PARTS):
        kind, size = data[position : position + 4], int.from_bytes(data[position + 4 : position + 8], "little")
        if len(kind) < 4:  # noqa: PLR2004
            return
        if kind in {b"XMP ", b"_PMX"}:
            yield data[position + 8 : position + 8 + min(size, _MAX_PACKET)]
        position += 8 + size + size % 2


def _boxes(data: bytes) -> Iterator[bytes]:
    position = 0
    for _ in range(_MAX_PARTS):
        size, kind = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        header = 8
        if size == 1:
            size, header = int.from_bytes(data[position + 8 : position + 16]), 16
        if len(kind) < 4 or (size and size < header):  # noqa: PLR2004
            return
        end = position + size if size else len(data)
        if kind == b"uuid" and data[position + header : position + header + 16] == _UUID_XMP:
            yield data[position + header + 16 : min(end, position + _MAX_PACKET)]
        position = end


def _svg(data: bytes) -> Iterator[bytes]:
    yield data[:_MAX_PACKET]


_READERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "png": _png,
    "jpeg": _jpeg,
    "webp": _riff,
    "wav": _riff,
    "avi": _riff,
    "mp4": _boxes,
    "mov": _boxes,
    "m4a": _boxes,
    "avif": _boxes,
    "heic": _boxes,
    "svg": _svg,
}

# SPDX-License-Identifier: Apache-2.0
"""The XMP packets of sound and of RIFF files: WAV, AVI and WebP in chunks, MP3 in ID3 frames, FLAC in blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiact_gate.evidence.xmp_images import MAX_PACKET, MAX_PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNKS = frozenset({b"XMP ", b"_PMX", b"iXML", b"axml"})
_OWNER = b"XMP\0"
_UNSYNCHRONISED, _EXTENDED = 0x80, 0x40
_THIRD, _FOURTH = 3, 4
_FLAC_APPLICATION, _FLAC_COMMENTS = 2, 4
_FLAC_IDS = frozenset({b"XMP ", b"xmp "})
_COMMENT = b"XMP="


def riff(data: bytes) -> Iterator[bytes]:
    """Yield the packets of the chunks that hold XML."""
    position = 12
    for _ in range(MAX_PARTS):
        kind, size = data[position : position + 4], int.from_bytes(data[position + 4 : position + 8], "little")
        if len(kind) < 4:  # noqa: PLR2004
            return
        if kind in _CHUNKS:
            yield data[position + 8 : position + 8 + min(size, MAX_PACKET)]
        position += 8 + size + size % 2


def mp3(data: bytes) -> Iterator[bytes]:
    """Yield the packets of the private frames of an ID3 tag that say they hold XMP."""
    if data[:3] != b"ID3" or data[3:4] not in {b"\3", b"\4"}:
        return
    version, flags = data[3], data[5]
    tag = data[10 : 10 + _safe(data[6:10])][: 4 * MAX_PACKET]
    if flags & _UNSYNCHRONISED and version == _THIRD:
        tag = tag.replace(b"\xff\0", b"\xff")
    position = 0
    if flags & _EXTENDED:
        position = 4 + int.from_bytes(tag[:4]) if version == _THIRD else _safe(tag[:4])
    for _ in range(MAX_PARTS):
        kind, length = tag[position : position + 4], tag[position + 4 : position + 8]
        size = _safe(length) if version == _FOURTH else int.from_bytes(length)
        if len(length) < 4 or not kind.strip(b"\0") or not size:  # noqa: PLR2004
            return
        body = tag[position + 10 : position + 10 + size]
        if kind == b"PRIV" and body.startswith(_OWNER):
            yield body[len(_OWNER) :][:MAX_PACKET]
        position += 10 + size


def _safe(number: bytes) -> int:
    """Return a number of seven bits a byte."""
    value = 0
    for byte in number:
        value = value << 7 | byte & 0x7F
    return value


def after_tag(data: bytes) -> int:
    """Return where a file goes on after the ID3 tag at its beginning."""
    return 10 + _safe(data[6:10]) if data.startswith(b"ID3") else 0


def flac(data: bytes) -> Iterator[bytes]:
    """Yield the packets of application blocks and of comments."""
    position = after_tag(data) + 4
    for _ in range(MAX_PARTS):
        head, size = data[position : position + 1], int.from_bytes(data[position + 1 : position + 4])
        if not head:
            return
        body = data[position + 4 : position + 4 + size]
        kind = head[0] & 0x7F
        if kind == _FLAC_APPLICATION and body[:4] in _FLAC_IDS:
            yield body[4:][:MAX_PACKET]
        elif kind == _FLAC_COMMENTS:
            yield from _comments(body)
        position += 4 + size
        if head[0] & 0x80:
            return


def _comments(body: bytes) -> Iterator[bytes]:
    position = 8 + int.from_bytes(body[:4], "little")
    for _ in range(min(int.from_bytes(body[position - 4 : position], "little"), MAX_PARTS)):
        size = int.from_bytes(body[position : position + 4], "little")
        text = body[position + 4 : position + 4 + size]
        if text[: len(_COMMENT)].upper() == _COMMENT:
            yield text[len(_COMMENT) :][:MAX_PACKET]
        position += 4 + size
        if position >= len(body):
            return

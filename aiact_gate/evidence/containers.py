# SPDX-License-Identifier: Apache-2.0
"""Finds the format of a media file and the XMP packets in it, without decoding pictures or sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiact_gate.evidence import xmp_boxes, xmp_images, xmp_pdf, xmp_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MAX_DRAWING = 8 * 1024 * 1024  # a drawing is XML as a whole, and its mark stands anywhere in it
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
    "ogg": ("audio", ""),
    "mp4": ("video", "video/mp4"),
    "mov": ("video", "video/quicktime"),
    "avi": ("video", "video/avi"),
    "pdf": ("text", "application/pdf"),
    "docx": ("text", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "odt": ("text", "application/vnd.oasis.opendocument.text"),
    "html": ("text", ""),
    "json": ("text", ""),
    "text": ("text", ""),
}
_BRANDS = {
    b"avif": "avif",
    b"heic": "heic",
    b"heix": "heic",
    b"avis": "avif",
    b"mif1": "heic",
    b"M4A ": "m4a",
    b"qt  ": "mov",
}
_GENERAL = frozenset({b"mif1", b"msf1", b"miaf"})
_RIFF = {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}
_MAGIC = (
    (xmp_images.PNG_MAGIC, "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
)
_MORE_MAGIC: tuple[tuple[bytes, str], ...] = ((b"fLaC", "flac"), (b"OggS", "ogg"), (b"ID3", "mp3"), (b"%PDF-", "pdf"))
_MORE_MAGIC += tuple((frame, "mp3") for frame in (b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2"))
_ZIP = b"PK\x03\x04"


def format_of(data: bytes, name: str) -> str | None:
    """Return the format by the first bytes; text formats, which have none, by the name."""
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        also = data[16 : min(int.from_bytes(data[:4]), 256)]
        return "avif" if data[8:12] in _GENERAL and b"avif" in also else _BRANDS.get(data[8:12], "mp4")
    known = next((found for magic, found in (*_MAGIC, *_MORE_MAGIC) if data.startswith(magic)), None)
    if known:
        return "flac" if data.startswith(b"fLaC", xmp_sound.after_tag(data)) else known
    suffix = name.lower().rpartition(".")[2]
    if data.startswith(_ZIP):
        return suffix if suffix in {"docx", "odt"} else None
    if b"\0" in data[:65536]:
        return None
    by_name = {"html": "html", "htm": "html", "xhtml": "html", "svg": "svg", "json": "json", "jsonld": "json"}
    return by_name.get(suffix) or ("text" if suffix in {"txt", "md", "xml"} else None)


def xmp_packets(data: bytes, kind: str) -> list[bytes]:
    """Return the XMP packets that stand where the format keeps them; a broken file ends the search."""
    reader = _READERS.get(kind)
    return [packet for packet in reader(data) if packet][:16] if reader else []


def _drawing(data: bytes) -> Iterator[bytes]:
    yield data[:_MAX_DRAWING]


_READERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "png": xmp_images.png,
    "jpeg": xmp_images.jpeg,
    "gif": xmp_images.gif,
    "tiff": xmp_images.tiff,
    "webp": xmp_sound.riff,
    "wav": xmp_sound.riff,
    "avi": xmp_sound.riff,
    "mp3": xmp_sound.mp3,
    "flac": xmp_sound.flac,
    "mp4": xmp_boxes.film,
    "mov": xmp_boxes.film,
    "m4a": xmp_boxes.film,
    "avif": xmp_boxes.picture,
    "heic": xmp_boxes.picture,
    "pdf": xmp_pdf.packets,
    "svg": _drawing,
}

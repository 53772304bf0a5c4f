# SPDX-License-Identifier: Apache-2.0
"""Makes sound, films and documents with an XMP packet where their format keeps it, byte by byte."""

import io
import wave
import zlib

from PIL import Image


def chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def wav(packet: str | None = None, kind: bytes = b"_PMX") -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\0\0" * 800)
    data = out.getvalue()
    more = chunk(kind, packet.encode()) if packet is not None else b""
    return b"RIFF" + (len(data) - 8 + len(more)).to_bytes(4, "little") + data[8:] + more


def safe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def mp3(packet: str | None, version: int = 4, owner: bytes = b"XMP\0", *, extended: bool = False) -> bytes:
    body = owner + (packet or "").encode()
    size = safe(len(body)) if version == 4 else len(body).to_bytes(4)
    title = b"\3A song\0"
    frames = b"TIT2" + (safe(len(title)) if version == 4 else len(title).to_bytes(4)) + b"\0\0" + title
    frames += b"PRIV" + size + b"\0\0" + body if packet is not None else b""
    if extended:
        frames = (safe(6) + b"\1\0" if version == 4 else (6).to_bytes(4) + b"\0" * 6) + frames
    head = b"ID3" + bytes([version, 0, 0x40 if extended else 0]) + safe(len(frames))
    return head + frames + (b"\xff\xfb\x90\x64" + b"\0" * 413) * 3


def flac(packet: str | None, *, comment: bool = False) -> bytes:
    def block(kind: int, body: bytes, *, last: bool = False) -> bytes:
        return bytes([kind | (0x80 if last else 0)]) + len(body).to_bytes(3) + body

    found = block(0, b"\0" * 34)
    if packet is not None and comment:
        texts = [b"TITLE=A song", b"xmp=" + packet.encode()]
        listed = b"".join(len(text).to_bytes(4, "little") + text for text in texts)
        found += block(4, (4).to_bytes(4, "little") + b"test" + (2).to_bytes(4, "little") + listed)
    elif packet is not None:
        found += block(2, b"XMP " + packet.encode())
    return b"fLaC" + found + block(1, b"\0" * 8, last=True) + b"\xff\xf8\xc9\x18" + b"\0" * 60


def box(kind: bytes, body: bytes) -> bytes:
    return (8 + len(body)).to_bytes(4) + kind + body


def mp4(packet: str | None) -> bytes:
    head = box(b"ftyp", b"isom\0\0\2\0isomiso2mp41")
    marked = box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + packet.encode()) if packet else b""
    return head + box(b"moov", box(b"mvhd", b"\0" * 100)) + marked + box(b"mdat", b"\0" * 64)


def mov(packet: str) -> bytes:
    user = box(b"udta", box(b"XMP_", packet.encode()))
    return box(b"ftyp", b"qt  \0\0\2\0qt  ") + box(b"moov", box(b"mvhd", b"\0" * 100) + user) + box(b"mdat", b"\0" * 64)


def heif(packet: str, *, inside: bool = False, kind: bytes = b"application/rdf+xml") -> bytes:
    """Return a picture whose packet is an item: in the store of the metadata, or somewhere in the file."""
    body = packet.encode()
    entry = box(b"infe", b"\2\0\0\0" + (7).to_bytes(2) + b"\0\0" + b"mime" + b"\0" + kind + b"\0\0")
    listed = box(b"iinf", b"\0\0\0\0" + (1).to_bytes(2) + entry)

    def metadata(at: int) -> bytes:
        where = (7).to_bytes(2) + (1 if inside else 0).to_bytes(2) + b"\0\0" + (1).to_bytes(2)
        places = b"\1\0\0\0\x44\0" + (1).to_bytes(2) + where + at.to_bytes(4) + len(body).to_bytes(4)
        return box(b"meta", b"\0\0\0\0" + listed + box(b"iloc", places) + (box(b"idat", body) if inside else b""))

    head = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    if inside:
        return head + metadata(0)
    at = len(head) + len(metadata(0)) + 8
    return head + metadata(at) + box(b"mdat", body)


def gif(packet: str | None) -> bytes:
    out = io.BytesIO()
    Image.new("P", (8, 8)).save(out, "GIF")
    data = out.getvalue()
    if packet is None:
        return data
    trailer = b"\1" + bytes(range(255, -1, -1)) + b"\0"
    return data[:-1] + b"\x21\xff\x0bXMP DataXMP" + packet.encode() + trailer + b"\x3b"


def tiff(packet: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "TIFF", tiffinfo={700: packet.encode()})
    return out.getvalue()


def jpeg(packet: str, guid: bytes = b"A" * 32, *, named: bool = True) -> bytes:
    """Return a JPEG whose packet is too long for one segment and stands in two parts, the second first."""
    out = io.BytesIO()
    main = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    main += f"<!-- {guid.decode() if named else 'B' * 32} --></x:xmpmeta>"
    Image.new("RGB", (8, 8)).save(out, "JPEG", xmp=main.encode())
    body, half = packet.encode(), len(packet.encode()) // 2
    parts = [(half, body[half:]), (0, body[:half])]
    segments = b""
    for offset, part in parts:
        text = b"http://ns.adobe.com/xmp/extension/\0" + guid + len(body).to_bytes(4) + offset.to_bytes(4) + part
        segments += b"\xff\xe1" + (len(text) + 2).to_bytes(2) + text
    data = out.getvalue()
    return data[:2] + segments + data[2:]


def pdf(packet: str, *, catalog: bool = True, compressed: bool = False, picture: str = "") -> bytes:
    body = zlib.compress(packet.encode()) if compressed else packet.encode()
    filters = b" /Filter /FlateDecode" if compressed else b""
    kept = (
        b"<< /Type /Metadata /Subtype /XML" + filters + b" /Length %d >>\nstream\n" % len(body) + body + b"\nendstream"
    )
    other = (
        b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n" % len(picture) + picture.encode() + b"\nendstream"
    )
    first = b"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>" if catalog else b"<< /Type /Other >>"
    objects = [first, b"<< /Type /Pages /Kids [] /Count 0 >>", b"<< >>", kept, *([other] if picture else [])]
    out = b"%PDF-1.7\n"
    for number, text in enumerate(objects, 1):
        out += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    return out + b"trailer << /Root 1 0 R >>\n%%EOF\n"

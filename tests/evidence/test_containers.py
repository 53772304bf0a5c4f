# SPDX-License-Identifier: Apache-2.0
"""Every format shows the mark where it keeps one, and nowhere else."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiact_gate.evidence import containers, xmp
from tests.evidence import media, pictures
from tests.evidence.conftest import Repo
from tests.evidence.pictures import CAPTURE, TRAINED

PACKET = pictures.xmp(TRAINED)
MARKED: dict[str, tuple[str, str, bytes]] = {
    "jpeg": ("image", "a.jpg", pictures.picture("JPEG", PACKET)),
    "jpeg in parts": ("image", "a.jpg", media.jpeg(PACKET)),
    "webp": ("image", "a.webp", pictures.picture("WEBP", PACKET)),
    "avif": ("image", "a.avif", pictures.picture("AVIF", PACKET)),
    "heif, item in the file": ("image", "a.heic", media.heif(PACKET)),
    "heif, item in the metadata": ("image", "a.heic", media.heif(PACKET, inside=True)),
    "gif": ("image", "a.gif", media.gif(PACKET)),
    "tiff": ("image", "a.tif", media.tiff(PACKET)),
    "wav": ("audio", "a.wav", media.wav(PACKET)),
    "wav, axml": ("audio", "a.wav", media.wav(PACKET, b"axml")),
    "mp3": ("audio", "a.mp3", media.mp3(PACKET)),
    "mp3, older tag": ("audio", "a.mp3", media.mp3(PACKET, 3)),
    "mp3, longer head": ("audio", "a.mp3", media.mp3(PACKET, 4, extended=True)),
    "mp3, older tag with a longer head": ("audio", "a.mp3", media.mp3(PACKET, 3, extended=True)),
    "flac": ("audio", "a.flac", media.flac(PACKET)),
    "flac, comment": ("audio", "a.flac", media.flac(PACKET, comment=True)),
    "mp4": ("video", "a.mp4", media.mp4(PACKET)),
    "mov": ("video", "a.mov", media.mov(PACKET)),
    "pdf": ("text", "a.pdf", media.pdf(PACKET)),
    "pdf, compressed": ("text", "a.pdf", media.pdf(PACKET, compressed=True)),
    "pdf, hidden catalogue": ("text", "a.pdf", media.pdf(PACKET, catalog=False)),
}
UNMARKED: dict[str, tuple[str, str, bytes]] = {
    "jpeg with the parts of another": ("image", "a.jpg", media.jpeg(PACKET, named=False)),
    "heif, another kind of item": ("image", "a.heic", media.heif(PACKET, kind=b"text/plain")),
    "gif": ("image", "a.gif", media.gif(None)),
    "gif, words after the end": ("image", "a.gif", media.gif(None) + b"\x21\xff\x0bXMP DataXMP" + PACKET.encode()),
    "gif, a photograph": ("image", "a.gif", media.gif(pictures.xmp(CAPTURE))),
    "wav": ("audio", "a.wav", media.wav()),
    "wav, another chunk": ("audio", "a.wav", media.wav(PACKET, b"LIST")),
    "mp3": ("audio", "a.mp3", media.mp3(None)),
    "mp3, another owner": ("audio", "a.mp3", media.mp3(PACKET, owner=b"WMP\0")),
    "mp3 without a tag": ("audio", "a.mp3", b"\xff\xfb\x90\x64" + b"\0" * 400 + PACKET.encode()),
    "flac": ("audio", "a.flac", media.flac(None)),
    "mp4": ("video", "a.mp4", media.mp4(None)),
    "mp4, words in the film": ("video", "a.mp4", media.mp4(None) + media.box(b"free", PACKET.encode())),
    "pdf, mark of a picture in it": ("text", "a.pdf", media.pdf(pictures.xmp(CAPTURE), picture=PACKET)),
    "pdf, two and no catalogue": ("text", "a.pdf", media.pdf(PACKET, catalog=False, picture=PACKET)),
    "pdf, words on a page": (
        "text",
        "a.pdf",
        b"%PDF-1.7\n1 0 obj\n<< >>\nstream\n" + PACKET.encode() + b"\nendstream\n",
    ),
}


def look(repo: Repo, case: tuple[str, str, bytes]) -> dict:
    modality, name, data = case
    repo.write(name, data)
    return repo.fact("output-marking", {"samples": {modality: name}})["items"][0]


@pytest.mark.parametrize("case", MARKED.values(), ids=MARKED)
def test_marked(repo: Repo, case: tuple[str, str, bytes]) -> None:
    item = look(repo, case)
    assert (item["state"], item["iptc"], item["layers"]) == ("present", "trainedAlgorithmicMedia", ["metadata"])


@pytest.mark.parametrize("case", UNMARKED.values(), ids=UNMARKED)
def test_unmarked(repo: Repo, case: tuple[str, str, bytes]) -> None:
    item = look(repo, case)
    assert (item["state"], item["layers"]) == ("present", [])


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (media.box(b"ftyp", b"mif1\0\0\0\0mif1avif"), "avif"),
        (media.box(b"ftyp", b"mif1\0\0\0\0mif1heic"), "heic"),
        (media.box(b"ftyp", b"avis\0\0\0\0avis"), "avif"),
        (b"\xff\xf3\x90\x64", "mp3"),
        (b"OggS\0\2", "ogg"),
        (b"PK\x03\x04word", None),
        (b"\0\1\2\3", None),
    ],
)
def test_formats(data: bytes, found: str | None) -> None:
    assert containers.format_of(data, "a.bin") == found


def test_a_document_in_a_container() -> None:
    assert containers.format_of(b"PK\x03\x04word", "a.docx") == "docx"


@pytest.mark.parametrize("case", MARKED.values(), ids=MARKED)
def test_a_signed_mark_is_looked_for_in_every_format(repo: Repo, case: tuple[str, str, bytes]) -> None:
    assert look(repo, case)["c2pa"] in {"none", "unreadable"}


def test_sound_with_signed_provenance(repo: Repo) -> None:
    certificates, key, _ = pictures.chain()
    item = look(repo, ("audio", "a.wav", pictures.sign(media.wav(), certificates, key, media="audio/wav")))
    assert (item["c2pa"], item["layers"]) == ("untrusted", ["signed-metadata"])


@pytest.mark.parametrize("kind", sorted(containers._READERS))
@given(data=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_without_an_error(kind: str, data: bytes) -> None:
    for packet in containers.xmp_packets(data, kind):
        xmp.digital_source_type(packet)


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("gif", lambda: b"GIF89a" + b"\0" * 7 + b"\x21\xf9\1\0\0" * 2_000_000),
        ("mp4", lambda: media.box(b"free", b"") * 2_000_000),
        ("heic", lambda: media.box(b"meta", b"\0" * 4 + media.box(b"iinf", b"\0" * 6)) * 500_000),
        ("pdf", lambda: b"%PDF-1.7\n" + b"/Type /Catalog /Type /Metadata " * 500_000),
        ("mp3", lambda: b"ID3\4\0\0" + media.safe(0xFFFFFFF) + b"PRIV\0\0\0\1\0\0X" * 1_000_000),
        ("flac", lambda: b"fLaC" + b"\2\0\0\0" * 4_000_000),
        ("jpeg", lambda: b"\xff\xd8" + b"\xff\xe1\0\2" * 4_000_000),
    ],
)
def test_time_is_bounded(kind: str, make: Callable[[], bytes]) -> None:
    data, start = make(), time.perf_counter()
    containers.xmp_packets(data, kind)
    assert time.perf_counter() - start < 5

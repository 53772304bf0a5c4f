# SPDX-License-Identifier: Apache-2.0
"""Signed provenance in every format that carries it: signed, changed, stripped, hostile; in a process of its own."""

import importlib.util
import io
import json
import os
import shutil
import socket
import sys
import threading
import time
import zipfile
from pathlib import Path
from typing import Any

import c2pa
import pytest

from aiact_gate.evidence import containers, provenance
from aiact_gate.evidence.readers import confined
from tests.evidence import media, pictures
from tests.evidence.conftest import Repo
from tests.evidence.pictures import CAPTURE, TRAINED

CERTIFICATES, KEY, ROOT = pictures.chain()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>'
M4A = media.mp4(None).replace(b"isom\0\0\2\0", b"M4A \0\0\2\0", 1)
AVI = b"RIFF" + (20).to_bytes(4, "little") + b"AVI " + media.chunk(b"JUNK", b"frames..")


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("content.xml", "<document>generated words</document>")
    return out.getvalue()


# Format: the modality, a file without a mark, and what stands before the byte that is changed after signing.
FORMATS: dict[str, tuple[str, bytes, bytes]] = {
    "png": ("image", pictures.picture(), b"IDAT"),
    "jpeg": ("image", pictures.picture("JPEG"), b"\xff\xda\0\x0c\3\1\0\2\x11\3\x11\0?\0"),
    "webp": ("image", pictures.picture("WEBP"), b"VP8 "),
    "avif": ("image", pictures.picture("AVIF"), b"mdat"),
    "heic": ("image", media.heif("x", inside=True), b"idat"),
    "gif": ("image", media.gif(None), b"\x2c"),
    "tiff": ("image", media.tiff(""), b""),
    "svg": ("image", SVG, b"<text>"),
    "wav": ("audio", media.wav(), b"data\x40\6\0\0"),
    "mp3": ("audio", media.mp3(None), b"\xff\xfb\x90\x64"),
    "flac": ("audio", media.flac(None), b"fLaC"),
    "m4a": ("audio", M4A, b"mdat"),
    "mp4": ("video", media.mp4(None), b"mdat"),
    "mov": ("video", media.mov("x"), b"mvhd"),
    "avi": ("video", AVI, b"JUNK\x08\0\0\0"),
    "pdf": ("text", media.pdf("x"), b"%PDF-1."),
    "docx": ("text", archive(), b"generated "),
    "odt": ("text", archive(), b"generated "),
}
ALL = pytest.mark.parametrize("kind", FORMATS)


def sign(kind: str, uri: str = TRAINED) -> bytes:
    return pictures.sign(FORMATS[kind][1], CERTIFICATES, KEY, uri, containers.FORMATS[kind][1])


def look(repo: Repo, kind: str, data: bytes, **more: Any) -> dict[str, Any]:
    name = repo.write(f"a.{kind}", data)
    item: dict[str, Any] = repo.fact("output-marking", {"samples": {FORMATS[kind][0]: name}, **more})["items"][0]
    return item


def said(item: dict[str, Any]) -> tuple[Any, ...]:
    return item["state"], item["format"], item["c2pa"], item["source_type"], item["layers"]


@ALL
def test_signed(repo: Repo, kind: str) -> None:
    item = look(repo, kind, sign(kind))
    assert said(item) == ("present", kind, "untrusted", "trainedAlgorithmicMedia", ["signed-metadata"])
    assert "not on a list of trusted signers" in item["note"]
    repo.write("root.pem", ROOT)
    trusted = look(repo, kind, sign(kind), trust_anchors="root.pem")
    assert (trusted["c2pa"], trusted["layers"]) == ("valid", ["signed-metadata"])


@ALL
def test_without_a_mark(repo: Repo, kind: str) -> None:
    item = look(repo, kind, FORMATS[kind][1])
    assert (item["state"], item["c2pa"], item["layers"]) == ("present", "none", [])
    assert "no machine-readable mark" in item["note"]


@ALL
def test_one_bit_changed_after_signing(repo: Repo, kind: str) -> None:
    data, before = bytearray(sign(kind)), FORMATS[kind][2]
    at = data.rfind(before) + len(before) if before else len(data) - 2
    data[at + (9 if kind == "webp" else 0)] ^= 1
    item = look(repo, kind, bytes(data))
    assert (item["c2pa"], item["layers"]) == ("invalid", [])
    assert "not valid: " in item["note"]


@ALL
def test_cut_off(repo: Repo, kind: str) -> None:
    data = sign(kind)
    for size in (12, len(data) // 3, len(data) * 2 // 3):
        item = look(repo, kind, data[:size])
        assert "signed-metadata" not in item["layers"]
        assert item["note"]


@ALL
def test_a_photograph_is_no_mark(repo: Repo, kind: str) -> None:
    item = look(repo, kind, sign(kind, CAPTURE))
    assert (item["source_type"], item["layers"]) == ("digitalCapture", [])


def test_signed_with_another_chain_than_the_trusted_one(repo: Repo) -> None:
    repo.write("root.pem", pictures.chain()[2])
    item = look(repo, "png", sign("png"), trust_anchors="root.pem")
    assert (item["c2pa"], item["layers"]) == ("untrusted", ["metadata"]), "machines read it, yet it is not signed by us"
    assert "no certificate of trust_anchors" in item["note"]


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [("none.pem", None, "does not exist"), ("a.pem", "words", "no certificate"), ("../a.pem", None, "outside")],
)
def test_certificates_that_cannot_be_used(repo: Repo, name: str, content: str | None, word: str) -> None:
    if content is not None:
        repo.write(name, content)
    item = look(repo, "png", sign("png"), trust_anchors=name)
    assert (item["state"], item["c2pa"], item["layers"], word in item["note"]) == (
        "present",
        "untrusted",
        ["metadata"],
        True,
    )


def test_a_broken_certificate(repo: Repo) -> None:
    repo.write("a.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    item = look(repo, "png", sign("png"), trust_anchors="a.pem")
    assert (item["state"], "signed-metadata" in item["layers"]) == ("present", False)
    assert item["c2pa"] in {"untrusted", "unreadable"}


def test_a_picture_that_was_opened_and_signed_again(repo: Repo) -> None:
    manifest = {"claim_generator_info": [{"name": "cms", "version": "1"}], "assertions": []}
    manifest["assertions"] = [{"label": "c2pa.actions", "data": {"actions": []}}]
    signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo("es256", CERTIFICATES.encode(), KEY, None))
    first, out = sign("png"), io.BytesIO()
    with signer, c2pa.Builder(json.dumps(manifest)) as builder:
        builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
        builder.add_ingredient(json.dumps({"title": "a", "relationship": "parentOf"}), "image/png", io.BytesIO(first))
        builder.sign(signer, "image/png", io.BytesIO(first), out)
    assert look(repo, "png", out.getvalue())["layers"] == ["signed-metadata"]


def remote(address: str) -> bytes:
    made = {"action": "c2pa.created", "digitalSourceType": TRAINED}
    manifest = {
        "claim_generator_info": [{"name": "test", "version": "1"}],
        "assertions": [{"label": "c2pa.actions", "data": {"actions": [made]}}],
    }
    signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo("es256", CERTIFICATES.encode(), KEY, None))
    out = io.BytesIO()
    with signer, c2pa.Builder(json.dumps(manifest)) as builder:
        builder.set_remote_url(address)
        builder.set_no_embed()
        builder.sign(signer, "image/jpeg", io.BytesIO(pictures.picture("JPEG")), out)
    return out.getvalue()


@pytest.mark.enable_socket
def test_a_manifest_at_an_address_is_not_fetched(repo: Repo) -> None:
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1)
        waiting = threading.Thread(target=_accept, args=(server, calls))
        waiting.start()
        item = look(repo, "jpeg", remote(f"http://127.0.0.1:{server.getsockname()[1]}/c2pa-manifest"))
        waiting.join()
    assert (item["state"], item["c2pa"], item["layers"], calls) == ("present", "unreadable", [], [])
    assert "not fetched; embed it" in item["note"]


def _accept(server: socket.socket, calls: list[object]) -> None:
    try:
        calls.append(server.accept())
    except TimeoutError:
        return


def test_without_the_extra(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *more: None if name == "c2pa" else real(name, *more))
    item = look(repo, "png", sign("png"))
    assert (item["c2pa"], item["layers"]) == ("unreadable", [])
    assert "aiact-gate[provenance]" in item["note"]
    assert look(repo, "png", pictures.picture())["c2pa"] == "none", "nothing is asked of files without provenance"


# A c2pa that is the real one, except for files that hold a word.
TRAP = """\
import ctypes, importlib, pathlib, socket, sys
sys.path.remove(str(pathlib.Path(__file__).parent.parent))
del sys.modules["c2pa"]
real = importlib.import_module("c2pa")
known = real.Reader
def Reader(media_type, stream, **more):
    data = stream.getvalue()
    if b"CRASH" in data:
        ctypes.string_at(0)
    if b"SPIN" in data:
        while True: pass
    if b"WAIT" in data:
        __import__("time").sleep(60)
    if b"EAT" in data:
        bytearray(1 << 40)
    if b"CALL" in data:
        try:
            socket.create_connection(("127.0.0.1", 9))
        except OSError as error:
            raise real.C2paError(f"Other: errno {error.errno}")
    if b"OPEN" in data:
        try:
            open("/etc/passwd")
        except OSError as error:
            raise real.C2paError(f"Other: errno {error.errno}")
    if b"PRINT" in data:
        print("{}")
    return known(media_type, stream, **more)
real.Reader = Reader
"""


@pytest.fixture
def trapped(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    (tmp_path / "trap/c2pa").mkdir(parents=True)
    (tmp_path / "trap/c2pa/__init__.py").write_text(TRAP)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "trap"))
    monkeypatch.setattr(confined, "_DEADLINE", 8.0)
    return repo


def word(text: str) -> bytes:
    return pictures.sign(pictures.picture(text={"Comment": text}), CERTIFICATES, KEY)


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("CRASH", "crash (SIGSEGV)"),
        ("SPIN", "takes "),
        ("WAIT", "takes too long"),
        ("EAT", "more time or memory"),
    ],
)
def test_a_file_that_ends_its_reader_costs_only_its_own_answer(trapped: Repo, text: str, what: str) -> None:
    for name, data in (("1.png", word("x")), ("2.png", word(text)), ("3.png", word("x"))):
        trapped.write(name, data)
    collected = trapped.collect(output_marking={"samples": {"image": ["1.png", "2.png", "3.png"]}})
    items = collected.facts["output-marking"]["items"]
    assert [item["state"] for item in items] == ["present", "unreadable", "present"]
    assert [item["layers"] for item in items] == [["signed-metadata"], [], ["signed-metadata"]]
    assert what in items[1]["note"]
    assert [file.state for file in collected.files] == ["present", "unreadable", "present"]


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
@pytest.mark.parametrize("text", ["CALL", "OPEN"])
def test_the_reader_can_open_neither_files_nor_connections(trapped: Repo, text: str) -> None:
    item = look(trapped, "png", word(text))
    assert (item["c2pa"], "errno 24" in item["note"]) == ("unreadable", True)


def test_what_the_library_prints_is_no_answer(trapped: Repo) -> None:
    assert look(trapped, "png", word("PRINT"))["layers"] == ["signed-metadata"]


def test_a_library_that_lies_in_the_repository_is_not_loaded(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path(importlib.util.find_spec("_ctypes").origin or "")  # type: ignore[union-attr]
    for folder in (".", "libs", "artifacts"):
        (repo.root / folder).mkdir(exist_ok=True)
        shutil.copy(own, repo.root / folder / "libc2pa_c.so")
    monkeypatch.chdir(repo.root)
    monkeypatch.setenv("C2PA_LIBRARY_NAME", "libc2pa_c.so")
    assert look(repo, "png", sign("png"))["layers"] == ["signed-metadata"]


def test_one_process_for_all_files_and_none_without_a_mark(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    real = confined.subprocess.Popen
    monkeypatch.setattr(confined.subprocess, "Popen", lambda *a, **k: started.append(real(*a, **k)) or started[-1])
    look(repo, "png", pictures.picture(text={"Comment": "trainedAlgorithmicMedia, signed"}))
    assert not started
    names = [repo.write(f"{number}.png", sign("png")) for number in range(5)]
    assert len(repo.fact("output-marking", {"samples": {"image": names}})["items"]) == 5
    assert len(started) == 1
    assert started[0].poll() is not None, "it does not outlive the run"


def test_a_large_film_is_read_within_the_bounds(repo: Repo) -> None:
    film = media.mp4(None) + media.box(b"mdat", os.urandom(1 << 20) * 60)
    start = time.perf_counter()
    item = look(repo, "mp4", pictures.sign(film, CERTIFICATES, KEY, media="video/mp4"))
    assert (item["c2pa"], item["layers"]) == ("untrusted", ["signed-metadata"])
    assert time.perf_counter() - start < 20


def test_bytes_that_only_name_it(repo: Repo) -> None:
    data = pictures.picture(text={"Comment": "c2pa jumb caBX, digitalSourceType trainedAlgorithmicMedia"})
    assert provenance.carried(data)
    item = look(repo, "png", data)
    assert (item["c2pa"], item["layers"]) == ("none", [])

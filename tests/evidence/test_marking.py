# SPDX-License-Identifier: Apache-2.0
"""Marks count where machines read them, never as words."""

import io
from typing import Any

import pytest
from PIL import Image

from aiact_gate.evidence import marking
from aiact_gate.evidence.collect import collect
from tests.evidence import media
from tests.evidence.conftest import Repo
from tests.evidence.pictures import CAPTURE, TRAINED, chain, picture, raw_profile, sign, xmp


def _item(
    repo: Repo, content: bytes | str, name: str = "a.png", modality: str = "image", **more: Any
) -> dict[str, Any]:
    repo.write(name, content)
    item: dict[str, Any] = repo.fact("output-marking", {"samples": {modality: [name]}, **more})["items"][0]
    return item


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP")])
@pytest.mark.parametrize("form", ["attribute", "element", "resource"])
def test_source_type_in_xmp(repo: Repo, name: str, kind: str, form: str) -> None:
    item = _item(repo, picture(kind, xmp(TRAINED, form)), name)
    assert (item["iptc"], item["layers"], item["state"]) == ("trainedAlgorithmicMedia", ["metadata"], "present")


def test_other_places_of_xmp_in_png(repo: Repo) -> None:
    assert _item(repo, picture(packet=xmp(TRAINED), compressed=True))["iptc"] == "trainedAlgorithmicMedia"
    assert _item(repo, raw_profile(xmp(TRAINED)))["iptc"] == "trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    "content",
    [
        picture(),
        picture(text={"Comment": "AI generated, watermark, C2PA, IPTC trainedAlgorithmicMedia", "Software": TRAINED}),
        picture(packet="trainedAlgorithmicMedia watermark"),
        picture(packet=xmp("trainedAlgorithmicMedia")),
        picture(packet=xmp(TRAINED + "x")),
        picture(packet=xmp("http://example.com/?" + TRAINED)),
        picture(packet=xmp(TRAINED, "other")),
        picture() + xmp(TRAINED).encode(),
    ],
)
def test_words_are_no_mark(repo: Repo, content: bytes) -> None:
    item = _item(repo, content)
    assert (item["iptc"], item["layers"], item["c2pa"]) == (None, [], "none")
    assert "no machine-readable mark" in item["note"]


def test_source_type_of_a_camera_is_no_mark(repo: Repo) -> None:
    item = _item(repo, picture(packet=xmp(CAPTURE)))
    assert (item["iptc"], item["layers"]) == ("digitalCapture", [])


def test_signed_manifest(repo: Repo) -> None:
    certificates, key, root = chain()
    signed = sign(picture(), certificates, key)
    item = _item(repo, signed)
    assert (item["c2pa"], item["source_type"], item["layers"]) == (
        "untrusted",
        "trainedAlgorithmicMedia",
        ["signed-metadata"],
    )
    repo.write("root.pem", root)
    assert _item(repo, signed, trust_anchors="root.pem")["c2pa"] == "valid"
    broken = bytearray(signed)
    broken[-20] ^= 0xFF
    item = _item(repo, bytes(broken))
    assert (item["c2pa"], item["layers"]) == ("invalid", [])
    item = _item(repo, sign(picture(), certificates, key, CAPTURE))
    assert (item["c2pa"], item["source_type"], item["layers"]) == ("untrusted", "digitalCapture", [])
    item = _item(repo, sign(picture(packet=xmp(TRAINED)), certificates, key))
    assert item["layers"] == ["signed-metadata", "metadata"]


@pytest.mark.parametrize(
    ("name", "content", "marked", "stated"),
    [
        ("a.html", '<meta name="ai-generated" content="true"><p>x</p>', True, None),
        ("a.html", '<article data-ai-generated="true">x</article>', True, None),
        ("a.html", '<article data-ai-generated="false">x</article>', False, None),
        ("a.html", '<input name="ai-generated" content="true">', False, None),
        ("a.html", f'<meta name="digitalSourceType" content="{TRAINED}">', True, "trainedAlgorithmicMedia"),
        (
            "a.html",
            f'<script type="application/ld+json">{{"digitalSourceType": "{TRAINED}"}}</script>',
            True,
            "trainedAlgorithmicMedia",
        ),
        (
            "a.html",
            '<script type="application/ld+json">{"digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource"}</script>',
            True,
            "trainedAlgorithmicMedia",
        ),
        ("a.html", f'<meta name="digitalSourceType" content="{CAPTURE}">', False, "digitalCapture"),
        ("a.html", f"<p>AI-generated, digitalSourceType {TRAINED}</p>", False, None),
        ("a.html", '<!-- <meta name="ai-generated" content="true"> -->', False, None),
        ("a.html", "<script>\"<meta name='ai-generated' content='true'>\"</script>", False, None),
        ("a.md", f"---\ndigitalSourceType: {TRAINED}\n---\ntext", True, "trainedAlgorithmicMedia"),
        ("a.md", "This text was AI-generated and has a watermark.", False, None),
        ("a.txt", "ai-generated: true", False, None),
        ("a.json", '{"ai_generated": true, "text": "x"}', True, None),
        ("a.json", '{"text": "ai_generated true"}', False, None),
    ],
)
def test_text(repo: Repo, name: str, content: str, marked: bool, stated: str | None) -> None:
    item = _item(repo, content if name == "a.json" else f"{content}\nThree plain words.", name, "text")
    assert (item["layers"], item["source_type"]) == (["text-mark"] if marked else [], stated)


@pytest.mark.parametrize(
    ("name", "content", "state"),
    [
        ("a.png", b"no picture at all", "unreadable"),
        ("a.png", b"", "empty"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\n", "unreadable"),
        ("a.html", "<p>text</p>", "inconsistent"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 60, "placeholder"),
        ("a.jpg", b"\xff\xd8\xff" + b"\xff" * 60, "placeholder"),
        ("a.jpg", b"\xff\xd8\xff\xe1\x00\x00", "placeholder"),
        ("a.webp", b"RIFF\xff\xff\xff\xffWEBPXMP \xff\xff\xff\xff", "placeholder"),
    ],
)
def test_hostile_pictures(repo: Repo, name: str, content: bytes | str, state: str) -> None:
    item = _item(repo, content, name)
    assert (item["state"], item["layers"]) == (state, [])


def test_missing_sample_and_no_samples(repo: Repo) -> None:
    assert repo.fact("output-marking", {"samples": {"image": ["none.png"]}})["items"][0]["state"] == "missing"
    fact = repo.fact("output-marking", {})
    assert (fact["state"], fact["items"], fact["values"]["detector"]["state"]) == ("missing", [], "missing")


def test_detector_and_robustness(repo: Repo) -> None:
    repo.write("detect.md", "# Detection\n\nUpload the picture to the address and read the answer.\n")
    repo.write("j.xml", '<testsuite><testcase name="test_crop"/></testsuite>')
    declared = {
        "detector": {"instructions": "detect.md", "url": "https://example.com/detect"},
        "robustness": {"report": "j.xml", "test": "test_crop"},
    }
    values = repo.fact("output-marking", declared)["values"]
    assert (values["detector"]["state"], values["detector"]["url"]) == ("present", "https://example.com/detect")
    assert values["robustness"]["result"] == "passed"
    repo.write("detect.md", "# Detection\n\nTODO\n")
    assert repo.fact("output-marking", declared)["values"]["detector"]["state"] == "placeholder"


def small(kind: str, size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size).save(out, kind, **({"lossless": True} if kind == "WEBP" else {}))
    return out.getvalue()


def shell() -> bytes:
    """Return a PNG that carries a mark and no picture."""
    whole = picture(packet=xmp(TRAINED))
    at = whole.index(b"IDAT")
    size = int.from_bytes(whole[at - 4 : at])
    return whole[: at - 4] + whole[at + size + 8 :]


MARKED_SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg"><metadata>{xmp(TRAINED)[xmp(TRAINED).index("<x:") : -20]}</metadata>'
)


@pytest.mark.parametrize(
    ("name", "content", "modality", "word"),
    [
        *[
            (f"a.{kind.lower()}", small(kind, (1, 1)), "image", "1 by 1 pixels")
            for kind in ("PNG", "GIF", "JPEG", "WEBP", "AVIF")
        ],
        ("a.webp", small("WEBP", (64, 2)), "image", "64 by 2 pixels"),
        ("a.png", shell(), "image", "holds no picture"),
        ("a.svg", f"{MARKED_SVG}</svg>", "image", "holds no drawing"),
        ("a.svg", f"{MARKED_SVG}<defs><path d='M0 0'/></defs></svg>", "image", "holds no drawing"),
        (
            "a.svg",
            "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg><text>&b;</text></svg>",
            "image",
            "holds no drawing",
        ),
        ("a.wav", b"RIFF\4\0\0\0WAVEdata\0\0\0\0", "audio", "holds no sound"),
        ("a.mp3", b"ID3\4\0\0\0\0\0\0", "audio", "holds no sound"),
        ("a.flac", b"fLaC\x80\0\0\2ab", "audio", "holds no sound"),
        ("a.mp4", media.box(b"ftyp", b"isom\0\0\2\0isomiso2mp41") + media.box(b"moov", b""), "video", "holds no film"),
        ("a.html", '<meta name="ai-generated" content="true"><p></p>', "text", "hardly a word"),
        (
            "a.html",
            '<meta name="ai-generated" content="true"><p hidden>many words that nobody sees</p>',
            "text",
            "hardly a word",
        ),
        ("a.md", f"---\ndigitalSourceType: {TRAINED}\nabout: many words in here\n---\n", "text", "hardly a word"),
    ],
)
def test_an_empty_shell_is_no_sample(repo: Repo, name: str, content: bytes | str, modality: str, word: str) -> None:
    item = _item(repo, content, name, modality)
    assert (item["state"], item["layers"], word in item["note"]) == ("placeholder", [], True)


@pytest.mark.parametrize("size", [(8, 8), (60_000, 1_000), (1_000, 9)])
def test_pictures_of_other_sizes(repo: Repo, size: tuple[int, int]) -> None:
    assert _item(repo, small("PNG", size))["state"] == "present"


def test_a_film_of_a_kind_that_is_declared_as_another(repo: Repo) -> None:
    item = _item(repo, media.mp4(xmp(TRAINED)), "a.png")
    assert (item["state"], item["note"]) == ("inconsistent", "a.png is declared as image, but is mp4.")


def test_more_samples_than_are_read_are_told(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "_MAX_SAMPLES", 2)
    names = [repo.write(f"{number}.png", picture(packet=xmp(TRAINED))) for number in range(3)]
    items = repo.fact("output-marking", {"samples": {"image": names}})["items"]
    assert [item["state"] for item in items] == ["present", "present", "too-large"]
    assert items[2]["note"] == "Of image, only the first 2 samples are read."


@pytest.mark.parametrize(
    ("system", "state"),
    [
        ({"name": "Test", "version": "1"}, "present"),
        ({"name": "Test", "version": "v1"}, "present"),
        ({"id": "test", "version": "2"}, "stale"),
        ({"name": "Test"}, "present"),
        ({"name": "Other", "version": "2"}, "present"),
    ],
)
def test_a_sample_that_another_version_made(repo: Repo, system: dict[str, str], state: str) -> None:
    certificates, key, _ = chain()
    repo.write("a.png", sign(picture(), certificates, key))
    manifest = repo.manifest({"system": system, "evidence": {"output-marking": {"samples": {"image": "a.png"}}}})
    item = collect(manifest, repo.root, repo.elements).facts["output-marking"]["items"][0]
    assert item["state"] == state
    if state == "stale":
        assert item["note"] == "a.png was made by version 1, and the manifest is about version 2."

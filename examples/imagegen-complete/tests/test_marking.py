"""Every format leaves with the IPTC source type and a signed manifest that a reader with our root trusts."""
import io
import json
from pathlib import Path

import c2pa
import pytest

from malkasten import marking

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}


def manifest(data, media, anchors=None):
    settings = {"verify": {"verify_trust": True, "remote_manifest_fetch": False, "ocsp_fetch": False}}
    if anchors:
        settings["trust"] = {"trust_anchors": anchors}
    with c2pa.Context.from_dict(settings) as context, c2pa.Reader(media, io.BytesIO(data), context=context) as reader:
        return json.loads(reader.json())


def created(store):
    active = store["manifests"][store["active_manifest"]]
    (actions,) = [one["data"]["actions"] for one in active["assertions"] if one["label"].startswith("c2pa.actions")]
    return actions[0]


def test_samples_are_signed_and_trusted(samples):
    anchors = Path("config/trust-anchors.pem").read_text()
    for path in samples:
        store = manifest(path.read_bytes(), TYPES[path.suffix], anchors)
        assert store["validation_state"] == "Trusted", path.name
        assert created(store)["digitalSourceType"] == marking.SOURCE_TYPE


def test_samples_state_the_source_type_in_xmp(samples):
    for path in samples:
        assert f'DigitalSourceType="{marking.SOURCE_TYPE}"'.encode() in path.read_bytes()


@pytest.mark.parametrize("kind", marking.MEDIA)
def test_every_format_is_signed(scene, signer, kind):
    store = manifest(marking.mark(scene, kind, "Picture", signer), marking.MEDIA[kind])
    assert store["validation_state"] == "Valid"


def test_changed_pixels_break_the_signature(samples):
    data = bytearray(next(path for path in samples if path.suffix == ".jpg").read_bytes())
    data[-400] ^= 1
    assert manifest(bytes(data), "image/jpeg")["validation_state"] == "Invalid"


def test_no_private_key_in_the_repository():
    for path in Path(".").rglob("*"):
        if path.is_file() and path.suffix in {".pem", ".key", ".py", ".yaml", ".md"}:
            assert "PRIVATE" + " KEY" not in path.read_text(encoding="utf-8"), path


def test_title_is_escaped():
    assert "&lt;b&gt; &amp;" in marking.xmp("<b> &")

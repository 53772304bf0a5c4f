"""The watermark is detected where it is, not detected where it is not, survives usual changes and is not seen."""
import hashlib
import io
import math

import pytest
from conftest import make_samples
from PIL import Image, ImageChops, ImageEnhance, ImageStat

from malkasten import watermark


@pytest.fixture(scope="module")
def marked(scene):
    return watermark.embed(scene)


def as_jpeg(picture, quality):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return Image.open(out)


CHANGES = {
    "jpeg 75": lambda one: as_jpeg(one, 75),
    "jpeg 40": lambda one: as_jpeg(one, 40),
    "crop to 300 by 250": lambda one: one.crop((41, 53, 341, 303)),
    "three quarters of the size": lambda one: one.resize((one.width * 3 // 4, one.height * 3 // 4)),
    "half of the size": lambda one: one.resize((one.width // 2, one.height // 2)),
    "brighter": lambda one: ImageEnhance.Brightness(one).enhance(1.15),
    "less contrast": lambda one: ImageEnhance.Contrast(one).enhance(0.8),
    "grey": lambda one: one.convert("L").convert("RGB"),
    "screenshot, cropped and jpeg 60": lambda one: as_jpeg(one.crop((17, 9, 400, 300)), 60),
}


def test_samples_carry_the_watermark(samples, record_property):
    assert len(samples) == 3
    for path in samples:
        assert watermark.detect(Image.open(path)).marked, path.name
        record_property(f"outputs/{path.name}", f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}")


@pytest.mark.parametrize("change", CHANGES)
def test_watermark_survives(marked, change):
    assert watermark.detect(CHANGES[change](marked)).score >= watermark.THRESHOLD


@pytest.mark.parametrize("name", ["harbour", "lighthouse", "meadow"])
def test_unmarked_picture_is_not_detected(name):
    assert watermark.detect(getattr(make_samples, name)()).score < 5


def test_other_key_is_not_detected(marked):
    assert watermark.detect(marked, "another-key").score < 5


@pytest.mark.parametrize("name", ["harbour", "lighthouse", "meadow"])
def test_watermark_is_imperceptible(name):
    scene = getattr(make_samples, name)()
    difference = ImageChops.difference(scene, watermark.embed(scene))
    mean_square = sum(value**2 for value in ImageStat.Stat(difference).rms) / 3
    assert 10 * math.log10(255**2 / mean_square) > 42
    assert max(high for _, high in difference.getextrema()) == watermark.STRENGTH

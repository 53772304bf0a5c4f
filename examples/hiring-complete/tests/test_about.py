"""The page About cvrank names the provider and shows the CE marking."""
from pathlib import Path

from cvrank import VERSION

STATIC = Path(__file__).parent.parent / "static"


def test_provider_and_marking():
    page = (STATIC / "about.html").read_text()
    assert f"About cvrank {VERSION}" in page
    assert "Kandidat GmbH, Am Musterhof 4, 80331 Munich" in page
    assert "ce.svg" in page
    assert (STATIC / "ce.svg").is_file()

# SPDX-License-Identifier: Apache-2.0
"""Takes the picture of the HTML report for the README: `python tools/picture.py`, after the page has changed."""

import base64
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from aiact_gate.pipeline import Request, run  # noqa: E402 -- from this checkout
from aiact_gate.report import html  # noqa: E402 -- as above
from tests.report.browser import Browser  # noqa: E402 -- as above

_SHOWN: Final = ("chatbot-imagegen", "spam-filter")
_DAY: Final = date(2026, 12, 2)
_WIDTH, _HEIGHT = 1100, 1420


def main() -> None:
    """Judge two of the examples and photograph the top of the page."""
    report = run(Request(tuple(REPOSITORY / "examples" / name for name in _SHOWN), _DAY))
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = Path(folder) / "report.html"
        page.write_text(html.render(report), encoding="utf-8")
        browser.view(_WIDTH, _HEIGHT, "light")
        browser.open(page)
        shot = browser.devtools("Page.captureScreenshot", format="png")
    target = REPOSITORY / "docs" / "images" / "report.png"
    target.write_bytes(base64.b64decode(shot["data"]))
    print(target.relative_to(REPOSITORY))


if __name__ == "__main__":
    main()

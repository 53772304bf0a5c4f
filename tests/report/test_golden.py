# SPDX-License-Identifier: Apache-2.0
"""Each format of the written samples, byte for byte.

After a wanted change: `AIACT_GATE_WRITE_GOLDEN=1 pytest tests/report/test_golden.py`, then read the difference.
"""

import os

import pytest

from aiact_gate.links import DOCS_URL
from aiact_gate.report.write import rendered
from tests.report.samples import NAMES, sample
from tests.support import REPOSITORY

GOLDEN = REPOSITORY / "tests" / "golden" / "reports"
ENDINGS = {
    "sarif": "sarif",
    "junit": "junit.xml",
    "markdown": "md",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "html": "html",
}


@pytest.mark.parametrize("kind", ENDINGS)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes(name: str, kind: str) -> None:
    path = GOLDEN / f"{name}.{ENDINGS[kind]}"
    document = rendered(sample(name), kind).replace(DOCS_URL, "https://docs.example/")  # it names the release
    if os.environ.get("AIACT_GATE_WRITE_GOLDEN"):
        path.write_text(document, encoding="utf-8", newline="\n")
    assert document == path.read_text(encoding="utf-8")

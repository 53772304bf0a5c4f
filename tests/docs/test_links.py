# SPDX-License-Identifier: Apache-2.0
"""The project has one address: what people copy and what findings link to name the same repository and release."""

import re
from pathlib import Path

import pytest

from aiact_gate import __version__
from aiact_gate.links import DOCS_URL, PROJECT_URL
from tests.support import REPOSITORY

OWNER, NAME = PROJECT_URL.split("/")[-2:]
PAGES = [REPOSITORY / "README.md", *(REPOSITORY / "action").glob("*.md"), *(REPOSITORY / "docs").glob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_pages_name_the_repository_of_the_links(page: Path) -> None:
    named = re.findall(rf"(?:github\.com/|uses: |repo: )([\w.-]+)/{NAME}\b", page.read_text(encoding="utf-8"))
    assert set(named) <= {OWNER}


def test_links_lead_to_the_pages_of_this_release() -> None:
    assert f"{PROJECT_URL}/blob/v{__version__}/docs/" == DOCS_URL
    assert f"rev: v{__version__}" in (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_no_finding_leads_elsewhere() -> None:
    """Schemas keep the name aiact-gate.dev as an identifier, which nobody opens; links have another address."""
    package = (REPOSITORY / "aiact_gate").rglob("*")
    sources = [path for path in package if path.suffix in (".py", ".j2", ".js", ".json", ".yaml")]
    assert [path for path in sources if b"aiact-gate.dev" in path.read_bytes()] == []

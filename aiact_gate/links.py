# SPDX-License-Identifier: Apache-2.0
"""Where people find the project and the page of a rule: the one place that says so."""

from typing import Final
from urllib.parse import quote

from aiact_gate import __version__

PROJECT_URL: Final = "https://github.com/OWNER/aiact-gate"
DOCS_URL: Final = f"{PROJECT_URL}/blob/v{__version__}/docs/"
"""The pages as they are in the release that speaks, so that a later one does not change what a finding meant."""


def rule_url(rule: str) -> str:
    """Return the address of the page of a rule; rules of an organisation share the page that tells about them."""
    page = "company-rules" if rule.startswith("custom/") else f"rules/{quote(rule, safe='/')}"
    return f"{DOCS_URL}{page}.md"

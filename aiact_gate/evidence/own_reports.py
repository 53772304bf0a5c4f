# SPDX-License-Identifier: Apache-2.0
"""Recognises the gate's own reports, so that a verdict never becomes the evidence of the next one."""

from __future__ import annotations

import json
import re
from typing import Any

_NAME = b"aiact-gate"
_MARKED = re.compile(
    rb'<testsuites?\s[^>]{0,300}\bname="aiact-gate[/" ]'
    rb'|<meta\s+name="generator"\s+content="aiact-gate\b'
    rb"|<!--\s{0,4}aiact-gate report\b"
    rb"|<title>[^<]{0,200}\baiact-gate\b"
)
# A page ends with the sentence of every report, whatever it is wrapped in; the other two name their rules.
_SENTENCE = re.compile(
    rb"required\s+evidence\s+is\s+present,\s+well-formed\s+and\s+consistent;\s+whether\s+it\s+is\s+true\s+is\s+for\s+people"
)
_ANNOTATION = re.compile(rb"^::(?:error|warning|notice) [^\n]{0,2000}title=aiact-gate::", re.MULTILINE)
_CHECK_NAME = re.compile(rb'"check_name":\s{0,4}"aiact/')


def is_own_report(data: bytes) -> bool:
    """Say whether these bytes are a report of this tool, in any of its formats."""
    if _SENTENCE.search(data) or _CHECK_NAME.search(data):
        return True
    if _NAME not in data:
        return False
    if _ANNOTATION.search(data) or _MARKED.search(data[:8192]):
        return True
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and (_is_report(document) or _is_sarif(document))


def _is_report(document: dict[str, Any]) -> bool:
    named = (document.get("schema"), document.get("$schema"), document.get("apiVersion"))
    return any(isinstance(name, str) and "aiact-gate" in name and "report" in name for name in named)


def _is_sarif(document: dict[str, Any]) -> bool:
    runs = document.get("runs")
    if not isinstance(runs, list):
        return False
    for run in runs:
        tool = run.get("tool") if isinstance(run, dict) else None
        driver = tool.get("driver") if isinstance(tool, dict) else None
        if isinstance(driver, dict) and driver.get("name") == "aiact-gate":
            return True
    return False

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
# How classify and timeline, validate, rules and explain begin, or what they alone say.
_SAID = re.compile(
    rb"\A[^\n]{1,400}ai-system\.yaml  on \d{4}-\d\d-\d\d[ \t]*\r?$"
    rb"|\A[^\n]{0,400}ai-system\.yaml  keeps to the schema\r?$"
    rb"|\A[a-z0-9-]{1,60}/[a-z0-9-]{1,60} +(?:error|warning|note) {2,}[A-Z]"
    rb"|^  page {2,}https://aiact-gate\.dev/rules/",
    re.MULTILINE,
)
# A manifest and a list of waivers say what is claimed; they prove nothing.
_CLAIMS = re.compile(
    rb"\A(?:[ \t]*(?:#[^\n]*|---)?\r?\n)*[ \t{]{0,8}\s{0,8}"
    rb"""["']?apiVersion["']?[ \t]{0,8}:[ \t]{0,8}["']?aiact-gate/"""
)
_OWN = re.compile("report|baseline")
_BOM16 = (b"\xff\xfe", b"\xfe\xff")


def is_own_report(data: bytes) -> bool:
    """Say whether these bytes are what this tool reads or writes itself, in any of its formats."""
    if data.startswith(_BOM16):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    if any(pattern.search(data) for pattern in (_SENTENCE, _CHECK_NAME, _SAID, _CLAIMS)):
        return True
    return _NAME in data and (bool(_ANNOTATION.search(data) or _MARKED.search(data[:8192])) or _is_document(data))


def _is_document(data: bytes) -> bool:
    if not data.lstrip(b" \t\r\n").startswith(b"{"):
        return False
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and (_is_report(document) or _is_sarif(document))


def says_so(text: str) -> bool:
    """Say whether a text that was read out of a page, a PDF or a Word file is that of a report."""
    return _SENTENCE.search(text.encode("utf-8", "replace")) is not None


def _is_report(document: dict[str, Any]) -> bool:
    named = (document.get("schema"), document.get("$schema"))
    return any(isinstance(name, str) and "aiact-gate" in name and _OWN.search(name) for name in named)


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

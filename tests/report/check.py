# SPDX-License-Identifier: Apache-2.0
"""What must hold of each format, whatever the report says."""

import functools
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import xmlschema
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from aiact_gate.links import DOCS_URL
from aiact_gate.report.ansi import harmless
from tests.report.samples import DATA

_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def plain(document: str) -> None:
    """Nothing in the document is obeyed by a terminal or reorders what is read."""
    document.encode()
    assert document.endswith("\n")
    assert not _OBEYED.search(document)


@functools.cache
def _sarif_schema() -> Draft202012Validator:
    schema = json.loads((DATA / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def sarif(document: str) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(document)
    assert [error.message for error in _sarif_schema().iter_errors(log)] == []
    run: dict[str, Any] = log["runs"][0]
    assert len(log["runs"]) == 1
    assert len(run["results"]) <= 5_000
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert len(rule["properties"]["tags"]) <= 10
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert ("suppressions" in result) == ("suppressions" in run["results"][0])
        assert len(result.get("relatedLocations", [])) <= 100
        for location in (*result["locations"], *result.get("relatedLocations", [])):
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(?!/)[A-Za-z0-9_.~%/-]+", uri)
    return run


@functools.cache
def _junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(DATA / "junit.xsd"))


def junit(document: str) -> ET.Element:
    root = ET.fromstring(document)  # noqa: S314 -- our own document
    _junit_schema().validate(root)
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
    return root


_NEVER = ("html_block", "html_inline", "image", "code_block", "fence", "code_inline", "hr", "s_open")
_ANNOTATION = re.compile(
    r"::(error|warning) file=[^,:]*,line=\d+,col=\d+,title=[^,:]*::.*|::notice title=aiact-gate::.*"
)
_PAGES = rf"{re.escape(DOCS_URL)}(rules/[\w%./~-]*|company-rules)\.md"
_LINK = re.compile(rf"#[\w-]+$|{_PAGES}$|https://eur-lex\.europa\.eu/")


def markdown(document: str) -> None:
    """Only our own links are links, nothing is HTML or an image, and every table keeps its columns."""
    assert len(document.encode()) <= 900_000
    tokens = list(_flat(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(document)))
    for token in tokens:
        assert token.type not in _NEVER
        if token.type == "link_open":
            assert re.fullmatch(_PAGES, str(token.attrs["href"]))
    for line in document.splitlines():
        without_ours = re.sub(rf"\({_PAGES}\)", "", line)
        assert not re.search(r"(?i)https?://|www\.|@", without_ours)


def _flat(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


def github(document: str) -> list[str]:
    lines = document.splitlines()
    assert document.count("\n") == len(lines)
    for line in lines:
        assert _ANNOTATION.fullmatch(line)
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", line)
    for kind in ("error", "warning"):
        assert sum(line.startswith(f"::{kind} ") for line in lines) <= 10
    assert lines[-1].startswith("::notice ")
    return lines


def gitlab(document: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(document)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    for entry in entries:
        assert re.fullmatch("[0-9a-f]{64}", entry["fingerprint"])
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
    return entries


class _Tags(HTMLParser):
    _OURS = frozenset(
        [
            "html",
            "head",
            "meta",
            "title",
            "style",
            "script",
            "body",
            "header",
            "main",
            "footer",
            "section",
            "article",
            "div",
            "p",
            "span",
            "h1",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "a",
            "b",
            "strong",
            "em",
            "code",
            "bdi",
            "figure",
            "figcaption",
            "details",
            "summary",
            "form",
            "fieldset",
            "legend",
            "label",
            "input",
            "select",
            "option",
            "output",
            "button",
            "svg",
            "desc",
            "line",
            "rect",
            "text",
        ]
    )

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self._OURS
        self.seen.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in ("style", "src", "srcset", "xlink:href")
            if name == "href":
                assert _LINK.match(str(value))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def html(document: str) -> str:
    page = _Tags()
    page.feed(document)
    page.close()
    assert (page.seen.count("script"), page.seen.count("style")) == (1, 1)
    ids = re.findall(r'\sid="([^"]*)"', document)
    assert len(set(ids)) == len(ids)
    return "".join(page.text)


def shown(text: str) -> str:
    """Return how a text from a repository must appear to a reader."""
    return harmless(text).strip()

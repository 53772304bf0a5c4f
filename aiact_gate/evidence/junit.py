# SPDX-License-Identifier: Apache-2.0
"""Reads from a JUnit report whether a named test exists, ran and passed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from aiact_gate.evidence import safe_xml
from aiact_gate.evidence.dates import day

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.states import Fact, State

Result = Literal["passed", "failed", "skipped", "not-found"]
_BAD = frozenset({"failure", "error"})
_SHA256 = re.compile(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])")


@dataclass(frozen=True, slots=True)
class TestSeen:
    """What a report says about one test."""

    __test__ = False

    state: State
    result: Result | None = None
    file: str | None = None
    line: int = 1
    at: int | None = None
    note: str = ""
    digests: frozenset[str] = frozenset()

    def as_fact(self) -> Fact:
        """Return the shape that the rules read."""
        fact: Fact = {"state": self.state, "result": self.result, "file": self.file, "line": self.line, "at": self.at}
        if self.note:
            fact["note"] = self.note
        return fact


def look(context: Context, declared: Any) -> TestSeen:
    """Return what the declared report says about the declared test."""
    if not isinstance(declared, dict):
        return TestSeen("missing", note="The manifest names no report and no test.")
    opened = context.open(declared.get("report"), "report")
    name = declared.get("test")
    if not opened.readable:
        return TestSeen(opened.state, file=opened.file, note=opened.note)
    if not isinstance(name, str) or not name.strip():
        return TestSeen("missing", file=opened.file, note="The manifest names no test.")
    try:
        root = safe_xml.parse(opened.data)
    except safe_xml.UnsafeXmlError as error:
        note = f"{opened.file} cannot be read as a test report: {error}."
        context.mark(opened, "unreadable", note)
        return TestSeen("unreadable", file=opened.file, note=note)
    if root.local not in {"testsuites", "testsuite"}:
        context.mark(opened, "unreadable", f"{opened.file} is no JUnit report.")
        return TestSeen("unreadable", file=opened.file, note=f"{opened.file} is no JUnit report.")
    return _find(root, name.strip(), opened.file or "")


def _find(root: safe_xml.Element, name: str, file: str) -> TestSeen:
    cases = [(case, at) for case, at in _cases(root) if _is_named(case, name)]
    if not cases:
        return TestSeen("missing", "not-found", file, note=f"{file} has no test named {name[:120]}.")
    results: dict[Result, list[tuple[int, int | None]]] = {}
    for case, at in cases:
        results.setdefault(_result(case), []).append((case.line, at))
    order: tuple[Result, ...] = ("failed", "passed", "skipped")
    result = next(one for one in order if one in results)
    days = [at for _, at in results[result] if at is not None]
    note = "" if result == "passed" else f"The test {name[:120]} {'failed' if result == 'failed' else 'was skipped'}."
    return TestSeen("present", result, file, results[result][0][0], max(days, default=None), note, _digests(cases))


def _digests(cases: list[tuple[safe_xml.Element, int | None]]) -> frozenset[str]:
    """Return the SHA-256 of the files that the passed cases say they looked at: as a property, or in their output."""
    said = [
        text
        for case, _ in cases
        if _result(case) == "passed"
        for element in case.walk()
        for text in (*element.attributes.values(), element.text)
    ]
    return frozenset(one.lower() for text in said for one in _SHA256.findall(text))


def _cases(root: safe_xml.Element) -> list[tuple[safe_xml.Element, int | None]]:
    """Return all test cases with the day of the suite around them."""
    found: list[tuple[safe_xml.Element, int | None]] = []
    waiting: list[tuple[safe_xml.Element, int | None]] = [(root, None)]
    while waiting:
        element, at = waiting.pop()
        own = day(element.attributes.get("timestamp"))
        at = own if own is not None else at
        if element.local == "testcase":
            found.append((element, at))
        else:
            waiting.extend((child, at) for child in reversed(element.children))
    return found


def _is_named(case: safe_xml.Element, name: str) -> bool:
    short = case.attributes.get("name", "")
    group = case.attributes.get("classname", "")
    file = case.attributes.get("file", "")
    bare = short.partition("[")[0]
    names = {
        f"{before}{joint}{own}" for own in (short, bare) for before in (group, file) if before for joint in (".", "::")
    }
    module = group.replace(".", "/")
    names |= {f"{module}.py::{own}" for own in (short, bare)}
    return name in {short, bare} | names


def _result(case: safe_xml.Element) -> Result:
    locals_ = {child.local for child in case.children}
    if locals_ & _BAD or case.attributes.get("status", "").lower() in {"failed", "error"}:
        return "failed"
    skipped = "skipped" in locals_ or case.attributes.get("status", "").lower() in {"skipped", "notrun", "disabled"}
    return "skipped" if skipped else "passed"

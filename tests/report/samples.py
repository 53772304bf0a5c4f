# SPDX-License-Identifier: Apache-2.0
"""Reports to render: written ones, and arbitrary ones that keep to the schema."""

import json
from pathlib import Path
from typing import Any, get_args

from hypothesis import strategies as st

from aiact_gate.model import Report, Status, Verdict
from tests.support import REPOSITORY

DATA = Path(__file__).parent / "data"
NAMES = ("blocked", "coming", "minimal", "hostile")
SCHEMA = json.loads((REPOSITORY / "schemas" / "report.v1.json").read_text(encoding="utf-8"))


def sample(name: str) -> Report:
    report: Report = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return report


_ELEMENT_STATES = SCHEMA["$defs"]["element"]["properties"]["state"]["enum"]
_CLASSES = SCHEMA["$defs"]["system"]["properties"]["classes"]["items"]["enum"]
RULE_STATES = list(SCHEMA["$defs"]["system"]["properties"]["rules"]["properties"])
_NASTY = st.sampled_from(
    [
        *("<script>x</script>", "::error::x", "| a |", "`", "\x1b[31m", "\u202e", "\0", "\ufffe", "\r\n# h", "- x"),
        *("[a](b)", "![a](b)", "https://e.example", "www.e.example", "@me", "**", "&lt;", "{{1}}", "\u2028", "%0A"),
        *("1. x", "]]>", "a:b,c", " ", "~~", "_"),
    ]
)
text = st.one_of(_NASTY, st.text(max_size=12), st.builds(str.__add__, _NASTY, st.text(max_size=5)))
_maybe_text = st.none() | text
_date = st.sampled_from(["2025-02-02", "2026-08-02", "2027-12-02", "2028-08-02", "9999-99-99"])
_line = st.integers(1, 10**6)
_status = st.sampled_from(get_args(Status))
_verdict = st.sampled_from(["pass", "warn", "block", "error"])
_rule = st.one_of(st.sampled_from(["a/b", "c/d"]), text)


def _record(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(fields)


_element = _record(
    ref=text, text=text, state=st.sampled_from(_ELEMENT_STATES), file=_maybe_text, line=st.none() | _line
)
_penalty = _record(
    basis=text, max_eur=st.none() | st.integers(0, 10**9), max_turnover_pct=st.none() | st.just(3.5), rule=text
)
_finding = _record(
    rule=_rule,
    title=text,
    severity=st.sampled_from(["error", "warning", "note"]),
    status=_status,
    message=text,
    reasons=st.lists(text, max_size=2),
    provisions=st.lists(text, max_size=3),
    obligations=st.lists(text, max_size=2),
    due=st.none() | _date,
    days_left=st.none() | st.integers(-5, 5000),
    condition=_maybe_text,
    disputed=_maybe_text,
    location=_record(file=text, line=_line, column=_line),
    elements=st.lists(_element, max_size=2),
    remediation=text,
    penalties=st.lists(_penalty, max_size=2),
    fingerprint=st.sampled_from(["0" * 16, "0123456789abcdef"]),
)
_obligation = _record(
    id=text,
    provision=text,
    title=text,
    rule=st.none() | _rule,
    status=_status,
    due=st.none() | _date,
    condition=_maybe_text,
    disputed=_maybe_text,
    reason=text,
)
_loose = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**7), 10**7) | text,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(text, inner, max_size=2),
    max_leaves=4,
)
_argument = st.dictionaries(
    st.sampled_from(["steps", "questions", "notes", "exits", "core", "placing", "legacy"]), _loose, max_size=4
)
_system = _record(
    id=st.sampled_from(["a", "b"]) | text,
    name=text,
    version=_maybe_text,
    manifest=text,
    verdict=_verdict,
    classes=st.lists(st.sampled_from(_CLASSES), max_size=2),
    points=st.lists(text, max_size=2),
    roles=st.lists(text, max_size=2),
    route=text,
    registration=text,
    supervisor=text,
    classification=st.none() | _argument,
    obligations=st.lists(_obligation, max_size=3),
    not_applicable=st.lists(_record(id=text, reason=text), max_size=1),
    rules=st.dictionaries(st.sampled_from(RULE_STATES), st.lists(_rule, max_size=2), max_size=3),
    findings=st.lists(_finding, max_size=3),
    evidence=st.lists(
        _record(id=text, file=text, state=st.sampled_from(_ELEMENT_STATES), sha256=_maybe_text), max_size=2
    ),
)
reports = _record(
    schema=st.just("aiact-gate/report/v1"),
    tool=_record(name=text, version=text),
    law=_record(version=_date, consolidated=text),
    as_of=_date.filter(lambda day: day < "9"),
    lead_days=st.integers(0, 400),
    verdict=st.sampled_from(get_args(Verdict)),
    counts=st.fixed_dictionaries(
        {name: st.integers(0, 9) for name in ("systems", "pass", "warn", "block", "error", "warning", "note")}
    ),
    systems=st.lists(_system, max_size=3),
    left_out=st.lists(_record(path=text, reason=text), max_size=2),
    notes=st.lists(text, max_size=2),
    disclaimer=text,
    run=st.just({}),
)
"""Arbitrary reports that keep to the schema, with many hostile texts."""

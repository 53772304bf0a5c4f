# SPDX-License-Identifier: Apache-2.0
"""Any bytes give a manifest or one problem with a place, any text a day or none, any report JSON."""

import json
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from aiact_gate import clock
from aiact_gate.errors import UsageError
from aiact_gate.manifest import dates as manifest_dates
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.validate import validate
from aiact_gate.manifest.yaml_subset import YamlError, loads
from aiact_gate.names import is_gits_own, printable
from aiact_gate.report import json as json_report
from aiact_gate.report import text as text_report
from aiact_gate.waivers import entries, faults
from tests.report import check
from tests.report.samples import reports

_SIGNS = st.sampled_from(
    [*"{}[]:,-?&*!|>'\"%@`#\n \t\0", "<<: ", "---\n", "\x85", "\ufeff", "a: ", "2027-12-02", "1e9"]
)
_TEXTS = st.lists(_SIGNS | st.text(max_size=5), max_size=40).map("".join)


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=200) | _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_load_or_have_a_place(raw: bytes) -> None:
    try:
        loaded = loads(raw)
    except YamlError as error:
        problem = error.problem
        assert min(problem.line, problem.column) >= 1
        return
    json.dumps(loaded.data)
    if isinstance(loaded.data, dict):
        from pathlib import Path

        for found in validate(Manifest(Path("a"), "a", loaded.data, loaded.marks)):
            assert found.line >= 1


_WAIVER = st.fixed_dictionaries(
    {},
    optional={
        key: st.text(max_size=12) | st.dates().map(str) | st.none() | st.integers() | st.lists(st.text(max_size=3))
        for key in ("rule", "system", "owner", "reason", "ticket", "approved_by", "granted", "expires", "more")
    },
)


@settings(max_examples=120, deadline=None)
@given(
    st.binary(max_size=200)
    | _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(_WAIVER, max_size=3).map(
        lambda book: json.dumps({"apiVersion": "aiact-gate/v1", "waivers": book}).encode()
    )
)
def test_any_bytes_are_waivers_each_with_its_fault_or_one_refusal_with_a_place(raw: bytes) -> None:
    book, refused = [], ""
    try:
        book = entries.parse(raw, "w.yaml")
    except UsageError as error:
        refused = str(error)
    assert re.match(r"w\.yaml:[1-9]\d*:[1-9]\d*: |$", refused)
    for entry in book:
        assert entry.position.line >= 1
        fault = faults.of_form(entry, 20_000, 365)
        assert fault is not None or (entry.owner and entry.reason and entry.expires is not None)


@given(st.text(max_size=40) | st.dates().map(str))
@example("2027-02-30")
@example("٢٠٢٧-١٢-٠٢")
def test_any_text_is_a_day_or_none(text: str) -> None:
    day = manifest_dates.day(text)
    assert day is None or isinstance(day, int)
    try:
        assert clock.parse(text).isoformat() == text
    except UsageError:
        return


@given(st.binary(max_size=40))
def test_any_name_is_printable(raw: bytes) -> None:
    shown = printable(raw.decode("utf-8", "surrogateescape"))
    assert bool(shown.encode("utf-8")) == bool(raw)
    assert isinstance(is_gits_own(shown), bool)


@settings(max_examples=30, deadline=None)
@given(reports)
def test_json_and_text_of_any_report(report) -> None:
    document = json_report.render(report)
    check.plain(document)
    assert json.loads(document) == report
    check.plain(text_report.render(report))

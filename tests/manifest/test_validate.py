# SPDX-License-Identifier: Apache-2.0
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from aiact_gate.manifest.dates import day
from aiact_gate.manifest.problem import SCHEMA, UNKNOWN_KEY
from aiact_gate.manifest.schema import Node, items, members, schema
from aiact_gate.manifest.shape import fits
from aiact_gate.manifest.validate import MAX_PROBLEMS, validate
from tests.manifest.samples import COMPLETE, HEAD, data, of

ACME = HEAD + "operator: {name: Acme}\n"

POINTS = "1(a), 1(b), 1(c), 2, 3(a), 3(b), 3(c), 3(d), 4(a), 4(b), 5(a), 5(b)"
DOCUMENT = "a path, a list of paths, or {files: ..., titles: ..., not_applicable: ...}"
MESSAGES = [
    (
        "transparency: {interacts_with_people: no}",
        16,
        "transparency.interacts_with_people is the text “no”",
        "write true or false",
    ),
    ("market: {union: Yes}", 10, "market.union is the text “Yes”", "write true or false or a mapping"),
    (
        "market: {exclusions: {open_source: no}}",
        23,
        "market.exclusions.open_source is the text “no”",
        "write false or {reason: ..., evidence: path}",
    ),
    (
        "market: {exclusions: {open_source: true}}",
        23,
        "market.exclusions.open_source is true, but an exception is a claim",
        "write false or {reason: ..., evidence: path}",
    ),
    (
        "classification: {profiling: }",
        18,
        "classification.profiling is empty",
        "write true or false, or {undetermined: who answers it}",
    ),
    ("clasification: {}", 1, "a manifest has no key “clasification”", "did you mean classification?"),
    ("profiling: true", 1, "a manifest has no key “profiling”", "it stands under classification"),
    ("market: {placed_on_the_moon: true}", 10, "market has no key “placed_on_the_moon”", None),
    ("evidence: {risk-managment: a.md}", 12, "evidence has no key “risk-managment”", "did you mean risk-management?"),
    ("evidence: {risk-management: 5}", 12, f"evidence.risk-management is 5, not {DOCUMENT}", ""),
    (
        "evidence: {record-keeping: {retention: {file: a}}}",
        29,
        "evidence.record-keeping.retention lacks key",
        "The key in that file, with dots between levels.",
    ),
    (
        "market: {planned_placing: 2027-13-02}",
        10,
        "market.planned_placing is “2027-13-02”, not a date such as 2027-12-02",
        "",
    ),
    (
        "market: {planned_placing: 02.12.2027}",
        10,
        "market.planned_placing is “02.12.2027”, not a date such as 2027-12-02",
        "",
    ),
    ("classification: {annex_i: [{act: 1}]}", 29, "classification.annex_i[0].act is less than 2", ""),
    (
        "classification: {annex_iii: [{point: 4a}]}",
        31,
        f"classification.annex_iii[0].point is “4a”, not one of {POINTS}, ...",
        "did you mean 4(a)?",
    ),
    ("transparency: {generates: [text, text]}", 16, "transparency.generates names something twice", ""),
    (
        "testing: [{kind: realworld}]",
        12,
        "testing[0].kind is “realworld”, not one of sandbox, real_world, annex_i_section_b",
        "did you mean real_world?",
    ),
    ("deployer: {dpia_required: {undetermined: ''}}", 28, "deployer.dpia_required.undetermined is an empty text", ""),
    (
        "gpai: {training_flop: true}",
        8,
        "gpai.training_flop is true, not a number",
        "or write {undetermined: who answers it}",
    ),
]


@pytest.mark.parametrize(("line", "column", "message", "hint"), MESSAGES, ids=[case[0] for case in MESSAGES])
def test_a_mistake_is_told_in_a_sentence(line: str, column: int, message: str, hint: str | None) -> None:
    (problem,) = validate(of(ACME + line + "\n"))
    assert problem.message == message
    assert (problem.line, problem.column) == (4, column)
    assert hint is None or problem.hint == hint
    assert problem.code == (UNKNOWN_KEY if "no key" in message else SCHEMA)


def test_a_version_that_is_a_number_is_to_be_quoted() -> None:
    (problem,) = validate(
        of("apiVersion: aiact-gate/v1\nsystem: {id: a, name: A, version: 1.10}\noperator: {name: A}\n")
    )
    assert (problem.message, problem.hint) == ("system.version is 1.1, which is not a text", "put it in quotes")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("market: {union: {undetermined: me, placed: true}}", "market.union has no key “placed”", "undetermined"),
        ("market: {union: {undetermned: me}}", "market.union has no key “undetermned”", "output_used"),
        (
            "classification: {article_6_3: {undetermined: ''}}",
            "classification.article_6_3.undetermined is an empty",
            "",
        ),
    ],
)
def test_the_shape_that_was_meant_is_the_one_that_is_explained(line: str, message: str, hint: str) -> None:
    (problem,) = validate(of(f"{ACME}{line}\n"))
    assert problem.message.startswith(message)
    assert hint in problem.hint


@pytest.mark.parametrize(
    "groups", [{"operator": {"name": "A", "public_body": 0}}, {"system": {"id": "a", "name": "A", "ai_system": 1}}]
)
def test_a_number_is_never_true_or_false(groups: dict[str, Any]) -> None:
    assert len(validate(data(**groups))) == 1


def test_what_is_missing_is_named_with_its_question() -> None:
    found = validate(of("apiVersion: aiact-gate/v1\nsystem: {version: '1'}\n"))
    assert [problem.message for problem in found] == [
        "the manifest lacks operator",
        "system lacks id",
        "system lacks name",
    ]
    assert found[2].hint == "The name or trade name under which people know the system."
    assert found[2].line == 2


def test_missing_answers_are_not_judged_here() -> None:
    assert validate(of(ACME)) == []


def test_keys_of_tests_and_extensions_are_let_through() -> None:
    assert validate(of(ACME + 'x-files: {"a.md": "text"}\nx-as-of: 2027-12-02\n')) == []


def test_many_mistakes_are_cut_off_and_come_in_the_order_of_the_file() -> None:
    many = "".join(f"k{index}: 1\n" for index in range(200))
    found = validate(of(ACME + many))
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].message == f"the manifest has more than {MAX_PROBLEMS} problems"
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert found == validate(of(ACME + many))


def test_as_many_mistakes_as_are_shown_are_all() -> None:
    many = "".join(f"k{index}: 1\n" for index in range(MAX_PROBLEMS))
    found = validate(of(ACME + many))
    assert {problem.message for problem in found} == {
        f"a manifest has no key “k{index}”" for index in range(MAX_PROBLEMS)
    }


@pytest.mark.parametrize(
    "line", ["events: [{items}]", "classification: {{annex_iii: [{items}]}}", "testing: [{items}]"]
)
def test_ten_thousand_mistakes_cost_no_more_than_some(line: str) -> None:
    def steps(count: int) -> int:
        manifest = of(ACME + line.format(items=", ".join(["{kind: x}"] * count)) + "\n")
        calls = 0

        def count_call(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        validate(manifest)
        sys.setprofile(count_call)
        try:
            assert len(validate(manifest)) > MAX_PROBLEMS
        finally:
            sys.setprofile(None)
        return calls

    assert steps(10_000) < 2 * steps(2_000)


def test_a_good_manifest_does_not_load_the_full_validator() -> None:
    code = (
        "import sys\nfrom tests.manifest.samples import COMPLETE, of\n"
        "from aiact_gate.manifest.validate import validate\n"
        "assert validate(of(COMPLETE)) == []\n"
        "from aiact_gate.manifest.answers import answers\nanswers(of(COMPLETE))\n"
        "assert 'jsonschema' not in sys.modules\n"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


def test_a_thousand_manifests_are_validated_quickly() -> None:
    manifest = of(COMPLETE)
    start = time.process_time()
    for _ in range(1000):
        assert validate(manifest) == []
    assert time.process_time() - start < 5


_CHECKER = FormatChecker(formats=())
_CHECKER.checks("date")(lambda value: not isinstance(value, str) or day(value) is not None)
FULL = Draft202012Validator(schema(), format_checker=_CHECKER)
SCALARS = st.sampled_from(
    [
        True,
        False,
        None,
        0,
        1,
        2,
        2.5,
        -1,
        "",
        "a",
        "none",
        "no",
        "DE",
        "2027-12-02",
        "2027-02-30",
        "4(a)",
        "sme",
        "provider",
    ]
)
ODD = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=3),
    st.fixed_dictionaries({"undetermined": st.sampled_from(["legal", "", 5])}),
    st.fixed_dictionaries(
        {"reason": st.sampled_from(["because", ""])}, optional={"evidence": SCALARS, "more": SCALARS}
    ),
)


def plausible(node: Node, depth: int = 0) -> st.SearchStrategy[Any]:
    choices = [st.sampled_from(node["examples"]) if "examples" in node else ODD, ODD]
    known, entry = members(node), items(node)
    if known and depth < 3:
        keys = st.sampled_from(sorted(known))
        choices.append(st.dictionaries(keys, ODD, max_size=3))
        choices.append(keys.flatmap(lambda key: st.fixed_dictionaries({key: plausible(known[key], depth + 1)})))
    if entry and depth < 3:
        choices.append(st.lists(plausible(entry, depth + 1), max_size=2))
    return st.one_of(choices)


@given(st.sampled_from(sorted(schema()["properties"])).flatmap(
    lambda group: st.tuples(st.just(group), plausible(schema()["properties"][group]))
))  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_the_quick_check_agrees_with_the_full_validator(case: tuple[str, Any]) -> None:
    group, value = case
    manifest = data(**{group: value})
    assert fits()(manifest.data) == FULL.is_valid(manifest.data)
    problems = validate(manifest)
    assert bool(problems) != FULL.is_valid(manifest.data)
    assert all(problem.message and "\n" not in problem.message for problem in problems)

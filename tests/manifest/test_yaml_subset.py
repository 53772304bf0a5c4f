# SPDX-License-Identifier: Apache-2.0
import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from aiact_gate.manifest.problem import SYNTAX, Position, Problem
from aiact_gate.manifest.yaml_subset import MAX_BYTES, MAX_DEPTH, Loaded, YamlError, loads

REFUSED: list[tuple[bytes, int, int, str]] = [
    (b"a: 1\nb: 2\na: 3\n", 3, 1, "the key a is given twice; the first is in line 1"),
    (b"x:\n  a: 1\n  a: 2\n", 3, 3, "the key a is given twice; the first is in line 2"),
    (b"a: 1\n<<: {b: 2}\n", 2, 1, "the merge key << is not allowed"),
    (b"a: &x 1\nb: 2\n", 1, 4, "the anchor &x is not allowed"),
    (b"a: &x [1]\n", 1, 4, "the anchor &x is not allowed"),
    (b"a: 1\nb: *x\n", 2, 4, "the alias *x is not allowed"),
    (b"a: !!str 1\n", 1, 4, "the tag tag:yaml.org,2002:str is not allowed"),
    (b"a: !!python/object:os.system x\n", 1, 4, "the tag tag:yaml.org,2002:python/object:os.system is not allowed"),
    (b"a: 1\n---\nb: 2\n", 2, 1, "a second document begins here"),
    (b"%YAML 1.1\n---\na: 1\n", 1, 1, "a directive (%YAML, %TAG) is not allowed"),
    (b"a: 1\n1: b\n", 2, 1, "the key 1 is not text"),
    (b"true: b\n", 1, 1, "the key true is not text"),
    (b"a: 1\n~: b\n", 2, 1, "the key ~ is not text"),
    (b"? [a]\n: b\n", 1, 3, "a list or mapping cannot be a key"),
    (b"? {a: b}\n: c\n", 1, 3, "a list or mapping cannot be a key"),
    (b"a: 1\nb: \x00\n", 2, 4, "a control character (U+0000) is not allowed"),
    (b"a: 1\nb: \x1b[31m\n", 2, 4, "a control character (U+001B) is not allowed"),
    (b'a: "\\0"\n', 1, 4, "a control character (U+0000) is not allowed"),
    (b"# note\xc2\x85a: 1\n", 1, 7, "a line break that editors do not show (U+0085) is not allowed"),
    (b"# note\xe2\x80\xa8a: 1\n", 1, 7, "a line break that editors do not show (U+2028) is not allowed"),
    (b"# note\ra: 1\n", 1, 7, "a line break that editors do not show (U+000D) is not allowed"),
    (b"a: \xe2\x80\xaeb\n", 1, 4, "a character that changes the direction of the text (U+202E) is not allowed"),
    (b"a: 1\nb: \xff\n", 2, 4, "the file is not UTF-8"),
    (b"a: .inf\n", 1, 4, ".inf is not a finite number"),
    (b"a: .NaN\n", 1, 4, ".NaN is not a finite number"),
    (b"a: 1e999\n", 1, 4, "1e999 is too large for a number"),
    (b"a: " + b"9" * 5000 + b"\n", 1, 4, "the number is longer than 40 characters"),
    (b"a: b: c\n", 1, 5, "not YAML: mapping values are not allowed in this context"),
    (b"a:\n\t- b\n", 2, 1, "not YAML: found character that cannot start any token"),
    (b"a: 'x\n", 2, 1, "not YAML: found unexpected end of stream"),
    (b"[" * 100, 1, 65, f"more than {MAX_DEPTH} levels"),
    (b"#" * (MAX_BYTES + 1), 1, 1, "the file is larger than 1 MiB"),
]


@pytest.mark.parametrize(("raw", "line", "column", "message"), REFUSED, ids=[case[3][:40] for case in REFUSED])
def test_what_the_subset_leaves_out_is_refused_with_its_place(raw: bytes, line: int, column: int, message: str) -> None:
    with pytest.raises(YamlError) as caught:
        loads(raw)
    problem = caught.value.problem
    assert (problem.line, problem.column, problem.message) == (line, column, message)
    assert problem.code == SYNTAX


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("off", "off"),
        ("2027-12-02", "2027-12-02"),
        ("12:30:45", "12:30:45"),
        ("0123", 123),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("+5", 5),
        ("1.5", 1.5),
        ("1e25", 1e25),
        ("6.0e+24", 6e24),
        ("2.3.0", "2.3.0"),
        ("1.10", 1.1),
        ('"1.10"', "1.10"),
        ("'true'", "true"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("nUll", "nUll"),
        ("-", ["x"]),
        ("=", "="),
        ("4(a)", "4(a)"),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: Any) -> None:
    source = "- x" if text == "-" else text
    loaded = loads(f"a: {source}\n".encode() if text != "-" else b"a:\n- x\n").data["a"]
    assert loaded == value
    assert type(loaded) is type(value)


def test_every_node_has_a_place_and_a_member_that_of_its_key() -> None:
    marks = loads(b"a:\n  b/c: [1, {d~: 2}]\n").marks
    assert marks == {
        "": Position(1, 1),
        "/a": Position(1, 1),
        "/a/b~1c": Position(2, 3),
        "/a/b~1c/0": Position(2, 9),
        "/a/b~1c/1": Position(2, 12),
        "/a/b~1c/1/d~0": Position(2, 13),
    }


def test_a_byte_order_mark_is_accepted_and_does_not_move_the_places() -> None:
    assert loads(b"\xef\xbb\xbfa: 1\n").data == {"a": 1}
    assert loads(b"\xef\xbb\xbfa: 1\n").marks["/a"] == Position(1, 1)


def test_deep_but_allowed_is_read() -> None:
    assert loads(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).data is not None


@pytest.mark.parametrize("raw", [b"", b"# nothing\n", b"---\n", b"---\n...\n"])
def test_nothing_is_null(raw: bytes) -> None:
    assert loads(raw).data is None


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_data_or_a_problem(raw: bytes) -> None:
    _data_or_problem(raw)


@given(st.text(alphabet="ab:{}[],-?&*!|>'\"%@`#~<=\n\t 01.\\xe", max_size=80))
@settings(max_examples=500, deadline=None)
def test_anything_like_yaml_gives_data_or_a_problem(text: str) -> None:
    _data_or_problem(text.encode())


def _data_or_problem(raw: bytes) -> None:
    result = _outcome(raw)
    if isinstance(result, Problem):
        assert result.message
        assert "\n" not in result.message
        assert min(result.line, result.column) >= 1
    else:
        assert "" in result.marks or result.data is None


def _outcome(raw: bytes) -> Loaded | Problem:
    try:
        return loads(raw)
    except YamlError as error:
        return error.problem


_VALUES = st.recursive(
    st.text(max_size=8) | st.integers(-(10**9), 10**9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(_VALUES)
@settings(max_examples=150, deadline=None)
def test_what_is_written_as_yaml_is_read_back(value: Any) -> None:
    class _Plain(yaml.SafeDumper):
        def ignore_aliases(self, _data: Any) -> bool:
            return True

    result = _outcome(yaml.dump(value, Dumper=_Plain, allow_unicode=False, default_style='"').encode())
    if isinstance(result, Problem):
        assert "control" in result.message or "tag" in result.message
    else:
        assert result.data == value


def test_six_thousand_lines_are_read_quickly() -> None:
    part = "k{0}:\n  a: text here\n  b: [1, 2, 3]\n  c: 2027-01-01\n  d: no\n  e: true\n"
    raw = "".join(part.format(index) for index in range(1000)).encode()
    start = time.process_time()
    loads(raw)
    assert time.process_time() - start < 1.0

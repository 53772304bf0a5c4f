# SPDX-License-Identifier: Apache-2.0
"""TOML that takes the library quadratic time or much memory is refused before; whatever else is TOML is read."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiact_gate import toml
from tests.security.hostile import gate, manifest, put

_DEEP = "a." * 300 + "a"
_HIDDEN = [
    f"{_DEEP} = 1",
    f"[{_DEEP}]",
    f"[[{_DEEP}]]",
    f"x = {{{_DEEP} = 1}}",
    f'"a".{_DEEP} = 1',
    f'x = [""" \n""", {{{_DEEP} = 1}}, "z"]',
    f'x = ["""a""\\"\n""""", {{{_DEEP} = 1}}, "z"]',
    f"x = [''' '\n''''', {{{_DEEP} = 1}}, 'z']",
    f"x = '\"'\n{_DEEP} = 1 # \"",
    f'x = "\\""\n{_DEEP} = 1 # "',
    f"# '''\n{_DEEP} = 1\n# '''",
]


@pytest.mark.parametrize("text", _HIDDEN)
def test_a_deep_key_does_not_hide_in_strings_and_comments(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError, match="More than 100 dots"):
        toml.loads(text)


def test_many_dots_in_all_are_refused() -> None:
    with pytest.raises(tomllib.TOMLDecodeError, match="More than 20000 dots"):
        toml.loads("".join(f"k{number}.a.a.a = 1\n" for number in range(8_000)))


@pytest.mark.parametrize(
    "text",
    [
        f'x = "{_DEEP}"',
        f"x = '''\n{_DEEP}\n'''",
        f"# {_DEEP}\nx = 1",
        "".join(f'k{number} = "https://files.example.org/a.b.c/d-1.2.3.whl"\n' for number in range(9_000)),
        "x = [" + "0.5," * 90 + "]",
    ],
)
def test_dots_in_strings_and_comments_are_none(text: str) -> None:
    assert toml.loads(text) == tomllib.loads(text)


@pytest.mark.parametrize("text", [f"x = {'9' * 5_000}", "x = " + "[" * 9_000, "x = 2027-02-30", "x ="])
def test_every_fault_is_one_kind_of_error(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        toml.loads(text)


_SIGNS = st.sampled_from(['"', '"""', "'", "'''", "\\", "#", "\n", "a", " = ", "[", "]", "{", "}", ",", "1", ".", " "])


@settings(max_examples=300, deadline=None)
@given(st.lists(_SIGNS, max_size=40).map("".join))
def test_what_the_library_reads_is_read_alike(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError):
        return
    assert toml.loads(text) == expected
    keyed = f"{text}\n[end]\n{_DEEP} = 1\n"
    with pytest.raises(tomllib.TOMLDecodeError, match="More than 100 dots"):
        toml.loads(keyed)


@pytest.mark.parametrize("line", ["a." * 300_000 + "a = 1", "x = " + "9" * 5_000, "x = " + "[" * 9_000])
def test_a_hostile_configuration_is_one_sentence(tmp_path: Path, line: str) -> None:
    put(tmp_path, "ai-system.yaml", manifest())
    put(tmp_path, ".aiact-gate.toml", line)
    ran = gate("check", tmp_path, timeout=30)
    assert ran.code == 2
    assert "not TOML" in ran.err
    assert "internal" not in ran.err

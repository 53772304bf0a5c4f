# SPDX-License-Identifier: Apache-2.0
"""The tables of docs/reliability.md are those of today's tests, bombs and harnesses, and every row is green."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.security.bombs import BOMBS
from tests.support import REPOSITORY
from tools import fuzz, platforms, reliability

_PAGE = (REPOSITORY / "docs" / "reliability.md").read_text(encoding="utf-8")
_SECURITY = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")


def _rows(name: str) -> list[list[str]]:
    block = re.search(rf"<!-- table: {name} -->\n(.*?)<!-- end -->", _PAGE, re.DOTALL)
    assert block, f"the page has no table {name}"
    lines = block[1].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def _promises() -> list[str]:
    promised = _SECURITY.partition("## What is promised")[2].partition("\n## ")[0]
    return [bold.rstrip(".") for bold in re.findall(r"^- \*\*(.+?)\*\*", promised, re.MULTILINE)]


def test_each_promise_has_its_tests() -> None:
    assert _promises() == list(reliability.PROMISES)


@pytest.mark.parametrize("words", {**reliability.PROMISES, **reliability.MORE}.values())
def test_the_tests_of_a_promise_are_there(words: str) -> None:
    assert [word for word in words.split() if not (REPOSITORY / word).exists()] == []


def test_each_test_of_security_stands_behind_a_promise() -> None:
    named = " ".join([*reliability.PROMISES.values(), *reliability.MORE.values()])
    files = [path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "tests" / "security").glob("test_*.py")]
    assert [file for file in files if file not in named] == []


def test_the_page_has_a_table_for_each_part() -> None:
    assert re.findall(r"<!-- table: (\w+) -->", _PAGE) == [
        *("tests", "bombs", "sizes", "faults", "soak", "differential", "fuzz", "platforms")
    ]
    assert set(reliability.PARTS) == set(re.findall(r"<!-- table: (\w+) -->", _PAGE))


def test_every_promise_has_a_green_row() -> None:
    rows = _rows("tests")
    assert [row[0].partition(" (`")[0] for row in rows] == [*reliability.PROMISES, *reliability.MORE]
    for row in rows:
        _total, passed, _skipped, failed = map(int, row[1:5])
        assert passed > 0, row
        assert failed == 0, row


def test_every_bomb_has_a_green_row() -> None:
    rows = _rows("bombs")
    assert [row[0] for row in rows] == list(BOMBS)
    for row in rows:
        assert row[1] in {"0", "1"}, row
        assert float(row[2]) < reliability.ALONE_SECONDS, row
        assert float(row[3]) < reliability.ALONE_MEGABYTES, row


@pytest.mark.parametrize(
    ("part", "figures"),
    [
        ("sizes", ["manifests: 10000", "files: 200000", "GB of a sparse log: 5"]),
        ("soak", ["checks in one process: 2000", "processes of the gate, each with an OPA: 500", "ports left: 0"]),
        ("differential", ["manifests on both engines: 500"]),
        ("faults", ["faults injected: "]),
    ],
)
def test_the_large_numbers_were_run_and_are_green(part: str, figures: list[str]) -> None:
    rows = _rows(part)
    assert {row[-1] for row in rows} == {"passed"}
    told = ", ".join(row[1] for row in rows)
    assert [figure for figure in figures if figure not in told] == []


def test_every_harness_ran_and_none_crashed() -> None:
    rows = _rows("fuzz")
    assert [row[0] for row in rows] == fuzz.harnesses()
    assert all(int(row[1]) > 1_000 and row[-1] == "0" for row in rows)
    assert sum(float(row[2]) for row in rows) >= 600


def test_each_platform_says_what_to_do() -> None:
    rows = _rows("platforms")
    assert [row[0] for row in rows] == list(platforms.PLATFORMS)
    assert all(row[2] for row in rows)


def test_the_nightly_script_knows_each_part_and_is_red_for_an_unknown_one(tmp_path: Path) -> None:
    script = REPOSITORY / "tools" / "nightly.sh"
    text = script.read_text(encoding="utf-8")
    default = re.search(r'"\$\{@:-([a-z ]+)\}"', text)
    assert default
    assert set(default[1].split()) == {*reliability.PARTS, "audit", "mutation"}
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\n[ "$2" = soak ]\n', encoding="utf-8")
    python.chmod(0o755)
    environment = {"PYTHON": str(python), "PATH": "/usr/bin:/bin"}
    for parts, code in ((["soak"], 0), (["soak", "fuzz"], 1), (["nonsense"], 1), (["audit"], 1)):
        done = subprocess.run([script, *parts], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout

# SPDX-License-Identifier: Apache-2.0
import os
from pathlib import Path

import pytest

from aiact_gate.manifest.document import Manifest, load
from aiact_gate.manifest.problem import OTHER_TOOL, SCHEMA, SYNTAX, ManifestError, Position, dotted
from tests.manifest.samples import COMPLETE, written


def problem_of(path: Path, root: Path) -> tuple[str, int, str]:
    with pytest.raises(ManifestError) as caught:
        load(path, root)
    (problem,) = caught.value.problems
    return problem.code, problem.line, problem.message


def test_a_manifest_knows_its_place_and_that_of_its_answers(tmp_path: Path) -> None:
    manifest = written(tmp_path, COMPLETE)
    assert manifest.rel == "ai-system.yaml"
    assert manifest.locate("/classification/profiling") == Position(10, 3)
    assert manifest.locate("/classification/article_6_3/reason") == Position(5, 1)
    assert manifest.locate("/gpai") == Position(1, 1)
    assert manifest.find("/gpai") is None
    assert manifest.find("/classification/annex_iii/0/point") == Position(8, 16)


@pytest.mark.parametrize(
    ("text", "code", "line", "message"),
    [
        ("", SYNTAX, 1, "the manifest is empty"),
        ("- a\n", SYNTAX, 1, "the manifest is not a mapping of keys to values"),
        ("name: x\n", OTHER_TOOL, 1, "this looks like the file of another tool: it has no apiVersion"),
        ("x: 1\napiVersion: v1\n", OTHER_TOOL, 2, "this is the file of another tool: its apiVersion is v1"),
        ("apiVersion: [1]\n", OTHER_TOOL, 1, "this is the file of another tool: its apiVersion is [1]"),
        ("apiVersion: aiact-gate/v9\n", SCHEMA, 1, "the format aiact-gate/v9 is not known here"),
        ("system: {}\noperator: {}\n", SCHEMA, 1, "apiVersion is missing"),
        ("a: 1\na: 2\n", SYNTAX, 2, "the key a is given twice; the first is in line 1"),
    ],
)
def test_what_is_no_manifest_is_one_problem(tmp_path: Path, text: str, code: str, line: int, message: str) -> None:
    path = tmp_path / "ai-system.yaml"
    path.write_text(text, encoding="utf-8")
    assert problem_of(path, tmp_path) == (code, line, message)


def test_files_that_cannot_be_read_are_problems(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (tmp_path / "secret.yaml").write_text(COMPLETE, encoding="utf-8")
    (root / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(root / "pipe.yaml")
    assert "leaves the repository" in problem_of(root / "link.yaml", root)[2]
    assert "cannot be read" in problem_of(root / "loop.yaml", root)[2]
    assert "cannot be read" in problem_of(root / "none.yaml", root)[2]
    assert problem_of(root / "pipe.yaml", root)[2] == "this is not a regular file"
    assert problem_of(root, root)[2] == "the folder cannot be read, so nothing in it was judged"


def test_a_link_inside_the_repository_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(COMPLETE, encoding="utf-8")
    (tmp_path / "ai-system.yaml").symlink_to("real.yaml")
    assert isinstance(load(tmp_path / "ai-system.yaml", tmp_path), Manifest)


def test_a_pointer_is_shown_as_a_path() -> None:
    assert dotted("/classification/annex_iii/0/point") == "classification.annex_iii[0].point"
    assert dotted("/a~1b/c~0") == "a/b.c~"
    assert dotted("") == ""

# SPDX-License-Identifier: Apache-2.0
"""The same tree, day and version give the same bytes, wherever and however the gate runs."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from aiact_gate.report.write import FORMATS, rendered
from tests.security.hostile import AS_OF, gate, git, manifest, put
from tests.support import EXAMPLES, check

_SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "7", "LC_ALL": "de_DE.ISO-8859-1", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1", "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"},
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tree") / "a"
    shutil.copytree(EXAMPLES, root)
    return root


def _reports(root: Path, cwd: Path, env: dict[str, str], *words: str) -> dict[str, bytes]:
    folder = cwd / "out"
    folder.mkdir(exist_ok=True)
    outputs = [word for kind in FORMATS for word in ("--output", f"{kind}={folder / kind}")]
    ran = gate("check", root, "--as-of", AS_OF, *outputs, *words, cwd=cwd, env=env, isolated=False)
    assert ran.code == 1, ran.err
    return {kind: (folder / kind).read_bytes() for kind in FORMATS} | {"stdout": ran.out}


@pytest.fixture(scope="module")
def expected(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _reports(tree, tmp_path_factory.mktemp("plain"), {})


@pytest.mark.parametrize("number", range(len(_SURROUNDINGS)))
def test_surroundings_do_not_show(tree: Path, expected: dict[str, bytes], tmp_path: Path, number: int) -> None:
    assert _reports(tree, tmp_path, _SURROUNDINGS[number]) == expected


def test_the_order_of_a_folder_does_not_show(tree: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "b"
    for file in sorted((file for file in tree.rglob("*") if file.is_file()), reverse=True):
        target = copy / file.relative_to(tree)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    assert _reports(copy, tmp_path, {}) == expected
    (copy / "out").mkdir()
    assert _reports(Path(), copy, {}, "--exclude", "nothing")["json"] == expected["json"]


class _Listed:
    """A listing of a folder in an order of our own; a file system may give any."""

    def __init__(self, entries: list["os.DirEntry[str]"]) -> None:
        self._entries = iter(entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __iter__(self) -> Iterator["os.DirEntry[str]"]:
        return self._entries

    def __next__(self) -> "os.DirEntry[str]":
        return next(self._entries)

    def close(self) -> None:
        """Do nothing, as everything was read at once."""


def test_the_order_in_which_a_file_system_lists_does_not_show(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir
    found = set()
    for backwards in (False, True):

        def ordered(folder: str | Path = ".", backwards: bool = backwards) -> _Listed:
            with scan(folder) as listed:
                return _Listed(sorted(listed, key=lambda entry: entry.name, reverse=backwards))

        with monkeypatch.context() as patched:
            patched.setattr(os, "scandir", ordered)
            report = check(tree, AS_OF)
        found.add(rendered(report, "json"))
    assert len(found) == 1


def test_the_engine_shows_in_one_place_alone(
    tree: Path, expected: dict[str, bytes], tmp_path: Path, opa_path: Path
) -> None:
    found = _reports(tree, tmp_path, {}, "--engine", "opa", "--opa-path", str(opa_path))
    reports = [json.loads(one["json"]) for one in (found, expected)]
    assert [report["run"].pop("engine")["name"] for report in reports] == ["opa", "embedded"]
    assert reports[0] == reports[1]


def test_what_a_user_ignores_everywhere_is_judged(tmp_path: Path) -> None:
    root = tmp_path / "r"
    put(root, "ai-system.yaml", manifest())
    git(root, "init", "-q")
    put(tmp_path, "home/.config/git/ignore", "*.yaml\n")
    put(tmp_path, "home/.gitconfig", f"[core]\n excludesFile = {tmp_path}/home/.config/git/ignore\n")
    ran = gate("check", root, "--as-of", AS_OF, env={"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": ""})
    assert ran.code == 0, ran.err

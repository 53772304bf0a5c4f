# SPDX-License-Identifier: Apache-2.0
"""What fuzzing starts from and what it once broke is read without a failure, and a crash does not go unseen."""

import importlib.util
import shutil
from pathlib import Path

import pytest

from aiact_gate.evidence.sections import READERS
from fuzz.harnesses import HARNESSES
from tests.support import REPOSITORY
from tools import fuzz

CORPUS = sorted(path for path in fuzz.CORPUS.rglob("*") if path.is_file())
_FORMATS = {".txt": "markdown", ".markdown": "markdown", ".md": "markdown", ".htm": "html", ".docx": "word"}
_ALSO = {".yml": "yaml"}
_FAULTY = """
def one(data):
    if data.startswith(b"spoil"):
        raise KeyError("spoilt")
HARNESSES = {"bad": one}
"""


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_known_input(path: Path) -> None:
    HARNESSES[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("content", [b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\n" * 50, b"{[(<\"'" * 20])
@pytest.mark.parametrize("name", HARNESSES)
def test_hardly_anything(name: str, content: bytes) -> None:
    HARNESSES[name](content)


def test_each_harness_has_a_corpus_and_each_format_a_harness() -> None:
    assert fuzz.harnesses() == sorted(HARNESSES)
    assert {(_FORMATS | _ALSO).get(suffix, suffix[1:]) for suffix in READERS} <= set(HARNESSES)
    assert {"manifest", "waivers", "junit", "media", "drawing", "signed"} <= set(HARNESSES)


def test_a_crash_is_told_and_its_input_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed")
    shutil.copytree(REPOSITORY / "fuzz", tmp_path / "fuzz", ignore=shutil.ignore_patterns("corpus", "__pycache__"))
    (tmp_path / "fuzz" / "harnesses.py").write_text(_FAULTY, encoding="utf-8")
    seed = tmp_path / "fuzz" / "corpus" / "bad" / "seed"
    seed.parent.mkdir(parents=True)
    seed.write_bytes(b"spoil it")
    for name, place in (("ROOT", tmp_path), ("CORPUS", seed.parent.parent), ("CRASHES", tmp_path / "crashes")):
        monkeypatch.setattr(fuzz, name, place)
    ended = fuzz.fuzz("bad", 5)
    assert ended.failed
    assert "KeyError: 'spoilt'" in ended.error
    assert ended.crash is not None
    assert ended.crash.read_bytes().startswith(b"spoil")

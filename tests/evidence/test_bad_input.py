# SPDX-License-Identifier: Apache-2.0
"""Files that are broken, renamed, too large or oddly named: a state, a clear sentence, and never a traceback."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.evidence.conftest import Repo
from tests.evidence.readers import files
from tests.evidence.readers.files import GROUPS, HEAD, PERIOD
from tests.support import REPOSITORY

FRIA = "fundamental-rights-impact-assessment"
GERMAN = "Für die Prüfung wählt eine Sachbearbeiterin täglich zwölf Fälle aus."
TEXT = f"# {HEAD}\n\n## (b) Dauer\n\n{GERMAN}\n"


def _locked_word() -> bytes:
    """Return an archive whose entries claim a password, as some tools make it."""
    data = bytearray(files.archive(text=files.body("<w:p/>")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w") as part:
        for _ in range(300):
            part.write(b" " * 1_000_000)
    return out.getvalue()


PDF = files.pdf([["27(1)(b) Period", PERIOD]])
WORD = files.word(lambda document: document.add_paragraph(PERIOD))
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
BAD: dict[str, tuple[str, bytes, str, str]] = {
    "encrypted pdf": ("f.pdf", files.encrypted(PDF, "secret"), "unreadable", "has a password; keep a copy"),
    "encrypted word": ("f.docx", OLD_OFFICE, "unreadable", "has a password or is in the format before .docx"),
    "word with locked parts": ("f.docx", _locked_word(), "unreadable", "has a password; keep a copy without one."),
    "truncated pdf": ("f.pdf", PDF[:150], "unreadable", "is damaged"),
    "truncated word": ("f.docx", WORD[: len(WORD) // 2], "unreadable", "is damaged, or is no Word document."),
    "truncated json": ("f.json", b'{"27(1)(b)": "every', "unreadable", "is not well-formed"),
    "truncated yaml": ("f.yaml", b'a: "every', "unreadable", "is not well-formed"),
    "no bytes": ("f.pdf", b"", "empty", "is empty."),
    "blanks": ("f.md", b" \r\n\t\n" * 99, "empty", "is empty."),
    "huge text": ("f.md", b"a word " * 200_000, "too-large", "is larger than 1024 kB, the most that is read."),
    "huge pdf": ("f.pdf", b"%PDF-1.4\n" + bytes(33 * 1024 * 1024), "too-large", "is larger than 32768 kB"),
    "zip bomb": ("f.docx", _bomb(), "too-large", "unpacks to more than 16 MB, the most that is read."),
    "pdf named md": ("f.md", PDF, "unreadable", "is a PDF by its content, and its name says otherwise."),
    "word named pdf": ("f.pdf", WORD, "unreadable", "is an archive such as a Word file by its content"),
    "word named html": ("f.html", WORD, "unreadable", "is an archive such as a Word file by its content"),
    "old word named md": ("f.md", OLD_OFFICE, "unreadable", "is a Word file that is old or has a password"),
    "rich text named docx": ("f.docx", b"{\\rtf1\\ansi text}", "unreadable", "is rich text (RTF) by its content"),
    "picture named pdf": ("f.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99), "unreadable", "is a picture by its content"),
    "markdown named pdf": ("f.pdf", TEXT.encode(), "unreadable", "is damaged"),
    "markdown named docx": ("f.docx", TEXT.encode(), "unreadable", "is damaged, or is no Word document."),
    "markdown named json": ("f.json", TEXT.encode(), "unreadable", "is not well-formed"),
    "a format that is not read": ("f.odt", WORD, "unreadable", "has a format that is not read as a document"),
    "utf-16 without its mark": ("f.md", TEXT.encode("utf-16-le"), "unreadable", "save text as UTF-8."),
    "utf-32": ("f.md", TEXT.encode("utf-32"), "unreadable", "save text as UTF-8."),
    "binary": ("f.md", bytes(range(256)) * 9, "unreadable", "holds binary data where text is expected"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_state_and_a_sentence(repo: Repo, kind: str) -> None:
    name, data, state, said = BAD[kind]
    repo.write(name, data)
    collected = repo.collect(**{FRIA: name})
    fact = collected.facts[FRIA]
    assert (fact["state"], fact["file"]) == (state, name)
    assert fact["note"].startswith(f"{name} ")
    assert said in fact["note"]
    assert fact["note"].endswith(".")
    assert not re.search(r"Traceback|Error\(|File \"", fact["note"])
    assert {seen["state"] for seen in fact["elements"].values()} == {state}
    assert [(one.file, one.state) for one in collected.files] == [(name, state)]


ENCODED = {
    "utf-8 with a mark": TEXT.encode("utf-8-sig"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 big": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "latin-1": TEXT.encode("latin-1"),
    "windows": TEXT.replace("täglich", "„täglich“").encode("cp1252"),
    "mixed": TEXT.encode() + "\n## (c) Gruppen für Fälle\n\nÄltere Menschen und Familien.\n".encode("latin-1"),
    "line ends of windows": TEXT.replace("\n", "\r\n").encode(),
    "line ends of old macs": TEXT.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("kind", ENCODED)
def test_text_in_other_encodings_is_read(repo: Repo, kind: str) -> None:
    repo.write("f.md", ENCODED[kind])
    fact = repo.fact(FRIA, {"files": "f.md", "titles": {"27(1)(c)": "Gruppen für Fälle"}})
    assert (fact["elements"]["27(1)(b)"]["state"], fact["elements"]["27(1)(b)"]["line"]) == ("present", 3)
    assert fact["elements"]["27(1)(c)"]["state"] == ("present" if kind == "mixed" else "missing")


def test_a_page_in_the_encoding_that_it_names(repo: Repo) -> None:
    page = "<meta charset='iso-8859-2'><h1>Ocena</h1><h2>Kto jest dotknięty</h2><p>Najemcy mieszkań i ich rodziny.</p>"
    repo.write("f.html", page.encode("iso-8859-2"))
    declared = {"files": "f.html", "titles": {"27(1)(c)": "Kto jest dotknięty"}}
    assert repo.states(FRIA, declared)["27(1)(c)"] == "present"


NAMES = [
    *("with space.md", " leading.md", "new\nline.md", "tab\there.md", "-rf.md", "a;b&c.md", "%2e%2e.md", "quote'\".md"),
    *("Prüfung.md", "оценка.md", "評価.md", "\u202egnp.md", "e\u0301.md", "x" * 200 + ".md"),
]


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_names(repo: Repo, name: str) -> None:
    repo.write(f"docs/{name}", f"# {HEAD}\n\n## (b) Period\n\n{PERIOD}\n\n## (c) Groups\n\nTODO\n")
    elements = repo.fact(FRIA, f"docs/{name}")["elements"]
    assert (elements["27(1)(b)"]["state"], elements["27(1)(c)"]["state"]) == ("present", "placeholder")


def _bank(folder: Path, fria: str) -> None:
    shutil.copytree(REPOSITORY / "examples" / "credit-deployer-complete", folder, dirs_exist_ok=True)
    manifest = folder / "ai-system.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("docs/fria.md", json.dumps(fria)), encoding="utf-8"
    )


@pytest.mark.parametrize("name", ["new\nline.md", "評価.md", "\u202egnp.md"])
def test_odd_names_that_are_not_there_are_printed_in_one_line(tmp_path: Path, name: str) -> None:
    _bank(tmp_path, name)
    command = [sys.executable, "-m", "aiact_gate", "check", str(tmp_path), "--as-of", "2027-12-02"]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 1
    assert ".md does not exist" in " ".join(ran.stdout.split())
    assert not re.search("[\x1b\u202e]|new\nline", ran.stdout + ran.stderr)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of an installation without any extra: the libraries are not there at all."""
    site = tmp_path_factory.mktemp("site-packages")
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not re.match(r"(?i)pypdf|docutils|c2pa|.*\.pth$|__editable__|aiact_gate", entry.name):
            (site / entry.name).symlink_to(entry)
    return {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{REPOSITORY}", "PYTHONDONTWRITEBYTECODE": "1"}


def _bare(words: list[str], environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-S", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("name", ["docs/fria.pdf", "docs/fria.rst"])
def test_without_the_extra_a_format_is_unreadable_and_the_extra_is_named(
    bare: dict[str, str], tmp_path: Path, name: str
) -> None:
    asked = "from importlib.util import find_spec as find; print(find('pypdf'), find('docutils'))"
    there = _bare(["-c", asked], bare, tmp_path)
    assert there.stdout == "None None\n", there.stderr
    _bank(tmp_path, name)
    sections = f"{HEAD}\n{'=' * len(HEAD)}\n\n(b) Period\n----------\n\n{PERIOD}\n"
    (tmp_path / name).write_bytes(PDF if name.endswith("pdf") else sections.encode())
    ran = _bare(["-m", "aiact_gate", "check", "--as-of", "2027-12-02"], bare, tmp_path)
    assert ran.returncode == 1, ran.stderr
    library = "pypdf" if name.endswith("pdf") else "docutils"
    said = " ".join(ran.stdout.split())
    assert f"{name} cannot be read without {library}: pip install 'aiact-gate[documents]'." in said
    assert "27(1)(b) unreadable" in said
    assert "Traceback" not in ran.stdout + ran.stderr


NIGHTLY = os.environ.get("AIACT_GATE_NIGHTLY") == "1"
_COST = r"""
import re, sys, time
from pathlib import Path
from aiact_gate.evidence.collect import collect
from aiact_gate.evidence import index
from tests.evidence.conftest import Repo
repo = Repo(Path(sys.argv[1]))
start = time.process_time()
declared = {"description": "d.md", "schema": "s.json", "sample": "log.jsonl", "config": "log.jsonl"}
fact = repo.collect(record_keeping=declared).facts
seconds = time.process_time() - start
# the figure of getrusage would be that of the process this one was started from, where that was larger
peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
print(fact["record-keeping"]["values"]["sample_state"], seconds, peak / 1024)
"""


def _dense(target: Path, size: int) -> None:
    line = b'{"timestamp": "2027-12-02T09:00:00Z", "event": "ranking_made", "system_version": "2.3.0"}\n'
    block = line * (4 * 1024 * 1024 // len(line))
    with target.open("wb") as stream:
        while stream.tell() < size:
            stream.write(block)


@pytest.mark.parametrize(
    "kind",
    [
        "sparse",
        pytest.param("dense", marks=pytest.mark.skipif(not NIGHTLY, reason="writes a gigabyte: only at night")),
    ],
)
def test_a_log_of_a_gigabyte(repo: Repo, kind: str) -> None:
    log = repo.root / "log.jsonl"
    if kind == "dense":
        _dense(log, 1 << 30)
    else:
        with log.open("wb") as stream:
            stream.truncate(1 << 30)
    repo.write("s.json", '{"type": "object"}')
    repo.write("d.md", GROUPS)
    command = [sys.executable, "-c", _COST, str(repo.root)]
    ran = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    state, seconds, megabytes = ran.stdout.split()
    assert state in {"too-large", "present"}
    assert float(seconds) < 5
    assert float(megabytes) < 200

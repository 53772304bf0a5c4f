# SPDX-License-Identifier: Apache-2.0
"""Has a file read by a library in a process of its own, so that a hostile file costs no more than its bounds."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence.sections import Document, ReadError, Section, nest

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened

_DEADLINE = 15.0  # seconds of waiting; the process itself is given less time of a processor
_EXTRA = "documents"


def read(opened: Opened, reader: str, library: str) -> Document:
    """Return what the reader made of the file, or raise ReadError."""
    if importlib.util.find_spec(library) is None:
        raise ReadError(
            "unreadable", f"{opened.file} cannot be read without {library}: pip install 'aiact-gate[{_EXTRA}]'."
        )
    answer = _ask(opened, reader)
    if "state" in answer:
        raise ReadError(answer["state"], f"{opened.file} {answer['note']}")
    sections = [_section(*fields) for fields in answer["sections"]]
    root = nest(sections)
    root.text = answer["text"]
    return Document(root, answer["front_matter"])


def _ask(opened: Opened, reader: str) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "aiact_gate.evidence.readers.child", reader]
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONWARNINGS"}
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter and our own module
            command, input=opened.data, capture_output=True, timeout=_DEADLINE, check=False, env=clean
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError("too-large", f"{opened.file} takes too long to read.") from error
    except OSError as error:
        raise ReadError("unreadable", f"{opened.file} cannot be read: no process could be started.") from error
    if done.returncode < 0:
        raise ReadError("too-large", f"{opened.file} takes more time or memory to read than a document may.")
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:160]
        if said.startswith("MemoryError"):
            raise ReadError("too-large", f"{opened.file} takes more memory to read than a document may.")
        raise ReadError("unreadable", f"{opened.file} is damaged: {said or 'its reader gave up'}.")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _section(title: str, level: int, line: int, text: str, anchors: list[str], label: str) -> Section:
    return Section(title, level, line, text, tuple(anchors), label)


def packed(document: Document) -> dict[str, Any]:
    """Return a document as it goes from one process to the other."""
    sections = [
        [one.title, one.level, one.line, one.text, list(one.anchors), one.label] for one in document.root.walk()[1:]
    ]
    return {"sections": sections, "text": document.root.text, "front_matter": document.front_matter}

# SPDX-License-Identifier: Apache-2.0
"""The process that reads one file after the other from its input, and writes a document, a state or a mark for each."""

from __future__ import annotations

import importlib
import json
import logging
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from aiact_gate.evidence.readers.confined import packed
from aiact_gate.evidence.sections import ReadError

_SECONDS = 5  # for each file
_MB = 1024 * 1024
_READERS = {"pdf": "pdf_text", "rst": "rst_text", "c2pa": "signed"}
_BYTES = {"c2pa": 400 * _MB}  # a film of 64 MB is held more than once
_CLOSED = frozenset({"c2pa"})  # readers that need no further file once they are loaded


def main() -> None:
    """Read within bounds; an error of a library ends the process, and its last line says why."""
    logging.disable(logging.CRITICAL)
    os.chdir(Path(__file__).parent)  # a library that looks for parts of itself must not find those of a repository
    kind = sys.argv[1]
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not end up among the answers
    reader: Any = importlib.import_module(f"aiact_gate.evidence.readers.{_READERS[kind]}")
    _confine(kind)
    while (asked := _receive(questions)) is not None:
        _allow(_SECONDS)
        try:
            answer = reader.read(*asked) if kind == "c2pa" else packed(reader.document(asked[0]))
        except ReadError as error:
            answer = {"state": error.state, "note": error.note}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _receive(questions: BinaryIO) -> tuple[bytes, dict[str, Any]] | None:
    """Return the next file and what is asked about it: a line of JSON that says how many bytes follow."""
    line = questions.readline()
    if not line:
        return None
    question: dict[str, Any] = json.loads(line)
    return questions.read(question.pop("size")), question


def _confine(kind: str) -> None:
    try:
        resource: Any = importlib.import_module("resource")
    except ModuleNotFoundError:
        return  # not on Windows; there the deadline of the parent is the only bound
    most = _BYTES.get(kind, 200 * _MB)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MB, _MB))  # of complaints
    if kind in _CLOSED:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))  # neither a file nor a connection can be opened any more


def _allow(seconds: int) -> None:
    """Allow so many more seconds of a processor."""
    try:
        resource: Any = importlib.import_module("resource")
    except ModuleNotFoundError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))


if __name__ == "__main__":
    main()

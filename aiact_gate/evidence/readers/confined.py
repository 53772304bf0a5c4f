# SPDX-License-Identifier: Apache-2.0
"""Has files read by a library in a process of its own, so that a hostile file costs no more than its bounds."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, Final, Self

from aiact_gate.evidence.sections import Document, ReadError, Section, nest

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened

_DEADLINE = 15.0  # seconds of waiting; the process itself is given less time of a processor
_MAX_ANSWER: Final = 64 * 1024 * 1024
_EXTRA = "documents"
_UNWANTED: Final = ("PYTHONWARNINGS", "C2PA_LIBRARY_NAME")
_CRASHES: Final = frozenset({"SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGABRT", "SIGTRAP"})


class Child:
    """A process that reads one file after the other; it starts when it is first asked, and anew after one ended it."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._process: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None

    def ask(self, data: bytes, **question: Any) -> dict[str, Any]:
        """Return what the reader made of a file, or raise ReadError with what is wrong; its note lacks the subject."""
        process = self._started()
        questions, answers = process.stdin, process.stdout
        if questions is None or answers is None:
            raise ReadError("unreadable", "cannot be read: no process could be started")
        timer = _Deadline(process)
        try:
            with suppress(BrokenPipeError):  # it may have said why before it ended
                questions.write(json.dumps(question | {"size": len(data)}).encode() + b"\n")
                questions.write(data)
                questions.flush()
            line = answers.readline(_MAX_ANSWER)
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        error = ReadError("too-large", "takes too long to read") if timer.passed else self._death(process)
        self.close()
        raise error

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-P", "-m", "aiact_gate.evidence.readers.child", self._reader]
            clean = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
            self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 -- closed with the process
            try:
                self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and our own module
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints, env=clean
                )
            except OSError as error:
                self.close()
                raise ReadError("unreadable", "cannot be read: no process could be started") from error
        return self._process

    def _death(self, process: subprocess.Popen[bytes]) -> ReadError:
        """Return how the process ended: by a limit, by a crash, or with a last line that says why."""
        try:
            code = process.wait(timeout=5)
        except subprocess.TimeoutExpired:  # it only closed its output
            process.kill()
            code = process.wait()
        if code < 0 and (name := signal.Signals(-code).name) in _CRASHES:
            return ReadError("unreadable", f"makes its reader crash ({name})")
        said = ""
        if self._complaints is not None:
            self._complaints.seek(0)
            said = self._complaints.read(1 << 16).decode("utf-8", "replace").strip().rpartition("\n")[2][:160]
        if code < 0 or said.startswith("MemoryError"):
            return ReadError("too-large", "takes more time or memory to read than a file may")
        return ReadError("unreadable", f"is damaged: {said or 'its reader gave up'}")

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(BrokenPipeError):
                    if stream is not None:
                        stream.close()
        if self._complaints is not None:
            self._complaints.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class _Deadline:
    """Ends a process that takes longer than it may, unless it is cancelled before."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.passed = False
        self._process = process
        self._timer = threading.Timer(_DEADLINE, self._end)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.passed = True
        self._process.kill()


def read(opened: Opened, reader: str, library: str) -> Document:
    """Return what the reader made of the file, or raise ReadError."""
    if importlib.util.find_spec(library) is None:
        raise ReadError(
            "unreadable", f"{opened.file} cannot be read without {library}: pip install 'aiact-gate[{_EXTRA}]'."
        )
    try:
        with Child(reader) as child:  # one for each document: these libraries remember what a document defined
            answer = child.ask(opened.data)
    except ReadError as error:
        raise ReadError(error.state, f"{opened.file} {error.note}.") from error
    if "state" in answer:
        raise ReadError(answer["state"], f"{opened.file} {answer['note']}")
    sections = [_section(*fields) for fields in answer["sections"]]
    root = nest(sections)
    root.text = answer["text"]
    return Document(root, answer["front_matter"])


def _section(title: str, level: int, line: int, text: str, anchors: list[str], label: str) -> Section:
    return Section(title, level, line, text, tuple(anchors), label)


def packed(document: Document) -> dict[str, Any]:
    """Return a document as it goes from one process to the other."""
    sections = [
        [one.title, one.level, one.line, one.text, list(one.anchors), one.label] for one in document.root.walk()[1:]
    ]
    return {"sections": sections, "text": document.root.text, "front_matter": document.front_matter}

# SPDX-License-Identifier: Apache-2.0
"""The process that reads one file from its input and writes the document, or a state, to its output."""

from __future__ import annotations

import importlib
import json
import logging
import sys
from typing import Any

from aiact_gate.evidence.readers.confined import packed
from aiact_gate.evidence.sections import ReadError

_SECONDS = 5
_BYTES = 200 * 1024 * 1024
_READERS = {"pdf": "aiact_gate.evidence.readers.pdf_text", "rst": "aiact_gate.evidence.readers.rst_text"}


def main() -> None:
    """Read within bounds; an error of the library ends the process, and its last line says why."""
    logging.disable(logging.CRITICAL)
    reader: Any = importlib.import_module(_READERS[sys.argv[1]])
    _confine()
    try:
        answer = packed(reader.document(sys.stdin.buffer.read()))
    except ReadError as error:
        answer = {"state": error.state, "note": error.note}
    sys.stdout.write(json.dumps(answer))


def _confine() -> None:
    try:
        resource: Any = importlib.import_module("resource")
    except ModuleNotFoundError:
        return  # not on Windows; there the deadline of the parent is the only bound
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (_BYTES, _BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: Apache-2.0
"""Choosing a renderer by name, and writing its text so that a file is whole or not there."""

import contextlib
import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Final

from aiact_gate.errors import UsageError
from aiact_gate.model import Report
from aiact_gate.report import text

FORMATS: Final = {
    "text": "aiact_gate.report.text",
    "json": "aiact_gate.report.json",
    "sarif": "aiact_gate.report.sarif",
    "junit": "aiact_gate.report.junit",
    "markdown": "aiact_gate.report.markdown",
    "html": "aiact_gate.report.html",
    "github": "aiact_gate.report.github",
    "gitlab": "aiact_gate.report.gitlab",
}


def rendered(report: Report, name: str) -> str:
    """Return the report in the named format."""
    document: str = import_module(FORMATS[name]).render(report)
    return document


def terminal_text(report: Report, *, colour: bool, verbose: bool) -> str:
    """Return the text format with the two choices that only a terminal has."""
    return text.render(report, colour=colour, verbose=verbose)


def parse_output(value: str) -> tuple[str, Path]:
    """Read FORMAT=PATH; raise UsageError when the format is unknown or the path is missing."""
    name, separator, path = value.partition("=")
    if not separator or not path or name not in FORMATS:
        raise UsageError(
            f"--output {value}: not FORMAT=PATH",
            hint=f"FORMAT is one of {', '.join(FORMATS)}, for example json=report.json",
        )
    return name, Path(path)


def write(path: Path, document: str) -> None:
    """Write the document to a temporary file beside `path` and move it there in one step."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}", hint="name a folder that exists") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(document)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()

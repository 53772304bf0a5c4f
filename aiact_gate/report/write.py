# SPDX-License-Identifier: Apache-2.0
"""Choosing a renderer by name, and writing its text so that a file is whole or not there."""

import contextlib
import secrets
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from aiact_gate.errors import UsageError
from aiact_gate.model import Report
from aiact_gate.places import refuse_device
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
    return "".join(pieces(report, name))


def pieces(report: Report, name: str) -> Iterator[str]:
    """Yield the report in the named format; what may be very large comes in more than one piece."""
    renderer: Any = import_module(FORMATS[name])
    yield from renderer.pieces(report) if hasattr(renderer, "pieces") else (renderer.render(report),)


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


def write(path: Path, document: str | Iterable[str]) -> None:
    """Write a document, or its pieces, to a temporary file beside `path` and move it there in one step."""
    refuse_device(path)
    # The name is known before the file is there: a signal at any moment leaves nothing behind.
    temporary = path.parent / f".{path.name[:200]}.{secrets.token_hex(8)}"
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as stream:
            stream.writelines([document] if isinstance(document, str) else document)
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror}", hint="name a folder that exists and has room"
        ) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()

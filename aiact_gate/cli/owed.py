# SPDX-License-Identifier: Apache-2.0
"""What `aiact-gate init` does once the class is known: the outlines of the documents that one system owes."""

from datetime import date
from pathlib import Path
from typing import Final

import click

from aiact_gate import clock, stubs
from aiact_gate.cli.scaffold import place_and_tell, tell
from aiact_gate.discover import discover
from aiact_gate.errors import UsageError
from aiact_gate.manifest.document import load
from aiact_gate.pipeline import Request, run
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.stubs import Stub

FOLDER: Final = Path("docs")


def owed_by(path: Path, day: date) -> list[Stub]:
    """Return the outlines of what a system owes and does not declare; refuse while nobody knows."""
    (system,) = run(Request((path,), day))["systems"]
    if system["classification"] is None or system["classification"]["core"]:
        hint = f"answer the questions that `aiact-gate check {path}` names, then run this again"
        raise UsageError(f"{path} does not say enough to know what the system owes", hint=hint)
    root = discover((path,)).root
    folder = path.parent / FOLDER
    if not folder.resolve().is_relative_to(root.resolve()):
        raise UsageError(
            f"{folder} leads outside the repository", hint="take the link away, or use `aiact-gate scaffold`"
        )
    return stubs.owed(system, load(path, root).data, Law(load_policies().data["law"]))


def write_documents(path: Path, as_of: str | None) -> int:
    """Write the outlines beside a manifest that a person answered, and say how to declare them."""
    day = clock.parse(as_of) if as_of else clock.today()
    found = owed_by(path, day)
    if not found:
        click.echo(f"{path} declares every document that the system owes on {day.isoformat()}.")
        return 0
    tell(found, path.parent / FOLDER, FOLDER)
    return 0


def place_beside(found: list[Stub], path: Path) -> list[str]:
    """Write the outlines beside a new manifest, say so, and return the lines that declare them."""
    place_and_tell(found, path.parent / FOLDER)
    return [_line(stub) for stub in found]


def _line(stub: Stub) -> str:
    said = stub.declaration((FOLDER / stub.name).as_posix())
    return f"{said}    # and: {', '.join(stub.beside)}" if stub.beside else said

# SPDX-License-Identifier: Apache-2.0
"""What `aiact-gate init --documents` does: the outlines of the documents that one system owes."""

from pathlib import Path
from typing import Final

import click

from aiact_gate import clock, stubs
from aiact_gate.cli.scaffold import tell
from aiact_gate.discover import discover
from aiact_gate.errors import UsageError
from aiact_gate.manifest.document import load
from aiact_gate.pipeline import Request, run
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law

_FOLDER: Final = Path("docs")


def write_documents(path: Path, as_of: str | None) -> int:
    """Write the outlines beside a manifest; refuse while nobody knows what the system owes."""
    day = clock.parse(as_of) if as_of else clock.today()
    (system,) = run(Request((path,), day))["systems"]
    if system["classification"] is None or system["classification"]["core"]:
        hint = f"answer the questions that `aiact-gate check {path}` names, then run this again"
        raise UsageError(f"{path} does not say enough to know what the system owes", hint=hint)
    root = discover((path,)).root
    folder = path.parent / _FOLDER
    if not folder.resolve().is_relative_to(root.resolve()):
        raise UsageError(
            f"{folder} leads outside the repository", hint="take the link away, or use `aiact-gate scaffold`"
        )
    found = stubs.owed(system, load(path, root).data, Law(load_policies().data["law"]))
    if not found:
        click.echo(f"{path} declares every document that the system owes on {day.isoformat()}.")
        return 0
    tell(found, folder, _FOLDER)
    return 0

# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate init`: a first manifest, and the outlines of the documents that the system owes."""

import sys
from pathlib import Path
from typing import Any, Final

import click

from aiact_gate.errors import UsageError

ROLES: Final = (
    "provider",
    "deployer",
    "importer",
    "distributor",
    "authorised_representative",
    "product_manufacturer",
    "gpai_provider",
    "third_party_supplier",
    "prospective_provider",
)


@click.command("init")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), default=Path("ai-system.yaml"))
@click.option("--name", help="The name under which people know the system.")
@click.option("--purpose", help="What it is meant to do, for whom and where, in one sentence.")
@click.option("--operator", help="The legal entity that this manifest speaks for.")
@click.option("--role", "roles", type=click.Choice(ROLES), multiple=True, help="A role of that entity; repeatable.")
@click.option("--union/--no-union", default=None, help="Placed, put into service or used in the Union, or not.")
@click.option(
    "--answers",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Answers in the form of a manifest (YAML or JSON), for use without a terminal; no question is asked.",
)
@click.option(
    "--documents/--no-documents",
    default=None,
    help="Write the outlines of what the system owes; of a manifest that is there only when asked.",
)
@click.option("--as-of", metavar="DATE", help="What is owed on this day; today in UTC if not given.")
def command(
    path: Path,
    name: str | None,
    purpose: str | None,
    operator: str | None,
    roles: tuple[str, ...],
    union: bool | None,
    file: Path | None,
    documents: bool | None,
    as_of: str | None,
) -> int:
    """Write a first manifest to PATH, and below docs/ beside it the outlines of the documents that the system owes.

    On a terminal it asks the few questions that decide the class; elsewhere the options and --answers give the answers.
    What nobody answered stands in the manifest as an open question. Nothing that is written satisfies a rule, and no
    file that is there is touched.
    """
    from aiact_gate.cli import owed, start  # noqa: PLC0415 -- the help needs no rules

    if documents and path.is_file():
        return owed.write_documents(path, as_of)
    if path.exists() or path.is_symlink():
        hint = f"`aiact-gate init {path} --documents` writes the outlines of what it owes; or give another path"
        raise UsageError(f"{path} exists and is left as it is", hint=hint)
    flags: dict[str, dict[str, Any]] = {
        "system": {"name": name, "intended_purpose": purpose},
        "operator": {"name": operator, "roles": list(roles)},
        "market": {"union": union},
    }
    said = start.answers(flags, file)
    return start.begin(path, said, as_of, ask=file is None and sys.stdin.isatty(), documents=documents is not False)

# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate init`: a first manifest to fill in."""

import re
import sys
from pathlib import Path
from typing import Any, Final

import click

from aiact_gate.cli.editor import lend_schema
from aiact_gate.errors import UsageError
from aiact_gate.report.write import write
from aiact_gate.scaffold import initial_manifest

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
@click.option("--documents", is_flag=True, help="Write the outlines of what the system of an answered manifest owes.")
@click.option("--as-of", metavar="DATE", help="With --documents: what is owed on this day; today in UTC if not given.")
def command(
    path: Path,
    name: str | None,
    purpose: str | None,
    operator: str | None,
    roles: tuple[str, ...],
    union: bool | None,
    documents: bool,
    as_of: str | None,
) -> int:
    """Write a first manifest to PATH; asks little on a terminal, and leaves every other question open.

    What it writes never passes: each question that decides the class stands there, unanswered. Once they are answered,
    --documents writes the outlines of the documents that the system owes into docs/ beside the manifest.
    """
    if documents and path.is_file():
        return _documents(path, as_of)
    if path.exists():
        raise UsageError(f"{path} exists and is left as it is", hint="give another path, or edit that file")
    known: dict[str, Any] = {
        "name": name,
        "purpose": purpose,
        "operator": operator,
        "roles": list(roles),
        "union": union,
    }
    if sys.stdin.isatty():
        known = _ask(known)
    known["id"] = _id(known["name"] or Path.cwd().name)
    known["name"] = known["name"] or known["id"]
    write(path, initial_manifest(known))
    click.echo(f"{path} written. Next: answer its questions, then run `aiact-gate check`.")
    lend_schema(path)
    return 0


def _documents(path: Path, as_of: str | None) -> int:
    """Judge the system of a manifest, and write the outline of each document it owes and does not declare."""
    from aiact_gate.cli import owed  # noqa: PLC0415 -- a first manifest needs no rules

    return owed.write_documents(path, as_of)


def _ask(known: dict[str, Any]) -> dict[str, Any]:
    """Ask for what was not given; an empty answer leaves the question open."""
    known["name"] = known["name"] or click.prompt("Name of the system", default=Path.cwd().name)
    known["purpose"] = known["purpose"] or click.prompt("What is it meant to do", default="", show_default=False)
    known["operator"] = known["operator"] or click.prompt("Legal entity", default="", show_default=False)
    if not known["roles"]:
        said = click.prompt(f"Its roles ({', '.join(ROLES)})", default="", show_default=False)
        known["roles"] = _roles(said)
    if known["union"] is None:
        said = click.prompt(
            "Placed or used in the Union (true, false, empty if unknown)", default="", show_default=False
        )
        known["union"] = {"true": True, "false": False}.get(said.strip().lower())
    return known


def _roles(said: str) -> list[str]:
    words = re.findall(r"[a-z_]+", said.lower())
    unknown = [word for word in words if word not in ROLES]
    if unknown:
        raise UsageError(f"'{unknown[0]}' is no role of the Act", hint=f"the roles are {', '.join(ROLES)}")
    return words


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "ai-system"

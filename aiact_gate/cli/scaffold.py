# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate scaffold`: the outline of the document that one rule asks for."""

import difflib
from collections.abc import Sequence
from pathlib import Path

import click

from aiact_gate import stubs
from aiact_gate.errors import UsageError
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import read_rules


@click.command("scaffold")
@click.argument("rule")
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs"),
    help="Where the document goes.",
)
def command(rule: str, folder: Path) -> int:
    """Write the outline of the document that RULE (family/rule) asks for; a file that is there is never touched.

    The outline satisfies no rule: each heading waits for what a person writes below it.
    """
    policies = load_policies()
    rules = read_rules(policies)
    if rule not in rules:
        near = difflib.get_close_matches(rule, rules, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "`aiact-gate rules` lists them"
        raise UsageError(f"there is no rule '{rule}'", hint=hint)
    found = stubs.stubs(rules[rule].obligations, Law(policies.data["law"]))
    if not found:
        raise UsageError(f"no document satisfies '{rule}'", hint=f"see `aiact-gate explain {rule}`")
    tell(found, folder, folder)
    return 0


def place_and_tell(found: Sequence[stubs.Stub], folder: Path) -> None:
    """Write the outlines, and say what was written and what was left."""
    written, left = stubs.place(found, folder)
    for path in written:
        click.echo(f"{path} written")
    for path in left:
        click.echo(f"{path} exists and is left as it is")


def tell(found: Sequence[stubs.Stub], folder: Path, shown: Path) -> None:
    """Write the outlines, and say what was written, what was left, and what the manifest has to say."""
    place_and_tell(found, folder)
    click.echo("\nThe manifest declares it like this:\n\nevidence:")
    for stub in found:
        click.echo(f"  {stub.declaration((shown / stub.name).as_posix())}")

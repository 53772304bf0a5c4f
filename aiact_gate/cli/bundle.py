# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate bundle`: the rules for an OPA server."""

from pathlib import Path

import click

from aiact_gate.policy.bundle import holds, write_bundle
from aiact_gate.policy.custom import vet
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.metadata import read_rules


@click.command("bundle")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), default=Path("aiact-gate-bundle.tar.gz"))
@click.option(
    "--policy",
    "folders",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Add the rules of this folder; repeatable.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if PATH is not the bundle of these rules.")
def command(path: Path, folders: tuple[Path, ...], check: bool) -> int:
    """Write the rules and the law data to PATH; start OPA with `opa run --server --bundle PATH`."""
    policies = load_policies(folders)
    vet(policies, read_rules(policies))
    if check:
        same = holds(policies, path)
        click.echo(f"{path}: {'the' if same else 'not the'} bundle of revision {policies.revision}")
        return 0 if same else 1
    write_bundle(policies, path)
    click.echo(f"{path}: {len(policies.modules)} modules, revision {policies.revision}")
    return 0

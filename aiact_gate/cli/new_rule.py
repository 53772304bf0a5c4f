# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate new-rule`: a first rule of an organisation."""

from pathlib import Path

import click

from aiact_gate.company.scaffold import scaffold


@click.command("new-rule")
@click.argument("name", metavar="FAMILY/RULE")
@click.option(
    "--dir", "folder", type=click.Path(path_type=Path), default=Path("aiact-rules"), help="The folder of your rules."
)
def command(name: str, folder: Path) -> int:
    """Write FAMILY/RULE into the folder: the rule, its test, and an example that passes and one that fails.

    As written it fails: say in rule.rego what proves it.
    """
    for path in scaffold(name, folder):
        click.echo(str(path))
    click.echo(f"Next: write what proves the rule, then run `aiact-gate test {folder}`.")
    return 0

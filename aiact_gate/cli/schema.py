# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate schema`: the contracts as JSON Schema."""

from typing import Final

import click

from aiact_gate.resources import schemas_dir

NAMES: Final = ("ai-system", "policy-input", "report", "config", "waivers", "baseline")


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES), default="ai-system", required=False)
def command(name: str) -> int:
    """Print the JSON Schema NAME: the manifest's if none is given."""
    click.echo((schemas_dir() / f"{name}.v1.json").read_text(encoding="utf-8"), nl=False)
    return 0

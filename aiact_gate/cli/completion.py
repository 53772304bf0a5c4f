# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate completion`: the script that makes a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the completion script for SHELL, to be sourced from its start-up file."""
    from aiact_gate.cli.main import cli  # noqa: PLC0415 -- main imports commands by name, so this one imports main late

    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(completion(cli, {}, "aiact-gate", "_AIACT_GATE_COMPLETE").source())
    return 0

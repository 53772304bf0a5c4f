# SPDX-License-Identifier: Apache-2.0
"""The command line: one command a module, each loaded only when it is called."""

import difflib
import os
import signal
import sys
from importlib import import_module
from types import FrameType
from typing import Final, NoReturn

import click

from aiact_gate import __version__
from aiact_gate.errors import GateError

COMMANDS: Final = {
    "check": "Judge every AI system below PATH and say what blocks its release.",
    "validate": "Check manifests against their schema; open no evidence.",
    "report": "Show a written report in another format, or join several.",
    "classify": "Show, step by step, how each system is classified and what is still open.",
    "timeline": "Show the dates that matter for each system: what binds since when, and what is coming.",
    "explain": "Show a rule: what it asks, why, from when, and how it passes and fails.",
    "rules": "List the rules.",
    "schema": "Print a JSON Schema.",
    "init": "Write a first manifest; nothing in it is preset to a favourable answer.",
    "bundle": "Write the rules and the law data as a bundle for an OPA server.",
    "completion": "Print the completion script for a shell.",
}
COULD_NOT_JUDGE: Final = 2
INTERRUPTED: Final = 130


class _Lazy(click.Group):
    """A group that knows its commands by name and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"aiact_gate.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = difflib.get_close_matches(args[0], COMMANDS, n=1)
        if args[0] not in COMMANDS and near and not args[0].startswith("-"):
            ctx.fail(f"no such command '{args[0]}'; did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _law_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        import json  # noqa: PLC0415 -- only this option reads a file

        from aiact_gate.resources import policies_dir  # noqa: PLC0415

        edition = json.loads((policies_dir() / "data" / "edition.json").read_text(encoding="utf-8"))["edition"]
        click.echo(f"{edition['version']} (consolidated text {edition['consolidated']})")
        ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="aiact-gate")
@click.option(
    "--law-version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_law_version,
    help="Show the version of the law data and exit.",
)
def cli() -> None:
    """Stop a release when an AI system lacks what the EU AI Act asks for.

    Exit codes: 0 pass or warn, 1 blocked, 2 could not judge.
    """


def main() -> NoReturn:
    """Run the command line and turn every ending into an exit code: 0, 1, 2, or 130 when interrupted."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        code = cli(standalone_mode=False)
        sys.stdout.flush()
    except GateError as error:
        _complain(error.message, error.hint)
        code = COULD_NOT_JUDGE
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.UsageError as error:
        error.show()
        code = COULD_NOT_JUDGE
    except click.ClickException as error:
        _complain(error.format_message(), "")
        code = COULD_NOT_JUDGE
    except (KeyboardInterrupt, click.Abort):
        _complain("interrupted; nothing was judged", "")
        code = INTERRUPTED
    except BrokenPipeError:
        # the reader went away: send what is still buffered nowhere, so that the interpreter does not complain at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = COULD_NOT_JUDGE
    sys.exit(code if isinstance(code, int) else 0)


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise GateError("terminated; nothing was judged")


def _complain(message: str, hint: str) -> None:
    click.echo(f"aiact-gate: {message}", err=True)
    if hint:
        click.echo(f"  hint: {hint}", err=True)

# SPDX-License-Identifier: Apache-2.0
"""The commands that judge nothing and show one side of the report: how a system is classified, what binds when."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from aiact_gate.cli.deadline import deadline
from aiact_gate.cli.settings import question
from aiact_gate.model import Report
from aiact_gate.pipeline import run

Shown = Callable[[Report], str]


def showing(name: str, text: Shown, document: Shown, *, brief: str, told: str) -> click.Command:
    """Return a command that shows every system below PATH as text or as JSON."""

    @click.command(
        name,
        short_help=brief,
        help=f"{told}\n\nExit codes: 0 shown, 1 a manifest has to be mended first, 2 could not answer.",
    )
    @click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
    @click.option("--as-of", metavar="DATE", help="Answer as on this day (YYYY-MM-DD); today in UTC if not given.")
    @click.option(
        "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What goes to stdout."
    )
    @click.option("--exclude", metavar="GLOB", multiple=True, help="Leave out manifests that match; repeatable.")
    def command(format_: str, **options: Any) -> int:
        with deadline():
            report = run(question(options))
        click.echo(document(report) if format_ == "json" else text(report), nl=False)
        return int(any(system["classification"] is None for system in report["systems"]))

    return command

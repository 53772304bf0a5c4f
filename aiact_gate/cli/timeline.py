# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate timeline`: which date binds which system to what."""

from pathlib import Path

import click

from aiact_gate.cli.deadline import deadline
from aiact_gate.cli.settings import question
from aiact_gate.pipeline import run
from aiact_gate.report import timeline_text


@click.command("timeline", short_help="Show the dates that matter for each system.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--as-of", metavar="DATE", help="Answer as on this day (YYYY-MM-DD); today in UTC if not given.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What goes to stdout.")
@click.option("--exclude", metavar="GLOB", multiple=True, help="Leave out manifests that match; repeatable.")
def command(paths: tuple[Path, ...], as_of: str | None, format_: str, exclude: tuple[str, ...]) -> int:
    """Show the dates that matter for every AI system below PATH: what binds since when, and what is coming.

    Exit codes: 0 shown, 1 a manifest has to be mended first, 2 could not answer.
    """
    wanted = question({"paths": paths, "as_of": as_of, "exclude": exclude})
    with deadline():
        report = run(wanted)
    shown = timeline_text.document(report) if format_ == "json" else timeline_text.render(report)
    click.echo(shown, nl=False)
    return int(any(system["classification"] is None for system in report["systems"]))

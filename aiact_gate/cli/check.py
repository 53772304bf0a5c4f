# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate check`: the gate itself."""

import sys
from pathlib import Path

import click

from aiact_gate import clock
from aiact_gate.cli.progress import progress_line
from aiact_gate.engine.select import EngineChoice
from aiact_gate.pipeline import Request, run
from aiact_gate.report import write
from aiact_gate.report.ansi import colour_wanted
from aiact_gate.verdict import exit_code


@click.command("check", short_help="Judge every AI system below PATH.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--as-of", metavar="DATE", help="Judge as on this day (YYYY-MM-DD); today in UTC if not given.")
@click.option(
    "--format", "format_", type=click.Choice(list(write.FORMATS)), default="text", help="What goes to stdout."
)
@click.option("--output", "outputs", metavar="FORMAT=PATH", multiple=True, help="Also write a file; repeatable.")
@click.option(
    "--engine", type=click.Choice(["auto", "embedded", "opa"]), default="auto", help="Who evaluates the rules."
)
@click.option("--opa-url", metavar="URL", help="Use the OPA server at this address.")
@click.option("--opa-path", type=click.Path(path_type=Path), help="The opa to start with --engine opa.")
@click.option(
    "--fail-on", type=click.Choice(["block", "warn"]), default="block", help="From which verdict to exit with 1."
)
@click.option("--report-only", is_flag=True, help="Exit with 0 where it would be 1; 2 stays 2.")
@click.option("--lead-days", type=click.IntRange(0, 3650), default=0, help="Block duties that fall due within N days.")
@click.option("--exclude", metavar="GLOB", multiple=True, help="Leave out manifests that match; repeatable, reported.")
@click.option("--verbose", "-v", is_flag=True, help="Show every element, and what is satisfied.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on stdout.")
def command(
    paths: tuple[Path, ...],
    as_of: str | None,
    format_: str,
    outputs: tuple[str, ...],
    engine: str,
    opa_url: str | None,
    opa_path: Path | None,
    fail_on: str,
    report_only: bool,
    lead_days: int,
    exclude: tuple[str, ...],
    verbose: bool,
    color: str,
) -> int:
    """Judge every AI system whose manifest lies below PATH (the current folder if none is given).

    Exit codes: 0 pass or warn, 1 blocked, 2 could not judge.
    """
    targets = [write.parse_output(value) for value in outputs]
    request = Request(
        paths=paths or (Path(),),
        as_of=clock.parse(as_of) if as_of else clock.today(),
        exclude=exclude,
        lead_days=lead_days,
        engine=EngineChoice(kind=engine, url=opa_url, path=opa_path),
    )
    report = run(request, progress_line(sys.stderr))
    for name, path in targets:
        write.write(path, write.rendered(report, name))
    if format_ == "text":
        colour = colour_wanted(color, sys.stdout)
        click.echo(write.terminal_text(report, colour=colour, verbose=verbose), nl=False, color=colour)
    else:
        click.echo(write.rendered(report, format_), nl=False)
    code = exit_code(report["verdict"], fail_on=fail_on)
    if code == 1 and report_only:
        click.echo("aiact-gate: --report-only: the verdict would exit with 1", err=True)
        return 0
    return code

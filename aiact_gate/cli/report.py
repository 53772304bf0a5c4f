# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate report`: a written report in other formats, and several joined into one."""

import sys
from pathlib import Path

import click

from aiact_gate.errors import UsageError
from aiact_gate.model import Report
from aiact_gate.report import write
from aiact_gate.report.ansi import colour_wanted
from aiact_gate.report.load import load
from aiact_gate.report.merge import merge
from aiact_gate.verdict import exit_code


@click.group("report", invoke_without_command=True)
@click.option("--from", "source", metavar="PATH", type=click.Path(path_type=Path), help="A report written as JSON.")
@click.option("--format", "format_", type=click.Choice(list(write.FORMATS)), default="text", help="To stdout.")
@click.option("--output", "outputs", metavar="FORMAT=PATH", multiple=True, help="Also write a file; repeatable.")
@click.option("--verbose", "-v", is_flag=True, help="Show every element, and what is satisfied.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on stdout.")
@click.pass_context
def command(
    ctx: click.Context, source: Path | None, format_: str, outputs: tuple[str, ...], verbose: bool, color: str
) -> int:
    """Show a report that `check --output json=PATH` wrote in another format, or join several.

    Exit codes: 0 shown (whatever the verdict: `check` and `report merge` exit by it), 2 not a report.
    """
    if ctx.invoked_subcommand is not None:
        if source is not None or outputs:
            raise click.UsageError(f"--from and --output of `report` do nothing for `{ctx.invoked_subcommand}`", ctx)
        return 0
    if source is None:
        raise click.UsageError("name the report: --from report.json", ctx)
    _show(load(source), format_, outputs, verbose, color)
    return 0


@command.command("merge", short_help="Join reports of several repositories.")
@click.argument("reports", nargs=-1, required=True, metavar="[NAME=]REPORT...")
@click.option("--format", "format_", type=click.Choice(list(write.FORMATS)), default="text", help="To stdout.")
@click.option("--output", "outputs", metavar="FORMAT=PATH", multiple=True, help="Also write a file; repeatable.")
@click.option("--fail-on", type=click.Choice(["block", "warn"]), default="block", help="Verdict that exits with 1.")
@click.option("--report-only", is_flag=True, help="Exit with 0 where it would be 1; 2 stays 2.")
@click.option("--verbose", "-v", is_flag=True, help="Show every element, and what is satisfied.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on stdout.")
def merge_command(
    reports: tuple[str, ...],
    format_: str,
    outputs: tuple[str, ...],
    fail_on: str,
    report_only: bool,
    verbose: bool,
    color: str,
) -> int:
    """Join the JSON reports of several repositories; the worst verdict wins.

    NAME comes before each system's id and each path; it is the name of the file without .json if not given.
    Exit codes: 0 pass or warn, 1 blocked, 2 could not judge.
    """
    merged = merge(_named(reports))
    _show(merged, format_, outputs, verbose, color)
    code = exit_code(merged["verdict"], fail_on=fail_on)
    if code == 1 and report_only:
        click.echo("aiact-gate: --report-only: the verdict would exit with 1", err=True)
        return 0
    return code


def _show(report: Report, format_: str, outputs: tuple[str, ...], verbose: bool, color: str) -> None:
    targets = [write.parse_output(value) for value in outputs]
    for name, path in targets:
        write.write(path, write.pieces(report, name))
    if format_ == "text":
        click.echo(write.terminal_text(report, colour=colour_wanted(color, sys.stdout), verbose=verbose), nl=False)
    else:
        for piece in write.pieces(report, format_):
            click.echo(piece, nl=False)


def _named(values: tuple[str, ...]) -> dict[str, Report]:
    reports: dict[str, Report] = {}
    for value in values:
        name, separator, path = "", "", value
        if not Path(value).is_file():  # a file may have "=" in its own name
            name, separator, path = value.rpartition("=")
        source = Path(path)
        name = name if separator else source.stem
        if not name or name in reports:
            raise UsageError(f"{value}: two reports may not be called '{name}'", hint=f"name it: NAME={source}")
        reports[name] = load(source)
    return reports

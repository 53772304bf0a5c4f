# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate check`: the gate itself."""

import sys
from pathlib import Path
from typing import Any

import click

from aiact_gate.cli.deadline import SECONDS, deadline
from aiact_gate.cli.progress import progress_line
from aiact_gate.cli.settings import settled
from aiact_gate.pipeline import run
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
@click.option("--engine", type=click.Choice(["auto", "embedded", "opa"]), help="Who evaluates the rules.")
@click.option("--opa-url", metavar="URL", help="Use the OPA server at this address.")
@click.option("--opa-ca", type=click.Path(path_type=Path), help="Trust this authority (PEM) and no other.")
@click.option("--opa-cert", type=click.Path(path_type=Path), help="The certificate of the gate for that server (PEM).")
@click.option("--opa-key", type=click.Path(path_type=Path), help="Its key, if not in the same file.")
@click.option("--opa-path", type=click.Path(path_type=Path), help="The opa to start with --engine opa.")
@click.option("--fail-on", type=click.Choice(["block", "warn"]), help="From which verdict to exit with 1.")
@click.option("--report-only", is_flag=True, help="Exit with 0 where it would be 1; 2 stays 2.")
@click.option("--lead-days", type=click.IntRange(0, 3650), help="Block duties that fall due within N days.")
@click.option("--exclude", metavar="GLOB", multiple=True, help="Leave out manifests that match; repeatable, reported.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this file, not the nearest .aiact-gate.toml.")
@click.option("--profile", metavar="NAME", help="Which families block: starter, provider, deployer, gpai, strict.")
@click.option(
    "--policy",
    "policies",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Add the rules of this folder; repeatable.",
)
@click.option("--waivers", type=click.Path(path_type=Path), help="The file of waivers, if not aiact-waivers.yaml.")
@click.option("--no-waivers", is_flag=True, help="Judge as if nothing were waived.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Let what this file knows warn and not block.")
@click.option(
    "--write-baseline", type=click.Path(path_type=Path), help="Write down what blocks; an existing file only shrinks."
)
@click.option("--base", metavar="REF", help="Say what is new, unchanged or fixed since the merge base with REF.")
@click.option("--changed-only", is_flag=True, help="With --base: judge only the systems that the change concerns.")
@click.option("--trusted-ref", metavar="REF", help="Take configuration, waivers, baseline and rules from REF.")
@click.option("--timeout", type=click.FloatRange(0.01), default=SECONDS, help="Give up with 2 after so many seconds.")
@click.option("--allow-commands", is_flag=True, help="Run the detectors of watermarks that manifests declare.")
@click.option("--verbose", "-v", is_flag=True, help="Show every element, and what is satisfied.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on stdout.")
def command(
    outputs: tuple[str, ...],
    format_: str,
    report_only: bool,
    verbose: bool,
    color: str,
    timeout: float,
    **options: Any,
) -> int:
    """Judge every AI system whose manifest lies below PATH (the current folder if none is given).

    Exit codes: 0 pass or warn (or a change that concerns no system), 1 blocked, 2 could not judge.
    """
    with deadline(timeout), settled({"outputs": outputs, **options}) as wanted:
        targets = [write.parse_output(value) for value in wanted.outputs]
        report = run(wanted.request, progress_line(sys.stderr))
    for name, path in targets:
        write.write(path, write.pieces(report, name))
    if format_ == "text":
        colour = colour_wanted(color, sys.stdout)
        click.echo(write.terminal_text(report, colour=colour, verbose=verbose), nl=False, color=colour)
    else:
        for piece in write.pieces(report, format_):
            click.echo(piece, nl=False)
    code = exit_code(report["verdict"], fail_on=wanted.fail_on)
    if code == 1 and report_only:
        click.echo("aiact-gate: --report-only: the verdict would exit with 1", err=True)
        return 0
    return code

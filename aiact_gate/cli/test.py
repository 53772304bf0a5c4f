# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate test`: the rules of an organisation against their own examples."""

import shutil
from pathlib import Path

import click

from aiact_gate.company import trial
from aiact_gate.engine.opa_process import find
from aiact_gate.report.ansi import harmless


@click.command("test")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--opa-path", type=click.Path(path_type=Path), help="The opa for the *_test.rego files, if not on PATH.")
def command(folder: Path, opa_path: Path | None) -> int:
    """Run what belongs to the rules in DIR: pass.yaml and fail.yaml of each, and *_test.rego where there is an opa.

    Exit codes: 0 all as it should be, 1 something is not, 2 a rule cannot be loaded or gives no answer.
    """
    outcomes = list(trial.examples(folder))
    if opa_path is not None or shutil.which("opa"):
        outcomes.append(trial.unit_tests(folder, find(opa_path)))
    else:
        click.echo("aiact-gate: no opa on PATH, so *_test.rego was not run", err=True)
    for outcome in outcomes:
        click.echo(
            f"{'FAILED' if outcome.fault else 'ok':6}  {outcome.name}"
            + (f": {harmless(outcome.fault)}" if outcome.fault else "")
        )
    failed = sum(bool(outcome.fault) for outcome in outcomes)
    click.echo(f"{len(outcomes)} run, {failed} failed")
    return 1 if failed else 0

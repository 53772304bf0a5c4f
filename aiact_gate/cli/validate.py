# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate validate`: the schema alone, fast enough for every save."""

from pathlib import Path

import click

from aiact_gate.discover import discover
from aiact_gate.manifest.document import ManifestError, Problem, load
from aiact_gate.manifest.validate import validate
from aiact_gate.pipeline import nothing_found
from aiact_gate.report.ansi import harmless


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--exclude", metavar="GLOB", multiple=True, help="Leave out manifests that match; repeatable.")
def command(paths: tuple[Path, ...], exclude: tuple[str, ...]) -> int:
    """Check every manifest below PATH against the schema; no evidence is opened and no rule is evaluated.

    Exit codes: 0 all keep to the schema, 1 at least one does not, 2 none found.
    """
    wanted = paths or (Path(),)
    found = discover(wanted, exclude)
    if not found.manifests:
        raise nothing_found(found, wanted)
    failed = 0
    for path in found.manifests:
        rel, problems = _problems(path, found.root)
        failed += bool(problems)
        for problem in problems:
            click.echo(f"{rel}:{problem.line}:{problem.column}  {problem.code}  {harmless(problem.message)}")
            if problem.hint:
                click.echo(f"    fix: {harmless(problem.hint)}")
        if not problems:
            click.echo(f"{rel}  keeps to the schema")
    return 1 if failed else 0


def _problems(path: Path, root: Path) -> tuple[str, list[Problem]]:
    try:
        manifest = load(path, root)
    except ManifestError as error:
        return harmless(error.rel), list(error.problems)
    return harmless(manifest.rel), validate(manifest)

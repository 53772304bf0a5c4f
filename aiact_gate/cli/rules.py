# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate rules`: what the gate can check."""

import json
from pathlib import Path

import click

from aiact_gate import problems
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.metadata import read_rules


@click.command("rules")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What goes to stdout.")
@click.option(
    "--policy",
    "folders",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help="List the rules of this folder too; repeatable.",
)
def command(format_: str, folders: tuple[Path, ...]) -> int:
    """List the rules with the provisions they stand for."""
    rules = sorted(read_rules(load_policies(folders)).values(), key=lambda rule: rule.id)
    if format_ == "json":
        rows = [
            {
                "id": rule.id,
                "title": rule.title,
                "severity": rule.severity,
                "provisions": list(rule.provisions),
                "obligations": list(rule.obligations),
            }
            for rule in rules
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        click.echo(f"{rule.id:{width}}  {rule.severity:7}  {rule.title} ({', '.join(rule.provisions)})")
    click.echo("\nBuilt in, about manifests, waivers and changes:")
    for code in problems.codes():
        click.echo(f"{code:{width}}  {problems.title_of(code)}")
    return 0

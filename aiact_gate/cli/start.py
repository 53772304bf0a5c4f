# SPDX-License-Identifier: Apache-2.0
"""How a first manifest begins: from flags, a file of answers, or a talk at the terminal."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from aiact_gate import clock
from aiact_gate.cli import asking, owed
from aiact_gate.cli.editor import lend_schema
from aiact_gate.errors import UsageError
from aiact_gate.interview import Standing, answered, opened
from aiact_gate.manifest.schema import schema
from aiact_gate.manifest.yaml_subset import YamlError, loads
from aiact_gate.report.write import write
from aiact_gate.scaffold import flow, initial_manifest

_MAX_ID: Final = 64


def answers(flags: Mapping[str, Mapping[str, Any]], file: Path | None) -> dict[str, Any]:
    """Return what is known before anybody is asked; a flag wins over the file."""
    said = _from_file(file) if file else {}
    for group, given in flags.items():
        kept = {key: value for key, value in given.items() if value not in (None, [])}
        if kept:
            before = said.get(group)
            said[group] = {**(before if isinstance(before, dict) else {}), **kept}
    return said


def _from_file(file: Path) -> dict[str, Any]:
    try:
        data = loads(file.read_bytes()).data
    except YamlError as error:
        problem = error.problem
        raise UsageError(f"{file}:{problem.line}: {problem.message}", hint=problem.hint) from None
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}", hint="name a file of answers") from error
    if not isinstance(data, dict):
        raise UsageError(
            f"{file} holds no answers", hint="write them as in a manifest, such as `operator: {name: Acme}`"
        )
    unknown = sorted(str(group) for group in data if group not in schema()["properties"])
    if unknown:
        groups = ", ".join(schema()["properties"])
        raise UsageError(f"{file}: '{unknown[0]}' is no group of a manifest", hint=f"the groups are {groups}")
    return dict(data)


def begin(path: Path, said: dict[str, Any], as_of: str | None, *, ask: bool, documents: bool) -> int:
    """Write the manifest and, if the class is decided, the outlines; say what comes next."""
    day = clock.parse(as_of) if as_of else clock.today()
    said = _with_id(_introduced(said) if ask else said)
    with opened(day) as talk:
        said = asking.interview(said, talk) if ask else said
        standing = talk.standing(said)
    if standing.problems:
        problem = standing.problems[0]
        raise UsageError(problem.message, hint=problem.hint)
    named = bool(said.get("operator", {}).get("name"))
    lines = [f"{key}: {flow(value)}" for key, value in (said.get("evidence") or {}).items()]
    write(path, initial_manifest(said, lines))
    click.echo(f"{path} written: {asking.told(standing)}")
    lend_schema(path)
    if documents and named and not standing.core:
        found = owed.owed_by(path, day)
        lines += owed.place_beside(found, path)
        write(path, initial_manifest(said, lines))
    click.echo(f"\n{_next(path, standing, named=named, outlines=bool(lines))}")
    return 0


def _introduced(said: dict[str, Any]) -> dict[str, Any]:
    """Ask for the names that every manifest has, where they are not given."""
    for path, question, suggested in (
        ("system.name", "Name of the system", Path.cwd().name),
        ("system.intended_purpose", "What it is meant to do, for whom and where", ""),
        ("operator.name", "Legal entity that this manifest speaks for", ""),
    ):
        group, _, key = path.partition(".")
        if not (said.get(group) or {}).get(key):
            typed = click.prompt(question, default=suggested, show_default=bool(suggested)).strip()
            said = answered(said, path, typed) if typed else said
    return said


def _with_id(said: dict[str, Any]) -> dict[str, Any]:
    """Return the answers with a name and an id; the folder lends its name where none is given."""
    system = said.get("system") or {}
    name = system.get("name") or Path.cwd().name
    plain = re.sub(r"[^a-z0-9]+", "-", str(name).lower())[:_MAX_ID].strip("-") or "ai-system"
    given = system.get("id") or plain
    return {**said, "system": {"id": given, "name": system.get("name") or given, **system}}


def _next(path: Path, standing: Standing, *, named: bool, outlines: bool) -> str:
    steps = []
    if not named:
        steps.append("name the legal entity under operator")
    if standing.core:
        steps.append(f"answer the open questions in {path}, then run `aiact-gate init {path} --documents`")
    elif outlines:
        steps.append("fill in the outlines: below each heading what is true of the system")
    if standing.others and not standing.core:
        steps.append(f"answer what can still add duties: {', '.join(standing.others)}")
    return "\n".join(["Next:", *(f"  {step}" for step in steps), "  run `aiact-gate check`"])

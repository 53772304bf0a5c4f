# SPDX-License-Identifier: Apache-2.0
"""Asks a person at a terminal what decides the class of a system; an empty answer leaves a question open."""

import textwrap
from collections.abc import Mapping
from typing import Any, Final

import click

from aiact_gate.interview import SCREENING, Interview, NotUnderstoodError, Standing, answered, node_at, parsed
from aiact_gate.manifest.wording import expected
from aiact_gate.report.words import CLASSES

_WIDTH: Final = 100
_POINTS: Final = "classification.annex_iii"
_FORMS: Final = {
    SCREENING: "the letters that the system carries out, or none",
    "classification.annex_i": "numbers of points such as 11, or none",
    _POINTS: "points such as 4(a), or none",
}


def interview(said: dict[str, Any], talk: Interview) -> dict[str, Any]:
    """Return the answers with those that a person gives to what is open, until the class is decided."""
    asked: set[str] = set()
    while True:
        standing = talk.standing(said)
        left = [path for path in standing.core if path not in asked]
        if standing.problems or not left:
            return said
        asked.add(left[0])
        said = _ask(said, left[0], talk)


def _ask(said: dict[str, Any], path: str, talk: Interview) -> dict[str, Any]:
    click.echo(f"\n{textwrap.fill(node_at(path)['description'], _WIDTH)}")
    if path == SCREENING:
        click.echo("\n".join(f"  {line}" for line in talk.practices()))
    while True:
        typed = click.prompt(f"{path.partition('.')[2] or path} ({_form(path)})", default="", show_default=False)
        if not typed.strip():
            return said
        try:
            value = parsed(path, typed, talk.day)
        except NotUnderstoodError as error:
            click.echo(str(error))
            continue
        if path == _POINTS:
            value = [_with_reason(entry) for entry in value]
        found = answered(said, path, value)
        problems = talk.standing(found).problems
        if not problems:
            return found
        click.echo(problems[0].message)


def _form(path: str) -> str:
    return f"{_FORMS.get(path) or expected(node_at(path))}; empty leaves it open"


def _with_reason(entry: Mapping[str, Any]) -> dict[str, Any]:
    reason = click.prompt(f"Why {entry['point']}, in a few words", default="", show_default=False).strip()
    return {**entry, **({"reason": reason} if reason else {})}


def told(standing: Standing) -> str:
    """Say in one line what the answers make of the system."""
    if standing.core:
        return f"open and decides the class: {', '.join(standing.core)}"
    return " · ".join(CLASSES.get(name, name) for name in standing.classes)

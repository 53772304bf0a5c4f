# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate explain`: one rule, for the person who has to satisfy it."""

import difflib
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from aiact_gate import problems
from aiact_gate.cli.deadline import deadline
from aiact_gate.cli.settings import question
from aiact_gate.errors import UsageError
from aiact_gate.examine import examine
from aiact_gate.links import rule_url
from aiact_gate.policy.custom import folder_of
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import RuleMeta, read_rules
from aiact_gate.report import insight_text

_WIDTH = 100


@click.command("explain")
@click.argument("rule")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--as-of", metavar="DATE", help="Look at the systems as on this day (YYYY-MM-DD); today in UTC.")
@click.option(
    "--policy",
    "folders",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Know the rules of this folder too; repeatable.",
)
def command(rule: str, paths: tuple[Path, ...], as_of: str | None, folders: tuple[Path, ...]) -> int:
    """Show RULE (family/rule): what it asks, why, from when, and how it passes and fails.

    With PATH, show instead of the examples what the rule sees of every system found there: the answers its obligations
    turn on, its evidence, and what it makes of them.
    """
    policies = load_policies(folders)
    rules = read_rules(policies)
    if rule in problems.codes():
        click.echo(f"{rule}\n  {problems.title_of(rule)}\n\n  Built in: no rule file stands behind it.")
        click.echo(f"  page        {rule_url(rule)}")
        return 0
    if rule not in rules:
        near = difflib.get_close_matches(rule, [*rules, *problems.codes()], n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "`aiact-gate rules` lists them"
        raise UsageError(f"there is no rule '{rule}'", hint=hint)
    law = Law(policies.data["law"])
    told = [*_rule(rules[rule]), *_obligations(rules[rule], law)]
    if paths:
        wanted = question({"paths": paths, "as_of": as_of, "policies": folders})
        with deadline():
            seen = insight_text.render(examine(rule, wanted), wanted.as_of.isoformat())
        click.echo("\n".join(told) + "\n" + seen, nl=False)
        return 0
    click.echo("\n".join([*told, *_examples(folder_of(policies, rules[rule]))]))
    return 0


def _rule(rule: RuleMeta) -> Iterator[str]:
    yield rule.id
    yield f"  {rule.title}"
    yield ""
    yield from textwrap.wrap(rule.description, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield ""
    yield f"  provisions  {', '.join(rule.provisions) or '-'}"
    yield f"  severity    {rule.severity}"
    yield f"  evidence    {', '.join(rule.evidence) or '-'}"
    yield from _wrapped("  fix         ", rule.remediation)
    yield f"  page        {rule_url(rule.id)}"


def _obligations(rule: RuleMeta, law: Law) -> Iterator[str]:
    for key in rule.obligations:
        entry = law.obligation(key)
        profile = law.data["deadlines"][entry["profile"]]
        yield ""
        yield f"  {entry['provision']}  {entry['title']}  [{key}]"
        yield from _wrapped("    applies   ", entry["applies_when"])
        yield from _wrapped("    from      ", profile["text"] + _dates(profile))
        for frame in map(law.penalty, entry["penalty"]):
            yield from _wrapped(
                "    fine      ", f"{_frame(frame['max_eur'], frame['max_turnover_pct'])} ({frame['basis']})"
            )
        for element in entry.get("elements", []):
            yield from _wrapped(f"      {element['ref']:18}", element["text"])


def _dates(profile: dict[str, str]) -> str:
    names = {"date": "", "annex_iii": "Annex III ", "annex_i_a": "Annex I Section A ", "formal": "by the letter "}
    told = [f"{label}{profile[key]}" for key, label in names.items() if key in profile]
    return f": {'; '.join(told)}" if told else ""


def _frame(max_eur: int | None, max_turnover_pct: float | None) -> str:
    if max_eur is None and max_turnover_pct is None:
        return "no Union frame"
    parts = [f"EUR {max_eur:,}"] if max_eur is not None else []
    parts += [f"{max_turnover_pct:g} % of worldwide turnover"] if max_turnover_pct is not None else []
    return "up to " + " or ".join(parts)


def _examples(folder: Path) -> Iterator[str]:
    for name, says in (("pass.yaml", "passes"), ("fail.yaml", "fails")):
        path = folder / name
        if path.is_file():
            yield ""
            yield f"  {says}:"
            yield textwrap.indent(path.read_text(encoding="utf-8").rstrip(), "    ")


def _wrapped(label: str, text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=label, subsequent_indent=" " * len(label)) or [label.rstrip()]

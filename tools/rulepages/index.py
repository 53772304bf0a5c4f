# SPDX-License-Identifier: Apache-2.0
"""The index of all pages: by family, by article and by operator role."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from aiact_gate import problems
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import RuleMeta
from tools.rulepages.words import MADE, place_order, places, table

_EVERYBODY = "every operator"


def render(rules: Mapping[str, RuleMeta], law: Law) -> str:
    """Return the index."""
    builtin = problems.codes()
    lines = ["# Rules", "", MADE, ""]
    count = f"{len(rules)} rules, and {len(builtin)} findings that are built in."
    lines.append(f"{count} A rule's id is its folder, its page and its id in every report.")
    lines.append("[By family](#by-family) · [by article](#by-article) · [by role](#by-role)")
    lines += ["", "## By family", *_families(rules, builtin)]
    by_place, by_role = _sorted_in(rules, law)
    lines += [
        "",
        "## By article",
        "",
        *_lists("Provision", sorted(by_place.items(), key=lambda row: place_order(row[0]))),
    ]
    lines += [
        "",
        "## By role",
        "",
        *_lists("Role", sorted(by_role.items(), key=lambda row: row[0].replace(_EVERYBODY, "~"))),
    ]
    return "\n".join(lines) + "\n"


def _families(rules: Mapping[str, RuleMeta], builtin: Sequence[str]) -> Iterator[str]:
    rows: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for rule in rules.values():
        row = (_link(rule.id), rule.title, ", ".join(rule.provisions), rule.severity)
        rows[rule.family].append(row)
    for code in builtin:
        rows[code.partition("/")[0]].append((_link(code), problems.title_of(code), "", "built in"))
    for family in sorted(rows):
        yield from ("", f"### {family}", "", *table(("Rule", "What holds", "Provision", "Severity"), rows[family]))


def _sorted_in(rules: Mapping[str, RuleMeta], law: Law) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    by_place: dict[str, list[str]] = defaultdict(list)
    by_role: dict[str, list[str]] = defaultdict(list)
    for rule in rules.values():
        for place in places(rule.provisions):
            by_place[place].append(rule.id)
        roles = dict.fromkeys(role for key in rule.obligations for role in law.obligation(key)["roles"])
        for role in roles or (_EVERYBODY,):
            by_role[role.replace("_", " ")].append(rule.id)
    return by_place, by_role


def _lists(head: str, rows: Sequence[tuple[str, list[str]]]) -> list[str]:
    return table((head, "Rules"), ((name, ", ".join(map(_link, found))) for name, found in rows))


def _link(rule: str) -> str:
    return f"[`{rule}`]({rule}.md)"

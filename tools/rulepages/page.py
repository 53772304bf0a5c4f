# SPDX-License-Identifier: Apache-2.0
"""The page of one rule."""

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import RuleMeta
from tools.rulepages.words import MADE, SEVERITY, code, dates, fine, sources, table

_UP: Final = "../../.."
_CONTEXT: Final = 2
_SCHEMA_LINE: Final = re.compile(r"\A# yaml-language-server:.*\n")


def render(rule: RuleMeta, law: Law, folder: Path) -> str:
    """Return the page of a rule whose examples lie in `folder`."""
    entries = {key: law.obligation(key) for key in rule.obligations}
    lines = [f"# {rule.title}", "", MADE, "", f"`{rule.id}` · {', '.join(rule.provisions)}"]
    lines += ["", "## Summary", "", rule.description.strip()]
    lines += ["", "## What it asks", "", *_asks(rule, entries)]
    lines += ["", "## When it applies, and from when", "", *_applies(entries, law)]
    lines += ["", "## How to satisfy it", "", *_satisfy(rule)]
    lines += _examples(folder)
    lines += ["", "## Source", "", *_source(rule, entries, law)]
    return "\n".join(lines) + "\n"


def _asks(rule: RuleMeta, entries: Mapping[str, Mapping[str, Any]]) -> list[str]:
    rows = [(element["ref"], element["text"]) for entry in entries.values() for element in entry.get("elements", [])]
    if rows:
        return table(("Element", "What must be shown"), dict.fromkeys(rows))
    if titles := [f"- {entry['provision']}: {entry['title']}." for entry in entries.values()]:
        return titles
    return [f"{rule.title}. The Act has no list of elements for this; the rule is a check on the answers themselves."]


def _applies(entries: Mapping[str, Mapping[str, Any]], law: Law) -> Iterator[str]:
    if not entries:
        yield "To every system in scope, on every day: it carries no date of its own."
        return
    disputed = {}
    for key, entry in entries.items():
        profile = law.data["deadlines"][entry["profile"]]
        yield f"- **{entry['provision']}** {entry['title']} (`{key}`)"
        yield f"  - Applies: {entry['applies_when'].strip()}"
        yield f"  - From: {dates(profile)}"
        if frames := [fine(law, frame) for frame in entry["penalty"]]:
            yield f"  - Fine: {'; '.join(frames)}."
        if "disputed" in profile:
            disputed[profile["disputed"]] = law.data["readings"][profile["disputed"]]
    for name, reading in disputed.items():
        yield ""
        yield f"Disputed ({name}): {reading['question']} Cautious: {reading['cautious']} Strict: {reading['strict']}"


def _satisfy(rule: RuleMeta) -> Iterator[str]:
    yield rule.remediation.strip()
    yield ""
    if rule.evidence:
        yield from (f"In the manifest: {', '.join(f'`{name}`' for name in rule.evidence)}.", "")
    yield f"Not satisfied, it {SEVERITY[rule.severity]}." + (
        " Nobody can waive it." if rule.is_protected else " It can be [waived](../../waivers.md) for a time."
    )


def _examples(folder: Path) -> Iterator[str]:
    passing, failing = (
        _SCHEMA_LINE.sub("", (folder / name).read_text(encoding="utf-8")) for name in ("pass.yaml", "fail.yaml")
    )
    day = re.search(r"^x-as-of: *(\S+)", passing, re.MULTILINE)
    yield from ("", "## Example that passes", "")
    yield (
        f"Judged as on {day[1] if day else 'any day'}. `x-files` holds the files of the repository and `x-as-of` the "
        "day; a manifest of yours has neither."
    )
    answers, found, evidence = passing.partition("\nevidence:\n")
    if found:
        yield from ("", *code(f"evidence:\n{evidence}", "yaml"))
        yield from ("", "<details><summary>The answers of the same manifest</summary>", "")
        yield from (*code(answers, "yaml"), "", "</details>")
    else:
        yield from ("", *code(passing, "yaml"))
    yield from ("", "## Example that fails", "")
    lines = (text.splitlines(keepends=True) for text in (passing, failing))
    changed = "".join(list(difflib.unified_diff(*lines, n=_CONTEXT))[2:])
    if len(changed) < len(failing) * 2 // 3:
        yield "What is different from the example that passes:"
        yield from ("", *code(re.sub(r"^@@.*@@$", "@@", changed, flags=re.MULTILINE), "diff"))
    else:
        yield from code(failing, "yaml")


def _source(rule: RuleMeta, entries: Mapping[str, Mapping[str, Any]], law: Law) -> Iterator[str]:
    named = [source for entry in entries.values() for source in entry["sources"]]
    for address in dict.fromkeys((*rule.related_resources, *sources(law, named))):
        yield f"- <{address}>"
    edition = law.data["edition"]
    yield f"- Law data of {edition['version']}, consolidated text {edition['consolidated']}"
    home = f"{_UP}/policies/rules/{rule.id}"
    yield (
        f"- The rule: [rule.rego]({home}/rule.rego), its tests: [rule_test.rego]({home}/rule_test.rego), "
        f"its examples: [pass.yaml]({home}/pass.yaml), [fail.yaml]({home}/fail.yaml)"
    )

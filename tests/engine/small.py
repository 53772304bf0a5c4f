# SPDX-License-Identifier: Apache-2.0
"""A small set of policies that behaves as its input tells it to."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from aiact_gate.policy.files import PolicySet

Load = Callable[[Mapping[str, str | None]], PolicySet]
"""A function that loads the small policies with changes."""

CLASSIFICATION: dict[str, Any] = {
    "classes": ["minimal"],
    "points": [],
    "roles": ["provider"],
    "derived": {"in_scope": True},
    "route": "",
    "registration": "",
    "supervisor": "",
    "placing": {},
    "legacy": {},
    "obligations": {
        "AIA-4-1": {
            "applies": "yes",
            "due": 20121,
            "condition": None,
            "timing": "in_force",
            "standing": False,
            "warn_only": True,
            "disputed": None,
            "open": [],
        },
    },
    "core": [],
    "questions": [],
    "exits": [],
    "notes": [],
    "steps": [],
}

MAIN = """package aiact.main

import data.aiact.rules

decision := {
	"revision": data.law.revision,
	"classification": data.law.sample,
	"rules": {"demo/simple": object.union(rules.demo.simple, {})},
	"skipped": [],
} if input.mode != "undefined"
"""

RULE = """# METADATA
# title: A demonstration
# description: Satisfied when the input says so.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 4"]
#   obligations: [AIA-4-1]
#   due: literacy
#   severity: warning
#   evidence: [evidence.ai-literacy]
#   remediation: Say so in the input.
package aiact.rules["demo"]["simple"]

default applicable := "undetermined"

applicable := "yes"

default satisfied := false

satisfied if input.good

elements := [{"ref": "4", "state": "present", "file": null, "line": input.number}]

reasons contains "the input does not say so" if not satisfied

reasons contains "never" if {
	input.mode == "runaway"
	count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000]) > 0
}

reasons contains "never" if {
	input.mode == "memory"
	count([a | some a in numbers.range(1, 900000000)]) == 0
}

reasons contains "never" if {
	input.mode == "fault"
	time.parse_rfc3339_ns("no date") > 0
}
"""


SELFTEST = """package aiact.lib.selftest

answers := {"sum": sum([1, 2])}
"""


def expect_selftest(folder: Path) -> Path:
    """Write the answers that the small self-test must give."""
    file = folder / "selftest.json"
    file.write_text(json.dumps({"sum": 3}), encoding="utf-8")
    return file


def write(folder: Path, **changed: str | None) -> Path:
    """Write the policies into a folder; a text given by name replaces a file or, as None, leaves it out."""
    texts: dict[str, str | None] = {
        "main.rego": MAIN,
        "rules/demo/simple/rule.rego": RULE,
        "rules/demo/simple/rule_test.rego": "package aiact.rules_test\n\nthis does not even parse",
        "lib/selftest.rego": SELFTEST,
        "data/sample.json": json.dumps({"sample": CLASSIFICATION}),
    }
    for path, text in {**texts, **changed}.items():
        if text is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    return folder


def policy_input(number: int = 1, mode: str = "plain", *, good: bool = True) -> dict[str, Any]:
    """Return an input for the small policies."""
    return {"number": number, "mode": mode, "good": good}

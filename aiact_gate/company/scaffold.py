# SPDX-License-Identifier: Apache-2.0
"""A first rule of an organisation: it loads, it applies, and it fails until somebody writes what proves it."""

import re
from pathlib import Path
from typing import Final

from aiact_gate.errors import UsageError
from aiact_gate.report.write import write
from aiact_gate.resources import policies_dir

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYWORDS: Final = frozenset(
    (
        "as",
        "contains",
        "data",
        "default",
        "else",
        "every",
        "false",
        "if",
        "import",
        "in",
        "input",
        "not",
        "null",
        "package",
        "some",
        "true",
        "with",
    )
)
_SEED: Final = "rules/literacy/measures/pass.yaml"
_RULE: Final = """\
# METADATA
# title: {title}
# description: Why your organisation asks for this, in one paragraph.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["House rule"]
#   obligations: []  # in force at once; name obligations of the law, such as AIA-9-1, to be due when they are
#   due: any
#   severity: error
#   evidence: [evidence.risk-management]
#   remediation: What the team has to do, in one sentence.
package aiact.custom{family_step}{rule_step}

import data.aiact.lib.evidence

default applicable := "undetermined"

# Every system; or ask the law: applicable := data.aiact.classify.duty.applies("AIA-9-1")
applicable := "yes"

default satisfied := false

# Write here what proves it. Nothing does yet, so the rule fails. For example:
# satisfied if is_string(evidence.values("risk-management").approver)

elements := []

reasons contains "evidence.risk-management names nobody who approved it." if not satisfied
"""
_TEST: Final = """\
package aiact.tests.custom{family_step}{test_step}

import data.aiact.custom{family_step}{rule_step} as rule

_system(facts) := {{
	"manifest": {{
		"id": "mail-sift",
		"name": "MailSift",
		"version": null,
		"answers": {{}},
		"undetermined": {{}},
		"claims": {{}},
		"details": {{}},
	}},
	"facts": facts,
	"history": {{}},
	"context": {{"as_of": 20779, "readings": {{}}}},
}}

test_applies_to_every_system if rule.applicable == "yes" with input as _system({{}})

test_evidence_proves_it if rule.satisfied with input as _system(_approved)

_approved := {{"risk-management": {{"state": "incomplete", "values": {{"approver": "H. Lindqvist"}}}}}}

test_nothing_proves_nothing if not rule.satisfied with input as _system({{}})

test_unreadable_evidence_proves_nothing if {{
	not rule.satisfied with input as _system({{"risk-management": {{"state": "unreadable"}}}})
}}
"""
_PASSES: Final = """\
evidence:
  risk-management: docs/risk-management.md
x-as-of: 2026-12-02
x-files:
  docs/risk-management.md: |
    ---
    approved_by: H. Lindqvist
    ---

    # Risk management of MailSift

    Show here what the evidence of a system looks like that satisfies the rule.
"""
_FAILS: Final = """\
evidence: {}
x-as-of: 2026-12-02
"""


def scaffold(name: str, folder: Path) -> list[Path]:
    """Write the four files of the rule FAMILY/RULE below the folder and return them; nothing is overwritten."""
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"'{name}' is no name of a rule", "write FAMILY/RULE in lower case with hyphens: house/model-card"
        )
    family, _, rule = name.partition("/")
    target = folder / family / rule
    if target.exists():
        raise UsageError(f"{target} exists and is left as it is", "give the rule another name")
    words = {
        "family_step": _step(family),
        "rule_step": _step(rule),
        "test_step": _step(f"{rule}_test"),
        "title": rule.replace("-", " ").capitalize(),
    }
    seed = _seed()
    files = {
        "rule.rego": _RULE.format(**words),
        "rule_test.rego": _TEST.format(**words),
        "pass.yaml": seed + _PASSES,
        "fail.yaml": seed + _FAILS,
    }
    try:
        target.mkdir(parents=True)
    except OSError as error:
        raise UsageError(f"the folder {target} cannot be made: {error.strerror}") from error
    for file, text in files.items():
        write(target / file, text)
    return [target / file for file in files]


def _step(name: str) -> str:
    """Return one step of a package's path as `opa fmt` writes it."""
    return f".{name}" if name.isidentifier() and name not in _KEYWORDS else f'["{name}"]'


def _seed() -> str:
    """Return a complete manifest up to its evidence: that of a bundled example, which is tested with each rule."""
    lines = (policies_dir() / _SEED).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines[: lines.index("evidence:\n")] if not line.startswith("#")]
    return "# The example of a system; everything it says may be changed.\n" + "".join(kept)

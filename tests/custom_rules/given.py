# SPDX-License-Identifier: Apache-2.0
"""A rule of an organisation, with changes."""

from pathlib import Path

from aiact_gate.company.scaffold import scaffold
from tests.support import EXAMPLES

SPAM = EXAMPLES / "spam-filter"
PROOF = '# satisfied if is_string(evidence.values("risk-management").approver)'


def house_rule(folder: Path, name: str = "house/approved-risks", *changes: tuple[str, str]) -> Path:
    """Write a scaffold whose rule has been finished, then changed; return the folder of the rules."""
    rule = scaffold(name, folder / "rules")[0]
    text = rule.read_text(encoding="utf-8")
    for old, new in ((PROOF, PROOF.removeprefix("# ")), *changes):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    rule.write_text(text, encoding="utf-8")
    return folder / "rules"

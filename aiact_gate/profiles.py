# SPDX-License-Identifier: Apache-2.0
"""Profiles, as data: which families of rules block a release, and which only warn; and severities that were raised."""

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast

from aiact_gate.errors import PolicyError, UsageError
from aiact_gate.model import Severity
from aiact_gate.policy.metadata import PROTECTED, SEVERITIES, RuleMeta
from aiact_gate.resources import policies_dir


@dataclass(frozen=True, slots=True)
class Profile:
    """A named choice of the families that only warn, and settings that go with it; what it does not name blocks."""

    name: str
    title: str
    description: str
    warns: frozenset[str] = frozenset()
    lead_days: int = 0
    readings: Mapping[str, str] = field(default_factory=dict)

    def only_warns(self, rule: RuleMeta) -> bool:
        """Tell whether this rule cannot block; it can for Art. 5, the manifest, and if an organisation wrote it."""
        return rule.family in self.warns and not (rule.is_protected or rule.is_custom)

    @property
    def notes(self) -> list[str]:
        """Say in the report what the profile weakens."""
        if not self.warns:
            return []
        return [f"The profile {self.name} lets these families warn and not block: {', '.join(sorted(self.warns))}."]


EVERYTHING_BLOCKS: Final = Profile("", "No profile", "Every family blocks.")


def names() -> list[str]:
    """Return the names of the profiles."""
    return sorted(path.stem for path in _folder().glob("*.json"))


def load(name: str | None) -> Profile:
    """Return a profile by its name; without one everything blocks."""
    if not name:
        return EVERYTHING_BLOCKS
    if name not in names():
        raise UsageError(f"there is no profile '{name}'", f"the profiles are {', '.join(names())}")
    content = json.loads((_folder() / f"{name}.json").read_text(encoding="utf-8"))
    warns = frozenset(content["warns"])
    if weakened := warns & PROTECTED:
        raise PolicyError(f"the profile {name} weakens {', '.join(sorted(weakened))}, which nobody may")
    return Profile(
        name,
        content["title"],
        content["description"],
        warns,
        content.get("lead_days", 0),
        content.get("readings", {}),
    )


def raised(wanted: Mapping[str, str], rules: Mapping[str, RuleMeta], others: Iterable[str] = ()) -> dict[str, Severity]:
    """Return the severities that were set, each no lower than the rule's own; `others` are ids without a rule."""
    known = [*rules, *others]
    for rule, severity in wanted.items():
        if rule not in known:
            near = difflib.get_close_matches(rule, known, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else "`aiact-gate rules` lists them"
            raise UsageError(f"severity: there is no rule '{rule}'", hint)
        if rule in rules and _rank(severity) > _rank(rules[rule].severity):
            raise UsageError(
                f"severity: {rule} is an {rules[rule].severity} of its own and cannot be lowered to {severity}",
                "a severity may only be raised; to release in spite of a finding, waive it",
            )
    return {rule: cast("Severity", severity) for rule, severity in wanted.items()}


def _rank(severity: str) -> int:
    return list(SEVERITIES).index(cast("Severity", severity))


def _folder() -> Path:
    return policies_dir() / "profiles"

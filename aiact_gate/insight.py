# SPDX-License-Identifier: Apache-2.0
"""What one rule saw of one system, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiact_gate.model import Penalty


@dataclass(frozen=True, slots=True)
class Answer:
    """One fact that an obligation turns on: its value, its owner if it is open, and where it is said or asked."""

    fact: str
    value: object
    owner: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation of the rule and how it stands for the system on the day."""

    id: str
    applies: str
    due: str | None = None
    timing: str = ""
    condition: str | None = None
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Insight:
    """One system as one rule sees it; a manifest that cannot be read has only problems."""

    manifest: str
    name: str = ""
    problems: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    outcome: Mapping[str, Any] | None = None
    duties: tuple[Duty, ...] = ()
    answers: tuple[Answer, ...] = ()
    evidence: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)
    penalties: tuple[Penalty, ...] = ()

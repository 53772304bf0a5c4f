# SPDX-License-Identifier: Apache-2.0
"""The worked scenarios of the law: their manifests, what the law says about each, and how a report says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from aiact_gate.engine.select import EngineChoice
from aiact_gate.model import Obligation, System
from aiact_gate.pipeline import Request, run

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Case:
    """One manifest, the day on which it is judged, and what the law says about it."""

    id: str
    as_of: str
    expected: dict[str, Any]

    @property
    def path(self) -> Path:
        """Return the manifest of the case."""
        return HERE / "cases" / f"{self.id}.yaml"

    def words(self, key: str) -> list[str]:
        """Return a list of the case, with the shorthands for whole groups of duties spelled out."""
        return spelled_out(str(word) for word in self.expected.get(key, []))


@cache
def load(name: str) -> dict[str, Any]:
    """Return one of the YAML files beside this module."""
    table: dict[str, Any] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return table


@cache
def cases() -> tuple[Case, ...]:
    """Return all scenarios."""
    return tuple(Case(key, str(entry["as_of"]), entry) for key, entry in load("expected.yaml").items())


def spelled_out(words: Iterable[str]) -> list[str]:
    """Return duties with the shorthands PROVIDER and DEPLOYER replaced by what they stand for."""
    groups = load("provisions.yaml")["groups"]
    return [duty for word in words for duty in groups.get(word, [word])]


def ids_of(duties: Iterable[str]) -> set[str]:
    """Return the obligations of the catalogue that the duties of a case name."""
    table = load("provisions.yaml")["duties"]
    return {key for duty in duties for key in table[duty]}


def judge(some: Iterable[Case], engine: EngineChoice | None = None, **options: Any) -> dict[str, System]:
    """Judge cases with the real pipeline, one run for each day, and return the systems by the id of their case."""
    days: dict[str, list[Path]] = {}
    for case in some:
        days.setdefault(case.as_of, []).append(case.path)
    reports = [
        run(Request(tuple(paths), date.fromisoformat(day), engine=engine or EngineChoice(), **options))
        for day, paths in days.items()
    ]
    return {system["id"]: system for report in reports for system in report["systems"]}


def rows(system: System, keys: Iterable[str]) -> list[Obligation]:
    """Return the obligations of a report that are among the keys."""
    wanted = set(keys)
    return [row for row in system["obligations"] if row["id"] in wanted]


def binds(row: Obligation) -> bool:
    """Return whether an obligation applies: an open question does not make it."""
    return row["status"] != "undetermined"


def in_force(row: Obligation, day: str) -> bool:
    """Return whether an obligation applies and its date has come."""
    return binds(row) and row["due"] is not None and row["due"] <= day

# SPDX-License-Identifier: Apache-2.0
"""Worked scenarios with a few answers changed, judged on any day and under any reading of a disputed provision."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from aiact_gate.manifest.yaml_subset import loads
from aiact_gate.model import System
from aiact_gate.pipeline import Request, run
from tests.law.casebook import HERE


@dataclass(frozen=True)
class Variant:
    """A scenario, what is answered differently (by dotted path; None takes the answer away), and the readings."""

    base: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str, day: str) -> str:
        """Return the manifest of the variant under an id of its own, screened on the day of the check at the latest."""
        document = loads((HERE / "cases" / f"{self.base}.yaml").read_bytes()).data
        for path, value in {**self.changes, "system.id": name}.items():
            *groups, key = path.split(".")
            place = document
            for group in groups:
                place = place.setdefault(group, {})
            if value is None:
                place.pop(key, None)
            else:
                place[key] = value
        screening = document.get("classification", {}).get("prohibited_practices", {})
        if "on" in screening:
            screening["on"] = min(str(screening["on"]), day)
        return json.dumps(document, indent=1)


def judge_all(asked: Iterable[tuple[Variant, str]], folder: Path) -> list[System]:
    """Judge variants on their days and return their systems in the same order; one run for each day and reading."""
    runs: dict[tuple[str, tuple[tuple[str, str], ...]], list[Path]] = {}
    for number, (variant, day) in enumerate(asked):
        path = folder / f"v{number:03}.yaml"
        path.write_text(variant.text(path.stem, day), encoding="utf-8")
        runs.setdefault((day, tuple(variant.readings.items())), []).append(path)
    systems = [
        system
        for (day, readings), paths in runs.items()
        for system in run(Request(tuple(paths), date.fromisoformat(day), readings=dict(readings)))["systems"]
    ]
    assert all(system["classification"] is not None for system in systems), systems[0]["findings"]
    return sorted(systems, key=lambda system: system["id"])


def day_before(day: str) -> str:
    """Return the day before."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()

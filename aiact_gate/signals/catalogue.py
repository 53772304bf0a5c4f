# SPDX-License-Identifier: Apache-2.0
"""The libraries, file names and words that policies/data/signals.json knows, by what is looked up."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from aiact_gate.resources import policies_dir
from aiact_gate.signals.dependencies import Dependency, normalised
from aiact_gate.signals.purpose import Phrases

UNSPECIFIC: Final = "machine-learning"
"""The topic of libraries that learn or infer, whatever for: they show that there is AI, and ask nothing."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Topics by the exact name of a package, the exact name of a file, and the words of a purpose."""

    libraries: Mapping[tuple[str, str], tuple[str, ...]]
    files: Mapping[str, str]
    phrases: Phrases

    def topics(self, dependency: Dependency) -> tuple[str, ...]:
        """Return what a dependency may mean; a name that merely resembles a known one means nothing."""
        return self.libraries.get((dependency.ecosystem, dependency.name), ())


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of the bundled data."""
    data: dict[str, Any] = json.loads((policies_dir() / "data" / "signals.json").read_text(encoding="utf-8"))["signals"]
    topics = data["topics"]
    libraries: dict[tuple[str, str], tuple[str, ...]] = {}
    named = [(topic, row["libraries"]) for topic, row in topics.items()]
    for topic, ecosystems in [*named, (UNSPECIFIC, data["machine_learning"])]:
        for ecosystem, names in ecosystems.items():
            for name in names:
                key = (ecosystem, normalised(ecosystem, name))
                libraries[key] = (*libraries.get(key, ()), topic)
    return Catalogue(
        libraries=libraries,
        files={name: topic for topic, row in topics.items() for name in row["files"]},
        phrases=Phrases(
            {topic: list(_flat(row["words"])) for topic, row in topics.items()}, frozenset(_flat(data["negations"]))
        ),
    )


def _flat(by_language: Mapping[str, Iterable[str]]) -> Iterable[str]:
    return (word for words in by_language.values() for word in words)

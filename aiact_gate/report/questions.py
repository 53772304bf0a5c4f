# SPDX-License-Identifier: Apache-2.0
"""The questions that are still open for a system, as the people who answer them read them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from aiact_gate.model import Finding, System

_QUESTIONS: Final = {"manifest/core-answers": "blocks", "manifest/open-questions": "to look at"}


def questions(system: System) -> Iterator[dict[str, Any]]:
    """Yield what is not answered, with the path in the manifest at which a person answers it, and its owner."""
    asked = [finding for finding in system["findings"] if finding["rule"] in _QUESTIONS]
    for finding in asked:
        weight, owners = _QUESTIONS[finding["rule"]], _owners(system, finding)
        for element, owner in zip(finding["elements"], owners, strict=True):
            yield {
                "path": element["ref"],
                "question": element["text"],
                "owner": owner,
                "weight": weight,
                "file": element["file"],
                "line": element["line"],
            }


def _owners(system: System, finding: Finding) -> list[str | None]:
    """Return who was asked each question of a finding; core answers have no owner."""
    named = [question.get("owner") for question in objects(system["classification"] or {}, "questions")]
    fits = finding["rule"] == "manifest/open-questions" and len(named) == len(finding["elements"])
    return named if fits else [None] * len(finding["elements"])


def objects(given: Mapping[str, object], key: str) -> list[Mapping[str, Any]]:
    """Return the objects of a list in a classification, which other versions may have filled differently."""
    found = given.get(key)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []

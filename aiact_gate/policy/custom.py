# SPDX-License-Identifier: Apache-2.0
"""What a rule of an organisation must keep to, so that a misspelt name is an error and never a silent answer."""

import difflib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from aiact_gate.errors import PolicyError
from aiact_gate.policy.files import PolicySet
from aiact_gate.policy.metadata import RuleMeta
from aiact_gate.resources import schemas_dir

# Texts and comments are consumed first, so that `input` inside of them is not taken for a reference.
_SCAN: Final = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|`[^`]*`|#[^\n]*'
    r'|(?P<root>(?<![\w.])(?:input|facts\.f)\b)(?P<path>(?:\s?\.\s?\w+|\["[^"]*"\])*)(?P<then>\s*(?:,\s*"(?P<key>[^"]*)"|\[)?)'
)
_STEP: Final = re.compile(r'\.\s?(\w+)|\["([^"]*)"\]')
_FACTS: Final = "import data.aiact.classify.facts"


def vet(policies: PolicySet, rules: Mapping[str, RuleMeta]) -> None:
    """Refuse a rule of an organisation that names an obligation, or reads a part of the input, that does not exist."""
    custom = [rule for rule in rules.values() if rule.is_custom]
    if not custom:
        return
    law = policies.data["law"]
    for rule in custom:
        file = policies.origin(policies.rules[rule.id])
        for obligation in rule.obligations:
            if obligation not in law["obligations"]:
                raise PolicyError(f"{file}: there is no obligation {obligation}", _near(obligation, law["obligations"]))
        text = policies.modules[policies.rules[rule.id]]
        for line, path, reason, hint in _unknown(text, _known(law)):
            raise PolicyError(f"{file}:{line}: {path} {reason}", hint)


def _known(law: Mapping[str, Any]) -> dict[tuple[str, ...], Collection[str]]:
    """Return the names that may follow each path of the input; where any name may follow, the path is absent."""
    schema = json.loads((schemas_dir() / "policy-input.v1.json").read_text(encoding="utf-8"))
    manifest = json.loads((schemas_dir() / "ai-system.v1.json").read_text(encoding="utf-8"))
    known: dict[tuple[str, ...], Collection[str]] = {("input",): schema["properties"].keys()}
    for name, part in schema["properties"].items():
        if part.get("additionalProperties") is False:
            known["input", name] = part["properties"].keys()
    answers = schema["properties"]["manifest"]["properties"]["answers"]["properties"]
    details = schema["properties"]["manifest"]["properties"]["details"]["properties"]
    known["input", "manifest", "answers"] = {*law["facts"], *answers}
    known["input", "manifest", "details"] = details.keys()
    known["input", "facts"] = manifest["properties"]["evidence"]["properties"].keys()
    known["facts.f",] = {*law["facts"], *answers}
    return known


def _unknown(text: str, known: Mapping[tuple[str, ...], Collection[str]]) -> Iterator[tuple[int, str, str, str]]:
    for match in _SCAN.finditer(text):
        root = match["root"]
        if root is None or (root == "facts.f" and _FACTS not in text):
            continue
        line = text.count("\n", 0, match.start()) + 1
        path = [root, *(name or key for name, key in _STEP.findall(match["path"]))]
        if match["key"] is not None and text[: match.start()].rstrip().endswith("object.get("):
            path.append(match["key"])
        if len(path) == 1 and root == "input":
            yield line, "input", "is read as a whole", "name what is read, for example input.manifest.answers"
        for depth in range(1, len(path)):
            names = known.get(tuple(path[:depth]))
            if names is not None and path[depth] not in names:
                yield line, ".".join(path[: depth + 1]), "is not a part of the input", _near(path[depth], names)


def _near(name: str, names: Collection[str]) -> str:
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else "schemas/policy-input.v1.json names every part"


def folder_of(policies: PolicySet, rule: RuleMeta) -> Path:
    """Return the folder in which a rule and its examples lie."""
    return policies.origin(policies.rules[rule.id]).parent

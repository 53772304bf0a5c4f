# SPDX-License-Identifier: Apache-2.0
"""What a rule says about itself in the METADATA block above its package."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from aiact_gate.errors import PolicyError
from aiact_gate.model import Severity
from aiact_gate.policy.files import PolicySet

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
CUSTOM = "custom"
PROTECTED = frozenset({"manifest", "prohibited-practices"})
DUE = (
    "any",
    "chapter-9",
    "gpai",
    "high-risk",
    "high-risk-annex-iii",
    "literacy",
    "marking",
    "prohibition",
    "prohibition-2026",
    "section-5",
    "testing",
    "transition",
    "transparency",
)

_TOP = {"title": str, "description": str, "related_resources": list, "custom": dict}
_CUSTOM = {
    "provisions": list,
    "obligations": list,
    "due": str,
    "severity": str,
    "evidence": list,
    "remediation": str,
    "formerly": list,
}
_OPTIONAL = frozenset({"formerly"})
_MAY_BE_EMPTY = frozenset({"obligations", "evidence", "formerly"})
_CLOSED = {"due": DUE, "severity": SEVERITIES}
_WORDS: dict[type, str] = {str: "text", list: "a list of texts", dict: "a mapping"}
_ARTICLE_5 = re.compile(r"Art\. ?5(?![0-9])")
_KEY = re.compile(r"^# ?( *)([A-Za-z_]\w*):", re.MULTILINE)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class RuleMeta:
    """One rule as people read about it."""

    id: str
    family: str
    title: str
    description: str
    provisions: tuple[str, ...]
    obligations: tuple[str, ...]
    due: str
    severity: Severity
    evidence: tuple[str, ...]
    remediation: str
    related_resources: tuple[str, ...]
    formerly: tuple[str, ...]

    @property
    def is_custom(self) -> bool:
        """Tell whether an organisation added the rule."""
        return self.family == CUSTOM

    @property
    def is_protected(self) -> bool:
        """Tell whether nobody may waive or weaken the rule: it guards Art. 5, or that the manifest answers at all."""
        return self.family in PROTECTED or any(map(_ARTICLE_5.match, self.provisions))


def read_rules(policies: PolicySet) -> dict[str, RuleMeta]:
    """Return the metadata of every loaded rule by its id."""
    return {rule: read(rule, policies.modules[path], policies.origin(path)) for rule, path in policies.rules.items()}


def read(rule: str, text: str, file: Path) -> RuleMeta:
    """Read the METADATA block that stands first in a rule's file."""
    block = _block(text, file)
    try:
        content = yaml.load(block, _Loader)  # noqa: S506 -- one of the two safe loaders
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        cause = getattr(error, "problem", error)
        raise PolicyError(f"{file}:{line}: the METADATA block is not YAML: {cause}") from error
    top = _checked(content, _TOP, text, file, nested=False)
    custom = _checked(top["custom"], _CUSTOM, text, file, nested=True)
    return RuleMeta(
        id=rule,
        family=rule.partition("/")[0],
        title=top["title"],
        description=top["description"],
        provisions=tuple(custom["provisions"]),
        obligations=tuple(custom["obligations"]),
        due=custom["due"],
        severity=custom["severity"],
        evidence=tuple(custom["evidence"]),
        remediation=custom["remediation"],
        related_resources=tuple(top["related_resources"]),
        formerly=tuple(custom.get("formerly", ())),
    )


def _block(text: str, file: Path) -> str:
    lines = text.split("\n")
    if lines[0].rstrip() != "# METADATA":
        raise PolicyError(f"{file}:1: the file must begin with '# METADATA'")
    block = []
    for line in lines[1:]:
        if not line.startswith("#"):
            break
        block.append(line[1:].removeprefix(" ").rstrip())
    if not lines[len(block) + 1].startswith("package "):
        raise PolicyError(f"{file}:{len(block) + 2}: the package must follow the METADATA block at once")
    return "\n".join(block)


def _checked(content: object, keys: Mapping[str, type], text: str, file: Path, *, nested: bool) -> dict[str, Any]:
    where = "custom" if nested else "METADATA"
    if not isinstance(content, dict):
        raise PolicyError(f"{file}:1: {where} must be a mapping")
    for key in sorted(keys.keys() - content.keys() - _OPTIONAL):
        raise PolicyError(f"{file}:1: {where} lacks the key {key!r}")
    for key, value in content.items():
        problem = _problem(key, value, keys[key]) if key in keys else "is not a key that a rule may have"
        if problem:
            line = _lines(text, nested=nested).get(key, 1)
            raise PolicyError(f"{file}:{line}: {where}: {key} {problem}")
    return content


def _problem(key: str, value: object, kind: type) -> str:
    if not isinstance(value, kind):
        return f"must be {_WORDS[kind]}"
    if isinstance(value, str):
        if not value.strip():
            return "must not be empty"
        if key in _CLOSED and value not in _CLOSED[key]:
            return f"must be one of {', '.join(_CLOSED[key])}"
    elif isinstance(value, list):
        if not all(isinstance(item, str) and item.strip() for item in value):
            return f"must be {_WORDS[list]}"
        if not value and key not in _MAY_BE_EMPTY:
            return "must not be empty"
    return ""


def _lines(text: str, *, nested: bool) -> dict[str, int]:
    """Return the line of each key, for messages; keys of `custom` are the indented ones."""
    header = text.partition("\npackage ")[0]
    return {
        match.group(2): header.count("\n", 0, match.start()) + 1
        for match in _KEY.finditer(header)
        if bool(match.group(1)) is nested
    }

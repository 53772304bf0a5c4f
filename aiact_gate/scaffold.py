# SPDX-License-Identifier: Apache-2.0
"""Writes the first manifest of a system: what is known, and every core question as a comment, answered by nobody."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from aiact_gate.manifest.document import API_VERSION
from aiact_gate.manifest.schema import Node, members, schema
from aiact_gate.manifest.wording import expected

_WIDTH: Final = 100
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_WORDS_OF_YAML: Final = frozenset({"true", "false", "null"})

# The questions that block while nobody answers them, by group; then those of single roles.
_CORE: Final[dict[str, tuple[str, ...]]] = {
    "market": ("union", "placed_on_market", "put_into_service", "planned_placing"),
    "classification": ("prohibited_practices", "annex_i", "annex_iii", "profiling"),
    "biometrics": ("emotion_recognition", "categorisation", "identification"),
    "transparency": ("interacts_with_people", "generates", "depicts_persons"),
}
_BY_ROLE: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "provider": {
        "system": ("kind", "trains_models", "provider_controls_logs"),
        "operator": ("role_shift", "established_in", "size", "authority_area"),
        "supply_chain": ("third_party_components",),
    },
    "deployer": {
        "operator": ("public_body", "public_services", "authority_area"),
        "market": ("type_first_placed",),
        "transparency": ("deep_fakes", "public_interest_text"),
        "deployer": ("decisions_about_persons", "legal_or_similar_effect", "workers_subject_to_use", "controls_logs"),
    },
    "gpai_provider": {
        "operator": ("established_in", "size"),
        "gpai": ("model", "training_flop", "open_licence", "public_weights", "monetised"),
    },
}
_FORMS: Final = {
    "prohibited_practices": "{screened: [letters], on: date, met: [letters]}",
    "annex_i": "[{act: number}] or []",
    "annex_iii": "[{point: number and letter, reason: text}] or []",
}
_GROUPS_APART: Final = frozenset({"apiVersion", "evidence"})
EDITOR_SCHEMA: Final = Path(".aiact-gate", "ai-system.v1.json")
"""Where an editor finds the schema, beside the manifest: it needs no network, and nobody else can change it."""
_HEAD: Final = """\
# yaml-language-server: $schema={schema}
#
# The manifest of one AI system: facts, and paths to evidence. It is judged by what it says.
# A line with two ## is a question; a line with one # is its answer, not yet given: delete the # and answer.
# Nobody has to guess: `{{undetermined: who answers it}}` is an honest answer, and so is an empty list.
"""


def initial_manifest(said: Mapping[str, Any], evidence: Iterable[str] = ()) -> str:
    """Return the manifest for what was answered, by group as in a manifest; nothing else is assumed."""
    known = _known(said)
    asked = _questions(known["operator"].get("roles"))
    lines = [_HEAD.format(schema=EDITOR_SCHEMA.as_posix()), f"apiVersion: {API_VERSION}"]
    for group, node in schema()["properties"].items():
        answer = known.get(group)
        if isinstance(answer, Mapping) and group not in _GROUPS_APART:
            lines += ["", f"{group}:", *(f"  {key}: {flow(value)}".rstrip() for key, value in answer.items())]
            lines += _asked(node, [key for key in asked.get(group, ()) if key not in answer])
        elif group in known and group not in _GROUPS_APART:
            lines += ["", f"{group}: {flow(answer)}".rstrip()]
        elif group in asked:
            lines += ["", *_comment(node["description"], ""), f"# {group}:", *_asked(node, asked[group])]
    return "\n".join([*lines, *_evidence(schema()["properties"]["evidence"], list(evidence))]) + "\n"


def _known(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was answered; a required answer that is missing stays visibly empty."""
    system, operator = (said.get(group) or {} for group in ("system", "operator"))
    return {
        **said,
        "system": {"id": None, "name": None, **system},
        "operator": {"name": None, **operator},
    }


def flow(value: Any) -> str:
    """Return a value in the flow style of YAML; text is quoted as soon as it is more than a word."""
    if value is None or value == "":
        return ""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{flow(str(key))}: {flow(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, str) and _DATE.match(value):
        return value
    if isinstance(value, str) and _PLAIN.match(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    return f'"{"".join(map(_character, value))}"' if isinstance(value, str) else json.dumps(value)


def _character(letter: str) -> str:
    """Return a letter as it stands between double quotes; what cannot be seen is written as its number."""
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"


def _questions(roles: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {group: list(keys) for group, keys in _CORE.items()}
    found.setdefault("system", []).append("intended_purpose")
    found.setdefault("operator", []).append("roles")
    for role in roles if isinstance(roles, list) else ():
        for group, keys in _BY_ROLE.get(role, {}).items():
            listed = found.setdefault(group, [])
            listed += [key for key in keys if key not in listed]
    return found


def _asked(node: Node, keys: list[str]) -> Iterator[str]:
    for key in keys:
        question = members(node)[key]
        yield ""
        yield from _comment(question["description"], "  ")
        yield f"#   {key}:    # {_FORMS.get(key) or expected(question)}"


def _comment(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=f"## {indent}", subsequent_indent=f"## {indent}")


def _evidence(node: Node, declared: list[str]) -> Iterator[str]:
    yield ""
    yield from _comment(node["description"], "")
    yield from _comment(
        "The gate names the pieces that are missing; a file with headings alone counts for nothing.", ""
    )
    if declared:
        yield "evidence:"
        yield from (f"  {line}" for line in declared)
    else:
        yield "# evidence:"
        yield "#   technical-documentation:    # a path"

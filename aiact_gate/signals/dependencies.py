# SPDX-License-Identifier: Apache-2.0
"""The direct dependencies that a file declares: by their whole names, with their lines."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from aiact_gate import toml

_NAME: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_REQUIREMENT: Final = re.compile(rf"\s*({_NAME})\s*(?:$|[\[<>=!~;@#,\s(])")
_CONDA: Final = re.compile(rf"\s*-\s*[\"']?(?:[\w-]+::)?({_NAME})(?![\w:/])")
_GO: Final = re.compile(r"\s*(?:require\s+)?([a-z0-9.-]+\.[a-z]+/?[^\s]*)\s+v\d")
_GO_MAJOR: Final = re.compile(r"/v\d+$")
_SEPARATORS: Final = re.compile(r"[-_.]+")
# What only builds, tests or describes a system is no part of it.
_ASIDE: Final = re.compile(
    r"(?:^|[-_.])(?:dev|develop|development|test|tests|testing|lint|doc|docs|ci|build)(?:$|[-_.])"
)


class Dependency(NamedTuple):
    """One declared package under its normalised name."""

    ecosystem: str
    name: str
    line: int


def normalised(ecosystem: str, name: str) -> str:
    """Return the one spelling of a package name that its registry treats as the same."""
    if ecosystem == "pypi":
        return _SEPARATORS.sub("-", name).lower()
    return _GO_MAJOR.sub("", name) if ecosystem == "go" else name


def is_dependency_file(name: str) -> bool:
    """Say whether a file of this name declares dependencies that can be read."""
    return _reader(name) is not None


def declared(name: str, text: str) -> list[Dependency]:
    """Return what a file declares; a broken file declares nothing, and is nobody's fault here."""
    reader = _reader(name)
    if reader is None:
        return []
    try:
        return list(reader(text))
    except (ValueError, RecursionError):
        return []


def _reader(name: str) -> Callable[[str], Iterator[Dependency]] | None:
    if name.startswith("requirements") and name.endswith(".txt"):
        return None if _ASIDE.search(name.removesuffix(".txt")) else _requirements
    return _READERS.get(name)


def _requirements(text: str) -> Iterator[Dependency]:
    for number, line in enumerate(text.splitlines(), 1):
        if found := _REQUIREMENT.match(line):
            yield Dependency("pypi", normalised("pypi", found[1]), number)


def _pyproject(text: str) -> Iterator[Dependency]:
    data = toml.loads(text)
    project, poetry = _table(data, "project"), _table(data, "tool", "poetry")
    extras = [listed for extra, listed in _table(project, "optional-dependencies").items() if not _ASIDE.search(extra)]
    for listed in [project.get("dependencies"), *extras]:
        for entry in listed if isinstance(listed, list) else []:
            if found := _REQUIREMENT.match(str(entry)):
                yield _placed("pypi", found[1], text)
    for name in _table(poetry, "dependencies"):
        yield _placed("pypi", name, text)


def _package_json(text: str) -> Iterator[Dependency]:
    data = json.loads(text)
    for group in ("dependencies", "optionalDependencies", "peerDependencies"):
        for name in _table(data, group):
            yield _placed("npm", name, text)


def _environment(text: str) -> Iterator[Dependency]:
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1].strip() and not line.startswith(("#", "-")):
            inside = line.startswith("dependencies:")
        elif inside and (found := _CONDA.match(line)):
            yield Dependency("pypi", normalised("pypi", found[1]), number)


def _go_mod(text: str) -> Iterator[Dependency]:
    for number, line in enumerate(text.splitlines(), 1):
        if "// indirect" not in line and (found := _GO.match(line)):
            yield Dependency("go", normalised("go", found[1]), number)


_READERS: Final[Mapping[str, Callable[[str], Iterator[Dependency]]]] = {
    "pyproject.toml": _pyproject,
    "package.json": _package_json,
    "environment.yml": _environment,
    "environment.yaml": _environment,
    "go.mod": _go_mod,
}


def _table(data: object, *keys: str) -> dict[str, Any]:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _placed(ecosystem: str, name: str, text: str) -> Dependency:
    whole = re.compile(rf"(?<![\w./@-]){re.escape(name)}(?![\w/.-])")
    found = next((number for number, line in enumerate(text.splitlines(), 1) if whole.search(line)), 1)
    return Dependency(ecosystem, normalised(ecosystem, name), found)

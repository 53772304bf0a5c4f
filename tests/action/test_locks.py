# SPDX-License-Identifier: Apache-2.0
"""The locks answer pyproject.toml, hold a digest for everything, and name no host."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support import REPOSITORY

FOLDER = REPOSITORY / "requirements"
_ENTRY = re.compile(r"^([A-Za-z0-9][\w.-]*)==(\S+)[^\n]*((?:\n    --hash=\S+(?: \\)?)*)", re.MULTILINE)


def locked(name: str) -> dict[str, str]:
    """Return name and version of what a lock holds."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = _ENTRY.findall(text)
    assert len(found) == len(re.findall(r"^[A-Za-z0-9]", text, re.MULTILINE))
    assert all("--hash=sha256:" in digests for _, _, digests in found)
    return {canonicalize_name(package): version for package, version, _ in found}


def wanted(*extras: str) -> list[Requirement]:
    """Return what pyproject.toml asks for, extras of its own resolved."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting, found = [*project["dependencies"]], []
    for extra in extras:
        waiting += project["optional-dependencies"][extra]
    while waiting:
        requirement = Requirement(waiting.pop())
        if requirement.name == project["name"]:
            waiting += [line for extra in requirement.extras for line in project["optional-dependencies"][extra]]
        else:
            found.append(requirement)
    return found


@pytest.mark.parametrize(
    ("name", "extras"), [("action.txt", ["documents", "provenance"]), ("ci.txt", ["test", "lint"])]
)
def test_every_dependency_is_locked_in_its_range(name: str, extras: list[str]) -> None:
    versions = locked(name)
    for requirement in wanted(*extras):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), str(requirement)


def test_the_backend_is_locked_in_its_range() -> None:
    requires = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    versions = locked("build.txt")
    assert all(Requirement(line).specifier.contains(versions[Requirement(line).name]) for line in requires)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_no_host_is_named(path: Path) -> None:
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links|--trusted-host", path.read_text(encoding="utf-8"))

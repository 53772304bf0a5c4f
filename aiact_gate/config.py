# SPDX-License-Identifier: Apache-2.0
"""The configuration of a repository: `.aiact-gate.toml`, or `[tool.aiact-gate]` in pyproject.toml."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn

from aiact_gate import toml
from aiact_gate.configkeys import KEYS, suggested
from aiact_gate.errors import UsageError
from aiact_gate.names import is_gits_own
from aiact_gate.places import content

NAME: Final = ".aiact-gate.toml"
_PROJECT: Final = "pyproject.toml"
_TABLE: Final = "aiact-gate"
_MAX_BYTES: Final = 1 << 20
_NAME_IT: Final = "say so on the command line, or name a configuration that you trust with --config"


@dataclass(frozen=True, slots=True)
class Config:
    """What a repository asks of its gate; None or empty where it says nothing. Paths are absolute."""

    file: Path | None = None
    paths: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str | None = None
    lead_days: int | None = None
    engine: str | None = None
    opa_url: str | None = None
    opa_ca: Path | None = None
    opa_cert: Path | None = None
    opa_key: Path | None = None
    outputs: tuple[str, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    profile: str | None = None
    severity: Mapping[str, str] = field(default_factory=dict)
    policies: tuple[Path, ...] = ()
    waivers: Path | None = None
    max_waiver_days: int | None = None


def find(paths: Sequence[Path]) -> Path | None:
    """Return the nearest file of configuration, from what the paths share up to the top of the repository."""
    starts = [Path(os.path.abspath(path)) for path in paths] or [Path.cwd()]  # noqa: PTH100 -- keeps symbolic links
    folders = [start if start.is_dir() else start.parent for start in starts]
    shared = Path(os.path.commonpath(folders))
    above = [shared, *shared.parents]
    top = next((number for number, folder in enumerate(above) if (folder / ".git").exists()), 0)
    for folder in above[: top + 1]:
        if (folder / NAME).is_file():
            return folder / NAME
        project = folder / _PROJECT
        if project.is_file() and _TABLE in _parsed(_text(project), project).get("tool", {}):
            return project
    return None


def chosen(named: Path | None, paths: Sequence[Path]) -> Config:
    """Return the configuration that was named, or else the nearest one, which is not trusted."""
    return load(named) if named else load(find(paths), named=False)


def load(path: Path | None, *, named: bool = True) -> Config:
    """Return what a file says; without a file, nothing. A key or a value that is not known ends the run.

    A file that was only found belongs to the repository under check: it reaches nothing outside its own folder.
    """
    if path is None:
        return Config()
    if not named and path.resolve() != path.parent.resolve() / path.name:
        raise UsageError(f"the configuration {path} is a symbolic link", _NAME_IT)
    text = _text(path)
    table = _parsed(text, path)
    if path.name == _PROJECT:
        table = table.get("tool", {}).get(_TABLE)
        if table is None:
            raise UsageError(f"{path} has no table [tool.{_TABLE}]", f"add it, or name a {NAME}")
    if not isinstance(table, dict):
        raise UsageError(f"{path}: {_TABLE} is not a table", f"write [tool.{_TABLE}]")
    where = partial(_line, text)
    for key, value in table.items():
        if key not in KEYS:
            _refuse(path, where(key), f"the key {key} is not known", suggested(key, KEYS))
        for inner, fault, hint in KEYS[key](value):
            _refuse(path, where(inner or key), f"{key} {fault}", hint)
    asked = _config(path, table)
    if not named:
        _confine(asked, path, where)
    return asked


def _confine(asked: Config, path: Path, where: Callable[[str], int]) -> None:
    """Refuse what would let a pull request send, read or write outside the repository, or choose who judges it."""
    for key in ("opa_url", "opa_ca", "opa_cert", "opa_key"):
        if getattr(asked, key) is not None:
            _refuse(path, where(key), "a repository does not choose the server that judges it", _NAME_IT)
    if key := stray(asked, path.parent):
        _refuse(path, where(key), f"{key} names a place outside the folder of the configuration", _NAME_IT)


def stray(asked: Config, folder: Path) -> str:
    """Return the key that names a place outside of a folder once links are followed, or git's own; else nothing."""
    base = folder.resolve()
    named = {
        "outputs": [Path(value.partition("=")[2]) for value in asked.outputs],
        "paths": asked.paths,
        "policies": [file for folder in asked.policies for file in (folder, *folder.rglob("*.rego"))],
        "waivers": [asked.waivers] if asked.waivers else [],
    }
    for key, targets in named.items():
        for real in (target.resolve() for target in targets):
            if not real.is_relative_to(base) or any(is_gits_own(part) for part in real.relative_to(base).parts):
                return key
    return ""


def _config(path: Path, table: Mapping[str, Any]) -> Config:
    base = path.absolute().parent
    given = dict(table)
    for key in ("paths", "policies"):
        if key in given:
            given[key] = tuple(base / name for name in given[key])
    for key in ("waivers", "opa_ca", "opa_cert", "opa_key"):
        if key in given:
            given[key] = base / given[key]
    if "outputs" in given:
        split = (value.partition("=") for value in given["outputs"])
        given["outputs"] = tuple(f"{name}={base / target}" for name, _, target in split)
    if "exclude" in given:
        given["exclude"] = tuple(given["exclude"])
    return Config(file=path, **given)


def _text(path: Path) -> str:
    try:
        raw = content(path, _MAX_BYTES)
    except OSError as error:
        raise UsageError(f"the configuration {path} cannot be read: {error.strerror}") from error
    if len(raw) > _MAX_BYTES:
        raise UsageError(f"the configuration {path} is larger than 1 MiB")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"the configuration {path} is not UTF-8 text") from error


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return toml.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = f":{place[1]}" if place else ""
        cause = re.sub(r" \(at .*\)$", "", str(error))
        raise UsageError(f"{path}{line}: not TOML: {cause[:1].lower()}{cause[1:]}") from error


def line_of(path: Path, *keys: str) -> int:
    """Return the line of the first of the keys that a configuration gives, or its first line."""
    text = _text(path)
    return next(filter(None, (_line(text, key) for key in keys)), 1)


def _line(text: str, key: str) -> int:
    """Return the line that gives a key, as near as a look at the text can tell, or 0; tomllib keeps no places."""
    table = re.search(rf"^\[tool\.{_TABLE}\b", text, re.MULTILINE)  # other tools of a pyproject.toml have such keys too
    name = re.escape(key)
    pattern = re.compile(rf"""^[^#\n]*?(?<![\w-])["']?{name}["']?\s*(?:=|\])""", re.MULTILINE)
    found = pattern.search(text, table.start() if table else 0)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _refuse(path: Path, line: int, message: str, hint: str) -> NoReturn:
    raise UsageError(f"{path}:{line or 1}: {message}", hint)

# SPDX-License-Identifier: Apache-2.0
"""The configuration of a repository: `.aiact-gate.toml`, or `[tool.aiact-gate]` in pyproject.toml."""

import difflib
import json
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn

from aiact_gate import profiles
from aiact_gate.errors import UsageError
from aiact_gate.names import is_gits_own
from aiact_gate.resources import policies_dir
from aiact_gate.waivers import MAX_DAYS

NAME: Final = ".aiact-gate.toml"
_PROJECT: Final = "pyproject.toml"
_TABLE: Final = "aiact-gate"
_MAX_LEAD: Final = 3650
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
        if key not in _KEYS:
            _refuse(path, where(key), f"the key {key} is not known", _suggested(key, _KEYS))
        for inner, fault, hint in _KEYS[key](value):
            _refuse(path, where(inner or key), f"{key} {fault}", hint)
    chosen = _config(path, table)
    if not named:
        _confine(chosen, path, where)
    return chosen


def _confine(chosen: Config, path: Path, where: Callable[[str], int]) -> None:
    """Refuse what would let a pull request send, read or write outside the repository, or choose who judges it."""
    for key in ("opa_url", "opa_ca", "opa_cert", "opa_key"):
        if getattr(chosen, key) is not None:
            _refuse(path, where(key), "a repository does not choose the server that judges it", _NAME_IT)
    base = path.parent.resolve()
    outputs = [Path(value.partition("=")[2]) for value in chosen.outputs]
    waivers = [chosen.waivers] if chosen.waivers else []
    for key, targets in (
        ("outputs", outputs),
        ("paths", chosen.paths),
        ("policies", chosen.policies),
        ("waivers", waivers),
    ):
        for target in targets:
            real = target.resolve()
            if not real.is_relative_to(base) or any(is_gits_own(part) for part in real.relative_to(base).parts):
                _refuse(path, where(key), f"{key} names a place outside the folder of the configuration", _NAME_IT)


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
        with path.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
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
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"line (\d+)", str(error))
        line = f":{place[1]}" if place else ""
        cause = re.sub(r" \(at .*\)$", "", str(error)) or "nested too deep"
        raise UsageError(f"{path}{line}: not TOML: {cause[:1].lower()}{cause[1:]}") from error


def _line(text: str, key: str) -> int:
    """Return the line that gives a key, as near as a look at the text can tell; tomllib keeps no places."""
    name = re.escape(key)
    found = re.search(rf"""^[^#\n]*?(?<![\w-])["']?{name}["']?\s*(?:=|\])""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _refuse(path: Path, line: int, message: str, hint: str) -> NoReturn:
    raise UsageError(f"{path}:{line}: {message}", hint)


def _suggested(word: str, words: Iterator[str] | Sequence[str] | Mapping[str, Any]) -> str:
    known = list(words)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


_Fault = tuple[str, str, str]
"""The inner key if there is one, what is wrong, and how to mend it."""
_Check = Callable[[Any], Iterator[_Fault]]


def _word(words: Callable[[], Sequence[str]], value: Any) -> Iterator[_Fault]:
    if not isinstance(value, str) or value not in words():
        yield "", f"is {value!r}, which is not known", _suggested(str(value), words())


def _number(low: int, high: int, value: Any) -> Iterator[_Fault]:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        yield "", f"is {value!r}", f"write a whole number from {low} to {high}"


def _filled(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, str) or not value.strip():
        yield "", "is not a text", "put it in quotes"


def _texts(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        yield "", "is not a list of texts", 'write it like ["one", "two"]'


def _outputs(value: Any) -> Iterator[_Fault]:
    yield from (faults := list(_texts(value)))
    if not faults:
        yield from (("", f"holds {item!r}", "write FORMAT=PATH") for item in value if not re.match(r"\w+=.", item))


def _severity(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, dict):
        yield "", "is not a table", 'write severity = {"family/rule" = "error"}'
        return
    for rule, wanted in value.items():
        if wanted not in ("error", "warning"):
            yield rule, f"of {rule} is {wanted!r}", "a severity is raised to error or warning"


def _readings(value: Any) -> Iterator[_Fault]:
    if not isinstance(value, dict):
        yield "", "is not a table", 'write readings = {U1 = "strict"}'
        return
    known = json.loads((policies_dir() / "data" / "readings.json").read_text(encoding="utf-8"))["readings"]
    for name, wanted in value.items():
        if name not in known:
            yield name, f"names {name}, which is no disputed provision", _suggested(name, known)
        elif wanted not in ("cautious", "strict"):
            yield name, f"of {name} is {wanted!r}", "a reading is cautious or strict"
        elif known[name][wanted] is None:
            yield name, f"of {name} cannot be {wanted}: the gate knows one reading of it", "leave it out"


_KEYS: Final[dict[str, _Check]] = {
    "paths": _texts,
    "exclude": _texts,
    "fail_on": partial(_word, lambda: ["block", "warn"]),
    "lead_days": partial(_number, 0, _MAX_LEAD),
    "engine": partial(_word, lambda: ["auto", "embedded", "opa"]),
    "opa_url": _filled,
    "opa_ca": _filled,
    "opa_cert": _filled,
    "opa_key": _filled,
    "outputs": _outputs,
    "readings": _readings,
    "profile": partial(_word, profiles.names),
    "severity": _severity,
    "policies": _texts,
    "waivers": _filled,
    "max_waiver_days": partial(_number, 1, MAX_DAYS),
}

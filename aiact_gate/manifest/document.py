# SPDX-License-Identifier: Apache-2.0
"""A manifest as it stands in its file: the data, and the place of each answer."""

import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from aiact_gate.manifest.problem import FILE_NAME, OTHER_TOOL, SCHEMA, SYNTAX, ManifestError, Position, Problem
from aiact_gate.manifest.yaml_subset import MAX_BYTES, Loaded, YamlError, loads
from aiact_gate.names import is_gits_own, printable

__all__ = ["API_VERSION", "NAME", "YML", "Manifest", "ManifestError", "Position", "Problem", "load", "relative"]

API_VERSION: Final = "aiact-gate/v1"
NAME: Final = "ai-system.yaml"
YML: Final = "ai-system.yml"
_START: Final = f"begin the manifest with `apiVersion: {API_VERSION}`"


@dataclass(frozen=True, slots=True)
class Manifest:
    """One `ai-system.yaml`: facts about a system and paths to its evidence."""

    path: Path
    rel: str
    data: dict[str, Any]
    marks: dict[str, Position] = field(repr=False)

    def find(self, pointer: str) -> Position | None:
        """Return the place of a node, or None if it does not stand in the file."""
        return self.marks.get(pointer)

    def locate(self, pointer: str) -> Position:
        """Return the place of a node, or of the nearest node above it that stands in the file."""
        while pointer not in self.marks and pointer:
            pointer = pointer.rpartition("/")[0]
        return self.marks.get(pointer, Position(1, 1))


def load(path: Path, root: Path) -> Manifest:
    """Read one manifest; raise ManifestError with its one problem if that is not possible."""
    rel = relative(path, root)
    try:
        loaded = loads(_read(path, root))
        data = _mapping(loaded)
        _check_name(path)
        return Manifest(path, rel, data, loaded.marks)
    except YamlError as error:
        raise ManifestError(rel, error.problem) from None


def relative(path: Path, root: Path) -> str:
    """Return the path as a report shows it: below the root, with forward slashes."""
    try:
        return printable(path.absolute().relative_to(root.absolute()).as_posix())
    except ValueError:
        return printable(path.as_posix())


def _read(path: Path, root: Path) -> bytes:
    try:
        if path.is_symlink() and not _stays(path.resolve(strict=True), root.resolve()):
            hint = "put the manifest itself here, or leave the link out with --exclude"
            raise _unusable(SYNTAX, "the file is a symbolic link that leaves the repository", hint)
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            hint = "let the gate read it, or leave it out with --exclude"
            raise _unusable(SYNTAX, "the folder cannot be read, so nothing in it was judged", hint)
        if not stat.S_ISREG(mode):
            raise _unusable(SYNTAX, "this is not a regular file")
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "a loop of symbolic links"
        raise _unusable(SYNTAX, f"the file cannot be read: {reason}") from None


def _stays(real: Path, root: Path) -> bool:
    return real.is_relative_to(root) and not any(map(is_gits_own, real.relative_to(root).parts))


def _check_name(path: Path) -> None:
    """Refuse the other ending: hooks, editors and people look for one name, and what they miss is never judged."""
    if path.name.casefold().endswith(YML):
        wanted = path.name[: -len(YML)] + NAME
        raise _unusable(FILE_NAME, f"the file ends in {YML}, so it is not judged", f"rename it to {wanted}")


def _unusable(code: str, message: str, hint: str = "") -> YamlError:
    return YamlError(Problem("", 1, 1, code, message, hint))


def _mapping(loaded: Loaded) -> dict[str, Any]:
    data = loaded.data
    if data is None:
        raise _unusable(SYNTAX, "the manifest is empty", _START)
    if not isinstance(data, dict):
        raise _unusable(SYNTAX, "the manifest is not a mapping of keys to values", _START)
    _check_version(data, loaded.marks)
    return data


def _check_version(data: dict[str, Any], marks: dict[str, Position]) -> None:
    version = data.get("apiVersion")
    if version == API_VERSION:
        return
    if version is None:
        if "system" in data and "operator" in data:
            raise _unusable(SCHEMA, "apiVersion is missing", _START)
        raise _unusable(OTHER_TOOL, "this looks like the file of another tool: it has no apiVersion", _START)
    place = marks.get("/apiVersion", Position(1, 1))
    if isinstance(version, str) and version.startswith("aiact-gate/"):
        message, hint = f"the format {version[:60]} is not known here", f"this release reads {API_VERSION}"
        raise YamlError(Problem("/apiVersion", *place, SCHEMA, message, hint))
    message = f"this is the file of another tool: its apiVersion is {str(version)[:60]}"
    raise YamlError(Problem("/apiVersion", *place, OTHER_TOOL, message, f"leave it out with --exclude, or {_START}"))

# SPDX-License-Identifier: Apache-2.0
"""Finds the manifests below the given paths, and says what it left out and why."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from aiact_gate.errors import UsageError
from aiact_gate.manifest.document import NAME, YML, load
from aiact_gate.manifest.problem import OTHER_TOOL, ManifestError
from aiact_gate.names import printable

_SUFFIX: Final = f".{NAME}"
VENDORED: Final = "a folder of vendored code"
_VENDORED: Final = frozenset(
    {"node_modules", "vendor", "third_party", ".venv", "venv", "site-packages", "bower_components"}
)
_SILENT: Final = frozenset({".git", ".hg", ".svn", "__pycache__", ".tox", ".nox", ".mypy_cache", ".ruff_cache"})
_GIT_SECONDS: Final = 60
# Nothing in the repository may run; so the owner of the folder, which differs in containers, need not matter.
# What a user ignores everywhere must not decide what is judged.
_GIT_OPTIONS: Final = tuple(
    part
    for setting in (
        "core.fsmonitor=false",
        "core.hooksPath=/dev/null",
        "core.excludesFile=",
        "protocol.allow=never",
        "safe.directory=*",
    )
    for part in ("-c", setting)
)
# A partial clone fetches what it lacks, by a program that its configuration names; an empty list allows no transport.
_GIT_VARIABLES: Final = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class Discovery:
    """The manifests of a run, what was left out with the reason, and the root that paths are shown from."""

    manifests: list[Path]
    left_out: list[tuple[str, str]]
    root: Path


@dataclass(slots=True)
class _Walk:
    root: Path
    exclude: Sequence[str]
    found: list[Path] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)

    def show(self, path: Path) -> str:
        return printable((path.relative_to(self.root) if path.is_relative_to(self.root) else path).as_posix())

    def excluded(self, path: Path) -> str | None:
        shown = self.show(path)
        for pattern in self.exclude:
            bare = pattern.rstrip("/")
            if fnmatchcase(shown, bare) or fnmatchcase(path.name, bare):
                return pattern
        return None


def discover(paths: Sequence[Path], exclude: Sequence[str] = ()) -> Discovery:
    """Find manifests; a path that is a file is taken as one, whatever its name and whatever git says."""
    starts = [Path(os.path.abspath(path)) for path in paths] or [Path.cwd()]  # noqa: PTH100 - keeps symbolic links
    for start in starts:
        if not start.exists():
            raise UsageError(f"{start} does not exist", "give a folder, or the path of a manifest")
    root = top_of(starts)
    walk = _Walk(root, exclude)
    for start in starts:
        if start.is_dir():
            _folder(walk, start)
        else:
            walk.found.append(start)
    found = sorted(dict.fromkeys(walk.found), key=walk.show)
    return Discovery(found, sorted(walk.left_out.items()), root)


def top_of(starts: Sequence[Path]) -> Path:
    """Return the top of the repository that holds all paths, or the folder that they share."""
    folders = [start if start.is_dir() else start.parent for start in starts]
    shared = Path(os.path.commonpath(folders))
    for folder in (shared, *shared.parents):
        if (folder / ".git").exists():
            return folder
    return shared


def _folder(walk: _Walk, start: Path) -> None:
    candidates = list(_scan(walk, start))
    ignored = _ignored(walk.root, candidates)
    own = {os.path.realpath(path) for path in candidates if path not in ignored and not path.is_symlink()}
    for path in candidates:
        if path in ignored:
            walk.left_out[walk.show(path)] = "ignored by git"
        elif path.is_symlink() and os.path.realpath(path) in own:
            walk.left_out[walk.show(path)] = "a symbolic link to a manifest that is judged"
        elif path.name.casefold().endswith(YML) and _is_of_another_tool(path, walk.root):
            walk.left_out[walk.show(path)] = "the file of another tool; a manifest ends in ai-system.yaml"
        else:
            walk.found.append(path)


def _is_of_another_tool(path: Path, root: Path) -> bool:
    """Tell whether a file with the other ending is none of this gate; a broken one is its author's to explain."""
    try:
        load(path, root)
    except ManifestError as error:
        return error.problems[0].code == OTHER_TOOL
    return False


def _scan(walk: _Walk, start: Path) -> Iterator[Path]:
    """Yield what is named like a manifest, and folders that cannot be read; never follow a link."""
    stack = [os.fspath(start)]
    while stack:
        folder = stack.pop()
        try:
            entries = list(os.scandir(folder))
        except FileNotFoundError:
            continue  # it was deleted meanwhile
        except OSError:
            yield Path(folder)  # nobody knows what lies in it, so it is judged, and cannot be
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if _enter(walk, entry):
                    stack.append(entry.path)
            elif is_manifest_name(entry.name):
                path = Path(entry.path)
                pattern = walk.excluded(path) if walk.exclude else None
                if pattern:
                    walk.left_out[walk.show(path)] = f"excluded by {pattern}"
                else:
                    yield path


def is_left_alone(name: str) -> bool:
    """Tell whether a folder of this name holds vendored code or what tools leave behind."""
    return name in _SILENT or name in _VENDORED


def is_manifest_name(name: str) -> bool:
    """Tell whether a file is called like a manifest; another case does not hide one."""
    folded = name.casefold()
    return folded in {NAME, YML} or folded.endswith((_SUFFIX, f".{YML}"))


def _enter(walk: _Walk, entry: "os.DirEntry[str]") -> bool:
    if entry.name in _SILENT:
        return False
    reason = _reason(walk, entry)
    if reason:
        walk.left_out[walk.show(Path(entry.path))] = reason
    return not reason


def _reason(walk: _Walk, entry: "os.DirEntry[str]") -> str:
    if entry.name in _VENDORED:
        return VENDORED
    if walk.exclude and (pattern := walk.excluded(Path(entry.path))):
        return f"excluded by {pattern}"
    if os.path.lexists(os.path.join(entry.path, ".git")):  # noqa: PTH118 - a Path for each folder costs more
        return "a submodule or another repository"
    return ""


def _ignored(root: Path, candidates: Iterable[Path]) -> frozenset[Path]:
    """Return what git ignores; a file that is committed is never ignored, and without git nothing is."""
    names = {os.fsencode(path.relative_to(root)): path for path in candidates if path.is_relative_to(root)}
    if not names or not (root / ".git").exists():
        return frozenset()
    command = ["git", *_GIT_OPTIONS, "check-ignore", "-z", "--stdin"]
    try:
        answer = subprocess.run(  # noqa: S603 - fixed words; file names go through stdin
            command,
            cwd=root,
            env=clean_environment(),
            input=b"\0".join(names) + b"\0",
            capture_output=True,
            timeout=_GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(names[name] for name in answer.stdout.split(b"\0") if name in names)


def clean_environment() -> dict[str, str]:
    """Return an environment in which git obeys the folder it runs in and nothing that a caller exported."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return {**kept, **_GIT_VARIABLES}

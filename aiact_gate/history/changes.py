# SPDX-License-Identifier: Apache-2.0
"""What changed in the repository, and when, read once through GitPython."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aiact_gate.history.command import SECONDS, SETTINGS, surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_MOST: Final = 20_000  # commits; a longer history is not read to its end, and that is said
_DAY: Final = 86_400
_QUIET: Final = ("--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: its name, when it was made and when first written, whether it has no parent, and its files."""

    name: str
    day: int
    first_day: int
    root: bool
    files: frozenset[str]


@dataclass(slots=True)
class Changes:
    """The commits that led to the current one, the newest first."""

    reason: str
    commits: list[Commit] = field(default_factory=list)
    _git: Any = None
    _touched: dict[str, list[Commit]] = field(default_factory=dict)
    _since: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path, files: Sequence[str] = ()) -> Changes:
        """Read the log, or what it says of some files, which takes a fraction of the time.

        What cannot be known has a reason: a shallow clone, a single commit, or a long history.
        """
        with surroundings():
            import git  # noqa: PLC0415 -- loading it costs more than a whole quick check

            command = git.Git(os.fspath(root))
            command.set_persistent_git_options(c=list(SETTINGS))
            try:
                shallow = command.rev_parse("--is-shallow-repository").strip() == "true"
                options = ("-z", "--format=%x01%H %ct %at %P", "--name-only", f"--max-count={_MOST + 1}", *_QUIET)
                only = ("--", *(f":(top,literal){file}" for file in files)) if files else ()
                log = "" if shallow else _text(command, "log", *options, "HEAD", *only)
                alone = not shallow and command.rev_list("--max-count=2", "HEAD").count("\n") == 0
            except (git.GitError, OSError):
                return cls("git-failed")
        commits = list(_commits(log))
        if shallow or alone or len(commits) > _MOST:  # one commit has no before
            return cls("shallow-clone" if shallow else "single-commit" if alone else "long-history")
        found = cls("", commits, command)
        for commit in commits:
            for file in commit.files:
                found._touched.setdefault(file, []).append(commit)
        return found

    def touching(self, file: str) -> list[Commit]:
        """Return the commits that touched a file, the newest first."""
        return self._touched.get(file, [])

    def since(self, base: Commit) -> frozenset[str]:
        """Return the files that differ between a commit and the current one."""
        if base.name not in self._since:
            words = ("-r", "-z", "--name-only", "--no-renames", base.name, "HEAD")
            listed = self._ask(lambda: _text(self._git, "diff_tree", *words)) or ""
            self._since[base.name] = frozenset(name for name in listed.split("\0") if name)
        return self._since[base.name]

    def content(self, commit: Commit, file: str, *, before: bool = False) -> bytes | None:
        """Return a file as it was in a commit, or before it; one process answers all such questions."""
        if "\n" in file:
            return None
        found = self._ask(lambda: self._git.get_object_data(f"{commit.name}{'^' if before else ''}:{file}")[3])
        return found if isinstance(found, bytes) else None

    def close(self) -> None:
        """End the process that was kept for questions."""
        if self._git is not None:
            self._git.clear_cache()

    def _ask(self, question: Callable[[], Any]) -> Any:
        import git  # noqa: PLC0415

        try:
            with surroundings():
                return question()
        except (git.GitError, OSError, ValueError):
            return None


def _text(command: Any, verb: str, *words: str) -> str:
    answer = getattr(command, verb)(*words, stdout_as_string=False, kill_after_timeout=SECONDS)
    return os.fsdecode(answer)


def _commits(log: str) -> Iterator[Commit]:
    for entry in log.split("\x01")[1:]:
        about, _, files = entry.partition("\0")
        about, _, more = about.partition("\n")
        name, committed, written, *parents = about.split()
        named = (part.strip("\n") for part in (more + "\0" + files).split("\0"))
        # A rebase or a squash moves the one date and keeps the other; the later one never makes a change look old.
        days = [int(committed) // _DAY, int(written) // _DAY]
        yield Commit(name, max(days), min(days), not parents, frozenset(part for part in named if part))

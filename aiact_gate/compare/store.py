# SPDX-License-Identifier: Apache-2.0
"""A repository as git keeps it: commits, the merge base, trees and files; nothing is checked out or run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

from aiact_gate.errors import UsageError
from aiact_gate.history.command import SECONDS, SETTINGS, ask, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINK: Final = "120000"
_FILES: Final = frozenset({"100644", "100755", "100664", LINK})
_PLACES: Final = ("refs/", "refs/tags/", "refs/heads/", "refs/remotes/")
"""Where git looks a short name up, in this order."""
_ALL_OF_IT: Final = "fetch the whole history (fetch-depth: 0 of actions/checkout, or `git fetch --unshallow`)"
_PARTIAL: Final = "a partial clone may lack what it never needed: clone the repository whole"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a tree; a link is a file that holds its target."""

    name: str
    mode: str
    id: str
    size: int


class Store:
    """Answers from the objects of one repository, asked through GitPython with fixed settings."""

    def __init__(self, root: Path, command: Any) -> None:
        self.root = root
        self._git = command

    @classmethod
    def open(cls, root: Path) -> Self:
        """Open the repository whose work tree is `root`; raise UsageError where there is none."""
        with surroundings():
            import git  # noqa: PLC0415 -- loading it costs more than a whole quick check

            command = git.Git(os.fspath(root))
            command.set_persistent_git_options(c=list(SETTINGS))
        store = cls(root, command)
        if (root / ".git").exists():
            return store
        if store._say("rev_parse", "--is-bare-repository") == "true":
            raise UsageError(f"{root} is a bare repository: it has no work tree to judge", "check out a branch first")
        raise UsageError(
            f"{root} is not a git repository, so there is nothing to compare with",
            "run the check inside a clone; an export of the files has no history",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._git.clear_cache()

    def commit(self, ref: str) -> str:
        """Return the commit that a name stands for; raise UsageError with what may help."""
        sane = ref and not ref.startswith("-") and ref.isprintable()
        found = self._say("rev_parse", "--verify", "--quiet", f"{ref}^{{commit}}") if sane else None
        if found:
            self._one_meaning(ref)
            return found
        if ref == "HEAD":
            raise UsageError("the repository has no commit yet, or git cannot read it", "commit first")
        if sane and self._say("rev_parse", "--verify", "--quiet", f"origin/{ref}^{{commit}}"):
            raise UsageError(f"git knows no commit named {ref!r} here", f"did you mean origin/{ref}?")
        if self._is_shallow():
            raise UsageError(f"git knows no commit named {ref!r} here, and the clone is shallow", _ALL_OF_IT)
        raise UsageError(f"git knows no commit named {ref!r} here", "name a branch, a tag or a commit, fetched before")

    def _one_meaning(self, ref: str) -> None:
        """Refuse a name that a tag and a branch share: git takes the tag, which others may be allowed to make."""
        names = [place + ref for place in _PLACES]
        listed = self._say("for_each_ref", "--format=%(refname) %(objectname)", *names) or ""
        meant = {name: commit for name, commit in map(str.split, listed.splitlines()) if name in names}
        if len(set(meant.values())) > 1:
            raise UsageError(
                f"{ref!r} names several commits here: {', '.join(sorted(meant))}", "write one of these names in full"
            )

    def merge_base(self, ref: str) -> str:
        """Return the commit at which the current one left the way of `ref`."""
        there, here = self.commit(ref), self.commit("HEAD")
        found = self._say("merge_base", there, here)
        if found:
            return found
        if self._is_shallow():
            raise UsageError(f"the clone is shallow and lacks the merge base with {ref}", _ALL_OF_IT)
        raise UsageError(f"{ref} and the current commit have no history in common", "name a ref of the same repository")

    def files(self, commit: str) -> Iterator[Entry]:
        """Yield the files and links of a commit; submodules are other repositories."""
        listed = self._bytes("ls_tree", "-r", "-l", "-z", "--full-tree", commit)
        if listed is None:
            raise UsageError(f"git cannot list the files of {commit[:12]}", _PARTIAL)
        for line in listed.split(b"\0"):
            about, _, name = line.partition(b"\t")
            if not name:
                continue
            mode, _kind, number, size = about.split()
            if mode.decode() in _FILES:
                yield Entry(os.fsdecode(name), mode.decode(), number.decode(), int(size))

    def content(self, entry: Entry) -> bytes:
        """Return what a file holds, as it is stored: no filter runs over it."""
        import git  # noqa: PLC0415

        try:
            with surroundings():
                data: bytes = self._git.get_object_data(entry.id)[3]
        except (git.GitError, OSError, ValueError) as error:
            raise UsageError(f"git cannot read {entry.name!r}", _PARTIAL) from error
        return data

    def lend(self, folder: Path, commit: str) -> None:
        """Make a folder a repository at this commit that reads the objects of this one and writes none of them."""
        kind = self._say("rev_parse", "--show-object-format") or "sha1"
        made = ask(folder, "init", "-q", "--template=", f"--object-format={kind}")
        own = folder / ".git"
        if made is None or not own.is_dir():
            raise UsageError("git cannot write a temporary repository", "is there room in the temporary folder?")
        (own / "objects" / "info").mkdir(exist_ok=True)
        (own / "objects" / "info" / "alternates").write_bytes(_quoted(os.fsencode(self._place("objects"))) + b"\n")
        shallow = self._place("shallow")
        if shallow.is_file():
            (own / "shallow").write_bytes(shallow.read_bytes())
        (own / "HEAD").write_text(f"{commit}\n", encoding="ascii")
        if ask(folder, "read-tree", "HEAD") is None:
            raise UsageError(f"git cannot read the tree of {commit[:12]}", _PARTIAL)

    def _place(self, name: str) -> Path:
        return (self.root / (self._say("rev_parse", "--git-path", name) or f".git/{name}")).resolve()

    def _is_shallow(self) -> bool:
        return self._say("rev_parse", "--is-shallow-repository") == "true"

    def _say(self, verb: str, *words: str) -> str | None:
        answer = self._bytes(verb, *words)
        return None if answer is None else os.fsdecode(answer).strip()

    def _bytes(self, verb: str, *words: str) -> bytes | None:
        import git  # noqa: PLC0415

        try:
            with surroundings():
                answer: bytes = getattr(self._git, verb)(
                    *words, stdout_as_string=False, strip_newline_in_stdout=False, kill_after_timeout=SECONDS
                )
        except git.GitCommandNotFound as error:
            raise UsageError("git is not there to compare with", "install git, or leave the option out") from error
        except (git.GitError, OSError):
            return None
        return answer


def _quoted(path: bytes) -> bytes:
    return b'"' + path.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'

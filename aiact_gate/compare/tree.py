# SPDX-License-Identifier: Apache-2.0
"""Writes a tree that git keeps into a private folder: as it is stored, within bounds, and nowhere else."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from aiact_gate.compare.store import LINK, Entry, Store
from aiact_gate.errors import GateError, UsageError
from aiact_gate.evidence.paths import LIMITS
from aiact_gate.names import is_gits_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_BYTES: Final = 2 << 30
MAX_FILES: Final = 250_000
_READ: Final = max(LIMITS.values())
_MAX_LINK: Final = 4096
_MAX_DEPTH: Final = 200  # the folder must be deleted again, level by level
_EXECUTABLE: Final = "100755"


@contextmanager
def private_folder(ref: str) -> Iterator[Path]:
    """Yield a folder that nobody else may open, gone afterwards; a message about it names the ref instead."""
    with TemporaryDirectory(prefix="aiact-gate-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        try:
            yield folder
        except GateError as error:
            told = error.message.replace(f"{folder}{os.sep}", f"{ref}:").replace(str(folder), ref)
            if told == error.message:
                raise
            raise type(error)(told, error.hint) from error


def write(store: Store, entries: Iterable[Entry], folder: Path) -> None:
    """Write files, then links, so that nothing is ever written through a link."""
    sound = [entry for entry in entries if _is_sound(entry.name)]
    taken = {entry.name for entry in sound}
    sound = [entry for entry in sound if not any(str(above) in taken for above in PurePosixPath(entry.name).parents)]
    if len(sound) > MAX_FILES or sum(entry.size for entry in sound if entry.size <= _READ) > MAX_BYTES:
        raise UsageError(
            f"the tree to compare with is larger than {MAX_FILES:,} files or {MAX_BYTES >> 30} GiB",
            "judge it by itself, or leave the comparison out",
        )
    try:
        for parent in {(folder / entry.name).parent for entry in sound}:
            parent.mkdir(parents=True, exist_ok=True)
        for entry in sorted(sound, key=lambda entry: entry.mode == LINK):
            _write(store, entry, folder / entry.name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "a name that this machine cannot write"
        raise UsageError(
            f"the tree to compare with cannot be written: {reason}", "is there room in the temporary folder?"
        ) from error


def _write(store: Store, entry: Entry, target: Path) -> None:
    if entry.mode == LINK:
        if entry.size <= _MAX_LINK:  # a longer one leads nowhere on any machine
            target.symlink_to(os.fsdecode(store.content(entry)))
        return
    with target.open("xb") as stream:
        if entry.size <= _READ:
            stream.write(store.content(entry))
        else:
            stream.truncate(entry.size)  # nobody reads a file of this size; that it is too large is all there is to say
    if entry.mode == _EXECUTABLE:
        target.chmod(0o700)


def _is_sound(name: str) -> bool:
    """Tell whether a name stays below the folder; git itself would refuse to check out another."""
    parts = name.split("/")
    foreign = os.sep != "/" and (os.sep in name or ":" in name)
    deep = len(parts) > _MAX_DEPTH
    return not foreign and not deep and not any(part in {"", ".", ".."} or is_gits_own(part) for part in parts)

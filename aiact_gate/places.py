# SPDX-License-Identifier: Apache-2.0
"""Where a file may be written, and how one is read that need not be a file."""

import errno
import os
import stat
from pathlib import Path

from aiact_gate.errors import UsageError


def refuse_device(path: Path) -> None:
    """Refuse a place that holds something else than a file: what is moved there would put an end to it."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # there is nothing yet, or a link that leads nowhere
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
        raise UsageError(f"cannot write {path}: it is {what}", "name a file")


def content(path: Path, limit: int) -> bytes:
    """Return what a file holds, and one byte more than `limit` at most; raise OSError for a pipe, which never ends."""
    # the open of a pipe itself would wait for somebody who writes
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no regular file", str(path))
        return stream.read(limit + 1)

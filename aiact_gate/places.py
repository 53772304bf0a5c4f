# SPDX-License-Identifier: Apache-2.0
"""Where a file may be written."""

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

# SPDX-License-Identifier: Apache-2.0
"""What a child process inherits: enough to run; no configuration of an engine, no proxy, no secret."""

import os
from typing import Final

_KEPT: Final = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def clean() -> dict[str, str]:
    """Return the environment for an engine's process."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ}

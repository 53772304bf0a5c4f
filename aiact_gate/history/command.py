# SPDX-License-Identifier: Apache-2.0
"""How git is asked: fixed options, a clean environment, no network, and nothing of the repository is run."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from aiact_gate.discover import clean_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS: Final = 60
SETTINGS: Final = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "safe.directory=*",
    "protocol.allow=never",
    "log.showSignature=false",
)
# A partial clone would fetch what it lacks, and replaced objects would rewrite what is read.
_OFFLINE: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_PYTHON_REFRESH": "quiet"}


def environment() -> dict[str, str]:
    """Return the environment in which git runs."""
    return {**clean_environment(), **_OFFLINE}


def ask(root: Path, *words: str, given: bytes | None = None) -> bytes | None:
    """Return what git answers, or nothing if it is not there, takes too long or fails."""
    options = [part for setting in SETTINGS for part in ("-c", setting)]
    try:
        answer = subprocess.run(  # noqa: S603 - fixed words; file names go through stdin
            ["git", *options, *words],  # noqa: S607 - the git that is on the path
            cwd=root,
            env=environment(),
            input=given if given is not None else b"",
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout if answer.returncode in {0, 1} else None


@contextmanager
def surroundings() -> Iterator[None]:
    """Put the clean environment in place for a library that passes on its own."""
    before = dict(os.environ)
    clean = environment()
    for name in before.keys() - clean.keys():
        del os.environ[name]
    os.environ.update(clean)
    try:
        yield
    finally:
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)

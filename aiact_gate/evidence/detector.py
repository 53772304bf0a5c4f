# SPDX-License-Identifier: Apache-2.0
"""Runs the command that detects the watermark of a sample, and only where the caller of the gate allowed it."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from pathlib import Path

Answer = Literal["detected", "not-detected", "not-allowed", "failed"]
SECONDS: Final = 30
_KEPT: Final = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT")
_CODES: Final[dict[int, Answer]] = {0: "detected", 1: "not-detected"}
NOT_ALLOWED: Final = "The declared detector was not run: commands run only with --allow-commands."


def command_of(declared: Any) -> tuple[str, ...]:
    """Return the words of the command that the manifest declares, or none."""
    words = declared.get("command") if isinstance(declared, dict) else None
    if not isinstance(words, list) or not all(isinstance(word, str) and "\0" not in word for word in words):
        return ()
    return tuple(words)


class TooSlowError(Exception):
    """The command took longer than it may; its message is the sentence that says so."""


def detect(command: tuple[str, ...], sample: Path, folder: Path, name: str) -> tuple[Answer, str]:
    """Return what the command says about one sample by its exit code, and a sentence unless it found the watermark."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"LC_ALL": "C.UTF-8"}
    try:
        process = subprocess.Popen(  # noqa: S603 -- the caller allowed it; there is no shell
            [*command, os.fspath(sample)],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return "failed", f"The detector {command[0]} cannot be started: {(error.strerror or 'unknown reason').lower()}."
    try:
        code = process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise TooSlowError(f"The detector {command[0]} took longer than {SECONDS} seconds for one sample") from error
    finally:
        _end(process)
    if code in _CODES:
        return _CODES[code], "" if code == 0 else f"The detector finds no watermark in {name} (exit code 1)."
    ended = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
    note = (
        f"The detector {command[0]} {ended}, which is neither 0 (found) nor 1 (not found); run it by hand to see why."
    )
    return "failed", note


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command and all that it started, whatever made the waiting end."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()

# SPDX-License-Identifier: Apache-2.0
"""The time that a whole run may take, whatever the repository holds."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, NoReturn

from aiact_gate.errors import GateError

SECONDS: Final = 600
_AGAIN: Final = 10.0


@contextmanager
def deadline(seconds: float = SECONDS) -> Iterator[None]:
    """End what runs inside with an error after so many seconds."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield  # one evaluation and one file still have their own bounds
        return

    def expired(_number: int, _frame: FrameType | None) -> NoReturn:
        raise GateError(
            f"the run took longer than {seconds:g} seconds; nothing was judged",
            "allow more with --timeout, or leave folders out with --exclude",
        )

    before = signal.signal(signal.SIGALRM, expired)
    # it comes again, for an exception may be lost where the interpreter ignores exceptions
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

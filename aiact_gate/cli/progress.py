# SPDX-License-Identifier: Apache-2.0
"""One line on a terminal that says how far a long check is."""

from collections.abc import Callable
from typing import Final, TextIO

_A_FEW: Final = 5


def progress_line(stream: TextIO) -> Callable[[int, int], None]:
    """Return a callback that redraws `done/all` on a terminal when more than a few systems are checked."""
    if not stream.isatty():
        return lambda _done, _all: None

    def show(done: int, total: int) -> None:
        if total > _A_FEW:
            stream.write(f"\r{done}/{total} systems judged" if done < total else "\r\x1b[K")
            stream.flush()

    return show

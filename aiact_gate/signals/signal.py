# SPDX-License-Identifier: Apache-2.0
"""One thing that was seen, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signal:
    """A library, a file or a word, in a file and a line; the topic says what it may mean."""

    topic: str
    kind: str
    seen: str
    file: str
    line: int

    def fact(self) -> dict[str, str | int]:
        """Return the signal as the policies read it."""
        return {"topic": self.topic, "kind": self.kind, "seen": self.seen, "file": self.file, "line": self.line}

# SPDX-License-Identifier: Apache-2.0
"""One small change of the rules or of the data of the law."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file below policies/ with one thing changed; `text` is the whole changed file."""

    file: str
    line: int
    kind: str
    what: str
    text: str

    @property
    def name(self) -> str:
        """Return what people and the docs call the mutant; it names no line, since lines move."""
        return f"{self.file}: {self.kind}: {self.what}"

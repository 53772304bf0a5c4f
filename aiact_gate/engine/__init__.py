# SPDX-License-Identifier: Apache-2.0
"""The engines that evaluate the rules, all behind one protocol."""

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, Protocol, Self


class Engine(Protocol):
    """Whoever evaluates the rules: answers come in the order of the inputs, and each was checked."""

    @property
    def name(self) -> str:
        """Return the word for this engine in a report."""

    @property
    def version(self) -> str:
        """Return the version of what evaluates."""

    def evaluate(self, inputs: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """Yield one checked decision for each policy input."""

    def close(self) -> None:
        """Stop whatever was started."""

    def __enter__(self) -> Self:
        """Return the engine."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the engine."""

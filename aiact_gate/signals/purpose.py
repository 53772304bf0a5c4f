# SPDX-License-Identifier: Apache-2.0
"""Whole words and phrases in the declared purpose; a sentence that denies something says nothing of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

_SENTENCE: Final = re.compile(r"[.;:!?]\s+|[\n\r]{2,}")
_WORD: Final = re.compile(r"[^\W_]+")
_AFFIRMED: Final = frozenset({("not", "only"), ("nicht", "nur"), ("no", "longer", "only")})
_MAX_CHARACTERS: Final = 20_000


class Phrases:
    """Knows the words of each topic and finds them as words, never inside of others."""

    def __init__(self, topics: Mapping[str, Sequence[str]], negations: frozenset[str]) -> None:
        self._negations = negations
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for topic, phrases in topics.items():
            for phrase in phrases:
                words = tuple(_words(phrase))
                self._by_first.setdefault(words[0], []).append((words, topic))

    def found(self, purpose: str) -> Iterator[tuple[str, str]]:
        """Yield each topic that the purpose affirms once, with the words that name it."""
        seen: set[str] = set()
        for sentence in _SENTENCE.split(purpose[:_MAX_CHARACTERS]):
            words = _words(sentence)
            for place in range(self._affirmed(words)):
                for phrase, topic in self._by_first.get(words[place], ()):
                    if topic not in seen and tuple(words[place : place + len(phrase)]) == phrase:
                        seen.add(topic)
                        yield topic, " ".join(phrase)

    def _affirmed(self, words: list[str]) -> int:
        """Return how many words stand before the first denial; what follows it may be what is denied."""
        for place, word in enumerate(words):
            if word in self._negations and not any(
                tuple(words[place : place + len(phrase)]) == phrase for phrase in _AFFIRMED
            ):
                return place
        return len(words)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]

"""What is refused before a picture is drawn, and what is thrown away after it."""
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from PIL import Image

Score = Callable[[Image.Image], dict[str, float]]
_SIGNS = str.maketrans("01345@$", "oieasas")  # letters written as digits or signs


@dataclass(frozen=True)
class Limits:
    """The words that end a wish, and the scores at which a picture is thrown away."""

    words: frozenset[str]
    allowed: frozenset[str]
    scores: dict[str, float]


def limits(path: str = "config/safeguards.yaml") -> Limits:
    found = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    words = {word for group in found["refused_words"].values() for word in group}
    return Limits(frozenset(words), frozenset(found["allowed_words"]), found["picture_scores"])


def plain(wish: str) -> str:
    """The wish without accents, disguised letters and signs between letters."""
    bare = unicodedata.normalize("NFKD", wish.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).translate(_SIGNS)
    return re.sub(r"(?<=\b\w)[^\w\s]+(?=\w\b)|[^\w\s]", "", bare)


def refuses(wish: str, given: Limits) -> bool:
    """Whether a word of the wish, or words pushed together, is on the list."""
    words = [word for word in plain(wish).split() if word not in given.allowed]
    joined = "".join(word for word in words if len(word) == 1)  # "n u d e"
    return any(word.startswith(refused) for word in [*words, joined] for refused in given.words)


def discards(picture: Image.Image, score: Score, given: Limits) -> str | None:
    """The class for which the picture is thrown away, or None; an unknown score throws it away too."""
    found = score(picture)
    return next((name for name, limit in given.scores.items() if found.get(name, 1.0) >= limit), None)

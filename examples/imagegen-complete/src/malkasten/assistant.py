"""The assistant behind the page: fixed sentences and pictures, never free text of a model."""
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import c2pa
from PIL import Image

from . import marking, safeguards

ASKED = "QUESTION_ABOUT_NATURE"  # what the prompt writes when somebody asks who is answering
LANGUAGES = ("en", "de")


@dataclass(frozen=True)
class Reply:
    """A sentence of the locale file and, where one was drawn, a marked picture."""

    sentence: str
    picture: bytes | None = None


@dataclass(frozen=True)
class Assistant:
    """All parts are handed in, so that tests need neither the models nor the signing key."""

    rewrite: Callable[[str], str]
    draw: Callable[[str], Image.Image]
    score: safeguards.Score
    signer: c2pa.Signer
    limits: safeguards.Limits

    def reply(self, wish: str, language: str, kind: str = "PNG") -> Reply:
        says = sentences(language)
        if safeguards.refuses(wish, self.limits):
            return Reply(says["refused"])
        described = self.rewrite(wish)
        if described == ASKED:
            return Reply(says["nature"])
        if safeguards.refuses(described, self.limits):
            return Reply(says["refused"])
        picture = self.draw(described)
        if safeguards.discards(picture, self.score, self.limits):
            return Reply(says["refused"])
        return Reply(says["drawn"], marking.mark(picture, kind, says["title"], self.signer))


def sentences(language: str) -> dict[str, str]:
    return json.loads(Path("locale", f"{language}.json").read_text(encoding="utf-8"))

# SPDX-License-Identifier: Apache-2.0
"""Whether the reason of an exit or a waiver says anything; what the reason is worth is for people to judge."""

from collections.abc import Iterator

from aiact_gate.evidence import placeholder, vocabulary
from aiact_gate.manifest.answers import Answers
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.problem import SCHEMA, Problem, dotted
from aiact_gate.manifest.questions import question_for
from aiact_gate.model import ANSWERED

_LETTERS = 3
_CHOSEN = "/classification/exits/"


def hollow(manifest: Manifest, answers: Answers) -> Iterator[Problem]:
    """Yield the claims whose reason is empty, only holds a place, or repeats the question."""
    for fact, claim in answers.claims.items():
        reason = claim["reason"] or ""
        pointer = answers.pointers[fact]
        if pointer.startswith(_CHOSEN):
            continue  # the reason of a carve-out is one of a list
        if answers.values.get(fact) is True and not says(reason, question_for(fact).text, dotted(pointer), fact):
            place = manifest.locate(f"{pointer}/reason")
            told = f"the reason of {dotted(pointer)} says nothing: “{' '.join(reason.split())[:60]}”"
            hint = "say in a few words why it holds, or withdraw the claim"
            yield Problem(f"{pointer}/reason", place.line, place.column, SCHEMA, told, hint)


def says(reason: str, question: str = "", *names: str) -> bool:
    """Tell whether a reason says more than the question, the names of what is asked, or that there is a reason."""
    if placeholder.assess(reason, (question,) if question else (), datum=True).state not in ANSWERED:
        return False
    idle = {*vocabulary.load("placeholders")["because"], *(word for name in names for word in vocabulary.words(name))}
    # one sign of Chinese or Japanese can be a word
    told = [word for word in vocabulary.words(reason) if len(word) >= _LETTERS or not word.isascii()]
    return any(word not in idle for word in told)

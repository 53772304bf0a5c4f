# SPDX-License-Identifier: Apache-2.0
import pytest

from aiact_gate.signals.catalogue import catalogue


def topics(purpose: str) -> set[str]:
    return {topic for topic, _ in catalogue().phrases.found(purpose)}


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("Helps recruiters to read applications.", {"recruitment"}),
        ("Ranks applicants for a loan by their credit score.", {"applicants", "credit"}),
        ("Vergleicht Bewerber und prüft ihre Kreditwürdigkeit.", {"applicants", "credit"}),
        ("Facial-recognition at the gate.", {"face-recognition"}),
        ("Answers questions in a chat.", {"conversation"}),
        ("Not only ranks texts but also recruits staff.", {"recruitment"}),
        ("Nicht nur für die Personalauswahl.", {"recruitment"}),
    ],
)
def test_whole_words_of_the_purpose(purpose: str, expected: set[str]) -> None:
    assert topics(purpose) == expected


@pytest.mark.parametrize(
    "purpose",
    [
        "Sorts mail. It does no biometric identification, no recruitment and no credit scoring.",
        "Schreibt Berichte, keine Personalauswahl und keine Gesichtserkennung.",
        "Never used by the police.",
        "Feature_extraction for typefaces, resume=True after a crash, chatter in logs.",
        "Sorts the mail of a team into spam and not spam.",
        "Decides which bewerbungsfoto2 wins",
        "",
    ],
)
def test_denials_and_parts_of_words_say_nothing(purpose: str) -> None:
    assert topics(purpose) == set()


def test_a_denial_ends_with_its_sentence() -> None:
    assert topics("It does no marketing. It recruits drivers.") == {"recruitment"}


def test_a_very_long_purpose_is_cut() -> None:
    assert topics("word " * 100_000 + "recruitment") == set()

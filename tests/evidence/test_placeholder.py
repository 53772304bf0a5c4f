# SPDX-License-Identifier: Apache-2.0
"""Text that only holds a place is told from text that says something."""

import pytest

from aiact_gate.evidence.placeholder import HINT_MARK, assess, reason_of

PRESENT = [
    "> [!NOTE]\n> The recruiter sees the score beside the three factors that moved it most.",
    "Adult consumers who apply for a loan; co-signers.",
    "From 2027-12-02, about 1,400 applications a month.",
    "The TODO-app of Acme keeps lists for its users.",
    "| id | risk |\n|----|------|\n| R1 | Model learns past bias against women |",
    "| question | page | app |\n|---|---|---|\n| The notice is spoken by a screen reader | yes | yes |",
    "```mermaid\ngraph client to server to database\n```",
    "Ein Sachbearbeiter prüft jede Ablehnung vor dem Versand.",
    "A person <b>reads</b> each refusal before it is sent.",
]
PLACEHOLDER = [
    "TODO",
    "TBD.",
    "FIXME",
    "XXX",
    "todo: write",
    "(to be added)",
    "To be added by legal in Q3.",
    "Coming soon!",
    "None yet.",
    "Not yet",
    "N/A",
    "n/a.",
    "Not applicable",
    "Nicht anwendbar.",
    "...",
    "…",
    "Lorem ipsum dolor sit amet, consectetur adipiscing",
    "<describe the purpose>",
    "[insert the measures of the provider]",
    "{{ purpose }}",
    "- [ ] TODO one thing\n- [ ] TODO another",
    "foo foo foo foo foo foo",
    "Short text.",
    "true",
    "yes",
    "| a | b |\n|---|---|",
    "| R1 | TODO | TBD |",
    "| yes | no | yes |",
    "| The notice is spoken by a screen reader | pending | pending |",
    "> TODO: later",
    "noch offen",
    "À compléter",
    "wird noch ergänzt von der Fachabteilung",
    "TODO: internal governance,\nand the complaint mechanism of the bank",
    f"{HINT_MARK} describe the purpose in two sentences",
    "<!-- describe the purpose here -->",
]
INCOMPLETE = [
    "A loan officer sees each refusal before it is sent.\n\nTODO: add the deputy",
    "Accuracy was measured on a held-out set (TODO: numbers).",
    "| R1 | Model learns past bias | TODO |\n| R2 | Age is used as a feature | remove it |",
]


@pytest.mark.parametrize("text", PRESENT)
def test_present(text: str) -> None:
    assert assess(text).state == "present"


@pytest.mark.parametrize("text", PLACEHOLDER)
def test_placeholder(text: str) -> None:
    verdict = assess(text)
    assert verdict.state == "placeholder"
    assert verdict.note.endswith((".", "”."))


@pytest.mark.parametrize("text", INCOMPLETE)
def test_incomplete(text: str) -> None:
    assert assess(text).state == "incomplete"


@pytest.mark.parametrize("text", ["", " \n\t", "---", "<!-- element: IV.1(a) -->"])
def test_empty(text: str) -> None:
    assert assess(text).state == "empty"


def test_repeated_heading_and_repeated_law_say_nothing() -> None:
    title, law = "General description of the system", "a description of the forms in which it is placed on the market"
    assert assess(f"{title}.", [title]).state == "placeholder"
    assert assess(f"A {law[2:]}", [title, law]).state == "placeholder"


@pytest.mark.parametrize(
    "text",
    [
        "Not applicable: the system has no hardware.",
        "N/A - no personal data is used",
        "Nicht anwendbar, weil das System keine Oberfläche hat",
    ],
)
def test_not_applicable_with_a_reason(text: str) -> None:
    assert assess(text).state == "not-applicable"


@pytest.mark.parametrize(
    "reason", ["", "no", "not us", "TODO: ask the lawyers", "none none none none", "TBD by legal soon"]
)
def test_a_reason_must_say_something(reason: str) -> None:
    assert reason_of(reason).state == "placeholder"


def test_a_datum_may_be_short() -> None:
    assert assess("Kandidat GmbH", datum=True).state == "present"
    assert assess("TBD", datum=True).state == "placeholder"
    assert assess("Kandidat GmbH").state == "placeholder"

# SPDX-License-Identifier: Apache-2.0
"""What a team without time writes under each heading of Annex IV, and what a team that did the work writes."""

import json
from collections import Counter
from collections.abc import Callable

import pytest

from aiact_gate.evidence import index, substance
from aiact_gate.evidence.index import ElementSpec
from aiact_gate.evidence.placeholder import assess, reason_of
from tests.evidence.conftest import Repo
from tests.support import REPOSITORY

TECH = "technical-documentation"
FRIA = "fundamental-rights-impact-assessment"
LAW = index.load()
ACT = json.loads((REPOSITORY / "aiact_gate/evidence/data/act.json").read_text(encoding="utf-8"))["passages"]
SAME = "Our company takes the quality of its artificial intelligence very seriously and works with great care."
LATIN = "Sed do eiusmod tempor incididunt ut labore et dolore magna aliqua, quis nostrud exercitation ullamco laboris."

Under = Callable[[ElementSpec], str]
CHEATS: dict[str, Under] = {
    "latin": lambda _: LATIN,
    "the same paragraph": lambda _: SAME,
    "the same paragraph with the heading put in": lambda asked: f"As to {asked.titles[0]} ({asked.ref}): {SAME}",
    "the words of what is asked": lambda asked: asked.text,
    "the words of what is asked, wrapped": lambda asked: f"This section describes the {asked.text}, as required.",
    "see above": lambda _: "See above.",
    "see section 3": lambda _: "Please see section 3 of this document for more details.",
    "see a place nobody can open": lambda _: "Documented in our internal wiki.",
    "n/a": lambda _: "N/A",
    "none": lambda _: "None.",
    "not applicable, said twice": lambda _: "Not applicable because it is not applicable.",
    "not applicable to us": lambda _: "Not applicable to our system.",
    "as required": lambda _: "As required by the AI Act.",
    "in accordance": lambda _: "This is done in full accordance with the requirements of the EU AI Act.",
    "we comply": lambda _: "We comply with this requirement.",
    "all done": lambda _: "✅ Fully compliant with all applicable requirements.",
    "the number of the provision": lambda asked: f"Information on {asked.ref} of the AI Act is provided here.",
    "a promise": lambda _: "This section will be completed before the release of the system.",
    "a generated refusal": lambda _: "As an AI language model I cannot provide the details.",
    "a comment": lambda _: f"<!-- {SAME} -->",
    "a link definition": lambda _: f"[//]: # ({SAME})",
    "keyboard": lambda _: "asdf qwer asdf qwerty foo bar baz",
}


def _document(under: Under) -> str:
    parts = [f"## {asked.titles[0]} {{#{asked.ref}}}\n\n{under(asked)}\n" for asked in LAW.of(TECH).elements]
    return "# Technical documentation (Annex IV)\n\n" + "\n".join(parts)


@pytest.fixture
def real(repo: Repo) -> Repo:
    repo.elements = LAW
    return repo


@pytest.mark.parametrize("kind", CHEATS)
def test_nothing_is_answered_by(real: Repo, kind: str) -> None:
    real.write("d.md", _document(CHEATS[kind]))
    fact = real.fact(TECH, "d.md")
    states = Counter(seen["state"] for seen in fact["elements"].values())
    # A single value answers "SME or not", and some things asked for are too short to tell their words from an answer.
    assert states["present"] + states["not-applicable"] <= (4 if "asked, wrapped" in kind else 1), states
    assert fact["state"] != "present"
    assert all(seen.get("note") or seen["state"] in {"empty", "present"} for seen in fact["elements"].values()), (
        "a state without a sentence"
    )


@pytest.mark.parametrize("name", ACT)
def test_the_acts_own_words_are_no_answer(name: str) -> None:
    for point in ACT[name].split("; "):
        if len(point.split()) > 8:
            assert assess(f"{point[0].upper()}{point[1:]}.").state == "placeholder", point
    assert substance.is_the_acts(ACT[name])
    assert assess(f"> {ACT[name]}\n\nA loan officer reads each refusal before it is sent.").state == "present"


HONEST = [
    "The template of 24 July 2025 was filled in completely.",
    "No other sources were used.",
    "The system is no product of Section A.",
    "It runs on any laptop with 8 GB of memory.",
    "Ten days when a person died.",
    "The AI system is intended to run on two servers with one GPU each in the data centre of the bank.",
    "See the red button on the left of the screen: it stops the ranking at once and tells the team lead by mail.",
    "Deletion will be completed within 30 days after the contract ends.",
    "Details will be given to the works council within five days.",
    "Ein Sachbearbeiter prüft jede Ablehnung, bevor sie versandt wird.",
    "Każdą odmowę sprawdza pracownik działu kredytów, zanim trafi do klienta.",
    "Κάθε απόρριψη ελέγχεται από υπάλληλο πριν αποσταλεί.",
    "Всеки отказ се проверява от служител, преди да бъде изпратен.",  # noqa: RUF001
    "担当者は、通知を送る前にすべての不採用を確認します。",
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_sentences_are_answers(real: Repo, text: str) -> None:
    real.write("d.md", f"# Impact assessment (Article 27)\n\n## (a) Use\n\n{text}\n")
    assert real.fact(FRIA, "d.md")["elements"]["27(1)(a)"]["state"] == "present"


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("The system has no hardware.", "not-applicable"),
        ("weil das System keine Oberfläche hat", "not-applicable"),
        ("nie dotyczy, bo system nie ma sprzętu", "not-applicable"),
        ("it is not applicable", "placeholder"),
        ("to our system", "placeholder"),
        ("not relevant in our case", "placeholder"),
        ("as required by the AI Act", "placeholder"),
    ],
)
def test_a_reason_says_more_than_the_claim(reason: str, state: str) -> None:
    assert reason_of(reason).state == state


def test_the_same_text_may_stand_twice_but_not_three_times(real: Repo) -> None:
    for letters, state in (("ab", "present"), ("abc", "placeholder")):
        real.write("d.md", "# Assessment (Art. 27)\n\n" + "".join(f"## ({one}) x\n\n{SAME}\n\n" for one in letters))
        seen = real.fact(FRIA, "d.md")["elements"]["27(1)(a)"]
        assert seen["state"] == state
    assert seen["note"] == "The same text stands in 3 places; say in each what is asked there."
    assert seen["line"] == 3


def test_a_denial_may_be_true_everywhere(real: Repo) -> None:
    said = "No data of this kind was used."
    real.write("d.md", "# Assessment (Art. 27)\n\n" + "".join(f"## ({one}) x\n\n{said}\n\n" for one in "abcdef"))
    assert {real.states(FRIA, "d.md")[f"27(1)({one})"] for one in "abcdef"} == {"present"}


def test_one_paragraph_does_not_answer_everything(real: Repo) -> None:
    real.write("d.md", f"# Handbook\n\n## Everything\n\n{SAME}\n")
    asked = [element.ref for element in LAW.of(FRIA).elements]
    for refs, state in ((asked[:2], "present"), (asked, "incomplete")):
        fact = real.fact(FRIA, {"files": "d.md", "titles": dict.fromkeys(refs, "Everything")})
        assert {fact["elements"][ref]["state"] for ref in refs} == {state}
    assert fact["elements"][asked[0]]["note"].startswith("One text of 16 different words is to answer ")


def test_pointers_to_one_short_text_are_counted_like_it(real: Repo) -> None:
    real.write("policy.md", f"# Policy\n\n{SAME}\n")
    real.write("d.md", "# Assessment (Art. 27)\n\n" + "".join(f"## ({x}) y\n\nSee policy.md.\n\n" for x in "abcdef"))
    assert {real.states(FRIA, "d.md")[f"27(1)({one})"] for one in "abcdef"} == {"incomplete"}


def test_a_pointer_to_a_heading_of_the_same_document_is_followed(real: Repo) -> None:
    text = "# Assessment (Art. 27)\n\n## (a) Use\n\nSee [how long](#period).\n\n## (b) Period {#period}\n\n"
    for under, state in ((SAME, "present"), ("TODO", "placeholder"), ("See [use](#a-use).", "placeholder")):
        real.write("d.md", text + under + "\n")
        assert real.states(FRIA, "d.md")["27(1)(a)"] == state
    real.write("d.md", text.replace("#period)", "#nowhere)") + SAME)
    assert real.states(FRIA, "d.md")["27(1)(a)"] == "missing"


CONTENTS = [
    ("d.md", "# Assessment (Art. 27)\n\n- [(a) Use](#a)\n- [(b) Period](#b)\n\nWritten by the bank in March 2026.\n"),
    ("d.md", "# Assessment (Art. 27)\n\n## Contents\n\n(a) Use\n(b) Period\n"),
    ("d.html", "<h1>Assessment (Art. 27)</h1><nav><h2>(a) Use</h2><h2>(b) Period</h2></nav><p>By the bank.</p>"),
    ("d.rst", "Assessment (Art. 27)\n====================\n\n.. contents::\n\nWritten by the bank in March 2026.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), CONTENTS)
def test_a_table_of_contents_answers_nothing(real: Repo, name: str, text: str) -> None:
    real.write(name, text)
    assert not {"present", "not-applicable"} & set(real.states(FRIA, name).values())


POLISH = {
    "27(1)(a)": "Gdzie używamy systemu",
    "27(1)(b)": "Jak długo i jak często",
    "27(1)(c)": "Kogo to dotyczy",
    "27(1)(d)": "Jakie szkody są możliwe",
    "27(1)(e)": "Kto nadzoruje",
    "27(1)(f)": "Co robimy, gdy coś się stanie",
    "27(2)": "Kiedy to zmieniamy",
    "27(3)": "Komu to wysłaliśmy",
}


def test_a_true_document_in_german_is_read_by_its_titles(real: Repo, sample: Callable[[str], str]) -> None:
    real.write("fria.md", sample("fria.de.md"))
    fact = real.fact(FRIA, "fria.md")
    assert set(real.states(FRIA, "fria.md").values()) == {"present"}, fact["elements"]
    assert (fact["state"], fact["values"]["approver"]) == ("present", "L. Novak")


def test_a_true_document_in_polish_is_read_by_a_mapping_or_anchors(real: Repo, sample: Callable[[str], str]) -> None:
    text = sample("fria.pl.md")
    real.write("fria.md", text)
    assert set(real.states(FRIA, {"files": "fria.md", "titles": POLISH}).values()) == {"present"}
    for ref, title in POLISH.items():
        text = text.replace(f"## {title}", f"## {title} {{#{ref}}}")
    real.write("anchored.md", text)
    assert set(real.states(FRIA, "anchored.md").values()) == {"present"}

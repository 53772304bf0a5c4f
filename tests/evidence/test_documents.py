# SPDX-License-Identifier: Apache-2.0
"""Required elements are found by anchor, number, title or mapping, and by nothing else."""

from collections.abc import Callable

import pytest

from aiact_gate.evidence.index import load
from tests.evidence.conftest import Repo

FRIA = "fundamental-rights-impact-assessment"
TECH = "technical-documentation"
REAL = "A loan officer reads each refusal before it is sent."


def test_half_done_technical_documentation(repo: Repo, sample: Callable[[str], str]) -> None:
    repo.write("docs/annex-iv.md", sample("annex-iv-half-done.md"))
    repo.write("docs/risk-management.md", sample("risk-management.md"))
    fact = repo.fact(TECH, "docs/annex-iv.md")
    states = {ref: seen["state"] for ref, seen in fact["elements"].items()}
    assert {states[f"IV.{point}({letter})"] for point in "12" for letter in "abcdefgh"} == {"incomplete"}
    assert [states[f"IV.{point}"] for point in "3456789"] == [
        "placeholder",
        "placeholder",
        "present",
        "empty",
        "placeholder",
        "placeholder",
        "placeholder",
    ]
    assert fact["state"] == "incomplete"
    assert fact["elements"]["IV.5"]["file"] == "docs/risk-management.md"
    assert fact["elements"]["IV.3"]["line"] == 20
    assert fact["values"]["system_version"] == "1.4.0"
    assert fact["values"]["date"] == 20149


def test_pointer_to_a_missing_or_hollow_file(repo: Repo, sample: Callable[[str], str]) -> None:
    repo.write("docs/annex-iv.md", sample("annex-iv-half-done.md"))
    assert repo.states(TECH, "docs/annex-iv.md")["IV.5"] == "missing"
    repo.write("docs/risk-management.md", "# Risk management\n\nTODO\n")
    assert repo.states(TECH, "docs/annex-iv.md")["IV.5"] == "placeholder"
    repo.write("docs/risk-management.md", "See annex-iv.md.")
    assert repo.states(TECH, "docs/annex-iv.md")["IV.5"] == "placeholder"


def test_impact_assessment_by_letters(repo: Repo, sample: Callable[[str], str]) -> None:
    repo.write("fria.md", sample("fria.md"))
    fact = repo.fact(FRIA, "fria.md")
    assert [seen["state"] for seen in fact["elements"].values()] == ["present"] * 5 + ["placeholder"]
    assert (fact["values"]["date"], fact["values"]["author"]) == (20706, "C. Otero")


def test_heading_and_todo_is_nothing(repo: Repo, sample: Callable[[str], str]) -> None:
    repo.write("a.md", sample("stuffed.md"))
    fact = repo.fact(TECH, "a.md")
    assert fact["state"] == "placeholder"
    assert {seen["state"] for seen in fact["elements"].values()} == {"missing"}


@pytest.mark.parametrize(
    "heading",
    [
        "## (b) Period",
        "## b) Period",
        "## 27(1)(b) Period",
        "## Art. 27(1)(b)",
        "## Period (Article 27(1)(b))",
        "## Period {#27-1-b}",
        "## 27.1.b Period",
        '<a id="27-1-b"></a>\n\n## Period',
        "## Period\n\n<!-- element: 27(1)(b) -->",
        "<!-- element: 27(1)(b) -->",
        "Period\n------\n<!-- element: 27(1)(b) -->\n",
    ],
)
def test_ways_to_name_an_element(repo: Repo, heading: str) -> None:
    repo.write("f.md", f"# Impact assessment (Article 27)\n\n{heading}\n\n{REAL}\n")
    states = repo.states(FRIA, "f.md")
    assert states.pop("27(1)(b)") == "present"
    assert set(states.values()) == {"missing"}


@pytest.mark.parametrize(
    "heading",
    [
        "## Period",
        "## 27(2)(b) Period",
        "## Art. 26(1)(b)",
        "## 27(1)(bb)",
        "> ## (b) Period",
        "```\n## (b) Period\n```",
        "<!--\n## (b) Period\n-->",
        "## 1.1 (b)x",
    ],
)
def test_what_names_no_element(repo: Repo, heading: str) -> None:
    repo.write("f.md", f"# Impact assessment\n\n{heading}\n\n{REAL}\n")
    assert repo.states(FRIA, "f.md")["27(1)(b)"] == "missing"


def test_letters_in_running_text_count_only_below_the_acts_number(repo: Repo) -> None:
    text = "(a) It ranks applications for recruiters daily.\n(b) It calls the applicant tracking system there.\n"
    repo.write(
        "d.md", f"# Technical documentation (Annex IV)\n\n## 1. General description\n\n{text}\n## Other\n\n{text}"
    )
    states = repo.states(TECH, "d.md")
    assert (states["IV.1(a)"], states["IV.1(b)"], states["IV.1(c)"]) == ("present", "present", "missing")
    repo.write("d.md", f"# Technical documentation (Annex IV)\n\n## Other\n\n{text}")
    assert repo.states(TECH, "d.md")["IV.1(a)"] == "missing"


def test_own_numbering_is_not_the_acts(repo: Repo) -> None:
    repo.write("d.md", f"# Handbook\n\n## 3. Cooking\n\n{REAL}\n\n## 4. Monitoring of quality\n\n{REAL}\n")
    states = repo.states(TECH, "d.md")
    assert (states["IV.3"], states["IV.4"]) == ("missing", "present")


def test_enumeration_inside_an_element_is_the_authors(repo: Repo) -> None:
    repo.write("r.md", f"# Risks (Article 9)\n\n## 9(1)\n\n### (a) first\n\n{REAL}\n\n### (b) second\n\n{REAL}\n")
    states = repo.states("risk-management", "r.md")
    assert (states["9(1)"], states["9(2)(a)"]) == ("present", "missing")


def test_letters_below_a_number_that_is_an_element_too(repo: Repo) -> None:
    repo.write("r.md", f"# Risks\n\n## 9(2) Process\n\n### (a) Known risks\n\n{REAL}\n\n### (b) Misuse\n\nTODO\n")
    states = repo.states("risk-management", "r.md")
    assert (states["9(2)(a)"], states["9(2)(b)"], states["9(2)-cycle"]) == ("present", "placeholder", "missing")


def test_roman_points_below_a_letter(repo: Repo) -> None:
    repo.write("i.md", f"# Use (Article 13)\n\n## 13(3)(b)\n\n### (i) Purpose\n\n{REAL}\n\n### (ii) Accuracy\n\nTODO\n")
    assert repo.states("instructions-for-use", "i.md") == {"13(3)(b)(i)": "present", "13(3)(b)(ii)": "placeholder"}


def test_shared_number_does_not_tell_elements_apart(repo: Repo) -> None:
    repo.write("r.md", f"# Risks\n\n## 9(2) The process\n\n{REAL}\n")
    states = repo.states("risk-management", "r.md")
    assert states == {"9(1)": "missing", "9(2)-cycle": "incomplete", "9(2)(a)": "incomplete", "9(2)(b)": "incomplete"}
    repo.write("r.md", f"# Risks\n\n## 9(2)-cycle The process\n\n{REAL}\n")
    assert repo.states("risk-management", "r.md")["9(2)-cycle"] == "present"


def test_number_of_the_only_element_with_a_suffix(repo: Repo) -> None:
    repo.write("o.md", f"# Oversight\n\n## Art. 14(5) Two persons\n\n{REAL}\n")
    assert repo.states("human-oversight", {"plan": "o.md"}) == {"14(4)(e)": "missing", "14(5)-two": "present"}


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("## Intended purpose", "present"),
        ("## 7.2 INTENDED  PURPOSE!", "present"),
        ("## The intended purpose of cvrank", "present"),
        ("## Unintended purpose", "missing"),
        ("## Intended purposes", "missing"),
        ("## Purpose intended", "missing"),
    ],
)
def test_listed_titles_are_whole_words(repo: Repo, heading: str, state: str) -> None:
    repo.write("d.md", f"# Handbook\n\n{heading}\n\n{REAL}\n")
    assert repo.states(TECH, "d.md")["IV.1(a)"] == state


def test_heading_that_could_answer_two_elements(repo: Repo) -> None:
    repo.write("d.md", f"# Handbook\n\n## Interfaces\n\n{REAL}\n")
    states = repo.states(TECH, "d.md")
    assert (states["IV.1(b)"], states["IV.1(c)"]) == ("incomplete", "incomplete")


def test_mapping(repo: Repo) -> None:
    repo.write("d.md", f"# Handbook\n\n## 4. What it is for\n\n{REAL}\n")
    declared = {
        "files": ["d.md"],
        "titles": {"IV.1(a)": "What it is for", "IV.1(b)": "What it is for", "IV.1(c)": "Nowhere"},
    }
    fact = repo.fact(TECH, declared)["elements"]
    assert [fact[f"IV.1({letter})"]["state"] for letter in "abc"] == ["present", "present", "missing"]
    assert "as the manifest says" in fact["IV.1(c)"]["note"]


def test_not_applicable_in_the_manifest(repo: Repo) -> None:
    repo.write("d.md", REAL)
    fact = repo.fact(
        TECH, {"files": "d.md", "not_applicable": {"IV.1(f)": "The system is no product with hardware.", "IV.7": "no"}}
    )
    assert fact["elements"]["IV.1(f)"] == {
        "state": "not-applicable",
        "file": "ai-system.yaml",
        "line": 7,
        "note": "The system is no product with hardware.",
    }
    assert fact["elements"]["IV.7"]["state"] == "placeholder"


def test_the_words_of_another_element_answer_nothing(repo: Repo) -> None:
    repo.elements = load()
    law = {element.ref: element.text for element in repo.elements.of(FRIA).elements}
    refs = list(law)
    parts = (f"## {ref}\n\n{law[refs[(number + 1) % len(refs)]]}\n" for number, ref in enumerate(refs))
    repo.write("a.md", "\n".join(parts))
    assert set(repo.states(FRIA, "a.md").values()) == {"placeholder"}


def test_several_files_and_the_best_answer(repo: Repo) -> None:
    repo.write("a.md", f"## (a) Use\n\nTODO\n\n## (b) Period\n\n{REAL}\n")
    repo.write("b.md", "## (a) Use\n\nIn four branches of the bank.\n\n## (c) Groups\n\nTenants and their families.\n")
    fact = repo.fact(FRIA, ["a.md", "b.md"])
    assert [fact["elements"][f"27(1)({x})"]["state"] for x in "abcd"] == ["present", "present", "present", "missing"]
    assert fact["elements"]["27(1)(a)"]["file"] == "b.md"


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (None, "missing"),
        (b"", "empty"),
        (b"\x00\x01", "unreadable"),
        (b"version https://git-lfs.github.com/spec/v1\n", "unreadable"),
    ],
)
def test_file_that_cannot_be_read_answers_nothing(repo: Repo, content: bytes | None, state: str) -> None:
    if content is not None:
        repo.write("f.md", content)
    fact = repo.fact(FRIA, "f.md")
    assert fact["state"] == state
    assert {seen["state"] for seen in fact["elements"].values()} == {state}
    assert len(fact["elements"]) == 6


def test_one_readable_and_one_missing_file(repo: Repo) -> None:
    repo.write("a.md", f"## (a) Use\n\n{REAL}\n")
    fact = repo.fact(FRIA, ["a.md", "gone.md"])
    assert (fact["state"], fact["file"]) == ("missing", "gone.md")
    assert fact["elements"]["27(1)(a)"]["state"] == "present"


@pytest.mark.parametrize(("name", "state"), [("f.rtf", "unreadable"), ("f", "unreadable")])
def test_unknown_format(repo: Repo, name: str, state: str) -> None:
    repo.write(name, REAL)
    collected = repo.collect(**{FRIA: name})
    assert collected.facts[FRIA]["state"] == state
    assert "format" in collected.facts[FRIA]["note"]
    assert collected.files[0].state == state


def test_single_element_document_is_taken_whole(repo: Repo) -> None:
    repo.write("n.md", f"# Notice to applicants\n\n{REAL}\n")
    assert repo.states("affected-persons-information", "n.md") == {"26(11)": "present"}
    repo.write("n.md", "# Notice to applicants\n\nTODO\n")
    assert repo.states("affected-persons-information", "n.md") == {"26(11)": "placeholder"}


def test_datum(repo: Repo) -> None:
    repo.write("p.md", "# Product\n\n## 16(b)\n\nKandidat GmbH\n")
    assert repo.states("product-information", "p.md") == {"16(b)-name": "present"}


def test_empty_part_below_a_real_one(repo: Repo) -> None:
    repo.write("f.md", f"## (a) Use\n\n{REAL}\n\n### Branches\n\n### Online\n\n{REAL}\n")
    assert repo.states(FRIA, "f.md")["27(1)(a)"] == "incomplete"


def test_structured_document(repo: Repo) -> None:
    repo.write("f.yaml", f"date: 2026-09-10\n27(1)(a): {REAL}\n27(1)(b): TODO\n27(1)(c):\n- {REAL}\n27(1)(d): null\n")
    fact = repo.fact(FRIA, "f.yaml")
    assert list(repo.states(FRIA, "f.yaml").values()) == [
        "present",
        "placeholder",
        "present",
        "empty",
        "missing",
        "missing",
    ]
    assert (fact["elements"]["27(1)(c)"]["line"], fact["values"]["date"]) == (4, 20706)
    repo.write("f.json", '{\n\t"27(1)(a)": "' + REAL + '"\n}')
    assert repo.states(FRIA, "f.json")["27(1)(a)"] == "present"


def test_front_matter(repo: Repo) -> None:
    front = "date: 2026-01-02\nreview_by: 2027-01-02\nsystem_version: 2.3.0\nauthor: A. B."
    front += "\napproved_by: C. D.\nversion: '1.0'"
    repo.write("f.md", f"---\n{front}\n---\n# Text\n\n{REAL}")
    assert repo.fact(FRIA, "f.md")["values"] == {
        "date": 20455,
        "review_by": 20820,
        "system_version": "2.3.0",
        "author": "A. B.",
        "approver": "C. D.",
        "version": "1.0",
    }


@pytest.mark.parametrize(
    "declared", [{}, [], 3, True, {"files": None}, {"files": [None, 2]}, [["a.md"]], {"titles": 3, "files": "a.md"}]
)
def test_any_shape_gives_a_state(repo: Repo, declared: object) -> None:
    assert repo.fact(FRIA, declared)["state"] in {"missing", "unreadable"}


def test_undeclared_and_undetermined_evidence_has_no_fact(repo: Repo) -> None:
    assert repo.collect(a=None, b={"undetermined": "legal"}).facts == {}


def test_files_are_listed_with_their_digest(repo: Repo) -> None:
    repo.write("f.md", "## (a) Use\n\nSee [the list](other.md).\n")
    repo.write("other.md", REAL)
    files = repo.collect(**{FRIA: "f.md"}).files
    assert [(one.id, one.file, one.state) for one in files] == [
        (FRIA, "f.md", "present"),
        (FRIA, "other.md", "present"),
    ]
    assert all(len(one.sha256 or "") == 64 for one in files)

# SPDX-License-Identifier: Apache-2.0
"""PDF: the outline and the Act's numbers make headings; a file that cannot be read gives a state."""

import importlib.util

import pytest

from tests.evidence.conftest import Repo
from tests.evidence.readers import files
from tests.evidence.readers.files import GROUPS, HEAD, PERIOD

FRIA = "fundamental-rights-impact-assessment"


def test_the_acts_numbers_at_the_start_of_a_line(repo: Repo) -> None:
    lines = [
        [HEAD, "", "27(1)(b) Period", PERIOD],
        [
            "Art. 27(1)(c) Groups",
            "TODO",
            "27(1)(d) Risks",
            "27(1)(e) Oversight",
            PERIOD,
            "27(1)(e) was one line above.",
        ],
    ]
    repo.write("f.pdf", files.pdf(lines))
    fact = repo.fact(FRIA, "f.pdf")
    states = [seen["state"] for seen in fact["elements"].values()]
    assert states == ["missing", "present", "placeholder", "empty", "present", "missing"]
    assert [fact["elements"][ref]["line"] for ref in ("27(1)(b)", "27(1)(c)")] == [1, 2]


def test_the_outline_names_headings(repo: Repo) -> None:
    repo.write("f.pdf", files.pdf([["How long we use it", PERIOD], ["Who is concerned", GROUPS]]))
    declared = {"files": "f.pdf", "titles": {"27(1)(b)": "How long we use it"}}
    assert repo.states(FRIA, declared)["27(1)(b)"] == "missing"
    data = files.pdf([["How long we use it", PERIOD], ["Who", GROUPS]], [("How long we use it", 0), ("Who", 1)])
    repo.write("f.pdf", data)
    assert repo.states(FRIA, declared)["27(1)(b)"] == "present"


@pytest.mark.parametrize(
    "lines",
    [
        [
            "as the law demands of those who deploy such a system in the sense of",
            "Article 27(1)(b) and of others",
            PERIOD,
        ],
        ["Article 27(1)(b) asks for the period.", PERIOD],
        [f"See Article 27(1)(b) {PERIOD}"],
    ],
)
def test_running_text_is_no_heading(repo: Repo, lines: list[str]) -> None:
    repo.write("f.pdf", files.pdf([lines]))
    assert repo.states(FRIA, "f.pdf")["27(1)(b)"] == "missing"


GOOD = files.pdf([["27(1)(b) Period", PERIOD]])
STATES = {
    "password": (files.encrypted(GOOD, "secret"), "unreadable", "password"),
    "only an owner's password": (files.encrypted(GOOD, ""), "incomplete", ""),
    "no pages": (files.pdf([]), "empty", "no pages"),
    "a scan": (files.pdf([[]]), "unreadable", "no text"),
    "truncated": (GOOD[:200], "unreadable", "damaged"),
    "no pdf": (b"%PDF-", "unreadable", "damaged"),
    "zero bytes": (b"", "empty", "empty"),
    "many pages": (files.pdf([[]] * 2_001), "too-large", "pages"),
}


@pytest.mark.parametrize("kind", STATES)
def test_states(repo: Repo, kind: str) -> None:
    data, state, word = STATES[kind]
    repo.write("f.pdf", data)
    fact = repo.fact(FRIA, "f.pdf")
    assert fact["state"] == state
    assert word in fact.get("note", "")


def test_too_large_to_open(repo: Repo) -> None:
    repo.write("f.pdf", bytes(33 * 1024 * 1024))
    assert repo.fact(FRIA, "f.pdf")["state"] == "too-large"


def test_a_missing_library_is_named(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    for name in ("f.pdf", "f.rst"):
        repo.write(name, GOOD + b"1" if name.endswith("pdf") else b"Title\n")
        fact = repo.fact(FRIA, name)
        assert fact["state"] == "unreadable"
        assert "pip install 'aiact-gate[documents]'" in fact["note"]

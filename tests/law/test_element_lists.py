# SPDX-License-Identifier: Apache-2.0
"""The elements of each document are the Act's own, by its own numbering: counted here a second time."""

import json
from typing import Any

import pytest

from aiact_gate.evidence import index
from tests.support import REPOSITORY

DATA = REPOSITORY / "policies" / "data"
OBLIGATIONS: dict[str, Any] = json.loads((DATA / "obligations.json").read_text(encoding="utf-8"))["obligations"]


def _letters(before: str, first: str, last: str) -> list[str]:
    return [f"{before}({chr(code)})" for code in range(ord(first), ord(last) + 1)]


def _points(before: str, last: int, *, without: tuple[int, ...] = ()) -> list[str]:
    return [f"{before}{number}" for number in range(1, last + 1) if number not in without]


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
# Annex VIII Section B has lost its points 7 and 9 with Regulation (EU) 2026/1744.
LISTS: dict[str, tuple[str, list[str]]] = {
    "Art. 9(2)": ("risk-management", _letters("9(2)", "a", "d")),
    "Art. 9(5)": ("risk-management", _letters("9(5)", "a", "c")),
    "Art. 10(2)": ("data-governance", _letters("10(2)", "a", "h")),
    "Annex IV": (
        "technical-documentation",
        _letters("IV.1", "a", "h") + _letters("IV.2", "a", "h") + [f"IV.{point}" for point in range(3, 10)],
    ),
    "Art. 13(3)": (
        "instructions-for-use",
        ["13(3)(a)", *(f"13(3)(b)({number})" for number in ROMAN), *_letters("13(3)", "c", "f")],
    ),
    "Art. 14(4)": ("human-oversight", _letters("14(4)", "a", "e")),
    "Art. 17(1)": ("quality-management", _letters("17(1)", "a", "m")),
    "Art. 27(1)": ("fundamental-rights-impact-assessment", _letters("27(1)", "a", "f")),
    "Annex V": ("declaration-of-conformity", _points("V.", 8)),
    "Annex VI": ("conformity-assessment", ["VI.2", "VI.3", "VI.4"]),
    "Annex VII.3.1": ("conformity-assessment", _letters("VII.3.1", "a", "f")),
    "Annex VII.4.2": ("conformity-assessment", _letters("VII.4.2", "a", "c")),
    "Annex VIII.A": ("registration", _points("VIII.A.", 13)),
    "Annex VIII.B": ("registration", _points("VIII.B.", 8, without=(7,))),
    "Annex VIII.C": ("public-body-use", _points("VIII.C.", 5)),
    "Annex IX": ("real-world-testing", _points("IX.", 5)),
    "Art. 60(4)": ("real-world-testing", _letters("60(4)", "a", "k")),
    "Art. 61(1)": ("real-world-testing", _letters("61(1)", "a", "e")),
    "Annex XI.1.1": ("gpai-model-documentation", _letters("XI.1.1", "a", "f")),
    "Annex XI.1.2": ("gpai-model-documentation", _letters("XI.1.2", "a", "e")),
    "Annex XI.2": ("gpai-model-documentation", _points("XI.2.", 3)),
    "Annex XII.1": ("gpai-downstream-information", _letters("XII.1", "a", "h")),
    "Annex XII.2": ("gpai-downstream-information", _letters("XII.2", "a", "c")),
    "Art. 72": ("post-market-monitoring", ["72(1)", "72(2)-data", "72(2)-comp", "72(2)-inter", "72(3)-plan", "72(4)"]),
    "Art. 73": ("incident-procedure", [f"73({paragraph})" for paragraph in range(1, 6)]),
    "Art. 53(1)(c)": ("copyright-policy", ["53(1)(c)-policy", "53(1)(c)-optout"]),
    "Art. 53(1)(d)": ("training-content-summary", ["53(1)(d)-public", "53(1)(d)-template", "53(1)(d)-detail"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_list_is_complete_and_in_order(name: str) -> None:
    evidence, wanted = LISTS[name]
    asked = [element.ref for element in index.load().of(evidence).elements]
    assert [ref for ref in asked if ref in wanted] == wanted
    family = wanted[0].rstrip("0123456789").rpartition("(")[0] or wanted[0].rstrip("0123456789")
    if family.count(".") and name.startswith("Annex"):  # nothing in the annex that it does not have
        assert [ref for ref in asked if ref.startswith(family)] == [ref for ref in wanted if ref.startswith(family)]


def test_every_element_has_words_and_a_document_names_it_once() -> None:
    for evidence, spec in index.load().documents.items():
        refs = [element.ref for element in spec.elements]
        assert len(refs) == len(set(refs)), evidence
        for element in spec.elements:
            assert element.text.strip(), element.ref
            assert element.titles, element.ref


def test_single_values_are_elements_of_their_document() -> None:
    documents = json.loads((DATA / "documents.json").read_text(encoding="utf-8"))["documents"]
    for evidence, shape in documents.items():
        refs = {element.ref for element in index.load().of(evidence).elements}
        assert set(shape.get("data", [])) <= refs, evidence
        assert set(shape.get("titles", {})) <= refs, evidence

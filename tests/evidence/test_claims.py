# SPDX-License-Identifier: Apache-2.0
"""The proof of a claimed exit is a file that says something."""

import pytest

from aiact_gate.evidence.claims import proofs
from tests.evidence.conftest import Repo


@pytest.mark.parametrize(
    ("content", "state"),
    [
        ("Only parts of the picture are sharpened, as the test shows.", "present"),
        ("TODO", "placeholder"),
        ("", "empty"),
        (None, "missing"),
    ],
)
def test_proof(repo: Repo, content: str | None, state: str) -> None:
    if content is not None:
        repo.write("proof.md", content)
    claim = {"reason": "standard editing", "evidence": "proof.md"}
    data = {
        "transparency": {"exits": {"a/b": claim, "c": {"reason": "x"}, "d": False}},
        "evidence": {"x": {"evidence": "no.md"}},
    }
    found = proofs(repo.manifest(data), repo.root)
    assert {pointer: one.state for pointer, one in found.items()} == {"/transparency/exits/a~1b": state}


def test_proof_in_a_list_and_outside(repo: Repo) -> None:
    data = {"annex_iii": [{"point": "4(a)"}, {"reason": "r", "evidence": "../x.md"}]}
    found = proofs(repo.manifest(data), repo.root)
    assert found["/annex_iii/1"].state == "outside-root"

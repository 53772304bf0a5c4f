# SPDX-License-Identifier: Apache-2.0
import pytest

from aiact_gate.evidence.dates import day
from tests.evidence.conftest import Repo

GOOD = (
    "{date: 2026-02-01, version: '2.0', what: More layers, significant: false, "
    "decision: Within limits, decided_by: C. Moreau}"
)


def test_a_decided_change(repo: Repo) -> None:
    repo.write("log.yaml", f"- {GOOD}\n- {GOOD.replace('02-01', '03-01').replace('false', 'true')}\n")
    fact = repo.fact("design-changes", "log.yaml")
    assert (fact["state"], fact["items"][0]["line"], fact["items"][0]["version"]) == ("present", 2, "2.0")
    assert fact["values"] == {"last_decided": day("2026-03-01"), "last_significant": day("2026-03-01"), "entries": 2}


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        (("decided_by: C. Moreau", "decided_by: TBD"), "decided_by"),
        (("Within limits", "TODO"), "decision"),
        (("significant: false", "significant: maybe"), "significant"),
        (("2026-02-01", "soon"), "date"),
        ((", what: More layers", ""), "what"),
    ],
)
def test_an_entry_that_decides_nothing(repo: Repo, change: tuple[str, str], lacking: str) -> None:
    repo.write("log.yaml", f"changes:\n- {GOOD.replace(*change)}\n")
    fact = repo.fact("design-changes", "log.yaml")
    assert (fact["state"], fact["values"]["last_decided"]) == ("incomplete", None)
    assert fact["items"][0]["note"] == f"The entry of line 2 lacks {lacking}."


@pytest.mark.parametrize(
    ("content", "state"),
    [("[]\n", "present"), ("text\n", "unreadable"), ("- [\n", "unreadable"), ("", "empty"), ("a: 1\n", "unreadable")],
)
def test_other_files(repo: Repo, content: str, state: str) -> None:
    repo.write("log.yaml", content)
    fact = repo.fact("design-changes", "log.yaml")
    assert (fact["state"], fact["values"]["last_decided"]) == (state, None)

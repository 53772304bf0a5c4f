# SPDX-License-Identifier: Apache-2.0
"""HTML and reStructuredText: headings and anchors; what is hidden, included or passed through does not count."""

from pathlib import Path

import pytest

from tests.evidence.conftest import Repo
from tests.evidence.readers.files import GROUPS, HEAD, PERIOD

FRIA = "fundamental-rights-impact-assessment"


@pytest.mark.parametrize(
    "page",
    [
        "<h2>(b) Period</h2><p>{}</p>",
        "<h2 id=27-1-b>How long</h2><p>{}",
        "<section id='27-1-b'><h2>How long</h2>{}</section>",
        "<h2><a name='27-1-b'></a>How long</h2><ul><li>{}</ul>",
        "<p id='27-1-b'>{}</p>",
        "<h2>(b)<br>Period</h2><table><tr><th>Period<td>{}</table>",
        "<details><summary>More</summary><h2>(b) Period</h2>{}</details>",
        "<h2>(b) Period<p>{}",
    ],
)
def test_pages(repo: Repo, page: str) -> None:
    start = f"<!doctype html><title>x</title><h1>{HEAD}</h1>\n"
    repo.write("f.html", start + page.format(PERIOD) + f"<h2>(c) Groups</h2>{GROUPS}")
    fact = repo.fact(FRIA, "f.html")
    found = {ref: seen["state"] for ref, seen in fact["elements"].items() if seen["state"] == "present"}
    assert set(found) == {"27(1)(b)", "27(1)(c)"}
    assert fact["elements"]["27(1)(b)"]["line"] == 2


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        "<p style='display: none'>{}</p>",
        "<div class='sr-only'><p>{}</p></div>",
        "<!-- {} -->",
        "<script>{}</script>",
        "<template>{}</template>",
        "<del>{}</del>",
        "<nav>{}</nav>",
        "<details hidden>{}</details>",
        "<dialog>{}</dialog>",
        "<table><tr><th>{}<th>x<tr><td></table>",
    ],
)
def test_what_is_hidden_does_not_count(repo: Repo, hidden: str) -> None:
    repo.write("f.html", f"<h1>{HEAD}</h1><h2>(b) Period</h2>{hidden.format(PERIOD)}<h2>(c) Groups</h2>{GROUPS}")
    states = repo.states(FRIA, "f.html")
    assert states["27(1)(b)"] in {"empty", "placeholder"}
    assert states["27(1)(c)"] == "present"


def test_a_hidden_heading_answers_nothing(repo: Repo) -> None:
    repo.write("f.html", f"<h1>{HEAD}</h1><h2 hidden>(b) Period</h2><p>{PERIOD}</p>")
    assert repo.states(FRIA, "f.html")["27(1)(b)"] == "incomplete"  # text, but below no heading that names a point


def test_what_a_page_says_about_itself(repo: Repo) -> None:
    head = '<head><meta name="author" content="C. Otero"><meta name="system_version" content="2.3.0"></head>'
    repo.write("f.html", f"{head}<h1>{HEAD}</h1><p>Last updated 2026-03-02</p>")
    values = repo.fact(FRIA, "f.html")["values"]
    assert (values["author"], values["system_version"], values["date"]) == ("C. Otero", "2.3.0", 20514)


RST = """
:author: C. Otero

{head}
{line}

(b) Period
----------

{text}

(c) Groups
----------

{groups}
"""


def _rst(text: str) -> str:
    return RST.format(head=HEAD, line="=" * len(HEAD), text=text, groups=GROUPS)


@pytest.mark.parametrize(
    "text",
    [
        PERIOD,
        f"- {PERIOD}",
        f"====  ====\nDays  What\n====  ====\nAll   {PERIOD}\n====  ====",
        f".. note:: {PERIOD}",
        f"Daily\n   {PERIOD}",
    ],
)
def test_restructured_text(repo: Repo, text: str) -> None:
    repo.write("f.rst", _rst(text))
    fact = repo.fact(FRIA, "f.rst")
    assert fact["elements"]["27(1)(b)"]["state"] == "present"
    assert fact["elements"]["27(1)(c)"]["state"] == "present"
    assert fact["values"]["author"] == "C. Otero"


@pytest.mark.parametrize("text", ["", f".. {PERIOD}", f".. raw:: html\n\n   {PERIOD}", f".. unknown:: {PERIOD}"])
def test_what_restructured_text_does_not_say(repo: Repo, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    repo.write("f.rst", _rst(text))
    assert repo.states(FRIA, "f.rst")["27(1)(b)"] == "empty"
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("directive", ["include", "literalinclude", "csv-table:: x\n   :file"])
def test_no_other_file_is_included(repo: Repo, tmp_path: Path, directive: str) -> None:
    (tmp_path / "other.txt").write_text(PERIOD)
    repo.write("f.rst", _rst(f".. {directive}:: {tmp_path}/other.txt"))
    assert repo.states(FRIA, "f.rst")["27(1)(b)"] == "empty"


def test_anchors_in_restructured_text(repo: Repo) -> None:
    repo.write(
        "f.rst", f"Assessment\n==========\n\n.. _27-1-b:\n\nHow long\n--------\n\n{PERIOD}\n\n.. _27-1-c:\n\n{GROUPS}\n"
    )
    states = repo.states(FRIA, "f.rst")
    assert (states["27(1)(b)"], states["27(1)(c)"]) == ("present", "present")


def test_nested_beyond_reason(repo: Repo) -> None:
    repo.write("f.rst", "".join(f"{'  ' * depth}- a\n\n" for depth in range(600)))
    assert repo.fact(FRIA, "f.rst")["state"] in {"unreadable", "too-large", "placeholder"}

# SPDX-License-Identifier: Apache-2.0
"""What is in the source of a document but not on the page answers nothing; code that shows such a source is text."""

from typing import Any

import pytest

from tests.evidence.conftest import Repo
from tests.evidence.readers import files
from tests.evidence.readers.files import GROUPS, HEAD, PERIOD

FRIA = "fundamental-rights-impact-assessment"
UNSEEN = [
    "<div hidden>\n\n{}\n\n</div>",
    '<span style="display:none">{}</span>',
    '<p style="visibility: hidden">{}</p>',
    '<font color="white">{}</font>',
    '<span style="color:#FFF">{}</span>',
    "<del>{}</del>",
    "~~{}~~",
    "<!-- {} -->",
    "<script>{}</script>",
    "<template>\n{}\n</template>",
    "<div hidden><div>x</div>{}</div>",
    '<span style="opacity:0">{}',
    "[//]: # ({})",
]
SEEN = [
    "<b>{}</b>",
    "`<div hidden>` is what the page of the ranking begins with. {}",
    "```html\n<div hidden>\n```\n\n{}",
    "<details><summary>More</summary>\n\n{}\n\n</details>",
    '<span style="color:#333">{}</span>',
    '<span style="background-color:#000; color:white">{}</span>',
    "Fewer than <10 a day. {}",
    "From ~~ten~~ nine to five. {}",
    "<p hidden>x</p>\n\n{}",
    "<p hidden>never closed\n\n{}",
]


@pytest.mark.parametrize("source", UNSEEN)
def test_unseen_in_markdown(repo: Repo, source: str) -> None:
    repo.write("f.md", f"# {HEAD}\n\n## (b) Period\n\n{source.format(PERIOD)}\n\n## (c) Groups\n\n{GROUPS}\n")
    fact = repo.fact(FRIA, "f.md")["elements"]
    assert fact["27(1)(b)"]["state"] in {"empty", "placeholder"}
    assert (fact["27(1)(c)"]["state"], fact["27(1)(b)"]["line"]) == ("present", 3)


@pytest.mark.parametrize("source", SEEN)
def test_seen_in_markdown(repo: Repo, source: str) -> None:
    repo.write("f.md", f"# {HEAD}\n\n## (b) Period\n\n{source.format(PERIOD)}\n\n## (c) Groups\n\n{GROUPS}\n")
    fact = repo.fact(FRIA, "f.md")["elements"]
    assert (fact["27(1)(b)"]["state"], fact["27(1)(c)"]["state"]) == ("present", "present")
    lines = (repo.root / "f.md").read_text(encoding="utf-8").splitlines()
    assert lines[fact["27(1)(c)"]["line"] - 1] == "## (c) Groups"


def test_hidden_headings_in_markdown_answer_nothing(repo: Repo) -> None:
    repo.write(
        "f.md", f"# {HEAD}\n\n<div hidden>\n\n## (b) Period\n\n{PERIOD}\n\n</div>\n\n## (c) Groups\n\n{GROUPS}\n"
    )
    states = repo.states(FRIA, "f.md")
    assert (states["27(1)(b)"], states["27(1)(c)"]) == ("missing", "present")


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("<p style='color:white'>{}</p>", "empty"),
        ("<font color='#ffffff'>{}</font>", "empty"),
        ("<p style='color:rgb(255, 255, 255)'>{}</p>", "empty"),
        ("<body style='background:#222'><p style='color:white'>{}</p>", "present"),
        ("<p style='color:whitesmoke'>{}</p>", "present"),
        ("<p style='background-color:white'>{}</p>", "present"),
    ],
)
def test_white_letters_on_a_page(repo: Repo, page: str, state: str) -> None:
    repo.write("f.html", f"<h1>{HEAD}</h1><h2>(b) Period</h2>{page.format(PERIOD)}")
    assert repo.states(FRIA, "f.html")["27(1)(b)"] == state


HEADING = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>27(1)(b) Period</w:t></w:r></w:p>'
WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="222222"/>'


def _run(look: str, paragraph: str = "") -> str:
    return f"<w:p>{paragraph}<w:r><w:rPr>{look}</w:rPr><w:t>{PERIOD}</w:t></w:r></w:p>"


WORDS: dict[str, tuple[str, str]] = {
    "white": (_run(WHITE), "empty"),
    "a point high": (_run('<w:sz w:val="2"/>'), "empty"),
    "white on a dark run": (_run(WHITE + DARK), "present"),
    "white on a dark paragraph": (_run(WHITE, f"<w:pPr>{DARK}</w:pPr>"), "present"),
    "white in a cell": (f"<w:tbl><w:tr><w:tc>{_run(WHITE)}</w:tc></w:tr></w:tbl>", "present"),
    "blue": (_run('<w:color w:val="0000FF"/><w:sz w:val="22"/>'), "present"),
}


@pytest.mark.parametrize("kind", WORDS)
def test_white_letters_in_word(repo: Repo, kind: str) -> None:
    source, state = WORDS[kind]
    data: Any = files.archive(text=files.body(HEADING + source))
    repo.write("f.docx", data)
    assert repo.states(FRIA, "f.docx")["27(1)(b)"] == state

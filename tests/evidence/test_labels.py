# SPDX-License-Identifier: Apache-2.0
"""The label of a deployer is where people see it, or it is none."""

from pathlib import Path
from typing import Any

import pytest

from aiact_gate.evidence.index import load
from aiact_gate.evidence.labels import says_artificial
from tests.evidence import pictures
from tests.evidence.conftest import Repo
from tests.support import RULES, check, finding_of, lay_out, only_system

LABEL = "Made with AI"
DESCRIPTION = """# Labels

## 50(4)-df Label

The words stand in the upper corner of each clip from the first frame on.

## 50(5) Place and time

It is seen at first exposure in strong contrast and read out by screen readers.
"""


@pytest.fixture
def shop(repo: Repo) -> Repo:
    repo.elements = load()
    repo.write("d.md", DESCRIPTION)
    return repo


def fact(repo: Repo, name: str, content: str | bytes, label: str = LABEL, evidence: str = "deep-fake-label") -> Any:
    repo.write(name, content)
    return repo.fact(evidence, {"samples": [{"file": name, "label": label}], "description": "d.md"})


SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
SEEN = {
    "a page": ("a.html", "<p>A clip.</p>\n<p>Made <b>with</b> AI</p>"),
    "a drawing": ("a.svg", SVG.format("<text>Made <tspan>with AI</tspan></text>")),
    "a text": ("a.md", "# News\n\nMade with AI.\n"),
    "after another paragraph": ("a.html", "<p>Why not</p><p>Made with AI</p>"),
    "a caption of a picture": ("a.html", '<figure><img src="a.png"><figcaption>Made with AI</figcaption></figure>'),
    "a caption in a text": ("a.md", "# News\n\n![x](a.png)\n*Made with AI*\n"),
    "a plain text": ("a.txt", "News.\n\nMade with AI\n"),
}
UNSEEN = {
    "a mark for machines": ("a.html", '<meta name="ai-generated" content="Made with AI"><p data-x="Made with AI"></p>'),
    "an attribute": ("a.html", '<img alt="Made with AI" src="a.png">'),
    "a comment": ("a.html", "<!-- Made with AI --><p>x</p>"),
    "a style sheet": ("a.html", "<style>.l { display: none }</style><p class=l>Made with AI</p>"),
    "the title of a page": ("a.html", "<title>Made with AI</title><p>x</p>"),
    "far from the picture": ("a.html", f"<img src=a.png><p>{'word ' * 300}</p><p>Made with AI</p>"),
    "a denial": ("a.html", "<p>This picture was not made with AI.</p>"),
    "a denial in a text": ("a.md", "# News\n\nNo clip here was made with AI.\n"),
    "what stands for a picture": ("a.md", "# News\n\n![Made with AI](a.png)\n"),
    "the title of a picture": ("a.md", '# News\n\n![x](a.png "Made with AI")\n'),
    "front matter": ("a.md", "---\nlabel: Made with AI\n---\n# News\n\nText.\n"),
    "a hidden element": ("a.html", '<p style="display:none">Made with AI</p>'),
    "a script": ("a.html", '<script>show("Made with AI")</script>'),
    "metadata of a drawing": ("a.svg", SVG.format("<metadata>Made with AI</metadata>")),
    "the title of a drawing": ("a.svg", SVG.format("<title>Made with AI</title>")),
    "a hidden text of a drawing": ("a.svg", SVG.format('<g opacity="0"><text>Made with AI</text></g>')),
    "a symbol that nothing shows": ("a.svg", SVG.format("<defs><text>Made with AI</text></defs>")),
    "a comment of a text": ("a.md", "# News\n\n<!-- Made with AI -->\n\nText.\n"),
    "other words": ("a.html", "<p>Made without a camera</p>"),
    "part of a word": ("a.html", "<p>Made with AIR</p>"),
}  # fmt: skip


@pytest.mark.parametrize("case", SEEN.values(), ids=SEEN)
def test_a_label_that_is_seen(shop: Repo, case: tuple[str, str]) -> None:
    found = fact(shop, *case)
    assert (found["items"][0]["label"], found["elements"]["50(4)-df"]["state"]) == ("present", "present")
    assert found["elements"]["50(5)"]["state"] == "present"


@pytest.mark.parametrize(
    ("name", "content", "label"),
    [
        ("a.html", "<img src=a.png><span>AI</span>", "present"),
        ("a.html", "<p>The future of AI is bright.</p>", "absent"),
        ("a.md", "# News\n\nAI\n\nText.\n", "present"),
        ("a.md", "# News\n\nThe future of AI is bright.\n", "absent"),
        ("a.svg", SVG.format("<text>AI</text>"), "present"),
        ("a.svg", SVG.format("<text>AI for all</text>"), "absent"),
    ],
)
def test_a_single_word_is_a_label_where_it_stands_alone(shop: Repo, name: str, content: str, label: str) -> None:
    assert fact(shop, name, content, "AI")["items"][0]["label"] == label


def test_why_it_is_not_seen(shop: Repo) -> None:
    assert "far from every picture" in fact(shop, *UNSEEN["far from the picture"])["items"][0]["note"]


def test_its_line(shop: Repo) -> None:
    assert fact(shop, *SEEN["a page"])["elements"]["50(4)-df"]["line"] == 2


@pytest.mark.parametrize("case", UNSEEN.values(), ids=UNSEEN)
def test_a_label_that_is_not_seen(shop: Repo, case: tuple[str, str]) -> None:
    found = fact(shop, *case)
    assert (found["items"][0]["label"], found["elements"]["50(4)-df"]["state"]) == ("absent", "insufficient")
    assert found["state"] == "incomplete", "what the description says cannot heal what the reader does not see"


def test_a_picture_needs_a_person_and_a_description(shop: Repo) -> None:
    picture = pictures.picture(packet=pictures.xmp(pictures.TRAINED))
    found = fact(shop, "a.png", picture)
    assert (found["items"][0]["label"], found["elements"]["50(4)-df"]["state"]) == ("needs-person", "present")
    assert "a person has to look" in found["elements"]["50(4)-df"]["note"]
    alone = shop.fact("deep-fake-label", {"samples": [{"file": "a.png", "label": LABEL}]})
    assert (alone["elements"]["50(4)-df"]["state"], alone["elements"]["50(5)"]["state"]) == ("incomplete", "missing")


@pytest.mark.parametrize("name", ["none.html", "../a.html"])
def test_files_that_cannot_be_opened(shop: Repo, name: str) -> None:
    found = shop.fact("deep-fake-label", {"samples": [{"file": name, "label": LABEL}], "description": "d.md"})
    assert found["elements"]["50(4)-df"]["state"] in {"missing", "outside-root"}


def test_a_broken_drawing(shop: Repo) -> None:
    assert fact(shop, "a.svg", "<svg><text>Made with AI")["elements"]["50(4)-df"]["state"] == "unreadable"


def test_one_piece_without_a_label_decides(shop: Repo) -> None:
    shop.write("a.html", SEEN["a page"][1])
    shop.write("b.html", "<p>x</p>")
    samples = [{"file": name, "label": LABEL} for name in ("a.html", "b.html")]
    element = shop.fact("deep-fake-label", {"samples": samples})["elements"]["50(4)-df"]
    assert (element["state"], element["file"]) == ("insufficient", "b.html")


def test_a_document_alone_is_read_as_before(shop: Repo) -> None:
    assert shop.fact("deep-fake-label", "d.md")["elements"]["50(4)-df"]["state"] == "present"


def test_texts_of_public_interest(shop: Repo) -> None:
    found = fact(shop, "a.html", "<p>Mit KI erstellt</p>", "Mit KI erstellt", "public-text-label")
    assert found["elements"]["50(4)-txt"]["state"] == "present"


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("AI", True),
        ("AI-generated", True),
        ("KI-generiert", True),
        ("Contenu généré par IA", True),
        ("Deepfake", True),
        ("Artificially generated", True),
        ("Made with love", False),
        ("Not made with AI", False),
        ("Sans IA", False),
        ("maintained", False),
        ("Aid and fair", False),
        ("", False),
    ],
)
def test_what_a_label_says(label: str, says: bool) -> None:
    assert says_artificial(label) is says


@pytest.mark.parametrize(("page", "found"), [("<p>Made with AI</p>", False), ("<p>x</p>", True)])
def test_the_rule_goes_by_what_the_reader_sees(tmp_path: Path, page: str, found: bool) -> None:
    example = (RULES / "transparency/deep-fakes/pass.yaml").read_text(encoding="utf-8")
    shape = "{samples: [{file: a.html, label: Made with AI}], description: docs/deep-fake-label.md}"
    as_of = lay_out(example.replace("deep-fake-label: docs/deep-fake-label.md", f"deep-fake-label: {shape}"), tmp_path)
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    finding = finding_of(only_system(check(tmp_path, as_of)), "transparency/deep-fakes")
    assert (finding is not None) is found
    if finding:
        assert [e["ref"] for e in finding["elements"] if e["state"] == "insufficient"] == ["50(4)-df"]

"""A reservation in any of its forms keeps the crawler away."""
import json
from pathlib import Path

import pytest

from crawler.reservations import allowed

URL = "https://news.example.com/articles/1"


def test_page_without_reservation_is_allowed():
    assert allowed(URL, "User-agent: *\nDisallow: /private/", {"Content-Type": "text/html"}, "<p>News</p>")


@pytest.mark.parametrize(
    "reserved",
    [
        {"robots": "User-agent: KarstBot\nDisallow: /"},
        {"robots": "User-agent: *\nDisallow: /articles/"},
        {"headers": {"TDM-Reservation": "1"}},
        {"headers": {"X-Robots-Tag": "noai, noimageai"}},
        {"page": '<meta name="tdm-reservation" content="1">'},
        {"page": '<meta name="tdm-reservation">'},
        {"site": [{"location": "/articles/*", "tdm-reservation": 1}]},
        {"site": [{"location": "/*"}]},
        {"opted_out": frozenset({"example.com"})},
    ],
)
def test_each_reservation_is_respected(reserved):
    given = {"robots": "", "headers": {}, "page": ""} | reserved
    assert not allowed(URL, **given)


def test_explicit_permission_is_read():
    page = '<meta name="tdm-reservation" content="0">'
    assert allowed(URL, "", {"tdm-reservation": "0"}, page, [{"location": "/*", "tdm-reservation": 0}])


def test_documents_state_the_size_that_the_configuration_gives():
    one = json.loads(Path("model/config.json").read_text())
    width, heads = one["hidden_size"], one["query_heads"] + one["key_value_heads"]
    layer = 2 * width * one["head_size"] * heads + 3 * width * one["feed_forward_size"]
    total = one["layers"] * layer + 2 * one["vocabulary"] * width
    assert round(total / 1e9, 1) == 12.2
    for name in ("model-documentation", "downstream-information"):
        assert "12.2 billion" in " ".join(Path(f"docs/{name}.md").read_text().split())


def test_documents_state_the_measured_values():
    text = Path("docs/model-documentation.md").read_text()
    for one in json.loads(Path("evaluation/results.json").read_text())["results"]:
        assert f"| {one['suite']} | {one['questions']:,} | {one['score']} |" in text

# SPDX-License-Identifier: Apache-2.0
"""Whatever bytes stand in a file, a collector answers with a state, and in time."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiact_gate.evidence.states import State
from tests.evidence.conftest import Repo

STATES = set(get_args(State))
SUFFIXES = [
    "md",
    "yaml",
    "json",
    "toml",
    "html",
    "png",
    "jpg",
    "webp",
    "mp4",
    "wav",
    "svg",
    "xml",
    "csv",
    "jsonl",
    "env",
    "txt",
    "vue",
]
PREFIXES = [
    b"",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"RIFF\0\0\0\0WEBP",
    b"\0\0\0\x10ftypmp42",
    b"<?xml version='1.0'?>",
    b"# a\n",
    b"---\n",
    b"{",
    b"[",
]
PIECES = [
    b"# 1(a)\n",
    b"TODO\n",
    b"(a) x\n",
    b"<!-- element: IV.1(a) -->",
    b"<a id='x'>",
    b"| a | b |\n",
    b"- ",
    b"> ",
    b"&a ",
    b"*a ",
    b"{",
    b"[",
    b"}",
    b"<p hidden>",
    b"<script>",
    b"<input>",
    b"<testsuites>",
    b"<testcase name='t'/>",
    b'"a": ',
    b"\n",
    b"---\n",
    b"\0",
    b"\xff",
    b"iTXtXML:com.adobe.xmp\0",
    b"P6M",
    b"See a.md",
    b"XMP ",
]


def _every_collector(repo: Repo, name: str) -> dict[str, Any]:
    test = {"report": name, "test": "t"}
    return repo.collect(
        technical_documentation=name,
        record_keeping={
            "description": name,
            "schema": name,
            "sample": name,
            "config": name,
            "retention": {"file": name, "key": "a.b"},
        },
        human_oversight={"plan": name, "stop": test},
        output_marking={
            "samples": {kind: [name] for kind in ("image", "audio", "video", "text")},
            "robustness": test,
            "detector": {"instructions": name},
        },
        chat_notice={
            "interfaces": [{"file": name, "language": "en"}],
            "notices": {"en": "You chat with an AI."},
            "system_prompts": [name],
        },
    ).facts


@given(
    suffix=st.sampled_from(SUFFIXES),
    prefix=st.sampled_from(PREFIXES),
    pieces=st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=40)), max_size=30),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_a_state(suffix: str, prefix: bytes, pieces: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        repo = Repo(Path(folder))
        name = repo.write(f"a.{suffix}", prefix + b"".join(pieces))
        facts = _every_collector(repo, name)
    assert len(facts) == 5
    for fact in facts.values():
        assert fact["state"] in STATES
        assert all(seen["state"] in STATES for seen in fact.get("elements", {}).values())


SLOW = {
    "nested quotes": ("md", b"> " * 300_000),
    "nested lists": ("md", b"- " * 300_000),
    "many items": ("md", b"- a\n" * 19_000),
    "open comments": ("md", b"<!--" * 200_000),
    "open anchors": ("md", b"<a id='" * 100_000),
    "letters": ("md", b"(a) x\n" * 2_900),
    "headings": ("md", b"# 1(a) x\n" * 2_900),
    "many headings": ("md", b"# 1(a) x\n" * 19_000),
    "one long line": ("md", b"TODO " * 200_000),
    "brackets": ("md", b"[a](" * 200_000),
    "ticks": ("md", b"<p hidden>" + b"`````a" * 160_000),
    "struck text": ("md", b"~~a" * 300_000),
    "hidden in hidden": ("md", b"<div hidden>" + b"<div>" * 150_000),
    "open tags": ("html", b"<a " * 300_000),
    "open quotes": ("html", b"<a b='" * 150_000),
    "open elements": ("html", b"<p hidden>" * 90_000),
    "closing tags": ("html", b"</div>" * 150_000),
    "unclosed scripts": ("html", b"<script>" * 100_000),
    "nested yaml": ("yaml", b"[" * 500_000),
    "wide yaml": ("yaml", b"a: b\n" * 150_000),
    "nested json": ("json", b"[" * 500_000),
    "deep json": ("json", b'{"a":' * 100_000),
    "aliases": ("yaml", b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"),
    "prompt": ("txt", b"never say that you are " * 11_000),
    "pretend": ("txt", b"pretend that you " * 15_000),
    "xml": ("xml", b"<a>" * 300_000),
    "long xml text": ("xml", b"<testsuites>" + b"a&lt;" * 300_000 + b"</testsuites>"),
    "png chunks": ("png", b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0iTXt\0\0\0\0" * 80_000),
    "jpeg fill": ("jpg", b"\xff" * 5_000_000),
    "number": ("json", b'{"a": {"b": ' + b"9" * 900_000 + b"}}"),
}


@pytest.mark.parametrize("kind", SLOW)
def test_time_is_bounded(repo: Repo, kind: str) -> None:
    suffix, content = SLOW[kind]
    name = repo.write(f"a.{suffix}", content)
    start = time.process_time()
    facts = _every_collector(repo, name)
    # The file is read by a dozen collectors here; one alone has five seconds.
    assert time.process_time() - start < 15
    assert all(fact["state"] in STATES for fact in facts.values())

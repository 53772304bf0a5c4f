# SPDX-License-Identifier: Apache-2.0
"""The file of waivers: what is no such file ends the run, and adding to it keeps what people wrote."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from aiact_gate.errors import UsageError
from aiact_gate.manifest.yaml_subset import loads
from aiact_gate.resources import schemas_dir
from aiact_gate.waivers import entries
from aiact_gate.waivers.append import append
from tests.waivers.given import STOP, TALENT, book, waiver, write

SCHEMA = json.loads((schemas_dir() / "waivers.v1.json").read_text(encoding="utf-8"))
ENTRY = {"rule": STOP, "system": TALENT, "owner": "a", "reason": "because of: this # and that", "expires": "2028-01-31"}


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("waivers: []\n", ":1", "apiVersion is not aiact-gate/v1"),
        ("apiVersion: aiact-gate/v2\nwaivers: []\n", ":1:1", "apiVersion is not aiact-gate/v1"),
        ("apiVersion: aiact-gate/v1\n", ":1:1", "waivers is not a list"),
        ("- rule: a\n", ":1:1", "is not a mapping"),
        ("apiVersion: aiact-gate/v1\nwaivers: [a]\n", ":2:11", "a waiver is not a mapping"),
        ("apiVersion: aiact-gate/v1\nwaiver: []\n", ":2:1", "the key waiver is not known"),
        (book(waiver() + "    expiry: 2028-01-01\n"), ":11:5", "the key expiry is not known"),
        (book(waiver(rule=None)), ":3", "does not say which rule"),
        (book(waiver(system='""')), ":3", "does not say which system"),
        (book(waiver(ticket="214")), ":7:5", "ticket is not text"),
        ("apiVersion: [\n", ":2", "not YAML"),
        (book(waiver(owner="&a b")), ":5", "anchor"),
    ],
)
def test_what_is_no_file_of_waivers_ends_the_run(tmp_path: Path, text: str, place: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        entries.read(write(tmp_path / "w.yaml", text), tmp_path)
    assert caught.value.message.startswith(f"w.yaml{place}")
    assert said in caught.value.message
    assert caught.value.hint


def test_a_file_that_is_not_there_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        entries.read(tmp_path / "w.yaml", tmp_path)


def test_a_new_file_keeps_to_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "w.yaml"
    line = append(path, {**ENTRY, "ticket": None})
    assert path.read_text(encoding="utf-8").splitlines()[line - 1].strip() == f"- rule: {STOP}"
    jsonschema.validate(loads(path.read_bytes()).data, SCHEMA)
    (entry,) = entries.read(path, tmp_path)
    assert (entry.reason, entry.ticket) == (ENTRY["reason"], None)


@pytest.mark.parametrize(
    "text",
    [
        book(waiver(rule="deployer/monitoring")) + "  # the last word\n",
        "# ours\napiVersion: aiact-gate/v1 # v1\n\nwaivers: []\n",
        "apiVersion: aiact-gate/v1\nwaivers: # none yet\n",
        "apiVersion: aiact-gate/v1\nwaivers:\n- rule: a/b\n  system: s\n\n",
        "apiVersion: aiact-gate/v1\nwaivers:",
    ],
)
def test_adding_keeps_comments_and_what_was_there(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "w.yaml", text)
    before = entries.read(path, tmp_path)
    append(path, ENTRY)
    after = entries.read(path, tmp_path)
    assert after[:-1] == before
    assert (after[-1].rule, after[-1].reason) == (STOP, ENTRY["reason"])
    comments = [line.partition("#")[2] for line in text.splitlines() if "#" in line]
    assert all(comment in path.read_text(encoding="utf-8") for comment in comments)


@pytest.mark.parametrize("value", ["null", "true", "12", "- x", "a: b", "'", '"', "é ü", "x #y", "@team", "2028-01-01"])
def test_any_text_reads_back_as_itself(tmp_path: Path, value: str) -> None:
    append(tmp_path / "w.yaml", {**ENTRY, "ticket": value})
    raw = yaml.safe_load((tmp_path / "w.yaml").read_text(encoding="utf-8"))["waivers"][0]["ticket"]
    assert str(raw) == value


def test_what_is_waived_is_not_waived_again(tmp_path: Path) -> None:
    append(tmp_path / "w.yaml", ENTRY)
    before = (tmp_path / "w.yaml").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="already waived"):
        append(tmp_path / "w.yaml", {**ENTRY, "expires": "2028-03-31"})
    assert (tmp_path / "w.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: aiact-gate/v1\nwaivers: [{rule: a/b, system: s}]\n",
        "waivers: []\napiVersion: aiact-gate/v1\n",
        "apiVersion: aiact-gate/v1\nwaivers:\n-\n  rule: a/b\n  system: s\n",
    ],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "w.yaml", text)
    with pytest.raises(UsageError, match=r"cannot be added|not the last thing"):
        append(path, ENTRY)
    assert path.read_text(encoding="utf-8") == text
    assert [p.name for p in tmp_path.iterdir()] == ["w.yaml"]

# SPDX-License-Identifier: Apache-2.0
"""Nothing that a repository says is obeyed by whoever reads a report, from the file's name to the engine's reason."""

import json
import os
from pathlib import Path

import pytest

from aiact_gate.report.write import FORMATS
from tests.report import check
from tests.security.hostile import AS_OF, gate, manifest, put

_EVIL = (
    "x\x1b[31m\x1b]0;t\x07\x9b1m",
    "::error::x\r\n::set-output name=a::b",
    "<script>alert(1)</script><!-- -->]]>",
    "| a | [b](javascript:c) ![d](https://e.example) `f` @me",
    "\u202eevil\u2066\u200b\ufeff",
    "=cmd|' /C calc'!A0",
    "%0A%0D%25",
)


@pytest.fixture
def evil(repository: Path) -> Path:
    for number, text in enumerate(_EVIL):
        name = text.replace("/", "\u2215")[:60]
        quoted = json.dumps("".join(sign for sign in text if sign.isprintable()), ensure_ascii=True)
        evidence = f"evidence: {{technical-documentation: {quoted}, risk-management: {quoted}}}\n"
        put(repository, f"{name}/ai-system.yaml", manifest(f"s{number}", evidence, name=quoted))
        put(repository, f"{name}/sub/ai-system.yaml", f"{quoted}: 1\napiVersion: {quoted}\n")
        put(repository, f"vendor{number}/{name}.ai-system.yml", "")
    raw = os.fsencode(repository) + b"/\xff\xfe\x1b"
    os.mkdir(raw)  # noqa: PTH102 -- a name that is no text
    put(Path(os.fsdecode(raw)), "ai-system.yaml", manifest("raw", "evidence: {technical-documentation: a.md}\n"))
    return repository


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_valid_and_harmless(evil: Path, kind: str) -> None:
    ran = gate("check", evil, "--as-of", AS_OF, "--format", kind)
    assert ran.code == 1, ran.err
    document = ran.out.decode()
    check.plain(document)
    if kind == "json":
        assert json.loads(document)["counts"]["systems"] == 3 * len(_EVIL) + 2
    elif kind != "text":
        getattr(check, kind)(document)


@pytest.mark.parametrize("words", [["check", "\x1b[31m\u202e"], ["check", ".", "--as-of", "\x1b[31m"], ["\x1b[31m"]])
def test_messages_are_harmless(repository: Path, words: list[str]) -> None:
    ran = gate(*words, cwd=repository)
    assert ran.code == 2
    assert not {"\x1b", "\u202e"} & set(ran.err)


def test_progress_and_commands_beside_check(evil: Path) -> None:
    for words in (["classify", evil], ["timeline", evil], ["validate", evil]):
        ran = gate(*words)
        assert ran.code in {0, 1}, ran.err
        assert not {"\x1b", "\x9b", "\u202e"} & set(ran.out.decode() + ran.err)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("suffix", ["md", "json", "html", "xml", "txt", "yaml"])
def test_a_report_is_never_evidence(repository: Path, kind: str, suffix: str) -> None:
    name = f"report.{suffix}"
    assert gate("check", repository, "--as-of", AS_OF, "--output", f"{kind}={repository}/good/{name}").code == 0
    more = f"evidence: {{technical-documentation: {name}, risk-management: {name}}}\n"
    put(repository, "good/ai-system.yaml", manifest(more=more))
    ran = gate("check", repository, "--as-of", AS_OF, "--format", "json")
    (system,) = json.loads(ran.out)["systems"]
    assert {file["state"] for file in system["evidence"]} == {"unreadable"}


def test_two_manifests_for_one_id_and_other_cases(repository: Path) -> None:
    put(repository, "other/AI-System.YAML", manifest("good"))
    put(repository, "unknown/ai-system.yaml", manifest("unknown", "certified: true\n"))
    put(repository, "ending/AI-system.yml", manifest("ending"))
    ran = gate("check", repository, "--as-of", AS_OF, "--format", "json")
    found = {f["rule"] for system in json.loads(ran.out)["systems"] for f in system["findings"]}
    assert ran.code == 1
    assert {"manifest/duplicate-id", "manifest/unknown-key", "manifest/file-name"} <= found


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "json"])
def test_what_was_not_judged_is_said(repository: Path, kind: str) -> None:
    for name in ("old/ai-system.yaml", "node_modules/ai-system.yaml", "sub/ai-system.yaml", "sub/.git"):
        put(repository, name, manifest("old"))
    ran = gate("check", repository, "--as-of", AS_OF, "--exclude", "old", "--format", kind)
    said = ran.out.decode().replace("\\_", "_")
    assert "Not judged: old (excluded by old), sub (a submodule or another repository)." in said
    assert ran.code == 0


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_a_class_that_an_open_question_may_raise_is_not_told_as_known(repository: Path, kind: str) -> None:
    words = ("check", repository, "--as-of", AS_OF, "--format", kind)
    assert b"as far as answered" not in gate(*words).out
    text = manifest().replace("annex_iii: []", "annex_iii: {undetermined: legal}")
    put(repository, "good/ai-system.yaml", text)
    assert b"minimal risk as far as answered" in gate(*words).out

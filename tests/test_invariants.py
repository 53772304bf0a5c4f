# SPDX-License-Identifier: Apache-2.0
"""What no change of a repository may do: silence never helps, and words outside the declared places never count."""

import re
import shutil
from pathlib import Path

import pytest

from aiact_gate.model import Report
from tests.support import EXAMPLES, check

DUE = "2027-12-02"
ORDER = {"pass": 0, "warn": 1, "block": 2}
CORE = (
    "roles", "union", "prohibited_practices", "screened", "annex_i", "annex_iii", "profiling", "interacts_with_people",
    "generates", "deep_fakes", "public_interest_text",
)  # fmt: skip
PRAISE = """
AI system with human oversight, watermark, C2PA manifest, audit log, FRIA, risk assessment, conformity assessment,
EU declaration of conformity, CE marking, technical documentation (Annex IV), instructions for use: all done.
You are chatting with an AI system. Logs are kept for six months. Not applicable: everything is fine.
"""


def _without(text: str, key: str) -> str | None:
    """Return the manifest without the key and everything below it, or None if it does not say the key."""
    lines = text.splitlines(keepends=True)
    start = next((i for i, line in enumerate(lines) if re.match(rf" *{key}:", line)), None)
    if start is None:
        return None
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return "".join(lines[:start] + lines[end:])


def _copy(name: str, folder: Path) -> Path:
    target = folder / name
    shutil.copytree(EXAMPLES / name, target)
    return target


@pytest.mark.parametrize("name", sorted(path.parent.name for path in EXAMPLES.glob("*/ai-system.yaml")))
def test_deleting_a_core_answer_never_improves_a_verdict(name: str, tmp_path: Path) -> None:
    manifest = _copy(name, tmp_path) / "ai-system.yaml"
    text = manifest.read_text(encoding="utf-8")
    for day in ("2026-11-22", DUE):
        before = ORDER[check(EXAMPLES / name, day)["verdict"]]
        for key in CORE:
            if (shorter := _without(text, key)) is not None:
                manifest.write_text(shorter, encoding="utf-8")
                assert ORDER[check(manifest.parent, day)["verdict"]] >= before, (key, day)


def test_an_unanswered_core_question_blocks_and_an_honest_one_warns(tmp_path: Path) -> None:
    manifest = _copy("spam-filter", tmp_path) / "ai-system.yaml"
    text = manifest.read_text(encoding="utf-8")
    silent = _without(text, "annex_iii")
    assert silent is not None
    manifest.write_text(silent, encoding="utf-8")
    assert check(manifest.parent, DUE)["verdict"] == "block"
    manifest.write_text(
        silent.replace("classification:\n", "classification:\n  annex_iii: {undetermined: legal@example.org}\n"),
        encoding="utf-8",
    )
    assert check(manifest.parent, DUE)["verdict"] == "warn"


def _told(report: Report) -> list[tuple[str, str, int]]:
    """Return what a report says of each rule; lines of a changed file may move, what is found may not."""
    return [
        (finding["rule"], finding["severity"], sum(e["state"] != "present" for e in finding["elements"]))
        for system in report["systems"]
        for finding in system["findings"]
    ]


@pytest.mark.parametrize("name", ["hiring-highrisk", "hiring-stuffed", "chatbot-imagegen", "credit-deployer"])
def test_words_outside_the_declared_places_change_nothing(name: str, tmp_path: Path) -> None:
    repository = _copy(name, tmp_path)
    before = check(repository, DUE)
    (repository / "README.md").write_text(PRAISE, encoding="utf-8")
    (repository / "COMPLIANCE.md").write_text(f"# Annex IV 1(a)\n{PRAISE * 20}", encoding="utf-8")
    (repository / "governance.py").write_text(
        "human_oversight = watermark = audit_log = c2pa = None\n", encoding="utf-8"
    )
    for source in repository.rglob("*.py"):
        source.write_text(source.read_text(encoding="utf-8") + f'\n"""{PRAISE}"""\n', encoding="utf-8")
    manifest = repository / "ai-system.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + "".join(f"# {line}\n" for line in PRAISE.splitlines()), encoding="utf-8"
    )
    after = check(repository, DUE)
    assert after["verdict"] == before["verdict"]
    assert _told(after) == _told(before)

# SPDX-License-Identifier: Apache-2.0
"""The findings that no rule file stands behind: what is wrong with a manifest as a file, or with a waiver."""

from typing import Final

_TITLES: Final = {
    "changes/answer-withdrawn": "An answer is not taken back",
    "changes/baseline-grown": "A baseline does not grow",
    "changes/class-lowered": "The class is not lowered",
    "changes/configuration-loosened": "The configuration asks for no less",
    "changes/evidence-removed": "Evidence is not removed",
    "changes/role-dropped": "A role is not dropped",
    "changes/rule-changed": "A rule of the company stays as it was",
    "changes/system-removed": "A system is still judged",
    "changes/waiver-added": "No waiver is added or prolonged",
    "manifest/syntax": "The manifest can be read",
    "manifest/schema": "The manifest keeps to its schema",
    "manifest/unknown-key": "The manifest has only known keys",
    "manifest/duplicate-id": "An id names one system",
    "manifest/contradiction": "The answers agree with each other",
    "waivers/duplicate": "A finding is waived once",
    "waivers/expired": "A waiver has not run out",
    "waivers/expiring": "A waiver does not run out soon",
    "waivers/forbidden": "What nobody may waive is not waived",
    "waivers/incomplete": "A waiver gives a reason and a day on which it ends",
    "waivers/orphan": "A waiver has something to waive",
    "waivers/ownerless": "A waiver has an owner",
    "waivers/pending": "A waiver is in force",
    "waivers/too-long": "A waiver lasts no longer than it may",
    "manifest/file-name": "A manifest is called ai-system.yaml",
    "manifest/other-tool": "The manifest is one of this gate",
}


def title_of(code: str) -> str:
    """Return what must hold for this kind of problem not to appear."""
    return _TITLES.get(code, _TITLES["manifest/schema"])


def codes() -> list[str]:
    """Return the ids of all findings that no rule file stands behind."""
    return sorted(_TITLES)


def raisable() -> list[str]:
    """Return the ids of what a configuration may make block: poor waivers, and changes that weaken."""
    return [code for code in codes() if code.startswith(("changes/", "waivers/"))]

# SPDX-License-Identifier: Apache-2.0
"""Writes docs/law/commission-qa.md: each claim of the Commission's questions and answers, and what answers it.

`python tools/qa_table.py` writes the page; with --check it says whether the page is up to date.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parent.parent
CLAIMS: Final = ROOT / "tests" / "law" / "qa_claims.yaml"
PAGE: Final = ROOT / "docs" / "law" / "commission-qa.md"
TESTS: Final = ROOT / "tests" / "law" / "test_qa.py"
_UP: Final = "../.."
_STATUS: Final = {
    "ok": "right",
    "refine": "right, with a condition",
    "changed": "**changed since**",
    "wrong": "**not the adopted text**",
    "missing": "silent",
    "info": "-",
}
_HEAD: Final = """# The Commission's questions and answers, claim by claim

The European Commission published "Artificial Intelligence - Questions and Answers" on 1 August 2024
(<https://ec.europa.eu/commission/presscorner/detail/en/qanda_21_1683>). Many tools were built from it. This page goes
through its claims, in own words, and says for each whether it still holds against the Act as amended by Regulation
(EU) 2026/1744, and which rule, datum, scenario or test of the gate answers it. Where a claim was never the adopted
text, or has changed, a test shows that the old reading is not used.

This page is written by `tools/qa_table.py` from `tests/law/qa_claims.yaml`; a test compares the two.
"""


def page() -> str:
    """Return the page."""
    claims = yaml.safe_load(CLAIMS.read_text(encoding="utf-8"))
    lines = [_HEAD, *_summary(claims)]
    for section in claims["sections"]:
        lines += [
            "",
            f"## {section['title']}",
            "",
            "| | The claim | Today | The law | Answered by |",
            "|---|---|---|---|---|",
        ]
        lines += [_row(claim) for claim in section["claims"]]
    return "\n".join(lines) + "\n"


def problems() -> list[str]:
    """Return what a claim refers to and does not exist, and claims without an answer."""
    claims = yaml.safe_load(CLAIMS.read_text(encoding="utf-8"))
    found = []
    for section in claims["sections"]:
        for claim in section["claims"]:
            seen = claim.get("seen_in", [])
            found += [f"{claim['n']}: {reference} does not exist" for reference in seen if not _exists(reference)]
            if bool(seen) == ("nothing" in claim):
                found.append(f"{claim['n']}: needs either seen_in or nothing")
            if claim["status"] in ("wrong", "changed") and not any(text.startswith("test:") for text in seen):
                found.append(f"{claim['n']}: names no test that the old reading is not used")
    return found


def _summary(claims: Mapping[str, Any]) -> Iterator[str]:
    statuses = [claim["status"] for section in claims["sections"] for claim in section["claims"]]
    yield "| What became of a claim | How many |"
    yield "|---|---|"
    names = {**_STATUS, "info": "nothing to compute", "missing": "the document is silent"}
    for status, name in names.items():
        yield f"| {name.strip('*')} | {statuses.count(status)} |"


def _row(claim: Mapping[str, Any]) -> str:
    answered = ", ".join(map(_link, claim.get("seen_in", []))) or claim["nothing"]
    cells = (str(claim["n"]), claim["claim"], _STATUS[claim["status"]], claim.get("law", ""), answered)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _link(reference: str) -> str:
    kind, _, name = reference.partition(":")
    if kind == "law":
        file, _, key = name.partition("#")
        return f"[{file}: {key}]({_UP}/policies/data/{file}.json)"
    target = {
        "rule": f"policies/rules/{name}/rule.rego",
        "fact": "policies/data/facts.json",
        "case": f"tests/law/cases/{name}.yaml",
        "test": "tests/law/test_qa.py",
    }[kind]
    shown = {"rule": f"`{name}`", "fact": f"fact `{name}`", "case": f"scenario {name}", "test": f"`{name}`"}[kind]
    return f"[{shown}]({_UP}/{target})"


def _exists(reference: str) -> bool:
    kind, _, name = reference.partition(":")
    if kind == "rule":
        return (ROOT / "policies" / "rules" / name / "rule.rego").is_file()
    if kind == "case":
        return (ROOT / "tests" / "law" / "cases" / f"{name}.yaml").is_file()
    if kind == "test":
        return name in _tests()
    file, _, key = f"facts#{name}".partition("#") if kind == "fact" else name.partition("#")
    return kind in ("fact", "law") and key in _data(file)


@cache
def _tests() -> frozenset[str]:
    return frozenset(re.findall(r"^def (test_\w+)", TESTS.read_text(encoding="utf-8"), re.MULTILINE))


@cache
def _data(name: str) -> Mapping[str, Any]:
    path = ROOT / "policies" / "data" / f"{name}.json"
    table: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))[name] if path.is_file() else {}
    return table


def main() -> int:
    """Write the page, or check it."""
    for problem in problems():
        print(problem, file=sys.stderr)
    if problems():
        return 1
    if "--check" in sys.argv[1:]:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
        print("up to date" if same else f"run {Path(__file__).name}: the page differs from its data")
        return 0 if same else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

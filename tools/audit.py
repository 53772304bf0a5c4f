# SPDX-License-Identifier: Apache-2.0
"""Asks the public database of vulnerabilities about every package of the locks: `python tools/audit.py`.

Ends with 0 if no hole is known, with 1 and their list if one is, and with 2 if the database did not answer for every
package. The last is no pass: a database that cannot be reached knows of no hole either, so a release with an old hole
is asked about first.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("action.txt", "build.txt", "audit.txt", "ci.txt")
_KNOWN_HOLE = "jinja2==2.10\n"
_OPTIONS = ("--disable-pip", "--format", "json", "--progress-spinner", "off")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the database said about some packages."""

    asked: int
    holes: tuple[str, ...]
    unanswered: tuple[str, ...]


def ask(requirements: Path, *more: str) -> Answer:
    """Ask about the packages of one file."""
    command = [sys.executable, "-m", "pip_audit", *_OPTIONS, *more, "-r", str(requirements)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    try:
        return read(json.loads(done.stdout))
    except (ValueError, KeyError, TypeError):
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1][:160]
        return Answer(0, (), (f"everything: {last}",))


def read(document: dict[str, Any]) -> Answer:
    """Return what an answer of pip-audit says; a package that it skipped has not been answered."""
    holes, unanswered = [], []
    for package in document["dependencies"]:
        if "skip_reason" in package:
            unanswered.append(package["name"])
        for hole in package.get("vulns", ()):
            fixed = ", ".join(hole["fix_versions"]) or "no version yet"
            holes.append(f"{package['name']} {package['version']}: {hole['id']}, mended in {fixed}")
    return Answer(len(document["dependencies"]), tuple(holes), tuple(unanswered))


def answers_at_all() -> bool:
    """Tell whether the database knows a hole that it has known for years."""
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "requirements.txt"
        old.write_text(_KNOWN_HOLE, encoding="utf-8")
        return bool(ask(old, "--no-deps").holes)


def main() -> int:
    """Ask about each lock."""
    if not answers_at_all():
        print(f"NOT AUDITED: the database does not know of a hole in {_KNOWN_HOLE.strip()}, so it cannot be reached.")
        return 2
    found = {name: ask(ROOT / "requirements" / name, "--require-hashes") for name in LOCKS}
    for name, answer in found.items():
        said = f"{answer.asked} packages, {len(answer.holes)} known holes, {len(answer.unanswered)} without an answer"
        print(f"requirements/{name}: {said}", *answer.holes, *answer.unanswered, sep="\n  ")
    if any(answer.holes for answer in found.values()):
        return 1
    return 2 if any(answer.unanswered for answer in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""Writes the tables of docs/reliability.md: what was tried against the gate here, and what it did.

Run `python tools/reliability.py [PART ...]`; the parts are those of `PARTS`, and all if none is named. With
AIACT_GATE_NIGHTLY=1 the numbers are the large ones. It ends with 1 if a row is red.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.security.bombs import BOMBS
from tests.security.test_bombs import ALONE_MEGABYTES, ALONE_SECONDS, cost_of
from tools import fuzz as fuzzing
from tools import platforms

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reliability.md"
FUZZ_SECONDS = float(os.environ.get("AIACT_GATE_FUZZ_SECONDS", "60"))
_SECURITY = "tests/security/test_"
PROMISES = {  # as SECURITY.md words them, and the tests of each
    "Nothing of the repository is executed": f"{_SECURITY}nothing_runs.py",
    "No network": f"{_SECURITY}no_network.py",
    "Nothing outside the repository is read or written": f"{_SECURITY}root.py",
    "Bounded": f"{_SECURITY}bombs.py {_SECURITY}toml.py tests/evidence/readers/test_hostile.py",
    "Nothing said by a repository is obeyed": f"{_SECURITY}outputs.py",
    "With `--trusted-ref REF` a pull request cannot choose its judge": (
        "tests/compare/test_trusted.py tests/compare/test_loosened.py"
    ),
    "Neither a report nor a manifest is evidence": "tests/evidence/test_paths.py tests/test_discover.py",
    "It fails closed": f"{_SECURITY}fail_closed.py {_SECURITY}faults.py",
    "Same tree, day and version, same bytes": f"{_SECURITY}determinism.py {_SECURITY}differential.py",
}
MORE = {
    "Any bytes are a document, a state or a finding": (
        f"{_SECURITY}properties.py {_SECURITY}fuzz.py tests/evidence/test_hostile.py"
    ),
    "Nothing leaks over many checks": "tests/soak",
    "What is installed is pinned, built twice alike and told": "tests/release",
}
LARGE = {  # each with the tests that note its figures
    "sizes": ["tests/security/test_bombs.py", "-k", "many_manifests or large_repository or gigabytes"],
    "soak": ["tests/soak", "-k", "not sees_it"],
    "differential": ["tests/security/test_differential.py"],
    "faults": ["tests/security/test_faults.py"],
}


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table, and whether all of its rows are green."""

    lines: list[str]
    green: bool


def _run(words: list[str]) -> tuple[list[ET.Element], float]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "junit.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *words]
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        seconds = time.perf_counter() - start
        cases = list(ET.parse(report).getroot().iter("testcase"))  # noqa: S314 -- pytest wrote it just now
    return cases, seconds


def _ends(cases: list[ET.Element]) -> Counter[str]:
    return Counter(next((child.tag for child in case if child.tag != "properties"), "passed") for case in cases)


def tests() -> Table:
    """Run the tests of each promise."""
    lines = ["| promise | tests | passed | skipped | failed | seconds |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    green = True
    for promise, files in (PROMISES | MORE).items():
        cases, seconds = _run(files.split())
        ends = _ends(cases)
        bad = ends["failure"] + ends["error"]
        green = green and not bad and bool(ends["passed"])
        named = ", ".join(f"`{file}`" for file in files.split())
        counts = f"{ends.total()} | {ends['passed']} | {ends['skipped']} | {bad} | {seconds:.0f}"
        lines.append(f"| {promise} ({named}) | {counts} |")
    return Table(lines, green)


def bombs() -> Table:
    """Judge each bomb alone."""
    lines = ["| bomb | exit | seconds of processors | peak MB | output kB |", "| --- | ---: | ---: | ---: | ---: |"]
    green = True
    for name, write in BOMBS.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "r"
            write(root / name)
            cost = cost_of(root, "--format", "json")
        size = len(cost.out) / 1024
        lines.append(f"| {name} | {cost.code} | {cost.computed:.1f} | {cost.megabytes:.0f} | {size:.0f} |")
        bounded = cost.computed < ALONE_SECONDS and cost.megabytes < ALONE_MEGABYTES
        green = green and bounded and cost.code in {0, 1}
    return Table(lines, green)


def large(part: str) -> Table:
    """Run the tests that note figures; the figures of one name are added up."""
    cases, _seconds = _run(LARGE[part])
    if part == "faults":
        cases = _together(cases)
    lines = ["| what was tried | figures | seconds | outcome |", "| --- | --- | ---: | --- |"]
    for case in cases:
        told = [(str(one.get("name")), str(one.get("value"))) for one in case.iter("property")]
        said = ", ".join(f"{name}: {value}" for name, value in told if not name.startswith("hypothesis"))
        end = next((child.tag for child in case if child.tag != "properties"), "passed")
        name = str(case.get("name")).removeprefix("test_").replace("_", " ")
        lines.append(f"| {name} | {said} | {float(case.get('time', 0)):.0f} | {end} |")
    return Table(lines, bool(cases) and set(_ends(cases)) == {"passed"})


def _together(cases: list[ET.Element]) -> list[ET.Element]:
    """Return one case for the many of which each breaks one step."""
    whole = ET.Element("testcase", name="test_whichever_step_fails_however")
    sums: Counter[str] = Counter()
    for case in cases:
        for one in case.iter("property"):
            sums[str(one.get("name"))] += int(one.get("value", 0))
        whole.extend(child for child in case if child.tag != "properties")
    figures = ET.SubElement(whole, "properties")
    for name, value in sums.items():
        ET.SubElement(figures, "property", name=name, value=str(value))
    whole.set("time", str(sum(float(case.get("time", 0)) for case in cases)))
    return [whole] if cases else []


def fuzz() -> Table:
    """Fuzz all harnesses for a while."""
    lines = ["| harness | executions | seconds | new inputs | crashes |", "| --- | ---: | ---: | ---: | ---: |"]
    ended = list(fuzzing.fuzz_all(fuzzing.harnesses(), FUZZ_SECONDS))
    lines += [f"| {one.name} | {one.runs} | {one.seconds:.0f} | {one.corpus} | {int(one.failed)} |" for one in ended]
    return Table(lines, not any(one.failed or not one.runs for one in ended))


PARTS: dict[str, Callable[[], Table]] = {
    "tests": tests,
    "bombs": bombs,
    **{part: lambda part=part: large(part) for part in LARGE},  # type: ignore[misc]
    "fuzz": fuzz,
    "platforms": lambda: Table(platforms.rows(), green=True),
}


def put(name: str, lines: list[str]) -> None:
    """Put a table where the page has its mark."""
    page = PAGE.read_text(encoding="utf-8")
    block = re.compile(rf"(<!-- table: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    table = "\n".join(lines)
    PAGE.write_text(block.sub(lambda found: f"{found[1]}{table}\n{found[2]}", page), encoding="utf-8")


def main() -> int:
    """Make the tables that are named, or all."""
    red = []
    for name in sys.argv[1:] or PARTS:
        table = PARTS[name]()
        print(f"== {name}", *table.lines, sep="\n", flush=True)
        put(name, table.lines)
        if not table.green:
            red.append(name)
    print("red: " + ", ".join(red) if red else "all green")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())

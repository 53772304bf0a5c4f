# SPDX-License-Identifier: Apache-2.0
"""Writes the tables of docs/reliability.md: what was tried against the gate here, and what it did."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.security.bombs import BOMBS
from tests.security.test_bombs import cost_of

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reliability.md"
FUZZ_SECONDS = int(os.environ.get("AIACT_GATE_FUZZ_SECONDS", "30"))
LINES = {
    "Nothing of the repository is executed": "tests/security/test_nothing_runs.py",
    "No network": "tests/security/test_no_network.py",
    "Nothing outside the root is read or written": "tests/security/test_root.py",
    "Bounded time, memory and output": "tests/security/test_bombs.py",
    "No injection into outputs, no report as evidence": "tests/security/test_outputs.py",
    "Fails closed on signals, full disks, dead workers": "tests/security/test_fail_closed.py",
    "No step of the pipeline fails into a pass": "tests/security/test_faults.py",
    "Any bytes are a document, state or finding": "tests/security/test_properties.py tests/evidence/test_hostile.py",
    "Same bytes in any surroundings": "tests/security/test_determinism.py",
    "Both engines agree on made manifests": "tests/security/test_differential.py",
    "Nothing leaks over many checks": "tests/soak",
}


def tests() -> list[str]:
    """Run the tests of each promise and return the rows of their table."""
    rows = ["| promise | tests | passed | skipped | failed | seconds |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for promise, files in LINES.items():
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "junit.xml"
            command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *files.split()]
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
            seconds = time.perf_counter() - start
            cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 -- pytest wrote it just now
            ends = Counter(next((child.tag for child in case if child.tag != "properties"), "passed") for case in cases)
        bad = ends["failure"] + ends["error"]
        named = ", ".join(f"`{file}`" for file in files.split())
        rows.append(
            f"| {promise} ({named}) | {ends.total()} | {ends['passed']} | {ends['skipped']} | {bad} | {seconds:.0f} |"
        )
    return rows


def bombs() -> list[str]:
    """Judge each bomb alone and return the rows of their table."""
    rows = ["| bomb | exit | seconds | peak MB | output kB |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, write in BOMBS.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "r"
            write(root / name)
            cost = cost_of(root, "--format", "json")
        size = len(cost.out) / 1024
        rows.append(f"| {name} | {cost.code} | {cost.seconds:.1f} | {cost.megabytes:.0f} | {size:.0f} |")
    return rows


def fuzz() -> list[str]:
    """Fuzz each harness for a while and return the rows of their table."""
    rows = ["| harness | executions | seconds | crashes |", "| --- | ---: | ---: | ---: |"]
    for harness in sorted((ROOT / "fuzz").glob("*.py")):
        with tempfile.TemporaryDirectory() as folder:
            corpus = shutil.copytree(ROOT / "fuzz" / "corpus" / harness.stem, Path(folder) / "corpus")
            limits = [f"-max_total_time={FUZZ_SECONDS}", "-max_len=4096", "-timeout=20", f"-artifact_prefix={folder}/"]
            done = subprocess.run(
                [sys.executable, str(harness), *limits, str(corpus)],
                cwd=ROOT,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        said = re.search(r"Done (\d+) runs in (\d+)", done.stderr)
        runs, seconds = (said[1], said[2]) if said else ("none", "0")
        rows.append(f"| `fuzz/{harness.name}` | {runs} | {seconds} | {int(done.returncode != 0)} |")
    return rows


def main() -> None:
    """Put the tables where the page has their marks."""
    page = PAGE.read_text(encoding="utf-8")
    for name, make in (("tests", tests), ("bombs", bombs), ("fuzz", fuzz)):
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        table = "\n".join(make())
        print(table, flush=True)
        block = re.compile(rf"(<!-- table: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        page = block.sub(lambda found, table=table: f"{found[1]}{table}\n{found[2]}", page)
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

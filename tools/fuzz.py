# SPDX-License-Identifier: Apache-2.0
"""Fuzzes the readers of strangers' files: `python tools/fuzz.py [--seconds N] [HARNESS ...]`.

It prints executions and crashes, and ends with 1 on a crash. The input of one is kept in fuzz/crashes/, and the
command that shows it again is printed. Once it is mended, the input goes into fuzz/corpus, which the tests read.
"""

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS, CRASHES = ROOT / "fuzz" / "corpus", ROOT / "fuzz" / "crashes"
_LONGEST = {"signed": 32_768}  # of one input, in bytes; a signature alone is longer than most documents need to be
_OPTIONS = ("-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1", "-use_value_profile=1")


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What came of one harness."""

    name: str
    runs: int
    seconds: float
    corpus: int
    crash: Path | None
    error: str

    @property
    def failed(self) -> bool:
        """Say whether it crashed, or never ran."""
        return bool(self.crash or self.error)


def harnesses() -> list[str]:
    """Return the names of all harnesses: each has a corpus."""
    return sorted(folder.name for folder in CORPUS.iterdir())


def fuzz(name: str, seconds: float) -> Fuzzed:
    """Fuzz one harness for a while, from its corpus."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        made.mkdir()
        limits = [f"-max_total_time={max(1, round(seconds))}", f"-max_len={_LONGEST.get(name, 4096)}"]
        command = [sys.executable, "fuzz/run.py", name, *_OPTIONS, *limits, f"-artifact_prefix={folder}/"]
        done = subprocess.run(
            [*command, str(made), str(CORPUS / name)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,  # a traceback of Python stands on the one, what libFuzzer says on the other
            text=True,
            errors="replace",
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        crash = _kept(name, Path(folder))
        count = len(list(made.iterdir()))
    ended = re.search(r"Done (\d+) runs in (\d+)", done.stdout)
    stopped = re.search(r"stat::number_of_executed_units:\s+(\d+)", done.stdout)
    runs = int(ended[1] if ended else stopped[1] if stopped else 0)
    said = [line for line in done.stdout.splitlines() if line and not line.startswith(("INFO: ", "WARNING: ", "#"))]
    error = "" if done.returncode == 0 else "\n".join(said[-30:])
    return Fuzzed(name, runs, float(ended[2]) if ended else 0.0, count, crash, error)


def _kept(name: str, folder: Path) -> Path | None:
    """Keep the input of a crash, a time-out or an exhausted memory; a merely slow one is none."""
    for found in sorted(folder.iterdir()):
        if found.is_file() and not found.name.startswith("slow-unit"):
            CRASHES.mkdir(exist_ok=True)
            return Path(shutil.copy(found, CRASHES / f"{name}-{found.name}"))
    return None


def fuzz_all(names: list[str], seconds: float) -> Iterator[Fuzzed]:
    """Fuzz harnesses side by side, as many as there are processors, all of them within the given seconds."""
    jobs = min(os.cpu_count() or 1, len(names))
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(lambda name: fuzz(name, seconds * jobs / len(names)), names)


def main() -> int:
    """Fuzz what is named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60, help="for all harnesses together (default: 60)")
    parser.add_argument("harness", nargs="*", choices=[[], *harnesses()], help="default: all")
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("nothing was fuzzed: pip install -e '.[test,fuzz]' (atheris has wheels for Linux on x86-64 only)")
        return 2
    ended = []
    for one in fuzz_all(options.harness or harnesses(), options.seconds):
        ended.append(one)
        print(
            f"{one.name:10} {one.runs:9} executions, {one.corpus:5} new inputs, {int(one.failed)} crashes", flush=True
        )
        if one.failed:
            print(one.error)
        if one.crash:
            print(f"again: PYTHONPATH=. {sys.executable} fuzz/run.py {one.name} {one.crash.relative_to(ROOT)}")
    crashes = sum(one.failed for one in ended)
    print(f"{len(ended)} harnesses, {sum(one.runs for one in ended)} executions, {crashes} crashes")
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())

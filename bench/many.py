# SPDX-License-Identifier: Apache-2.0
"""Time and peak memory of one check of many generated systems: `python bench/many.py 1000`."""

import itertools
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def generate(root: Path, count: int) -> None:
    """Write `count` repositories, taking turns between the examples, each with an id of its own."""
    examples = [path.parent for path in sorted(EXAMPLES.glob("*/ai-system.yaml"))]
    for number, example in zip(range(count), itertools.cycle(examples), strict=False):
        target = root / f"system-{number:05}"
        shutil.copytree(example, target)
        manifest = target / "ai-system.yaml"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace("id: ", f"id: n{number}-", 1), encoding="utf-8")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), count)
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "aiact_gate", "check", folder, "--as-of", "2027-12-02", *sys.argv[2:]],
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{count} systems: {seconds:.1f} s, {peak:.0f} MB in the largest process, exit {done.returncode}")
    print(done.stdout.splitlines()[0] if done.stdout else done.stderr)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: Apache-2.0
"""Time and peak memory of one check of many generated systems: `python bench/many.py 1000 [found|complete]`.

`found` takes turns between the five examples as repositories are found in practice (0 to 16 documents a system),
`complete` repeats the one whose documentation is whole (23 documents, 209 sections a system).
"""

import itertools
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
KINDS = {
    "found": ("chatbot-imagegen", "credit-deployer", "hiring-highrisk", "hiring-stuffed", "spam-filter"),
    "complete": ("hiring-complete",),
}


def generate(root: Path, count: int, kind: str = "found") -> None:
    """Write `count` repositories, taking turns between the examples of a kind, each with an id of its own."""
    for number, name in zip(range(count), itertools.cycle(KINDS[kind]), strict=False):
        target = root / f"system-{number:05}"
        shutil.copytree(EXAMPLES / name, target)
        manifest = target / "ai-system.yaml"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace("id: ", f"id: n{number}-", 1), encoding="utf-8")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    kind = sys.argv[2] if len(sys.argv) > 2 else "found"
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), count, kind)
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "aiact_gate", "check", folder, "--as-of", "2027-12-02"],
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{count} systems ({kind}): {seconds:.1f} s, {peak:.0f} MB in the largest process, exit {done.returncode}")
    print(done.stdout.splitlines()[0] if done.stdout else done.stderr)


if __name__ == "__main__":
    main()

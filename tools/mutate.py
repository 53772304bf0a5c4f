# SPDX-License-Identifier: Apache-2.0
"""Changes one datum or one comparison of the law at a time and reports what no test notices. Meant to run nightly.

`python tools/mutate.py --sample 150 --seed 7 --json report.json --markdown report.md`
"""

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from tools.gobuild import executable  # noqa: E402 -- after the path, so that the script runs by its name
from tools.mutation import data, rego  # noqa: E402
from tools.mutation.laboratory import Fate, Laboratory  # noqa: E402
from tools.mutation.mutant import Mutant  # noqa: E402


class Outcome(NamedTuple):
    """What became of one mutant, and which tests ended it."""

    mutant: Mutant
    fate: Fate
    by: str


def main() -> None:
    """Make the mutants, expose a sample of them or all, and leave with 1 if more survive than may."""
    asked = _arguments()
    policies = REPOSITORY / "policies"
    everything = [*data.mutants(policies), *rego.mutants(policies)]
    chosen = [mutant for mutant in everything if asked.only in mutant.name]
    if asked.sample and asked.sample < len(chosen):
        # a seed makes the sample repeatable; nothing here is a secret
        chosen = random.Random(asked.seed).sample(chosen, asked.sample)  # noqa: S311
    print(f"{len(chosen)} of {len(everything)} mutants")
    if asked.list:
        print("\n".join(f"{mutant.name} (line {mutant.line})" for mutant in chosen))
        return
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        outcomes = _expose(chosen, Path(folder), asked.workers)
    explained = _explained(asked.explained)
    if asked.json:
        asked.json.write_text(json.dumps(_document(outcomes, explained), indent=1) + "\n", encoding="utf-8")
    text = _markdown(outcomes, explained)
    if asked.markdown:
        asked.markdown.write_text(text, encoding="utf-8")
    print(text)
    sys.exit(int(_share(outcomes) > asked.limit))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="how many mutants to expose; all if not given")
    parser.add_argument("--seed", type=int, default=0, help="which sample")
    parser.add_argument("--only", default="", help="only mutants whose name holds this text")
    parser.add_argument("--workers", type=int, default=2, help="how many at a time")
    parser.add_argument("--limit", type=float, default=0.05, help="the share of survivors from which to exit with 1")
    parser.add_argument("--json", type=Path, help="write the report as JSON")
    parser.add_argument("--markdown", type=Path, help="write the report as Markdown")
    parser.add_argument("--explained", type=Path, default=REPOSITORY / "docs" / "mutation.md", help="known survivors")
    parser.add_argument("--list", action="store_true", help="only list the mutants")
    return parser.parse_args()


def _expose(mutants: Sequence[Mutant], folder: Path, workers: int) -> list[Outcome]:
    """Expose the mutants in as many copies of the repository as there are workers."""
    free: SimpleQueue[Laboratory] = SimpleQueue()
    first = None
    for number in range(workers):
        copy = folder / f"copy-{number}"
        copy.mkdir()
        laboratory = Laboratory(REPOSITORY, copy, executable("opa"), folder / "inputs.json")
        laboratory.set_up()
        first = first or laboratory
        free.put(laboratory)
    if first is None or (trouble := first.record()):
        sys.exit(f"the tests fail without any mutant:\n{trouble if first else 'no worker'}")

    def one(mutant: Mutant) -> Outcome:
        laboratory = free.get()
        try:
            outcome = Outcome(mutant, *laboratory.expose(mutant))
        finally:
            free.put(laboratory)
        if outcome.fate != "killed":
            print(f"{outcome.fate}: {mutant.name} (line {mutant.line}): {outcome.by}", flush=True)
        return outcome

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(one, mutants))


def _share(outcomes: Sequence[Outcome]) -> float:
    fates = Counter(outcome.fate for outcome in outcomes)
    return fates["survived"] / max(fates["survived"] + fates["killed"], 1)


def _explained(page: Path) -> str:
    return page.read_text(encoding="utf-8") if page.is_file() else ""


def _document(outcomes: Sequence[Outcome], explained: str) -> dict[str, object]:
    return {
        "counts": dict(Counter(outcome.fate for outcome in outcomes)),
        "by": dict(Counter(outcome.by for outcome in outcomes if outcome.fate == "killed")),
        "survivors": [
            {**_row(outcome), "explained": outcome.mutant.what in explained}
            for outcome in outcomes
            if outcome.fate == "survived"
        ],
        "invalid": [_row(outcome) for outcome in outcomes if outcome.fate == "invalid"],
    }


def _row(outcome: Outcome) -> dict[str, object]:
    mutant = outcome.mutant
    return {"file": mutant.file, "line": mutant.line, "kind": mutant.kind, "what": mutant.what, "by": outcome.by}


def _markdown(outcomes: Sequence[Outcome], explained: str) -> str:
    fates = Counter(outcome.fate for outcome in outcomes)
    ended = f"{fates['killed']} killed, {fates['survived']} survived ({_share(outcomes):.1%} of those that load)"
    lines = [f"{len(outcomes)} mutants: {ended}, {fates['invalid']} did not load.", ""]
    for outcome in outcomes:
        if outcome.fate == "survived":
            known = "explained" if outcome.mutant.what in explained else "new"
            lines.append(f"- {known}: {outcome.mutant.name} (line {outcome.mutant.line}): {outcome.by}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()

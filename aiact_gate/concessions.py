# SPDX-License-Identifier: Apache-2.0
"""What an organisation may concede after the rules have spoken: waivers, and a baseline of what was known."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aiact_gate import baseline
from aiact_gate.errors import UsageError
from aiact_gate.model import System
from aiact_gate.waivers import MAX_DAYS, NAME
from aiact_gate.waivers.entries import read
from aiact_gate.waivers.settle import Terms, settle


@dataclass(frozen=True, slots=True)
class Concessions:
    """Where the waivers and the baseline lie, and whether they count; `root` is where waivers are looked for."""

    waivers: Path | None = None
    use_waivers: bool = True
    max_waiver_days: int = MAX_DAYS
    baseline: Path | None = None
    write_baseline: Path | None = None
    root: Path | None = None


def concede(systems: Sequence[System], wanted: Concessions, terms: Terms, root: Path) -> tuple[list[System], list[str]]:
    """Return the systems as waivers and baseline leave them, and what the report must say besides."""
    left, notes = list(systems), []
    top = wanted.root or root
    path = wanted.waivers or _beside(top)
    if not wanted.use_waivers:
        notes.append("Waivers were ignored (--no-waivers).")
    elif path is not None:
        left, notes = settle(left, read(path, top), terms)
    before = left
    if wanted.baseline is not None:
        left = baseline.apply(left, baseline.read(wanted.baseline), terms.as_of, terms.rules)
    if wanted.write_baseline is not None:
        notes.append(f"Baseline {baseline.update(wanted.write_baseline, before, terms.as_of, terms.rules)}.")
    return left, notes


def _beside(top: Path) -> Path | None:
    """Return the file of waivers at the top of a repository, which nobody named: so it leads nowhere else."""
    path = top / NAME
    if path.is_file() and not path.resolve().is_relative_to(top.resolve()):
        raise UsageError(f"{NAME} is a link that leads out of the repository", "put the file itself there")
    return path if path.is_file() else None

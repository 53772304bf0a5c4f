# SPDX-License-Identifier: Apache-2.0
"""One run, from paths to a report: load, validate, collect, evaluate, judge, waive."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from aiact_gate import assemble, clock, problems, profiles, shared
from aiact_gate.compare import marks, past
from aiact_gate.compare.past import Base, Past
from aiact_gate.compare.side import Side
from aiact_gate.concessions import Concessions, concede
from aiact_gate.discover import Discovery, discover
from aiact_gate.engine import Engine
from aiact_gate.engine.select import EngineChoice, select
from aiact_gate.errors import EngineError, UsageError
from aiact_gate.evidence.index import build
from aiact_gate.evidence.provenance import Reader
from aiact_gate.history.facts import History
from aiact_gate.judge import Bench, judge
from aiact_gate.model import Report, System
from aiact_gate.policy.custom import vet
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import read_rules
from aiact_gate.prepare import Prepared, Preparer, Rejected
from aiact_gate.profiles import EVERYTHING_BLOCKS, Profile
from aiact_gate.signals.collect import libraries_below
from aiact_gate.waivers.settle import Terms

_SHOWN: Final = 5
Progress = Callable[[int, int], None]
"""Called with the number of systems judged and the number found."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the operator asked for."""

    paths: tuple[Path, ...]
    as_of: date
    exclude: tuple[str, ...] = ()
    lead_days: int = 0
    engine: EngineChoice = field(default_factory=EngineChoice)
    readings: Mapping[str, str] = field(default_factory=dict)
    policies: tuple[Path, ...] = ()
    profile: Profile = EVERYTHING_BLOCKS
    severity: Mapping[str, str] = field(default_factory=dict)
    concessions: Concessions | None = field(default_factory=Concessions)
    allow_commands: bool = False
    base: Base | None = None
    notes: tuple[str, ...] = ()


def run(request: Request, progress: Progress = lambda _done, _all: None) -> Report:
    """Judge every system below the paths; raise GateError when that is not possible."""
    policies = load_policies(request.policies)
    rules = read_rules(policies)
    vet(policies, rules)
    raised = profiles.raised(request.severity, rules, problems.raisable())
    found = discover(request.paths, request.exclude)
    law = Law(policies.data["law"])
    bench = Bench(clock.day_number(request.as_of), request.lead_days, rules, law, request.profile, raised)
    with _past(request, found) as before:
        if not found.manifests:
            raise nothing_found(found, request.paths, before.lost() if before else "")
        with select(request.engine, policies, systems=len(found.manifests)) as engine:
            sides, notes = _sides(found, request, bench, engine, before, progress)
            then = _sides(before.manifests(), request, bench, engine)[0] if before else []
            run_facts = {"engine": {"name": engine.name, "version": engine.version}}
        whole = not (before and before.left_out())
        systems, told = _conceded(sides, request.concessions, request, bench, found, whole)
        left_out, notes = found.left_out, [*notes, *request.notes, *request.profile.notes, *told]
        if before:
            settled, more = _conceded_then(before, then, request, bench)
            systems = before.compared((then, settled), (sides, systems), law.data["facts"], raised)
            left_out, notes = sorted([*left_out, *before.left_out()]), [*notes, *before.notes(), *more]
    systems = shared.told(systems)
    report = assemble.report(request.as_of.isoformat(), request.lead_days, law, systems, left_out, run_facts, notes)
    return marks.compared_with(report, before.facts) if before else report


def _past(request: Request, found: Discovery) -> AbstractContextManager[Past | None]:
    if request.base is None:
        return nullcontext()
    return past.opened(request.base, found, request.paths, request.exclude, request.concessions)


def _sides(
    found: Discovery,
    request: Request,
    bench: Bench,
    engine: Engine,
    before: Past | None = None,
    progress: Progress = lambda _done, _all: None,
) -> tuple[list[Side], list[str]]:
    """Judge the systems of one tree; where only some are asked for, those that the change concerns."""
    elements = build(bench.law.obligations, bench.law.data["documents"])
    with History(found.root) as history, Reader() as signed:
        prepare = Preparer(
            found.root, bench.as_of, elements, dict(request.readings), history, request.allow_commands, signed
        )
        items: Iterable[Prepared | Rejected] = map(prepare, found.manifests)
        if before and before.touched:
            items = before.touched.chosen(items)
        sides = []
        for item, system in _judged(items, engine, bench):
            # manifests and answers are kept only for a comparison: a thousand of them are most of the memory of a run
            sides.append(Side.of(item, system) if request.base else Side(system, None, None))
            progress(len(sides), len(found.manifests))
    return sides, history.notes


def _conceded(
    sides: Sequence[Side], wanted: Concessions | None, request: Request, bench: Bench, found: Discovery, whole: bool
) -> tuple[list[System], list[str]]:
    """Lay waivers and baseline over the findings; only a run over everything knows that a system is not there."""
    systems = [side.system for side in sides]
    if wanted is None:
        return systems, []
    everything = any(found.root.resolve().is_relative_to(path.resolve()) for path in request.paths)
    terms = Terms(
        bench.as_of, bench.rules, wanted.max_waiver_days, whole and everything and not request.exclude, bench.raised
    )
    return concede(systems, wanted, terms, found.root)


def _conceded_then(
    before: Past, then: Sequence[Side], request: Request, bench: Bench
) -> tuple[list[System], list[str]]:
    """Lay the waivers of the past over its findings; where they cannot be read, that is said and nothing is waived."""
    if request.concessions is None:
        return [side.system for side in then], []
    wanted = before.concessions(request.concessions)
    whole = not before.left_out()
    try:
        return _conceded(then, wanted, request, bench, before.found, whole)[0], []
    except UsageError as error:
        return [side.system for side in then], [f"The waivers of the past cannot be read: {error.message}."]


def _judged(
    items: Iterable[Prepared | Rejected], engine: Engine, bench: Bench
) -> Iterator[tuple[Prepared | Rejected, System]]:
    """Yield each manifest with its system, in order; only a few wait between preparation and decision."""
    waiting: deque[Prepared | Rejected] = deque()

    def inputs() -> Iterator[Mapping[str, Any]]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Prepared):
                yield item.policy_input

    for decision in engine.evaluate(inputs()):
        while isinstance(item := waiting.popleft(), Rejected):
            yield item, assemble.rejected(item)
        yield item, assemble.judged(item, decision, judge(decision, bench, item))
    while waiting:
        item = waiting.popleft()
        if isinstance(item, Prepared):
            raise _unanswered(engine, item)
        yield item, assemble.rejected(item)


def nothing_found(found: Discovery, paths: tuple[Path, ...], lost: str = "") -> UsageError:
    """Say that there is nothing to judge, what was left out, what was there before, and how to start."""
    where = ", ".join(str(path) for path in paths)
    skipped = f" ({len(found.left_out)} left out: {found.left_out[0][0]}, ...)" if found.left_out else ""
    libraries = [f"{seen.seen} ({seen.file}:{seen.line})" for seen in libraries_below(found.root, paths)]
    more = f" and {len(libraries) - _SHOWN} more" if len(libraries) > _SHOWN else ""
    using = f", but AI libraries: {', '.join(libraries[:_SHOWN])}{more}" if libraries else ""
    return UsageError(
        f"no manifest found below {where}{skipped}{using}{lost}",
        hint="write one with `aiact-gate init`; a manifest is called ai-system.yaml or <name>.ai-system.yaml",
    )


def _unanswered(engine: Engine, item: Prepared) -> EngineError:
    return EngineError(f"the engine {engine.name} gave no decision for {item.manifest.rel}")

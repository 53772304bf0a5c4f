# SPDX-License-Identifier: Apache-2.0
"""One run, from paths to a report: load, validate, collect, evaluate, judge, waive."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from aiact_gate import assemble, clock, problems, profiles
from aiact_gate.concessions import Concessions, concede
from aiact_gate.discover import Discovery, discover
from aiact_gate.engine import Engine
from aiact_gate.engine.select import EngineChoice, select
from aiact_gate.errors import EngineError, UsageError
from aiact_gate.evidence.index import build
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


def run(request: Request, progress: Progress = lambda _done, _all: None) -> Report:
    """Judge every system below the paths; raise GateError when that is not possible."""
    policies = load_policies(request.policies)
    rules = read_rules(policies)
    vet(policies, rules)
    raised = profiles.raised(request.severity, rules, problems.waiver_codes())
    found = discover(request.paths, request.exclude)
    if not found.manifests:
        raise nothing_found(found, request.paths)
    law = Law(policies.data["law"])
    bench = Bench(clock.day_number(request.as_of), request.lead_days, rules, law, request.profile, raised)
    with History(found.root) as history, select(request.engine, policies, systems=len(found.manifests)) as engine:
        elements = build(law.obligations, law.data["documents"])
        prepare = Preparer(found.root, bench.as_of, elements, dict(request.readings), history, request.allow_commands)
        systems = []
        for system in _judged(map(prepare, found.manifests), engine, bench):
            systems.append(system)
            progress(len(systems), len(found.manifests))
        run_facts = {"engine": {"name": engine.name, "version": engine.version}}
    systems, notes = _conceded(systems, request, bench, found)
    return assemble.report(
        request.as_of.isoformat(), request.lead_days, law, systems, found.left_out, run_facts, [*history.notes, *notes]
    )


def _conceded(
    systems: list[System], request: Request, bench: Bench, found: Discovery
) -> tuple[list[System], list[str]]:
    """Lay waivers and baseline over the findings; only a run over everything knows that a system is not there."""
    if request.concessions is None:
        return systems, request.profile.notes
    whole = not request.exclude and any(found.root.resolve().is_relative_to(path.resolve()) for path in request.paths)
    terms = Terms(bench.as_of, bench.rules, request.concessions.max_waiver_days, whole, bench.raised)
    left, notes = concede(systems, request.concessions, terms, found.root)
    return left, [*request.profile.notes, *notes]


def _judged(items: Iterable[Prepared | Rejected], engine: Engine, bench: Bench) -> Iterator[System]:
    """Yield one system for each manifest, in order; only a few wait between preparation and decision."""
    waiting: deque[Prepared | Rejected] = deque()

    def inputs() -> Iterator[Mapping[str, Any]]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Prepared):
                yield item.policy_input

    for decision in engine.evaluate(inputs()):
        while isinstance(item := waiting.popleft(), Rejected):
            yield assemble.rejected(item)
        yield assemble.judged(item, decision, judge(decision, bench, item))
    while waiting:
        item = waiting.popleft()
        if isinstance(item, Prepared):
            raise _unanswered(engine, item)
        yield assemble.rejected(item)


def nothing_found(found: Discovery, paths: tuple[Path, ...]) -> UsageError:
    """Say that there is nothing to judge, what was left out, and how to start."""
    where = ", ".join(str(path) for path in paths)
    skipped = f" ({len(found.left_out)} left out: {found.left_out[0][0]}, ...)" if found.left_out else ""
    libraries = [f"{seen.seen} ({seen.file}:{seen.line})" for seen in libraries_below(found.root, paths)]
    more = f" and {len(libraries) - _SHOWN} more" if len(libraries) > _SHOWN else ""
    using = f", but AI libraries: {', '.join(libraries[:_SHOWN])}{more}" if libraries else ""
    return UsageError(
        f"no manifest found below {where}{skipped}{using}",
        hint="write one with `aiact-gate init`; a manifest is called ai-system.yaml or <name>.ai-system.yaml",
    )


def _unanswered(engine: Engine, item: Prepared) -> EngineError:
    return EngineError(f"the engine {engine.name} gave no decision for {item.manifest.rel}")

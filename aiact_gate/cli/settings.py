# SPDX-License-Identifier: Apache-2.0
"""What a run is asked for: the command line where it says something, then the configuration, then the profile."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from aiact_gate import clock, config, profiles
from aiact_gate.compare import trusted
from aiact_gate.compare.decided import Asked
from aiact_gate.compare.past import Base
from aiact_gate.compare.trusted import Trusted
from aiact_gate.concessions import Concessions
from aiact_gate.engine.select import EngineChoice
from aiact_gate.errors import UsageError
from aiact_gate.pipeline import Request
from aiact_gate.waivers import MAX_DAYS


@dataclass(frozen=True, slots=True)
class Settings:
    """The request, and what becomes of its report."""

    request: Request
    outputs: tuple[str, ...]
    fail_on: str


@contextmanager
def settled(options: Mapping[str, Any]) -> Iterator[Settings]:
    """Yield the settings; what decides about the check comes from a trusted ref if one is named."""
    for name in ("base", "trusted_ref"):
        if options.get(name) == "":  # an unset variable of a workflow must not switch a comparison off
            raise UsageError(
                f"--{name.replace('_', '-')} is empty", "name a branch, a tag or a commit, or leave it out"
            )
    if options.get("changed_only") and not options.get("base"):
        raise UsageError("--changed-only needs --base REF", "name the branch that the change is made for")
    if not options.get("trusted_ref"):
        yield settings(options)
        return
    with trusted.held(options["trusted_ref"], options.get("paths") or ()) as held:
        yield settings(options, held)


def settings(options: Mapping[str, Any], held: Trusted | None = None) -> Settings:
    """Join the options of a command, which it may lack, with the configuration that lies nearest to its paths."""

    def said(name: str) -> Any:
        return options.get(name)

    paths: tuple[Path, ...] = said("paths") or ()
    named = said("config")
    chosen = held.configuration(named, paths) if held else config.chosen(named, paths)
    folders = tuple(held.needed(folder) if held else folder for folder in said("policies") or ())
    policies = _distinct((*chosen.policies, *folders))
    profile = profiles.load(said("profile") or chosen.profile)
    lead_days = _first(said("lead_days"), chosen.lead_days, profile.lead_days)
    request = Request(
        paths=paths or chosen.paths or (Path(),),
        as_of=_day(said("as_of")),
        exclude=said("exclude") or chosen.exclude,
        lead_days=lead_days,
        engine=_engine(options, chosen),
        readings={**profile.readings, **chosen.readings},
        policies=policies,
        profile=profile,
        severity=chosen.severity,
        concessions=_concessions(options, chosen, held),
        allow_commands=bool(said("allow_commands")),  # never from a file that the repository brings along
        base=_base(options),
        notes=tuple(held.notes) if held else (),
    )
    return Settings(request, said("outputs") or chosen.outputs, said("fail_on") or chosen.fail_on or "block")


def _concessions(options: Mapping[str, Any], chosen: config.Config, held: Trusted | None) -> Concessions:
    given = {name: options.get(name) for name in ("waivers", "baseline")}
    if held:
        given = {name: held.optional(path) if path else None for name, path in given.items()}
    return Concessions(
        waivers=given["waivers"] or chosen.waivers,
        use_waivers=not options.get("no_waivers"),
        max_waiver_days=chosen.max_waiver_days or MAX_DAYS,
        baseline=given["baseline"],
        write_baseline=options.get("write_baseline"),
        root=held.folder if held else None,
    )


def _base(options: Mapping[str, Any]) -> Base | None:
    ref = options.get("base")
    if not ref:
        return None
    paths: tuple[Path, ...] = options.get("paths") or ()
    asked = Asked(
        paths=paths or (Path(),),
        named_paths=bool(paths),
        exclude=options.get("exclude") or (),
        config=options.get("config"),
        waivers=options.get("waivers"),
        baseline=options.get("baseline"),
        policies=tuple(options.get("policies") or ()),
    )
    return Base(ref, bool(options.get("changed_only")), asked)


def question(options: Mapping[str, Any]) -> Request:
    """Return the request of a command that judges nothing: neither a profile nor a waiver changes its answer."""
    return replace(settings(options).request, profile=profiles.EVERYTHING_BLOCKS, concessions=None)


def _engine(options: Mapping[str, Any], chosen: config.Config) -> EngineChoice:
    """Return the engine; an option about it sets aside everything that the configuration says about it."""
    given = {name: options.get(name) for name in ("engine", "opa_url", "opa_path", "opa_ca", "opa_cert", "opa_key")}
    if any(given.values()):
        return EngineChoice(
            kind=given["engine"] or "auto",
            url=given["opa_url"],
            path=given["opa_path"],
            ca=given["opa_ca"],
            cert=given["opa_cert"],
            key=given["opa_key"],
        )
    return EngineChoice(
        kind=chosen.engine or "auto", url=chosen.opa_url, ca=chosen.opa_ca, cert=chosen.opa_cert, key=chosen.opa_key
    )


def _first(*values: int | None) -> int:
    return next(value for value in values if value is not None)


def _distinct(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return each folder once: a rule that is named twice is still one rule."""
    return tuple({folder.resolve(): folder for folder in folders}.values())


def _day(text: str | None) -> date:
    return clock.parse(text) if text else clock.today()

# SPDX-License-Identifier: Apache-2.0
"""What a run is asked for: the command line where it says something, then the configuration, then the profile."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from aiact_gate import clock, config, profiles
from aiact_gate.concessions import Concessions
from aiact_gate.engine.select import EngineChoice
from aiact_gate.pipeline import Request
from aiact_gate.waivers import MAX_DAYS


@dataclass(frozen=True, slots=True)
class Settings:
    """The request, and what becomes of its report."""

    request: Request
    outputs: tuple[str, ...]
    fail_on: str


def settings(options: Mapping[str, Any]) -> Settings:
    """Join the options of a command, which it may lack, with the configuration that lies nearest to its paths."""

    def said(name: str) -> Any:
        return options.get(name)

    paths: tuple[Path, ...] = said("paths") or ()
    chosen = config.load(said("config")) if said("config") else config.load(config.find(paths), named=False)
    profile = profiles.load(said("profile") or chosen.profile)
    lead_days = _first(said("lead_days"), chosen.lead_days, profile.lead_days)
    request = Request(
        paths=paths or chosen.paths or (Path(),),
        as_of=_day(said("as_of")),
        exclude=said("exclude") or chosen.exclude,
        lead_days=lead_days,
        engine=_engine(options, chosen),
        readings={**profile.readings, **chosen.readings},
        policies=_distinct((*chosen.policies, *(said("policies") or ()))),
        profile=profile,
        severity=chosen.severity,
        concessions=Concessions(
            waivers=said("waivers") or chosen.waivers,
            use_waivers=not said("no_waivers"),
            max_waiver_days=chosen.max_waiver_days or MAX_DAYS,
            baseline=said("baseline"),
            write_baseline=said("write_baseline"),
        ),
        allow_commands=bool(said("allow_commands")),  # never from a file that the repository brings along
    )
    return Settings(request, said("outputs") or chosen.outputs, said("fail_on") or chosen.fail_on or "block")


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

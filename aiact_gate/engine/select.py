# SPDX-License-Identifier: Apache-2.0
"""Which engine judges: the embedded one, an OPA server that is named, or an opa that is started."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from aiact_gate.engine import Engine
from aiact_gate.errors import UsageError
from aiact_gate.policy.files import PolicySet

KINDS: Final = ("auto", "embedded", "opa")
TOKEN_VARIABLE: Final = "AIACT_GATE_OPA_TOKEN"  # noqa: S105 -- the name of a variable
_MANY: Final = 8


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """What the operator said about the engine; `timeout` is for one evaluation, in seconds."""

    kind: str = "auto"
    url: str | None = None
    path: Path | None = None
    timeout: float = 10.0
    token: str | None = field(default=None, repr=False)
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None


def select(choice: EngineChoice, policies: PolicySet, *, systems: int = 1) -> Engine:
    """Return the engine, already starting; close it after use."""
    if choice.kind not in KINDS:
        raise UsageError(f"--engine: {choice.kind!r} is none of {', '.join(KINDS)}")
    if choice.url is not None and choice.path is not None:
        raise UsageError("--opa-url and --opa-path exclude each other", "Name a server, or an opa to start.")
    if choice.url is None and (choice.ca or choice.cert or choice.key):
        raise UsageError("--opa-ca, --opa-cert and --opa-key are for a server", "Name it with --opa-url.")
    if choice.timeout <= 0:
        raise UsageError("the time for one evaluation must be more than 0 seconds")
    workers = 2 if systems >= _MANY and (os.cpu_count() or 1) > 1 else 1
    if choice.kind == "opa" or (choice.kind == "auto" and choice.url is not None):
        return _opa(choice, policies, workers)
    if choice.url is not None or choice.path is not None:
        raise UsageError("--opa-url and --opa-path are for an OPA server", "Leave them out, or use --engine opa.")
    from aiact_gate.engine.embedded import EmbeddedEngine  # noqa: PLC0415 -- only what is used is imported

    return EmbeddedEngine(policies, workers=workers, deadline=choice.timeout)


def _opa(choice: EngineChoice, policies: PolicySet, workers: int) -> Engine:
    from aiact_gate.engine import opa  # noqa: PLC0415 -- only what is used is imported

    if choice.url is None:
        return opa.start(policies, choice.path, workers=workers, deadline=choice.timeout)
    from aiact_gate.engine import opa_http  # noqa: PLC0415 -- slow to import, needed for a named server alone
    from aiact_gate.engine.tls import Tls  # noqa: PLC0415 -- as above

    tls = Tls(choice.ca, choice.cert, choice.key)
    address = opa_http.parse(choice.url, choice.token or os.environ.get(TOKEN_VARIABLE), tls)
    return opa.connect(policies, address, workers=workers, deadline=choice.timeout)

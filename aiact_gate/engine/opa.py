# SPDX-License-Identifier: Apache-2.0
"""The engine that is a real OPA server: one that already runs, or one that is started for this run."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final, Self

from aiact_gate.engine import opa_process
from aiact_gate.engine.lanes import Lanes, within
from aiact_gate.errors import EngineError
from aiact_gate.policy import decision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    from aiact_gate.engine.opa_http import Address, Server
    from aiact_gate.policy.files import PolicySet

DEADLINE: Final = 10.0
_NAME: Final = "opa"


class OpaEngine:
    """An OPA server behind the protocol."""

    name = "opa"

    def __init__(
        self,
        policies: PolicySet,
        servers: list[Server],
        version: str,
        deadline: float,
        stop: Callable[[], None] = lambda: None,
    ) -> None:
        self.version = version
        self._policies = policies
        self._stop = stop
        self._lanes = Lanes(_NAME, [_Connection(server) for server in servers], deadline)

    def evaluate(self, inputs: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """Yield one checked decision for each policy input."""
        with self._policies.told_by_origin():
            for answer in self._lanes.evaluate(inputs):
                yield decision.check(answer, self._policies, _NAME)

    def close(self) -> None:
        """Let go of the server, and end it if it is ours."""
        self._stop()
        self._lanes.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _Connection:
    """One connection to a server as a lane."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def start(self) -> None:
        """Nothing to prepare: the server holds the policies."""

    def call(self, policy_input: Mapping[str, Any]) -> object:
        """Return the decision on one input."""
        return self._server.decide(policy_input)

    def abort(self) -> None:
        """Leave a call that is under way to its own timeout: its thread keeps nobody from leaving."""

    def release(self) -> None:
        """Close the connection."""
        self._server.close()


def connect(policies: PolicySet, address: Address, *, workers: int = 1, deadline: float = DEADLINE) -> OpaEngine:
    """Use a server that already runs, if it holds exactly these policies."""
    (probe,) = _servers(address, 1, deadline)
    try:
        found, version = within(
            f"{_NAME}: {address.shown}", deadline, lambda: (probe.revision(), probe.labels().get("version"))
        )
    finally:
        probe.close()
    if found != policies.revision:
        what = f"has the revision {found}" if isinstance(found, str) else "holds no policies of the gate"
        raise EngineError(
            f"{_NAME}: the server at {address.shown} {what}, and {policies.revision} is wanted",
            "Load the bundle that `aiact-gate bundle` writes into the server.",
        )
    servers = _servers(address, workers, deadline)
    return OpaEngine(policies, servers, version if isinstance(version, str) else "unknown", deadline)


def start(
    policies: PolicySet,
    path: Path | None = None,
    *,
    workers: int = 1,
    deadline: float = DEADLINE,
) -> OpaEngine:
    """Start a server on loopback for this run; closing the engine ends it."""
    executable = opa_process.find(path)
    version = opa_process.version(executable)
    with ExitStack() as undo:
        process = undo.enter_context(opa_process.OpaProcess(executable, policies))
        with policies.told_by_origin():
            process.start(_answers_with)
        servers = _servers(_loopback(process.port), workers, deadline)
        engine = OpaEngine(policies, servers, version, deadline, process.close)
        undo.pop_all()  # the process is now the engine's to close
        return engine


def _answers_with(port: int, mark: str) -> bool:
    """Tell whether the server on this port is the one with this mark."""
    (server,) = _servers(_loopback(port), 1, 1.0)
    try:
        return server.is_healthy() and server.labels().get("gate") == mark
    finally:
        server.close()


def _loopback(port: int) -> Address:
    from aiact_gate.engine.opa_http import Address  # noqa: PLC0415 -- slow to import: while the server starts

    return Address("http", "127.0.0.1", port)


def _servers(address: Address, count: int, deadline: float) -> list[Server]:
    from aiact_gate.engine.opa_http import Server  # noqa: PLC0415 -- slow to import: while the server starts

    return [Server(address, timeout=deadline) for _ in range(count)]

# SPDX-License-Identifier: Apache-2.0
"""The engine that comes with the wheel: regorus in short-lived worker processes that can be killed."""

import json
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from aiact_gate.engine import environment, regorus_wheel, worker
from aiact_gate.engine.lanes import Lanes
from aiact_gate.errors import EngineError
from aiact_gate.policy import decision
from aiact_gate.policy.files import PolicySet

DEADLINE: Final = 10.0
MEMORY: Final = 2 << 30
MAX_ANSWER: Final = 64 << 20
SELFTEST: Final = "data.aiact.lib.selftest.answers"
EXPECTED: Final = Path(__file__).with_name("selftest.json")
_NAME: Final = "embedded engine"


class EmbeddedEngine:
    """Regorus behind the protocol; the workers start at once and load while the caller reads manifests."""

    name = "embedded"
    version = f"regorus {regorus_wheel.VERSION}"

    def __init__(
        self,
        policies: PolicySet,
        *,
        workers: int = 1,
        deadline: float = DEADLINE,
        memory: int = MEMORY,
    ) -> None:
        self._policies = policies
        site = regorus_wheel.site()
        command = [sys.executable, "-I", "-S", worker.__file__, str(site), str(memory), str(int(deadline) + 2)]
        processes = [_Worker(command) for _ in range(workers)]
        start = _start_frames(policies)
        for process in processes:
            process.policies = start
        self._lanes = Lanes(_NAME, processes, deadline)

    def evaluate(self, inputs: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """Yield one checked decision for each policy input."""
        with self._policies.told_by_origin():
            for answer in self._lanes.evaluate(inputs):
                yield decision.check(answer, self._policies, _NAME)

    def close(self) -> None:
        """Kill the workers."""
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


class _Worker:
    """One worker process as a lane."""

    policies = b""

    def __init__(self, command: list[str]) -> None:
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 -- closed by release
        try:
            self.process = subprocess.Popen(  # noqa: S603 -- our own interpreter and our own file
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                env=environment.clean(),
                start_new_session=True,
            )
        except OSError as error:
            self._complaints.close()
            raise EngineError(f"{_NAME}: no worker could be started: {error}") from error

    def start(self) -> None:
        """Load the policies and compare the self-test of the builtins."""
        answers = _value(self._exchange(self.policies))
        if answers != json.loads(EXPECTED.read_text(encoding="utf-8")):
            raise EngineError(
                f"{_NAME}: the self-test of the builtins gave other answers than it must",
                f"Install {regorus_wheel.DISTRIBUTION} {regorus_wheel.VERSION}, or use --engine opa.",
            )

    def call(self, policy_input: Mapping[str, Any]) -> object:
        """Return the value of the decision for one input."""
        return _value(self._exchange(_frame(json.dumps(policy_input, ensure_ascii=False, allow_nan=False))))

    def abort(self) -> None:
        """Kill the process; a lane that waits for it then reads the end of the stream."""
        self.process.kill()

    def release(self) -> None:
        """Reap the process and close its pipes."""
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self._complaints):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()

    def _exchange(self, question: bytes) -> str:
        questions, answers = self.process.stdin, self.process.stdout
        if questions is None or answers is None:
            raise EngineError(f"{_NAME}: the worker has no pipes")
        with suppress(BrokenPipeError):  # it may have said why before it ended
            questions.write(question)
            questions.flush()
        size = answers.readline(32)
        if not size:
            raise self._death()
        if not re.fullmatch(rb"[0-9]{1,9}\n", size) or int(size) > MAX_ANSWER:
            raise EngineError(f"{_NAME}: the worker answered {size!r}, which is no answer")
        raw = answers.read(int(size))
        if len(raw) != int(size):
            raise self._death()
        if raw[:1] != worker.ANSWER:
            raise EngineError(f"{_NAME}: {_condensed(raw[1:].decode('utf-8', 'replace'))}")
        return raw[1:].decode("utf-8", "replace")

    def _death(self) -> EngineError:
        """Return the error that says how the worker ended."""
        try:
            code = self.process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return EngineError(f"{_NAME}: the worker closed its output")
        self._complaints.seek(0)
        last = self._complaints.read(1 << 16).decode("utf-8", "replace").strip().rpartition("\n")[2]
        how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
        hint = _HINTS.get(signal.Signals(-code), "") if code < 0 else ""
        return EngineError(f"{_NAME}: the worker {how}{f': {last}' if last else ''}", hint)


_HINTS: Final = {
    signal.SIGSEGV: "A rule may call itself without end.",
    signal.SIGABRT: "A rule may need more memory than it is given.",
    signal.SIGKILL: "Something outside the gate killed it; the machine may be short of memory.",
    signal.SIGXCPU: "A rule may run away.",
}


def _start_frames(policies: PolicySet) -> bytes:
    texts = [text for module in policies.modules.items() for text in module]
    data = json.dumps(policies.document(), ensure_ascii=False)
    return b"".join(map(_frame, [*texts, "", data, SELFTEST, decision.QUERY]))


def _frame(text: str) -> bytes:
    raw = text.encode()
    return b"%d\n%b" % (len(raw), raw)


def _value(answer: str) -> object:
    """Return the value of the one expression asked for; no result is an error, never an empty answer."""
    try:
        content = json.loads(answer)
    except ValueError as error:
        raise EngineError(f"{_NAME}: the answer is not JSON") from error
    match content:
        case {"result": [{"expressions": [{"value": value}]}]}:
            return value
    raise EngineError(f"{_NAME}: the rules gave no result", "A rule or a builtin was undefined; nothing was judged.")


def _condensed(message: str) -> str:
    """Return file, line and cause of a message that draws the source over several lines."""
    place = re.search(r"--> (\S+:\d+:\d+)", message)
    cause = re.search(r"error: (.*)", message)
    if place and cause:
        return f"{place.group(1)}: {cause.group(1).strip()}"
    return " ".join(message.split())[:500]

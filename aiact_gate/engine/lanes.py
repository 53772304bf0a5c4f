# SPDX-License-Identifier: Apache-2.0
"""Several evaluations side by side: one thread a lane, answers in order, a deadline that nothing can outlive."""

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol, TypeVar, cast

from aiact_gate.errors import EngineError

_AHEAD: Final = 2
_TICK: Final = 0.05
_PATIENCE: Final = 0.5


class Lane(Protocol):
    """One evaluator that answers one question at a time and may block for ever."""

    def start(self) -> None:
        """Get ready before the first question."""

    def call(self, policy_input: Mapping[str, Any]) -> object:
        """Return the answer to one input, or raise EngineError."""

    def abort(self) -> None:
        """Give up, so that a blocked call ends if it can."""

    def release(self) -> None:
        """Let go of what the lane holds, after the last call."""


@dataclass(slots=True)
class _Runner:
    """The thread of a lane, and since when it is busy."""

    lane: Lane
    thread: threading.Thread
    since: float | None = None


_T = TypeVar("_T")
_Task = tuple[int, int, Mapping[str, Any]]


class Lanes:
    """The lanes of an engine; closing aborts all of them."""

    def __init__(self, engine: str, lanes: Sequence[Lane], deadline: float) -> None:
        self.engine = engine
        self.deadline = deadline
        self._tasks: queue.Queue[_Task | None] = queue.Queue()
        self._answers: queue.Queue[tuple[int, int, object]] = queue.Queue()
        self._run = 0
        self._closed = False
        self._runners = []
        for lane in lanes:
            runner = _Runner(lane, threading.Thread(daemon=True))
            runner.thread = threading.Thread(target=self._work, args=(runner,), daemon=True)
            self._runners.append(runner)
            runner.thread.start()

    def evaluate(self, inputs: Iterable[Mapping[str, Any]]) -> Iterator[object]:
        """Yield the raw answers in the order of the inputs, reading only a few inputs ahead."""
        self._run += 1
        ready: dict[int, object] = {}
        asked = answered = 0
        source = iter(inputs)
        exhausted = False
        while not exhausted or answered < asked:
            while not exhausted and asked - answered < _AHEAD * len(self._runners):
                try:
                    policy_input = next(source)
                except StopIteration:
                    exhausted = True
                else:
                    self._tasks.put((self._run, asked, policy_input))
                    asked += 1
            while answered < asked and answered not in ready:
                index, answer = self._next_answer()
                ready[index] = answer
            if answered < asked:
                yield _raised(ready.pop(answered))
                answered += 1

    def close(self) -> None:
        """End every lane; what is still being evaluated is lost, and a lane that cannot be ended is not waited for."""
        if self._closed:
            return
        self._closed = True
        for runner in self._runners:
            self._tasks.put(None)
            runner.lane.abort()
        for runner in self._runners:
            runner.thread.join(_PATIENCE)

    def _next_answer(self) -> tuple[int, object]:
        while True:
            try:
                run, index, answer = self._answers.get(timeout=_TICK)
            except queue.Empty:
                self._check()
                continue
            if run == self._run:
                return index, answer

    def _check(self) -> None:
        """Refuse to wait for what will never come."""
        if self._closed:
            raise EngineError(f"{self.engine}: closed before it had answered")
        if not all(runner.thread.is_alive() for runner in self._runners):
            raise EngineError(f"{self.engine}: the evaluation broke off")
        now = time.monotonic()
        if any(runner.since is not None and now - runner.since > self.deadline for runner in self._runners):
            self.close()
            raise EngineError(
                f"{self.engine}: no answer within {self.deadline:g} seconds",
                "A rule may run away, or the machine may be too busy.",
            )

    def _work(self, runner: _Runner) -> None:
        try:
            failure = self._guarded(runner, runner.lane.start)
            while (task := self._tasks.get()) is not None:
                run, index, policy_input = task
                answer = failure or self._guarded(runner, partial(runner.lane.call, policy_input))
                self._answers.put((run, index, answer))
        finally:
            runner.lane.release()

    def _guarded(self, runner: _Runner, step: Callable[[], object]) -> object:
        """Return what the step returns, or the error it raises."""
        runner.since = time.monotonic()
        try:
            return step()
        except EngineError as error:
            return error
        except Exception as error:  # noqa: BLE001 -- the end of a thread: nobody else would ever hear of it
            return EngineError(f"{self.engine}: the evaluation broke off: {error or type(error).__name__}")
        finally:
            runner.since = None


def within(engine: str, deadline: float, step: Callable[[], _T]) -> _T:
    """Return what a step returns that may block for ever, or refuse after the deadline."""
    results: queue.Queue[tuple[_T | None, EngineError | None]] = queue.Queue()

    def work() -> None:
        try:
            results.put((step(), None))
        except EngineError as error:
            results.put((None, error))

    threading.Thread(target=work, daemon=True).start()
    try:
        value, error = results.get(timeout=deadline)
    except queue.Empty:
        raise EngineError(f"{engine}: no answer within {deadline:g} seconds") from None
    if error is not None:
        raise error
    return cast("_T", value)


def _raised(answer: object) -> object:
    if isinstance(answer, EngineError):
        raise answer
    return answer

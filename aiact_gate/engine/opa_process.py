# SPDX-License-Identifier: Apache-2.0
"""An OPA server of our own: started on loopback for one run, and never left behind."""

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Final, Self

from aiact_gate.engine import environment, launch
from aiact_gate.errors import EngineError
from aiact_gate.policy import bundle
from aiact_gate.policy.files import PolicySet

_NAME: Final = "opa"
_READY: Final = 15.0
_ATTEMPTS: Final = 3


def find(path: Path | None) -> Path:
    """Return the opa to start: the one named, or the first on PATH."""
    if path is not None and not path.is_file():
        raise EngineError(f"{_NAME}: there is no file {path}", "Name the opa executable with --opa-path.")
    found = path or shutil.which("opa")
    if found is None:
        raise EngineError(f"{_NAME}: not found on PATH", "Install OPA 1.0 or later, or use --engine embedded.")
    return Path(found).absolute()


def version(executable: Path) -> str:
    """Return the version of an opa, and refuse one that does not speak Rego v1."""
    try:
        done = subprocess.run(  # noqa: S603 -- the operator named it
            [str(executable), "version"],
            capture_output=True,
            timeout=10,
            check=False,
            text=True,
            errors="replace",
            env=environment.clean(),
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(f"{_NAME}: {executable} cannot be run: {error}") from error
    said = re.search(r"^Version:\s*v?(\d+)(\.\d+\S*)", done.stdout, re.MULTILINE)
    if said is None:
        raise EngineError(f"{_NAME}: {executable} does not say which version of OPA it is")
    if int(said.group(1)) < 1:
        raise EngineError(f"{_NAME}: {executable} is OPA {said.group(1)}{said.group(2)}, and 1.0 is the least")
    return said.group(1) + said.group(2)


class OpaProcess:
    """A started server; `port` is where it listens, `mark` is the label that proves it is this one."""

    def __init__(self, executable: Path, policies: PolicySet) -> None:
        self.port = 0
        self.mark = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None
        self._executable = executable
        self._folder = Path(tempfile.mkdtemp(prefix="aiact-gate-"))
        with ExitStack() as undo:
            undo.callback(self._forget_folder)
            self._complaints = undo.enter_context((self._folder / "log").open("w+b"))
            undo.callback(_stop_on_termination())
            bundle.write_bundle(policies, self._folder / "bundle.tar.gz")
            self._undo = undo.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start(self, is_ready: Callable[[int, str], bool]) -> None:
        """Start the server and wait until it answers with our mark; a port taken in between is tried anew."""
        limit = time.monotonic() + _READY
        for _ in range(_ATTEMPTS):
            self.port = _free_port()
            self._spawn()
            while self._running() and time.monotonic() < limit:
                if is_ready(self.port, self.mark):
                    self._forget_folder()
                    return
                time.sleep(0.02)
            if self._running() or b"address already in use" not in self._log():
                break
        said = self._log().decode("utf-8", "replace").strip()[-600:]
        state = f"did not become ready within {_READY:g} seconds" if self._running() else "ended at once"
        raise EngineError(f"{_NAME}: the server {state}{f': {said}' if said else ''}")

    def kill(self) -> None:
        """End the server at once; it holds nothing worth a graceful end."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()

    def close(self) -> None:
        """End the server, remove what was written for it, and give signals back."""
        self.kill()
        if self._process is not None:
            self._process.wait()
        self._undo.close()

    def _spawn(self) -> None:
        command = [
            str(self._executable),
            "run",
            "--server",
            "--addr",
            f"127.0.0.1:{self.port}",
            "--log-level",
            "error",
            "--skip-version-check",
            "--set",
            f"labels.gate={self.mark}",
            "--bundle",
            str(self._folder / "bundle.tar.gz"),
        ]
        if sys.platform == "linux":
            command = [sys.executable, "-I", "-S", launch.__file__, str(os.getpid()), *command]
        self._complaints.truncate(0)
        self._process = subprocess.Popen(  # noqa: S603 -- the operator named it
            command,
            stdin=subprocess.DEVNULL,
            stdout=self._complaints,
            stderr=self._complaints,
            env=environment.clean(),
            cwd=self._folder,
            start_new_session=True,
        )

    def _running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _log(self) -> bytes:
        self._complaints.seek(0)
        return self._complaints.read(1 << 16)

    def _forget_folder(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _stop_on_termination() -> Callable[[], None]:
    """Let SIGTERM unwind the stack while a server runs, where nobody else decided about it; return how to undo that."""
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGTERM) != signal.SIG_DFL:
        return lambda: None

    def leave(number: int, _frame: FrameType | None) -> Any:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)

    def undo() -> None:
        with suppress(ValueError):
            if signal.getsignal(signal.SIGTERM) is leave:
                signal.signal(signal.SIGTERM, signal.SIG_DFL)

    return undo

# SPDX-License-Identifier: Apache-2.0
"""An opa that is started answers as the embedded engine does, and is gone afterwards whatever happened."""

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from aiact_gate.engine import opa, opa_process
from aiact_gate.engine.embedded import EmbeddedEngine
from aiact_gate.engine.select import EngineChoice, select
from aiact_gate.errors import EngineError, PolicyError
from aiact_gate.policy.files import PolicySet
from tests.engine.small import MAIN, Load, policy_input


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _children() -> set[int]:
    found = subprocess.run(["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())], capture_output=True, check=False)
    rows = [row.split() for row in found.stdout.decode().splitlines()]
    return {int(row[0]) for row in rows if row[1] not in {"ps", "git"}}


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _fake(folder: Path, script: str) -> Path:
    file = folder / "opa"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


def test_both_engines_give_the_same_decisions(policies: PolicySet, opa_path: Path) -> None:
    inputs = [policy_input(number, good=number % 3 == 0) for number in range(12)]
    with opa.start(policies, opa_path, workers=2) as real, EmbeddedEngine(policies, workers=2) as embedded:
        assert list(real.evaluate(inputs)) == list(embedded.evaluate(inputs))
        assert real.name == "opa"
        assert real.version == "1.22.2"


def test_nothing_is_left_behind(policies: PolicySet, opa_path: Path, temporary: Path) -> None:
    before = _children()
    with opa.start(policies, opa_path) as engine:
        assert len(_children() - before) == 1
        assert list(temporary.iterdir()) == []
        list(engine.evaluate([policy_input()]))
    assert _children() == before
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_nothing_is_left_behind_after_an_exception(policies: PolicySet, opa_path: Path, temporary: Path) -> None:
    before = _children()
    with pytest.raises(KeyboardInterrupt), opa.start(policies, opa_path):
        raise KeyboardInterrupt
    assert _children() == before
    assert list(temporary.iterdir()) == []


def test_policies_that_opa_refuses_are_told_and_nothing_is_left(loaded: Load, opa_path: Path, temporary: Path) -> None:
    before = _children()
    policies = loaded({"main.rego": MAIN + "\nx := no_such_builtin(1)\n"})
    with pytest.raises(EngineError, match=r"ended at once: .*no_such_builtin"):
        opa.start(policies, opa_path)
    assert _children() == before
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL, signal.SIGHUP])
def test_opa_ends_with_its_parent(opa_path: Path, tmp_path: Path, temporary: Path, number: int) -> None:
    code = """
        import sys, time
        from pathlib import Path
        from aiact_gate.engine import opa
        from aiact_gate.policy.files import load_policies
        from tests.engine.small import write
        folder, executable = map(Path, sys.argv[1:])
        with opa.start(load_policies(bundled=write(folder)), executable) as engine:
            print(engine._stop.__self__._process.pid, flush=True)
            time.sleep(60)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "p"), str(opa_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(temporary)},
    ) as parent:
        pid = int(parent.stdout.readline())
        assert _is_alive(pid)
        parent.send_signal(number)
        parent.wait(timeout=10)
    limit = time.monotonic() + 5
    while _is_alive(pid) and time.monotonic() < limit:
        time.sleep(0.02)
    assert not _is_alive(pid)
    assert list(temporary.iterdir()) == []


def test_nothing_is_left_behind_when_ended_before_it_is_ready(tmp_path: Path, temporary: Path) -> None:
    code = """
        import sys
        from pathlib import Path
        from aiact_gate.engine import opa
        from aiact_gate.policy.files import load_policies
        from tests.engine.small import write
        folder, executable = map(Path, sys.argv[1:])
        opa.start(load_policies(bundled=write(folder)), executable)
    """
    started = tmp_path / "started"
    script = f"[ $1 = version ] && echo 'Version: 1.9.9' && exit; touch {started}; exec sleep 60"
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "p"), str(_fake(tmp_path, script))],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(temporary)},
    ) as parent:
        while not started.exists():
            time.sleep(0.02)
        parent.terminate()
        assert parent.wait(timeout=10) == 128 + signal.SIGTERM
    assert list(temporary.iterdir()) == []


def test_nothing_is_left_behind_when_the_disk_is_full(
    policies: PolicySet,
    opa_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    temporary: Path,
) -> None:
    def refuse(*_args: object) -> None:
        raise PolicyError("no space")

    monkeypatch.setattr("aiact_gate.policy.bundle.write_bundle", refuse)
    with pytest.raises(PolicyError, match="no space"):
        opa.start(policies, opa_path)
    assert list(temporary.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_a_killed_opa_is_an_error(policies: PolicySet, opa_path: Path) -> None:
    before = _children()
    with opa.start(policies, opa_path) as engine:
        (pid,) = _children() - before
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(EngineError, match="opa: no usable answer"):
            list(engine.evaluate([policy_input()]))


def test_a_runaway_rule_meets_the_deadline(policies: PolicySet, opa_path: Path) -> None:
    before = _children()
    started = time.monotonic()
    with opa.start(policies, opa_path, deadline=1) as engine, pytest.raises(EngineError, match="within 1 seconds"):
        list(engine.evaluate([policy_input(mode="runaway")]))
    assert time.monotonic() - started < 8
    assert _children() == before


def test_an_undefined_decision_is_an_error_and_no_pass(policies: PolicySet, opa_path: Path) -> None:
    with opa.start(policies, opa_path) as engine, pytest.raises(EngineError, match="knows no decision"):
        list(engine.evaluate([policy_input(mode="undefined")]))


def test_the_environment_does_not_configure_opa(
    policies: PolicySet, opa_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("OPA_RUN_AUTHORIZATION", "basic"), ("OPA_RUN_AUTHENTICATION", "token")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with opa.start(policies, opa_path) as engine:
        assert len(list(engine.evaluate([policy_input()]))) == 1


def test_a_port_that_was_taken_in_between_is_tried_anew(
    policies: PolicySet, opa_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opa.start(policies, opa_path) as first:
        taken = first._stop.__self__.port
        ports = iter([taken, opa_process._free_port()])
        monkeypatch.setattr(opa_process, "_free_port", lambda: next(ports))
        with opa.start(policies, opa_path) as second:
            assert second._stop.__self__.port != taken
            assert len(list(second.evaluate([policy_input()]))) == 1


def test_opa_that_is_not_there(policies: PolicySet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="not found on PATH") as caught:
        select(EngineChoice(kind="opa"), policies)
    assert "--engine embedded" in caught.value.hint
    with pytest.raises(EngineError, match="there is no file"):
        select(EngineChoice(kind="opa", path=tmp_path / "opa"), policies)


def test_opa_is_found_on_path(policies: PolicySet, opa_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(opa_path.parent))
    with select(EngineChoice(kind="opa"), policies) as engine:
        assert engine.version == "1.22.2"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'Version: 0.70.0'", "is OPA 0.70.0, and 1.0 is the least"),
        ("echo hello", "does not say which version"),
        ("exit 1", "does not say which version"),
        ("[ $1 = version ] && echo 'Version: 1.9.9' || { echo broken >&2; exit 3; }", "ended at once: broken"),
    ],
)
def test_an_opa_that_cannot_serve(policies: PolicySet, tmp_path: Path, temporary: Path, script: str, said: str) -> None:
    with pytest.raises(EngineError, match=said):
        select(EngineChoice(kind="opa", path=_fake(tmp_path, script)), policies)
    assert list(temporary.iterdir()) == []


def test_an_opa_that_never_gets_ready(policies: PolicySet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opa_process, "_READY", 0.5)
    before = _children()
    script = "[ $1 = version ] && echo 'Version: 1.9.9' || exec sleep 60"
    with pytest.raises(EngineError, match=r"did not become ready within 0\.5 seconds"):
        opa.start(policies, _fake(tmp_path, script))
    assert _children() == before


def test_an_opa_that_is_no_program(policies: PolicySet, tmp_path: Path) -> None:
    file = tmp_path / "opa"
    file.write_text("text")
    with pytest.raises(EngineError, match="cannot be run"):
        opa.start(policies, file)

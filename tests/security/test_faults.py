# SPDX-License-Identifier: Apache-2.0
"""Whichever step of a check fails, and however, the exit code is never 0 and no traceback is shown."""

import ast
import importlib
import inspect
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aiact_gate.cli import main as command_line
from tests.security.hostile import AS_OF, NIGHTLY, TRACEBACK, manifest, put
from tests.support import Figure

_MODULES = ("pipeline", "prepare", "assemble", "judge", "cli.check", "cli.settings", "report.write", "engine.select")
_ERRORS = (
    OSError(28, "No space left on device"),
    MemoryError(),
    ValueError("bad\x1b[31m"),
    RecursionError(),
    KeyError("k"),
)
_STEPS_IN_CLASSES = (
    ("aiact_gate.engine.embedded", "EmbeddedEngine", "evaluate"),
    ("aiact_gate.engine.embedded", "EmbeddedEngine", "__init__"),
    ("aiact_gate.engine.embedded", "_Worker", "start"),
    ("aiact_gate.engine.embedded", "_Worker", "call"),
    ("aiact_gate.engine.lanes", "Lanes", "evaluate"),
    ("aiact_gate.evidence.paths", "Repository", "open"),
    ("aiact_gate.prepare", "Preparer", "__call__"),
    ("aiact_gate.prepare", "Prepared", "of"),
    ("pathlib", "Path", "open"),
    ("pathlib", "Path", "replace"),
    ("json", "", "dumps"),
    ("json", "", "loads"),
    ("os", "", "scandir"),
    ("os", "", "open"),
    ("os", "", "read"),
    ("subprocess", "", "Popen"),
    ("subprocess", "", "run"),
)
# What may fail without harm: nothing is shown on a terminal, no file is ignored, no history is known.
_HARMLESS = {"cli.check:progress_line", "subprocess:run"}


def _called(module: ModuleType) -> set[str]:
    """Return the names of this project's functions and classes that a module calls."""
    names = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call):
            names.add(ast.unparse(node.func))
    found = set()
    for name in names:
        target: Any = module
        for part in name.split("."):
            target = getattr(target, part, None)
        if callable(target) and str(getattr(target, "__module__", "")).startswith("aiact_gate"):
            found.add(name)
    return found


def _steps() -> list[tuple[str, str]]:
    own = [
        (f"aiact_gate.{name}", call)
        for name in _MODULES
        for call in sorted(_called(importlib.import_module(f"aiact_gate.{name}")))
    ]
    return own + [(module, f"{owner}.{name}".lstrip(".")) for module, owner, name in _STEPS_IN_CLASSES]


STEPS = _steps()


@pytest.fixture
def judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    put(tmp_path, "docs/a.md", "# 1(a)\n\nThe intended purpose.\n")
    put(tmp_path, "ai-system.yaml", manifest(more="evidence: {technical-documentation: docs/a.md}\n"))
    put(tmp_path, "z.ai-system.yaml", "broken: [\n")
    monkeypatch.chdir(tmp_path)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    hooks = threading.excepthook, sys.unraisablehook
    yield tmp_path
    for number, handler in handlers.items():
        signal.signal(number, handler)
    threading.excepthook, sys.unraisablehook = hooks


def _run(folder: Path, monkeypatch: pytest.MonkeyPatch, *more: str) -> int:
    words = ["check", str(folder), "--as-of", AS_OF, "--timeout", "60", *more]
    monkeypatch.setattr(sys, "argv", ["aiact-gate", *words])
    with pytest.raises(SystemExit) as ended:
        command_line.main()
    code = ended.value.code
    assert isinstance(code, int)
    return code


def _broken(module: str, name: str, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let a step raise each time it is called; return a list that is filled when it was."""
    owner: Any = importlib.import_module(module)
    *above, last = name.split(".")
    for part in above:
        owner = getattr(owner, part)
    calls: list[int] = []

    def fail(*_args: object, **_named: object) -> None:
        calls.append(1)
        raise error

    monkeypatch.setattr(owner, last, fail)
    return calls


def test_there_are_steps() -> None:
    assert len(STEPS) > 40
    assert {"discover", "judge", "load", "validate", "collect"} <= {name for _module, name in STEPS}


@pytest.mark.parametrize(("module", "name"), STEPS, ids=[f"{module}:{name}" for module, name in STEPS])
def test_no_failure_of_a_step_passes(
    judged: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    figure: Figure,
    module: str,
    name: str,
) -> None:
    step = f"{module}:{name}".removeprefix("aiact_gate.")
    figure("steps", 1)
    for error in _errors(step):
        with monkeypatch.context() as patched:
            calls = _broken(module, name, error, patched)
            code = _run(judged, patched, "--report-only", "--output", f"json={judged / 'report.json'}")
        said = capsys.readouterr()
        written = judged / "report.json"
        figure("faults injected", int(bool(calls)))
        if not calls or step in _HARMLESS:
            written.unlink(missing_ok=True)
            continue
        assert code != 0 or _is_told(said.out), (step, error, said.err)
        assert code in {0, 2}, (step, error, code, said.err)
        assert not TRACEBACK.search(said.err), said.err
        assert "\x1b" not in said.err
        assert code == 0 or said.err.startswith("aiact-gate: ")
        assert [file.name for file in judged.iterdir() if file.name.startswith(".")] == []
        written.unlink(missing_ok=True)


def _errors(step: str) -> tuple[Exception, ...]:
    """Return the errors to try on a step: all of them at night, and one by day, not the same for each step."""
    return _ERRORS if NIGHTLY else (_ERRORS[sum(step.encode()) % len(_ERRORS)],)


def _is_told(out: str) -> bool:
    """Tell whether the failure became a state: then the report blocks, and `--report-only` alone makes it 0."""
    return out.startswith("BLOCK")


@pytest.mark.parametrize("name", ["discover", "Preparer", "assemble.report", "judge"])
def test_an_interruption_anywhere_is_130(judged: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    calls = _broken("aiact_gate.pipeline", name, KeyboardInterrupt(), monkeypatch)
    assert _run(judged, monkeypatch) == 130
    assert calls


def test_an_unexpected_error_is_one_sentence(
    judged: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _broken("aiact_gate.pipeline", "discover", ValueError("two\nlines \x1b[31m"), monkeypatch)
    assert _run(judged, monkeypatch) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "aiact-gate: internal error: ValueError: two lines \\u001b[31m; nothing was judged"
    assert "please report it" in said[1]
    assert len(said) == 2
    monkeypatch.setenv("AIACT_GATE_DEBUG", "1")
    assert _run(judged, monkeypatch) == 2
    assert "Traceback" in capsys.readouterr().err

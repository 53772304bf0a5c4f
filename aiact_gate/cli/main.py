# SPDX-License-Identifier: Apache-2.0
"""The command line: one command a module, each loaded only when it is called."""

import contextlib
import io
import os
import signal
import sys
import threading
from importlib import import_module
from types import FrameType
from typing import Final, NoReturn

import click

from aiact_gate import __version__
from aiact_gate.errors import GateError
from aiact_gate.report.ansi import harmless

COMMANDS: Final = {
    "check": "Judge every AI system below PATH and say what blocks its release.",
    "validate": "Check manifests against their schema; open no evidence.",
    "report": "Show a written report in another format, or join several.",
    "classify": "Show, step by step, how each system is classified and what is still open.",
    "timeline": "Show the dates that matter for each system: what binds since when, and what is coming.",
    "explain": "Show a rule: what it asks, why, from when, and how it passes and fails.",
    "rules": "List the rules.",
    "schema": "Print a JSON Schema.",
    "init": "Write a first manifest; nothing in it is preset to a favourable answer.",
    "scaffold": "Write the outline of the document that a rule asks for.",
    "bundle": "Write the rules and the law data as a bundle for an OPA server.",
    "waive": "Add a waiver: who answers for a release in spite of a finding, why, and until when.",
    "new-rule": "Write a first rule of your own, with its test and its two examples.",
    "test": "Run the examples and tests of the rules in DIR.",
    "completion": "Print the completion script for a shell.",
}
COULD_NOT_JUDGE: Final = 2
INTERRUPTED: Final = 130
DEBUG: Final = "AIACT_GATE_DEBUG"


class _Lazy(click.Group):
    """A group that knows its commands by name and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"aiact_gate.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        import difflib  # noqa: PLC0415 -- only for a word that is no command

        near = difflib.get_close_matches(args[0], COMMANDS, n=1)
        if args[0] not in COMMANDS and near and not args[0].startswith("-"):
            ctx.fail(f"no such command '{args[0]}'; did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _law_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        import json  # noqa: PLC0415 -- only this option reads a file

        from aiact_gate.resources import policies_dir  # noqa: PLC0415

        edition = json.loads((policies_dir() / "data" / "edition.json").read_text(encoding="utf-8"))["edition"]
        click.echo(f"{edition['version']} (consolidated text {edition['consolidated']})")
        ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="aiact-gate")
@click.option(
    "--law-version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_law_version,
    help="Show the version of the law data and exit.",
)
def cli() -> None:
    """Stop a release when an AI system lacks what the EU AI Act asks for.

    Exit codes: 0 pass or warn, 1 blocked, 2 could not judge.
    """


def main() -> NoReturn:
    """Run the command line and turn every ending into an exit code: 0, 1, 2, or 130 when interrupted."""
    signals = _Signals()
    _prepare_streams()
    code: object
    try:
        _expect_a_reader()
        code = cli(standalone_mode=False)
        sys.stdout.flush()
    except GateError as error:
        code = _complain(error.message, error.hint)
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.UsageError as error:
        error.show()
        code = COULD_NOT_JUDGE
    except click.ClickException as error:
        code = _complain(error.format_message())
    except (KeyboardInterrupt, click.Abort):
        _complain("interrupted; nothing was judged")
        code = INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click turns the one into the other
        code = _forget_stdout()
    except OSError as error:
        code = _forget_stdout()
        about = f"{error.filename}: " if error.filename else ""
        hint = "" if _has_folder() else "the current folder does not exist any more: change to one that does"
        _complain(f"the machine refused: {about}{error.strerror or error}; nothing was judged", hint)
    except Exception as error:  # noqa: BLE001 -- the last resort: whatever went wrong, it is no verdict
        code = _internal(error)
    signals.leave(code if isinstance(code, int) else 0)


class _Signals:
    """Turns the first signal to stop into an exception; a second one must not break off the cleaning up."""

    def __init__(self) -> None:
        self._seen: list[int] = []
        self._watched = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
        for number in self._watched:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._stop)

    def _stop(self, number: int, _frame: FrameType | None) -> NoReturn:
        self._ignore()
        self._seen.append(number)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise GateError("terminated; nothing was judged")

    def _ignore(self) -> None:
        for number in self._watched:
            signal.signal(number, signal.SIG_IGN)

    def leave(self, code: int) -> NoReturn:
        """Exit with the code; an exception may have been lost where the interpreter ignores exceptions."""
        with contextlib.suppress(KeyboardInterrupt, GateError):
            self._ignore()  # all is said: what comes while the interpreter winds up must not turn the code into another
        if not self._seen:
            sys.exit(code)
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        # everything is cleaned up; Python itself may end by the signal, if it came while a text was compiled
        os._exit(INTERRUPTED if self._seen[0] == signal.SIGINT else COULD_NOT_JUDGE)


def _prepare_streams() -> None:
    """Write the same bytes in every locale and on every platform, and no tracebacks from the side."""
    if sys.stderr is None:  # closed by the caller; a file that is opened later must not take its place
        sys.stderr = os.fdopen(_take(2), "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if not os.environ.get(DEBUG):
        threading.excepthook = lambda _said: None
        sys.unraisablehook = lambda _said: None


def _expect_a_reader() -> None:
    if sys.stdout is None:  # closed by the caller
        raise GateError("stdout is closed, so nobody can read the answer", "send it to /dev/null if it is not wanted")


def _take(descriptor: int) -> int:
    """Let a standard stream that is closed lead nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    if nowhere != descriptor:
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
    return descriptor


def _forget_stdout() -> int:
    """Send what is still buffered nowhere, so that the interpreter does not complain at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return COULD_NOT_JUDGE


def _has_folder() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 -- a Path is not wanted
    except OSError:
        return False
    return True


def _internal(error: Exception) -> int:
    if os.environ.get(DEBUG):
        import traceback  # noqa: PLC0415 -- only where something is wrong with the gate itself

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    hint = f"please report it with the version of the gate; {DEBUG}=1 shows where it happened"
    return _complain(f"internal error: {' '.join(what.split())[:300]}; nothing was judged", hint)


def _complain(message: str, hint: str = "") -> int:
    with contextlib.suppress(OSError):  # there may be no place to complain
        click.echo(f"aiact-gate: {harmless(message)}", err=True)
        if hint:
            click.echo(f"  hint: {harmless(hint)}", err=True)
    return COULD_NOT_JUDGE

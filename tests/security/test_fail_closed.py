# SPDX-License-Identifier: Apache-2.0
"""Killed, starved, interrupted: the gate says that it could not judge, and leaves nothing behind."""

import json
import os
import random
import resource
import shlex
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.security.hostile import AS_OF, GATE, NIGHTLY, TRACEBACK, descendants, gate, is_alive, manifest, put

_MANY = 30


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    """Return a repository that takes about a second, with a place for reports and one for temporary files."""
    for number in range(_MANY):
        put(tmp_path, f"r/s{number}/ai-system.yaml", manifest(f"s{number}"))
    (tmp_path / "out").mkdir()
    (tmp_path / "tmp").mkdir()
    return tmp_path


def _started(busy: Path, *words: str) -> subprocess.Popen[bytes]:
    reports = [word for kind in ("json", "html", "sarif") for word in ("--output", f"{kind}={busy}/out/{kind}")]
    return subprocess.Popen(
        [*GATE, "check", str(busy / "r"), "--as-of", AS_OF, *reports, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(busy / "tmp")},
    )


def _clean(busy: Path, children: set[int]) -> None:
    limit = time.monotonic() + 5
    while any(map(is_alive, children)) and time.monotonic() < limit:
        time.sleep(0.02)
    assert not [pid for pid in children if is_alive(pid)]
    assert list((busy / "tmp").iterdir()) == []
    names = {file.name for file in (busy / "out").iterdir()}
    assert names <= {"json", "html", "sarif"}
    if "json" in names:
        assert json.loads((busy / "out" / "json").read_text())["counts"]["systems"] == _MANY


_BEFORE_PYTHON_LISTENS = 0.6  # a busy machine; until then the interpreter itself answers a signal
_ENDS = {signal.SIGINT: {130}, signal.SIGTERM: {2}, signal.SIGHUP: {2}}


@pytest.mark.parametrize("number", _ENDS)
@pytest.mark.parametrize("engine", ["embedded", "opa"])
def test_a_signal_at_any_moment(busy: Path, opa_path: Path, engine: str, number: signal.Signals) -> None:
    rng = random.Random(f"{engine}{number}")  # noqa: S311 -- the same moments each time
    more = ("--engine", "opa", "--opa-path", str(opa_path)) if engine == "opa" else ()
    for _ in range(40 if NIGHTLY else 4):
        process = _started(busy, *more)
        moment = rng.uniform(0, 1.6)
        time.sleep(moment)
        children = descendants(process.pid)
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        early = moment < _BEFORE_PYTHON_LISTENS and process.returncode in {-number, 1}
        assert early or process.returncode in _ENDS[number] | ({0} if out else set()), err
        if not early:
            assert not TRACEBACK.search(err.decode()), err
        _clean(busy, children)


@pytest.mark.parametrize("engine", ["embedded", "opa"])
@pytest.mark.parametrize("later", [0, 0.4])
def test_a_killed_gate_leaves_no_process(busy: Path, opa_path: Path, engine: str, later: float) -> None:
    more = ("--engine", "opa", "--opa-path", str(opa_path)) if engine == "opa" else ()
    process = _started(busy, *more)
    limit = time.monotonic() + 10
    while not descendants(process.pid) and time.monotonic() < limit:
        time.sleep(0.002)
    children = descendants(process.pid)
    time.sleep(later)
    children |= descendants(process.pid)
    assert children, "nothing was started, so nothing was tried"
    process.kill()
    process.communicate()
    limit = time.monotonic() + 5
    while any(map(is_alive, children)) and time.monotonic() < limit:
        time.sleep(0.02)
    assert not any(map(is_alive, children))


def test_a_killed_worker_is_an_error(busy: Path) -> None:
    process = _started(busy)
    limit = time.monotonic() + 5
    while not (children := descendants(process.pid)) and time.monotonic() < limit:
        time.sleep(0.002)
    for pid in children:
        os.kill(pid, signal.SIGKILL)
    _out, err = process.communicate(timeout=20)
    assert process.returncode == 2, err
    assert b"SIGKILL" in err
    assert list((busy / "out").iterdir()) == []


def test_no_room_for_a_report(busy: Path) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    ran = gate("check", busy / "r", "--as-of", AS_OF, "--output", f"json={busy}/out/json", before=small)
    assert ran.code == 2
    assert "cannot write" in ran.err
    assert not TRACEBACK.search(ran.err)
    assert list((busy / "out").iterdir()) == []


def test_an_older_report_stays_whole(busy: Path) -> None:
    put(busy, "out/json", "old")

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    assert gate("check", busy / "r", "--as-of", AS_OF, "--output", f"json={busy}/out/json", before=small).code == 2
    assert (busy / "out" / "json").read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_no_room_on_stdout(busy: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*GATE, "check", str(busy / "r"), "--as-of", AS_OF]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"No space left" in done.stderr


def test_a_reader_that_goes_away(busy: Path) -> None:
    process = subprocess.Popen(
        [*GATE, "check", str(busy / "r"), "--as-of", AS_OF, "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    err = process.stderr.read()
    assert process.wait(timeout=20) == 2
    assert not TRACEBACK.search(err.decode())
    process.stderr.close()


def test_no_place_for_temporary_files(busy: Path) -> None:
    ran = gate("check", busy / "r", "--as-of", AS_OF, env={"TMPDIR": "/nonexistent"}, cwd=Path("/proc"))
    assert ran.code in {0, 2}
    assert not TRACEBACK.search(ran.err)


@pytest.mark.parametrize("megabytes", [60, 100, 140])
def test_too_little_memory(busy: Path, megabytes: int) -> None:
    def starved() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    ran = gate("check", busy / "r", "--as-of", AS_OF, before=starved)
    assert ran.code != 0 or ran.out
    assert ran.code not in {0, 1} or b"systems" in ran.out


_PLACES = ("fifo", "folder", "device", "link to a device")


@pytest.mark.parametrize("place", _PLACES)
def test_a_report_never_takes_the_place_of_what_is_no_file(busy: Path, place: str) -> None:
    """A file that is moved over /dev/null is the end of /dev/null; here the device is one that nobody needs."""
    target = busy / "out" / "target"
    if place == "fifo":
        os.mkfifo(target)
    elif place == "folder":
        target.mkdir()
    else:
        if os.geteuid() != 0:
            pytest.skip("only the superuser makes devices")
        device = busy / "out" / "device"
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        target.symlink_to(device) if place == "link to a device" else device.rename(target)
    before = sorted((file.name, file.lstat().st_mode) for file in (busy / "out").iterdir())
    for words in (("check", busy / "r", "--as-of", AS_OF, "--output", f"json={target}"), ("bundle", target)):
        ran = gate(*words)
        assert ran.code == 2, ran.out
        assert place == "folder" or "it is no regular file" in ran.err
    assert sorted((file.name, file.lstat().st_mode) for file in (busy / "out").iterdir()) == before


@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 0), ("<&-", 0), (">&- 2>&- <&-", 2)])
def test_a_standard_stream_that_is_closed(repository: Path, closed: str, code: int) -> None:
    words = " ".join(map(shlex.quote, [*GATE, "check", str(repository), "--as-of", AS_OF]))
    done = subprocess.run(["bash", "-c", f"{words} {closed}"], capture_output=True, check=False, timeout=60)
    assert done.returncode == code, done.stderr
    assert not TRACEBACK.search(done.stderr.decode())
    assert (b"stdout is closed" in done.stderr) == (closed == ">&-")


def test_a_current_folder_that_is_gone(tmp_path: Path) -> None:
    words = " ".join(map(shlex.quote, [*GATE, "check", "--as-of", AS_OF]))
    script = f"mkdir {tmp_path}/gone && cd {tmp_path}/gone && rmdir {tmp_path}/gone && {words}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert b"the current folder does not exist any more" in done.stderr


@pytest.mark.parametrize("option", ["--baseline", "--waivers", "--config"])
@pytest.mark.parametrize("kind", ["fifo", "endless"])
def test_what_is_named_and_never_ends_is_an_error_at_once(repository: Path, option: str, kind: str) -> None:
    target = repository / "target"
    if kind == "fifo":
        os.mkfifo(target)
    else:
        with target.open("wb") as stream:
            stream.truncate(5 << 30)
    ran = gate("check", repository, "--as-of", AS_OF, option, target, timeout=30)
    assert ran.code == 2
    assert str(target.name) in ran.err
    assert not TRACEBACK.search(ran.err)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_while_a_text_is_run_keeps_its_exit_code(tmp_path: Path, number: signal.Signals) -> None:
    """Python ends by SIGINT itself if it came while `exec` ran a text, as it does for each dataclass."""
    script = f"""
import os
from aiact_gate.cli import main
def interrupted(**_options):
    exec("os.kill(os.getpid(), {int(number)})\\nfor _ in range(1000): pass")
main.cli = interrupted
main.main()
"""
    put(tmp_path, "trial.py", script)
    command = [sys.executable, "-B", "-m", "trial"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    (expected,) = _ENDS[number]
    assert done.returncode == expected, done.stderr
    assert b"nothing was judged" in done.stderr

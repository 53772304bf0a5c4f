# SPDX-License-Identifier: Apache-2.0
"""The process that holds one embedded Rego engine: run by path, it imports nothing of this package.

Frames go both ways: a length in decimal digits, a newline, then so many bytes. The first byte of an answer
says what it is.
"""

import os
import sys
from typing import BinaryIO

ANSWER, FAILURE = b"=", b"!"


def main(site: str, memory: int, seconds: int) -> int:
    """Load what comes in, then answer one query after the other until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not end up among the answers
    questions = sys.stdin.buffer
    limit(memory)
    sys.path.append(site)
    try:
        import regorus  # noqa: PLC0415 -- found only now

        rego = regorus.Engine()
        while path := receive(questions):
            rego.add_policy(path, receive(questions) or "")
        rego.add_data_json(receive(questions) or "")
        selftest, query = receive(questions) or "", receive(questions) or ""
        rego.set_input_json("{}")
        send(answers, ANSWER, rego.eval_query_as_json(selftest) if selftest else "")
        while (policy_input := receive(questions)) is not None:
            extend(seconds)
            rego.set_input_json(policy_input)
            send(answers, ANSWER, rego.eval_query_as_json(query))
    except BrokenPipeError:
        return 1
    except BaseException as error:  # noqa: BLE001 -- a panic of the engine is no Exception
        send(answers, FAILURE, f"{type(error).__name__}: {error}".partition("Stack backtrace")[0])
        return 1
    return 0


def receive(stream: BinaryIO) -> str | None:
    """Return the next frame, or nothing at the end of the input."""
    size = stream.readline()
    return stream.read(int(size)).decode() if size else None


def send(stream: BinaryIO, kind: bytes, text: str) -> None:
    """Write one frame."""
    raw = kind + text.encode("utf-8", "replace")
    stream.write(b"%d\n%b" % (len(raw), raw))
    stream.flush()


def limit(memory: int) -> None:
    """Bound the memory, so that a runaway rule ends this process and not the machine."""
    try:
        import resource  # noqa: PLC0415 -- not on every platform
    except ImportError:
        return
    for kind, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (value, resource.getrlimit(kind)[1]))
        except (OSError, ValueError):
            continue


def extend(seconds: int) -> None:
    """Allow so many more seconds of processor time; an evaluation cannot be interrupted, and its parent may be gone."""
    try:
        import resource  # noqa: PLC0415 -- not on every platform
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime) + seconds
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hard == resource.RLIM_INFINITY or allowed < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))

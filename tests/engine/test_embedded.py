# SPDX-License-Identifier: Apache-2.0
"""The embedded engine answers, and whatever happens to its workers ends in an error that says so."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.engine import embedded, regorus_wheel, worker
from aiact_gate.engine.embedded import EmbeddedEngine
from aiact_gate.errors import EngineError
from aiact_gate.policy.files import PolicySet
from tests.engine.small import MAIN, RULE, Load, policy_input
from tools import selftest


def _pids(engine: EmbeddedEngine) -> list[int]:
    return [runner.lane.process.pid for runner in engine._lanes._runners]


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _wait_until_gone(pid: int, seconds: float = 5) -> bool:
    limit = time.monotonic() + seconds
    while _is_alive(pid):
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    return True


def test_answers_each_input_in_order(policies: PolicySet) -> None:
    with EmbeddedEngine(policies, workers=2) as engine:
        answers = list(engine.evaluate(policy_input(number, good=number % 2 == 0) for number in range(40)))
    rules = [answer["rules"]["demo/simple"] for answer in answers]
    assert [rule["elements"][0]["line"] for rule in rules] == list(range(40))
    assert [rule["satisfied"] for rule in rules] == [number % 2 == 0 for number in range(40)]
    assert answers[0]["revision"] == policies.revision


def test_can_be_asked_again_after_an_abandoned_run(policies: PolicySet) -> None:
    with EmbeddedEngine(policies) as engine:
        first = engine.evaluate(policy_input(number) for number in range(9))
        next(first)
        answers = list(engine.evaluate(policy_input(number) for number in (77, 78, 79)))
    assert [answer["rules"]["demo/simple"]["elements"][0]["line"] for answer in answers] == [77, 78, 79]


def test_reads_only_a_few_inputs_ahead(policies: PolicySet) -> None:
    taken = []

    def inputs() -> Iterator[dict[str, Any]]:
        for number in range(100):
            taken.append(number)
            yield policy_input(number)

    with EmbeddedEngine(policies) as engine:
        next(engine.evaluate(inputs()))
    assert len(taken) <= 3


def test_no_inputs_give_no_answers(policies: PolicySet) -> None:
    with EmbeddedEngine(policies) as engine:
        assert list(engine.evaluate([])) == []


def test_close_leaves_no_process(policies: PolicySet) -> None:
    with EmbeddedEngine(policies, workers=2) as engine:
        next(engine.evaluate([policy_input()]))
        pids = _pids(engine)
        assert all(_is_alive(pid) for pid in pids)
    assert not any(_is_alive(pid) for pid in pids)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_worker_is_an_error(policies: PolicySet, number: int) -> None:
    with EmbeddedEngine(policies) as engine:
        answers = engine.evaluate(policy_input(n) for n in range(9))
        next(answers)
        os.kill(_pids(engine)[0], number)
        with pytest.raises(EngineError, match=f"ended by {number.name}"):
            list(answers)


def test_a_killed_worker_in_the_middle_of_an_evaluation_is_an_error(policies: PolicySet) -> None:
    with EmbeddedEngine(policies) as engine:

        def inputs() -> Iterator[dict[str, Any]]:
            yield policy_input()
            yield policy_input(mode="runaway")
            time.sleep(0.5)
            os.kill(_pids(engine)[0], signal.SIGKILL)

        with pytest.raises(EngineError, match="SIGKILL"):
            list(engine.evaluate(inputs()))


def test_a_runaway_rule_meets_the_deadline(policies: PolicySet) -> None:
    started = time.monotonic()
    with EmbeddedEngine(policies, deadline=1) as engine:
        (pid,) = _pids(engine)
        with pytest.raises(EngineError, match="no answer within 1 seconds"):
            list(engine.evaluate([policy_input(mode="runaway")]))
    assert time.monotonic() - started < 4
    assert not _is_alive(pid)


def test_a_slow_reader_of_answers_is_no_runaway(policies: PolicySet) -> None:
    with EmbeddedEngine(policies, deadline=1) as engine:
        answers = engine.evaluate(policy_input(number) for number in range(6))
        for _ in range(2):
            next(answers)
            time.sleep(0.8)
        assert len(list(answers)) == 4


def test_memory_is_bounded(policies: PolicySet) -> None:
    with EmbeddedEngine(policies, memory=400 << 20) as engine, pytest.raises(EngineError) as caught:
        list(engine.evaluate([policy_input(mode="memory")]))
    assert "SIGABRT" in caught.value.message
    assert "memory" in caught.value.message + caught.value.hint


def test_endless_recursion_is_an_error(loaded: Load) -> None:
    rule = RULE + '\nf(x) := f(x)\n\nreasons contains "never" if f(1)\n'
    policies = loaded({"rules/demo/simple/rule.rego": rule})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match="SIGSEGV"):
        list(engine.evaluate([policy_input()]))


def test_a_fault_in_a_builtin_is_an_error_without_a_backtrace(
    policies: PolicySet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUST_BACKTRACE", "1")
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError) as caught:
        list(engine.evaluate([policy_input(mode="fault")]))
    assert "backtrace" not in caught.value.message.lower()


def test_a_panic_is_an_error(loaded: Load) -> None:
    rule = RULE + '\nreasons contains "never" if object.subset([1], [])\n'
    policies = loaded({"rules/demo/simple/rule.rego": rule})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match="embedded engine: PanicException"):
        list(engine.evaluate([policy_input()]))


def test_a_syntax_error_names_file_and_line(loaded: Load) -> None:
    policies = loaded({"main.rego": MAIN + "\nthis is not rego\n"})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match=r"main\.rego:12:\d+: "):
        list(engine.evaluate([policy_input()]))


def test_an_early_end_is_told_even_while_much_is_still_being_sent(loaded: Load) -> None:
    policies = loaded({"lib/a.rego": "package aiact.lib.a\n\n?", "data/much.json": json.dumps({"much": "x" * 900000})})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match=r"lib/a\.rego:3:1: "):
        list(engine.evaluate([policy_input()]))


def test_an_undefined_decision_is_an_error_and_no_pass(policies: PolicySet) -> None:
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match="gave no result"):
        list(engine.evaluate([policy_input(mode="undefined")]))


def test_an_answer_that_lacks_a_rule_is_an_error(loaded: Load) -> None:
    policies = loaded({"main.rego": MAIN.replace('"demo/simple"', '"demo/other"')})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match="embedded engine: the rule demo/simple"):
        list(engine.evaluate([policy_input()]))


def test_missing_selftest_is_an_error(loaded: Load) -> None:
    policies = loaded({"lib/selftest.rego": None})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match="gave no result"):
        list(engine.evaluate([policy_input()]))


def test_a_wrong_selftest_is_an_error(loaded: Load) -> None:
    policies = loaded({"lib/selftest.rego": 'package aiact.lib.selftest\n\nanswers := {"count": 2}\n'})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match="self-test"):
        list(engine.evaluate([policy_input()]))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print('hello')", "which is no answer"),
        ("print(99999999999999)", "which is no answer"),
        ("sys.stdout.write('5\\n=ab')", "ended with code 0"),
        ("sys.stdout.write('5\\n=abcd')", "not JSON"),
        ("sys.stdout.write('1\\n=')", "not JSON"),
        ("sys.exit(3)", "ended with code 3"),
        ("sys.exit('no such thing')", "ended with code 1: no such thing"),
    ],
)
def test_a_worker_out_of_form_is_an_error(
    policies: PolicySet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    fake = tmp_path / "worker.py"
    fake.write_text(f"import sys\n{code}\n")
    monkeypatch.setattr(worker, "__file__", str(fake))
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match=said):
        list(engine.evaluate([policy_input()]))


def test_a_silent_worker_meets_the_deadline(
    policies: PolicySet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "worker.py"
    fake.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(worker, "__file__", str(fake))
    with EmbeddedEngine(policies, deadline=0.5) as engine:
        with pytest.raises(EngineError, match=r"no answer within 0\.5 seconds"):
            list(engine.evaluate([policy_input()]))
        assert not any(_is_alive(pid) for pid in _pids(engine))


def test_a_worker_ends_with_its_parent(tmp_path: Path) -> None:
    code = """
        import sys, time
        from pathlib import Path
        from aiact_gate.engine import embedded
        from aiact_gate.engine.embedded import EmbeddedEngine
        from aiact_gate.policy.files import load_policies
        from tests.engine.small import expect_selftest, policy_input, write
        embedded.EXPECTED = expect_selftest(Path(sys.argv[1]))
        engine = EmbeddedEngine(load_policies(bundled=write(Path(sys.argv[1]))))
        next(engine.evaluate([policy_input()]))
        print(engine._lanes._runners[0].lane.process.pid, flush=True)
        time.sleep(60)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as parent:
        pid = int(parent.stdout.readline())
        parent.kill()
    assert _wait_until_gone(pid)


def test_a_runaway_worker_ends_without_its_parent(policies: PolicySet) -> None:
    with EmbeddedEngine(policies, deadline=0.9) as engine:
        (pid,) = _pids(engine)
        engine._lanes.deadline = 15
        with pytest.raises(EngineError, match="SIGXCPU"):
            list(engine.evaluate([policy_input(mode="runaway")]))
    assert not _is_alive(pid)


@pytest.mark.parametrize("how", ["absent", "stranger", "overwritten"])
def test_another_module_of_that_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    site = tmp_path / how
    if how != "absent":
        (site / "regorus").mkdir(parents=True)
        (site / "regorus" / "__init__.py").write_text("class Engine: pass\n")
    if how == "overwritten":
        (site / "gordon_to_regorus-0.13.0.dist-info").mkdir()
        record = "regorus/__init__.py,sha256=x,7\nregorus/__pycache__/x.pyc,,\n"
        (site / "gordon_to_regorus-0.13.0.dist-info" / "RECORD").write_text(record)
    monkeypatch.setattr(sys, "path", [str(site)])
    monkeypatch.delitem(sys.modules, "regorus", raising=False)  # other tests may have imported the real one
    with pytest.raises(EngineError, match="the module regorus") as caught:
        regorus_wheel.site()
    assert "gordon-to-regorus==0.13.0" in caught.value.hint


def test_the_pin_is_that_of_the_package() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text()
    assert f'"{regorus_wheel.DISTRIBUTION}=={regorus_wheel.VERSION}"' in text


def test_the_expected_answers_are_those_of_real_opa(opa_path: Path) -> None:
    assert selftest.answers(opa_path) == json.loads(embedded.EXPECTED.read_text()), "run tools/selftest.py"

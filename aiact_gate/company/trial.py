# SPDX-License-Identifier: Apache-2.0
"""Trying the rules of an organisation: each passes its passing example and fails its failing one."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aiact_gate.company.example import lay_out
from aiact_gate.engine import Engine, environment
from aiact_gate.engine.select import EngineChoice, select
from aiact_gate.errors import EngineError
from aiact_gate.evidence.index import build
from aiact_gate.policy.custom import folder_of, vet
from aiact_gate.policy.files import PolicySet, load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import RuleMeta, read_rules
from aiact_gate.prepare import Preparer, Rejected

_EXAMPLES: Final = ("pass.yaml", "fail.yaml")
_OPA_SECONDS: Final = 120


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one example or of the unit tests; `fault` is empty when it went as it should."""

    name: str
    fault: str = ""


def examples(folder: Path) -> Iterator[Outcome]:
    """Judge both examples of every rule in a folder on the embedded engine."""
    policies = load_policies((folder,))
    rules = read_rules(policies)
    vet(policies, rules)
    law = Law(policies.data["law"])
    elements = build(law.obligations, law.data["documents"])
    with (
        tempfile.TemporaryDirectory(prefix="aiact-gate-") as temporary,
        select(EngineChoice(kind="embedded"), policies) as engine,
    ):
        for number, rule in enumerate(rule for rule in rules.values() if rule.is_custom):
            for name in _EXAMPLES:
                example = folder_of(policies, rule) / name
                shown = f"{rule.id.removeprefix('custom/')}/{name}"
                if not example.is_file():
                    yield Outcome(shown, "there is no such file; a rule is shown by both examples")
                    continue
                root = Path(temporary) / f"{number}-{name}"
                root.mkdir()
                manifest, as_of = lay_out(example, root)
                prepared = Preparer(root, as_of, elements, {})(manifest)
                if isinstance(prepared, Rejected):
                    problem = prepared.problems[0]
                    yield Outcome(shown, f"line {problem.line}: {problem.message}")
                else:
                    yield Outcome(shown, _fault(name, _answer(engine, prepared.policy_input, rule)))


def _answer(engine: Engine, policy_input: Mapping[str, Any], rule: RuleMeta) -> Mapping[str, Any]:
    for decision in engine.evaluate([policy_input]):
        answer: Mapping[str, Any] = decision["rules"][rule.id]
        return answer
    raise EngineError(f"the engine {engine.name} gave no decision for {rule.id}")


def _fault(name: str, answer: Mapping[str, Any]) -> str:
    if answer["applicable"] != "yes":
        return f"the rule must apply to its example, and says {answer['applicable']}"
    if answer["satisfied"] == (name == "pass.yaml"):
        return ""
    if answer["satisfied"]:
        return "the rule is satisfied, and must not be"
    return f"the rule is not satisfied: {'; '.join(answer['reasons']) or 'it gives no reason'}"


def unit_tests(folder: Path, opa: Path) -> Outcome:
    """Run the `*_test.rego` files of a folder with a real opa, beside the bundled rules and the law."""
    policies = load_policies((folder,))
    with tempfile.TemporaryDirectory(prefix="aiact-gate-") as temporary:
        _spread(policies, folder, Path(temporary))
        try:
            done = subprocess.run(  # noqa: S603 -- the operator named it, or PATH did
                [str(opa), "test", "--format", "json", temporary],
                capture_output=True,
                timeout=_OPA_SECONDS,
                check=False,
                env=environment.clean(),
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise EngineError(f"opa: {opa} cannot run the tests: {error}") from error
    return Outcome("opa test", _failed(done))


def _spread(policies: PolicySet, folder: Path, target: Path) -> None:
    """Lay out what opa loads: every module, the data of the law, and the tests of this folder alone."""
    tests = {
        f"tests/{path.relative_to(folder)}": path.read_text(encoding="utf-8") for path in folder.rglob("*_test.rego")
    }
    for name, text in {**policies.modules, **tests, "data.json": json.dumps(policies.document())}.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")


def _failed(done: "subprocess.CompletedProcess[bytes]") -> str:
    try:
        results = json.loads(done.stdout or b"null")
    except ValueError:
        results = None
    if not results and done.returncode == 0:
        return "there are no tests"
    if not isinstance(results, list):
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        return f"opa could not run them: {said.splitlines()[0] if said else f'exit code {done.returncode}'}"
    failed = [result["name"] for result in results if result.get("fail") or result.get("error")]
    if done.returncode and not failed:
        return f"opa ended with {done.returncode}"
    return f"failed: {', '.join(failed)}" if failed else ""

# SPDX-License-Identifier: Apache-2.0
"""The gate beside `opa eval` and `conftest` on the same policies and the same input, interleaved in one run."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))
EXAMPLE = REPOSITORY / "examples" / "hiring-complete"
ROUNDS = 9
# conftest knows deny rules only; this one asks it for the same decision
_CONFTEST = """package main
deny contains id if {
	some id, outcome in data.aiact.main.decision.rules
	outcome.applicable == "yes"
	not outcome.satisfied
}
"""


def policy_input() -> dict[str, object]:
    """Return what the engines are given for the example."""
    from aiact_gate import clock
    from aiact_gate.evidence.index import load
    from aiact_gate.prepare import Prepared, Preparer

    prepare = Preparer(EXAMPLE, clock.day_number(clock.parse("2027-12-02")), load(), {})
    prepared = prepare(EXAMPLE / "ai-system.yaml")
    assert isinstance(prepared, Prepared)
    return dict(prepared.policy_input)


def commands(folder: Path) -> dict[str, Sequence[str]]:
    """Return what is timed, by name."""
    from aiact_gate.policy.bundle import write_bundle
    from aiact_gate.policy.files import load_policies
    from tools.gobuild import executable

    gate = [sys.executable, "-m", "aiact_gate"]
    check = [*gate, "check", str(EXAMPLE), "--as-of", "2027-12-02"]
    timed: dict[str, Sequence[str]] = {"aiact-gate --help": [*gate, "--help"], "check, embedded": check}
    if shutil.which("go") is None:
        return timed
    opa, conftest = executable("opa"), executable("conftest")
    timed["check, opa server"] = [*check, "--engine", "opa", "--opa-path", str(opa)]
    policies = load_policies()
    (folder / "input.json").write_text(json.dumps(policy_input()), encoding="utf-8")
    write_bundle(policies, folder / "bundle.tar.gz")
    timed["opa eval, same bundle"] = [
        str(opa), "eval", "-b", str(folder / "bundle.tar.gz"), "-i", str(folder / "input.json"),
        "data.aiact.main.decision",
    ]  # fmt: skip
    rego = folder / "rego"
    for path, text in policies.modules.items():
        (rego / path).parent.mkdir(parents=True, exist_ok=True)
        (rego / path).write_text(text, encoding="utf-8")
    (rego / "conftest.rego").write_text(_CONFTEST, encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "law.json").write_text(json.dumps(policies.document()), encoding="utf-8")
    timed["conftest test, same rules"] = [
        str(conftest), "test", "--policy", str(rego), "--data", str(folder / "data"), str(folder / "input.json"),
    ]  # fmt: skip
    return timed


def timed(command: Sequence[str]) -> float:
    """Return the wall time of one run in milliseconds; any exit code but a crash will do."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()}")
    return (time.perf_counter() - start) * 1000


def main(report: Callable[[str], None] = print) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = commands(Path(folder))
        samples: dict[str, list[float]] = {name: [] for name in rows}
        for _ in range(ROUNDS):
            for name, command in rows.items():
                samples[name].append(timed(command))
    report(f"{'ms, median of ' + str(ROUNDS):28} {'median':>8} {'best':>8} {'worst':>8}")
    for name, values in samples.items():
        report(f"{name:28} {statistics.median(values):8.0f} {min(values):8.0f} {max(values):8.0f}")


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: Apache-2.0
"""What OPA and regal say of the policies: format, strict check, tests with full coverage, lint."""

import json
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from tools.gobuild import executable  # noqa: E402 -- after the path, so that the script runs by its name

TEST = ["test", "--timeout", "60s", "--ignore", "*.yaml", "law:policies/data"]  # the examples of a rule are no data
REGO = ["policies/lib", "policies/classify", "policies/rules", "policies/main.rego", "policies/main_test.rego"]


def run(name: str, *arguments: str) -> str:
    """Run a tool at the top of the repository; leave with its output when it finds fault."""
    done = subprocess.run(
        [str(executable(name)), *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{name} {arguments[0]}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """Run everything in the order in which it is quickest to find fault."""
    unformatted = run("opa", "fmt", "--list", *REGO)
    if unformatted:
        sys.exit(f"opa fmt would change:\n{unformatted}")
    print("opa fmt: nothing to change")
    run("opa", "check", "--strict", "--ignore", "*.yaml", *REGO)
    print("opa check --strict: nothing found")
    print("opa test:", run("opa", *TEST, *REGO).strip().splitlines()[-1])
    coverage = json.loads(run("opa", *TEST, "--coverage", *REGO))
    open_lines = [
        f"{file}:{part['start']['row']}"
        for file, report in sorted(coverage["files"].items())
        for part in report.get("not_covered", [])
    ]
    if open_lines:
        sys.exit("opa test --coverage: not covered:\n" + "\n".join(open_lines))
    print(f"opa test --coverage: every line of {len(coverage['files'])} files")
    run("regal", "lint", "policies")
    print("regal lint: nothing found")


if __name__ == "__main__":
    main()

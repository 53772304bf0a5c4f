# SPDX-License-Identifier: Apache-2.0
"""Writes down what real OPA answers to the self-test, for the embedded engine to be compared with."""

import json
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import gobuild

ROOT = gobuild.TOOLS.parent
LIBRARY = ROOT / "policies" / "lib"
EXPECTED = ROOT / "aiact_gate" / "engine" / "selftest.json"


def answers(opa: Path) -> object:
    """Return what OPA answers."""
    files = [argument for file in sorted(_with_imports("selftest")) for argument in ("--data", str(file))]
    command = [str(opa), "eval", "--format", "raw", *files, "data.aiact.lib.selftest.answers"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _with_imports(name: str) -> set[Path]:
    file = LIBRARY / f"{name}.rego"
    imported = re.findall(r"^import data\.aiact\.lib\.(\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {file}.union(*map(_with_imports, imported))


if __name__ == "__main__":
    text = json.dumps(answers(gobuild.executable("opa")), indent=2, sort_keys=True, ensure_ascii=False)
    EXPECTED.write_text(text + "\n", encoding="utf-8")

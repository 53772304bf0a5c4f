# SPDX-License-Identifier: Apache-2.0
"""A copy of the repository in which one mutant after the other meets the tests, the quickest tests first."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from tools.mutation.mutant import Mutant

Fate = Literal["killed", "survived", "invalid"]
_PARTS: Final = ("aiact_gate", "policies", "schemas", "tests", "tools", "examples", "pyproject.toml")
_REGO: Final = ("policies/classify", "policies/lib", "policies/main.rego")
_RULES: Final = "policies/rules"
_STAGES: Final = (
    ("the tests beside the classification", _REGO),
    ("the tests of all rules", (*_REGO, "policies/main_test.rego", _RULES)),
)
_DATA: Final = ("tests/law/test_data.py", "tests/law/test_families.py", "tests/manifest/test_schema.py")
_CONDITIONS: Final = ("tests/law/test_conditions.py",)
# The quick tests of Python, by the beginning of the paths that they are about.
_QUICK: Final = (
    ("the tests of the data", _DATA, ("data/",)),
    (
        "the tests of the conditions",
        _CONDITIONS,
        ("classify/duties/", "classify/prohibited", "classify/exceptions", "lib/logic", "data/questions"),
    ),
)
LAW_TESTS: Final = (
    "tests/law/test_cases.py",
    "tests/law/test_dates.py",
    "tests/law/test_qa.py",
    "tests/law/test_exits.py",
)
_QUERY: Final = "[d | some i in data.recorded.inputs; d := data.aiact.main.decision with input as i]"
_SECONDS: Final = 300
_NOT_REGO: Final = "rego_parse_error", "rego_compile_error", "rego_type_error", "rego_unsafe_var_error"


@dataclass(slots=True)
class Laboratory:
    """One copy; the mutants that share it come one at a time."""

    repository: Path
    copy: Path
    opa: Path
    inputs: Path
    _decisions: str = field(default="")

    def set_up(self) -> None:
        """Copy what the tests read, and note what is decided without a mutant."""
        for part in _PARTS:
            source = self.repository / part
            ignore = shutil.ignore_patterns("__pycache__", ".mypy_cache", ".hypothesis")
            if source.is_dir():
                shutil.copytree(source, self.copy / part, ignore=ignore)
            elif source.is_file():
                shutil.copy(source, self.copy / part)

    def record(self) -> str:
        """Keep the inputs that the tests of the law give to the policies; return what fails without any mutant."""
        files = self._present((*_DATA, *_CONDITIONS, *LAW_TESTS))
        runs = [self._pytest(*files, "-p", "tools.mutation.recorder")]
        runs += [self._opa("test", "--ignore", "*.yaml", "law:policies/data", *folders) for _, folders in _STAGES]
        return "".join(done.stdout[-2000:] + done.stderr[-500:] for done in runs if done.returncode)

    def expose(self, mutant: Mutant) -> tuple[Fate, str]:
        """Put the mutant in place, and say which test ends it, if any."""
        if not self._decisions:
            self._decisions = self._decided()
        target = self.copy / "policies" / mutant.file
        original = target.read_text(encoding="utf-8")
        target.write_text(mutant.text, encoding="utf-8")
        try:
            return self._meets_tests(mutant)
        finally:
            target.write_text(original, encoding="utf-8")

    def _meets_tests(self, mutant: Mutant) -> tuple[Fate, str]:
        for by, files, concerned in _QUICK:
            if mutant.file.startswith(concerned) and self._pytest("-x", *self._present(files)).returncode:
                return "killed", by
        for by, folders in _STAGES:
            done = self._opa("test", "--ignore", "*.yaml", "law:policies/data", *folders)
            if any(word in done.stdout + done.stderr for word in _NOT_REGO):
                return "invalid", (done.stdout + done.stderr)[:200]
            if done.returncode:
                return "killed", by
        if self._decided() == self._decisions:
            return "survived", "no decision about a recorded input changes"
        done = self._pytest("-x", *self._present(LAW_TESTS))
        return ("killed", "the cases of the law") if done.returncode else ("survived", "a decision changes unseen")

    def _decided(self) -> str:
        options = ("eval", "--format", "raw", "--data", "policies/main.rego")
        folders = ("--data", "policies/classify", "--data", "policies/lib", "--data", _RULES)
        rest = ("--data", "law:policies/data", "--data", str(self.inputs), "--ignore", "*.yaml", _QUERY)
        done = self._opa(*options, *folders, *rest)
        return hashlib.sha256((done.stdout or done.stderr).encode()).hexdigest()

    def _present(self, files: tuple[str, ...]) -> list[str]:
        return [file for file in files if (self.copy / file).is_file()]

    def _opa(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run(str(self.opa), *arguments)

    def _pytest(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        quiet = ("-q", "-p", "no:cacheprovider", "-p", "no:randomly")
        return self._run(sys.executable, "-m", "pytest", *quiet, *arguments)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "MUTATION_INPUTS": str(self.inputs), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            return subprocess.run(
                command,
                cwd=self.copy,
                env=environment,
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 1, "", "took too long")

# SPDX-License-Identifier: Apache-2.0
"""What many tests share: a repository on disk from a text, and a check of it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from aiact_gate.engine.select import EngineChoice
from aiact_gate.model import Finding, Report, System
from aiact_gate.pipeline import Request, run

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLES = REPOSITORY / "examples"
RULES = REPOSITORY / "policies" / "rules"


def check(root: Path, as_of: str, engine: EngineChoice | None = None, **options: Any) -> Report:
    """Judge what lies below `root` as the command line would."""
    return run(Request((root,), date.fromisoformat(as_of), engine=engine or EngineChoice(), **options))


def only_system(report: Report) -> System:
    """Return the one system of a report."""
    (system,) = report["systems"]
    return system


def finding_of(system: System, rule: str) -> Finding | None:
    """Return the finding of a rule, or None if the system satisfies it or it does not apply."""
    return next((finding for finding in system["findings"] if finding["rule"] == rule), None)


def comparable(report: Report) -> Mapping[str, Any]:
    """Return the report without the one part that may differ between engines."""
    return {key: value for key, value in report.items() if key != "run"}


def lay_out(manifest_with_files: str, folder: Path) -> str:
    """Write a rule's example (`x-files`, `x-as-of`) as a repository into `folder` and return its day."""
    document = yaml.safe_load(manifest_with_files)
    for name, content in document.pop("x-files", {}).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    as_of = str(document.pop("x-as-of"))
    body = "".join(_without_test_keys(manifest_with_files))
    (folder / "ai-system.yaml").write_text(body, encoding="utf-8")
    return as_of


def _without_test_keys(text: str) -> list[str]:
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line[:1] not in (" ", "\n", "#", "-"):
            skipping = line.startswith("x-")
        if not skipping:
            kept.append(line)
    return kept

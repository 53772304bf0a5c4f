# SPDX-License-Identifier: Apache-2.0
"""One quality management system for five systems of one repository: written once, judged for each, told together."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from aiact_gate.model import Report
from aiact_gate.report import text
from aiact_gate.resources import schemas_dir
from tests.support import RULES, check, finding_of, lay_out, only_system

RULE = "quality-management/system"
NAMES = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta")
DAY = "2027-12-02"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository with five systems that point at one document above their folders."""
    lay_out((RULES / RULE / "pass.yaml").read_text(encoding="utf-8"), tmp_path)
    (tmp_path / "ai-system.yaml").rename(tmp_path / "seed.txt")
    share(tmp_path, NAMES[:5])
    return tmp_path


def share(root: Path, names: tuple[str, ...]) -> None:
    seed = (root / "seed.txt").read_text(encoding="utf-8")
    for name in names:
        (root / "apps" / name).mkdir(parents=True)
        manifest = seed.replace("id: talent-rank", f"id: {name}").replace(
            "quality-management: ", "quality-management: ../../"
        )
        (root / "apps" / name / "ai-system.yaml").write_text(manifest, encoding="utf-8")


def spoil(root: Path) -> None:
    path = root / "docs/quality-management.md"
    head, marker, _ = path.read_text(encoding="utf-8").rpartition("\n## ")
    path.write_text(f"{head}{marker}Something else\n\nTODO\n", encoding="utf-8")


def findings(report: Report) -> dict[str, str]:
    found = {system["id"]: finding_of(system, RULE) for system in report["systems"]}
    return {name: finding["message"] for name, finding in found.items() if finding}


def test_one_document_serves_all(root: Path) -> None:
    assert findings(check(root, DAY)) == {}


def test_the_finding_says_which_systems_it_concerns(root: Path) -> None:
    spoil(root)
    report = check(root, DAY)
    Draft202012Validator(json.loads((schemas_dir() / "report.v1.json").read_text())).validate(report)
    told = findings(report)
    assert set(told) == set(NAMES[:5])
    assert told["alpha"].endswith("; the same holds for beta, delta, epsilon, gamma")
    assert told["beta"].endswith("; the same holds for alpha, delta, epsilon, gamma")
    finding = finding_of(report["systems"][0], RULE)
    assert finding is not None
    assert finding["concerns"] == sorted(NAMES[:5])
    assert "the same holds for beta, delta, epsilon, gamma" in text.render(report, colour=False, verbose=False)


def test_many_systems_are_counted(root: Path) -> None:
    share(root, NAMES[5:])
    spoil(root)
    assert findings(check(root, DAY))["alpha"].endswith(
        "; the same holds for beta, delta, epsilon, eta, gamma and 1 more"
    )


def test_a_document_of_its_own_concerns_one_system(root: Path) -> None:
    own = root / "apps/alpha/docs/quality-management.md"
    own.parent.mkdir()
    own.write_text("# Quality management\n\nTODO\n", encoding="utf-8")
    manifest = root / "apps/alpha/ai-system.yaml"
    manifest.write_text(manifest.read_text().replace("quality-management: ../../docs", "quality-management: docs"))
    report = check(root, DAY)
    assert set(findings(report)) == {"alpha"}
    finding = finding_of(report["systems"][0], RULE)
    assert finding is not None
    assert "concerns" not in finding


def test_a_repository_with_one_system_says_nothing_of_others(tmp_path: Path) -> None:
    lay_out((RULES / RULE / "fail.yaml").read_text(encoding="utf-8"), tmp_path)
    finding = finding_of(only_system(check(tmp_path, DAY)), RULE)
    assert finding is not None
    assert "the same holds" not in finding["message"]

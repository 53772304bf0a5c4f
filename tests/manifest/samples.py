# SPDX-License-Identifier: Apache-2.0
"""Manifests that the tests of this folder share."""

from pathlib import Path
from typing import Any

from aiact_gate.manifest.document import Manifest, load
from aiact_gate.manifest.yaml_subset import loads

ALL = "a, b, ba, bb, c, d, e, f, g, h"
COMPLETE = f"""\
apiVersion: aiact-gate/v1
system: {{id: talent-rank, name: TalentRank, version: 2.3.0, intended_purpose: Ranks job applications.}}
operator: {{name: Acme GmbH, roles: [provider], role_shift: [], established_in: DE, size: sme, public_body: false}}
market: {{union: true, planned_placing: 2027-12-02}}
classification:
  prohibited_practices: {{screened: [{ALL}], on: 2026-11-20, met: []}}
  annex_i: []
  annex_iii: [{{point: 4(a), reason: filters and ranks applications}}]
  exits: []
  profiling: true
biometrics: none
transparency: {{interacts_with_people: false, generates: []}}
testing: []
evidence:
  technical-documentation: docs/technical-documentation.md
"""
HEAD = """\
apiVersion: aiact-gate/v1
system: {id: a, name: A}
"""


def written(tmp_path: Path, text: str) -> Manifest:
    path = tmp_path / "ai-system.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path, tmp_path)


def of(text: str) -> Manifest:
    loaded = loads(text.encode())
    return Manifest(Path("ai-system.yaml"), "ai-system.yaml", loaded.data, loaded.marks)


def data(**groups: Any) -> Manifest:
    whole = {"apiVersion": "aiact-gate/v1", "system": {"id": "a", "name": "A"}, "operator": {"name": "A"}}
    return Manifest(Path("ai-system.yaml"), "ai-system.yaml", {**whole, **groups}, {})

# SPDX-License-Identifier: Apache-2.0
"""A bundle is the same bytes for the same policies, is written whole or not at all, and OPA takes it."""

import json
import subprocess
import tarfile
import time
from pathlib import Path
from typing import Never

import pytest

from aiact_gate.errors import PolicyError
from aiact_gate.policy import bundle
from aiact_gate.policy.files import PolicySet, load_policies
from tests.engine.small import MAIN, Load, policy_input, write


def test_the_same_policies_give_the_same_bytes(
    policies: PolicySet, loaded: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bundle.content(policies)
    monkeypatch.setattr(time, "time", lambda: 1.0)
    again = load_policies(bundled=write(tmp_path / "again"))
    assert bundle.content(again) == first
    assert first != bundle.content(loaded({"main.rego": MAIN + "\n"}))


def test_it_holds_manifest_data_and_modules(policies: PolicySet, tmp_path: Path) -> None:
    bundle.write_bundle(policies, tmp_path / "b.tar.gz")
    with tarfile.open(tmp_path / "b.tar.gz") as archive:
        names = archive.getnames()
        manifest = json.load(archive.extractfile("/.manifest"))
        data = json.load(archive.extractfile("/data.json"))
    assert names == ["/.manifest", "/data.json", *(f"/{path}" for path in policies.modules)]
    assert manifest == {"revision": policies.revision, "roots": ["aiact", "law"], "rego_version": 1}
    assert data["law"]["revision"] == policies.revision


def test_opa_evaluates_it(policies: PolicySet, tmp_path: Path, opa_path: Path) -> None:
    bundle.write_bundle(policies, tmp_path / "b.tar.gz")
    command = [opa_path, "eval", "-b", tmp_path / "b.tar.gz", "-I", "-f", "raw", "data.aiact.main.decision.revision"]
    done = subprocess.run(command, input=json.dumps(policy_input()), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == policies.revision


def test_a_failure_leaves_the_old_file_and_nothing_else(
    policies: PolicySet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "b.tar.gz"
    target.write_text("old")
    before = set(tmp_path.iterdir())

    def refuse(*_args: object) -> Never:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fdopen", refuse)
    with pytest.raises(PolicyError, match="No space left"):
        bundle.write_bundle(policies, target)
    assert target.read_text() == "old"
    assert set(tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there_is_told(policies: PolicySet, tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="cannot be written"):
        bundle.write_bundle(policies, tmp_path / "absent" / "b.tar.gz")


def test_a_bundle_of_other_policies_or_none_at_all_is_told_apart(
    policies: PolicySet, loaded: Load, tmp_path: Path
) -> None:
    target = tmp_path / "b.tar.gz"
    bundle.write_bundle(policies, target)
    assert bundle.holds(policies, target)
    assert not bundle.holds(loaded({"main.rego": MAIN + "\n"}), target)
    whole = target.read_bytes()
    for broken in (b"", b"no gzip", whole[: len(whole) // 2], whole[:12] + b"\xff" * 40):
        target.write_bytes(broken)
        assert not bundle.holds(policies, target)
    with pytest.raises(PolicyError, match="cannot be read"):
        bundle.holds(policies, tmp_path / "absent.tar.gz")

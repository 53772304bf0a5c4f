# SPDX-License-Identifier: Apache-2.0
"""Whether there is a system to write a waiver for, before the waiver is written."""

import difflib

from aiact_gate.discover import Discovery
from aiact_gate.errors import UsageError
from aiact_gate.manifest.document import ManifestError, load


def require(system: str, found: Discovery) -> None:
    """Refuse a system that no manifest declares, where all can be read; a repository without any may hold waivers."""
    try:
        manifests = [load(path, found.root).data for path in found.manifests]
    except ManifestError:
        return
    declared = [about["id"] for data in manifests if isinstance(about := data.get("system"), dict) and "id" in about]
    if declared and system not in declared:
        near = difflib.get_close_matches(system, map(str, declared), n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "the id stands in the manifest, under system"
        raise UsageError(f"there is no system {system}", hint)

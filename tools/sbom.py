# SPDX-License-Identifier: Apache-2.0
"""Writes what aiact-gate is made of as CycloneDX 1.6, from the lock of a full installation, with every digest in it.

Run `python tools/sbom.py [LOCK]`. The same lock gives the same bytes: there is no time and no random number in it.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "action.txt"
_NAME = "aiact-gate"
_PINNED = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$")
_DIGEST = re.compile(r"^    --hash=sha256:([0-9a-f]{64})(?: \\)?$")
_VIA = re.compile(r"^    #(?: via)? +(?P<name>-[cr] [^ ]+|[a-z0-9.-]+)(?: \(.*\))?$")


@dataclass(slots=True)
class Package:
    """One package of a lock."""

    name: str
    version: str
    marker: str | None
    digests: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)

    @property
    def purl(self) -> str:
        """Return the address of the package, whatever registry serves it."""
        return f"pkg:pypi/{self.name}@{self.version}"


def packages(lock: str) -> list[Package]:
    """Return the packages of a lock, or raise ValueError at a line that means something else."""
    found: list[Package] = []
    for line in lock.splitlines():
        if line.startswith("#") or line == "    # via":
            continue
        if pinned := _PINNED.match(line):
            found.append(Package(pinned["name"], pinned["version"], pinned["marker"]))
        elif digest := _DIGEST.match(line):
            found[-1].digests.append(digest[1])
        elif via := _VIA.match(line):
            found[-1].via.append(via["name"])
        else:
            raise ValueError(f"not a line of a lock: {line!r}")
    return found


def document(lock: str, version: str) -> dict[str, Any]:
    """Return the list as CycloneDX 1.6."""
    found = packages(lock)
    root = Package(_NAME, version, None)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _plain(root) | {"type": "application"} | _licence("Apache-2.0")},
        "components": [_component(one) for one in found],
        "dependencies": [
            {"ref": one.purl, "dependsOn": sorted(other.purl for other in found if one.name in other.via)}
            for one in (root, *found)
        ],
    }


def _plain(one: Package) -> dict[str, Any]:
    return {"type": "library", "bom-ref": one.purl, "name": one.name, "version": one.version, "purl": one.purl}


def _component(one: Package) -> dict[str, Any]:
    """Return a package with the digests of its files; an installation takes one of them."""
    hashes = [{"alg": "SHA-256", "content": digest} for digest in one.digests]
    files = {"externalReferences": [{"type": "distribution", "url": one.purl, "hashes": hashes}]}
    condition = {"properties": [{"name": "python:marker", "value": one.marker}]} if one.marker else {}
    return _plain(one) | _licence(_declared(one.name)) | files | condition


def _licence(name: str) -> dict[str, Any]:
    return {"licenses": [{"license": {"name": name}}]} if name else {}


def _declared(name: str) -> str:
    """Return the licence that an installed package declares; of one for another system none is told."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return ""
    classified = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or [] if line.startswith("License")]
    known = said.get("License-Expression") or (said.get("License") or "").partition("\n")[0] or ", ".join(classified)
    return known[:100]


def main() -> None:
    """Write the list to the standard output."""
    lock = Path(sys.argv[1]) if sys.argv[1:] else LOCK
    source = (ROOT / "aiact_gate" / "__init__.py").read_text(encoding="utf-8")
    version = re.search(r'^__version__[^"]*"([^"]+)"', source, re.MULTILINE)
    if version is None:
        raise SystemExit("aiact_gate/__init__.py names no version")
    json.dump(document(lock.read_text(encoding="utf-8"), version[1]), sys.stdout, indent=2, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()

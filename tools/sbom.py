# SPDX-License-Identifier: Apache-2.0
"""Writes a CycloneDX list of what aiact-gate is made of, from what is installed."""

import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution

_NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")


def parts(root: str) -> dict[str, tuple[Distribution, list[str]]]:
    """Return every distribution that is needed, with what it needs itself; extras and other platforms are left out."""
    found: dict[str, tuple[Distribution, list[str]]] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue
        wanted = [_NAME.match(line) for line in one.requires or [] if "extra ==" not in line]
        needed = sorted({_normal(match[1]) for match in wanted if match})
        found[name] = (one, needed)
        waiting.extend(needed)
    return found


def document(root: str = "aiact-gate") -> dict[str, object]:
    """Return the list as CycloneDX 1.6."""
    found = parts(root)

    def component(name: str) -> dict[str, object]:
        meta = found[name][0].metadata
        licence = meta.get("License-Expression") or (meta.get("License") or "").partition("\n")[0] or "unknown"
        version = found[name][0].version
        purl = f"pkg:pypi/{name}@{version}"
        licences = [{"license": {"name": licence[:100]}}]
        return {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "purl": purl,
            "licenses": licences,
        }

    def reference(name: str) -> str:
        return f"pkg:pypi/{name}@{found[name][0].version}"

    names = sorted(found)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": component(root) | {"type": "application"}},
        "components": [component(name) for name in names if name != root],
        "dependencies": [
            {"ref": reference(name), "dependsOn": [reference(needed) for needed in found[name][1] if needed in found]}
            for name in names
        ],
    }


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    json.dump(document(*sys.argv[1:]), sys.stdout, indent=2, ensure_ascii=False)
    print()

# SPDX-License-Identifier: Apache-2.0
"""Asks the package index which packages of the lock have no wheel for a platform: `python tools/platforms.py`."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import sbom

_PYTHONS = ("3.11", "3.14")
PLATFORMS = {  # what people call it, and what the resolver calls it
    "Linux x86-64, glibc 2.34 or later": "x86_64-manylinux_2_34",
    "Linux x86-64, glibc 2.28 to 2.33": "x86_64-manylinux_2_28",
    "Linux ARM64, glibc 2.34 or later": "aarch64-manylinux_2_34",
    "Linux x86-64, musl": "x86_64-unknown-linux-musl",
    "Linux ARM64, musl": "aarch64-unknown-linux-musl",
    "macOS on Apple silicon": "aarch64-apple-darwin",
    "macOS on Intel": "x86_64-apple-darwin",
    "Windows x86-64": "x86_64-pc-windows-msvc",
    "Windows ARM64": "aarch64-pc-windows-msvc",
}
_NO_WHEEL = re.compile(r"([a-z0-9-]+)==\S+ has no usable wheels")
_PURE = 2  # digests: a package with one wheel for all and its source
_ENGINE, _MEDIA, _SIGNING = "gordon-to-regorus", "c2pa-python", "cryptography"
_REMEDIES = {
    frozenset(): "nothing",
    frozenset({_ENGINE}): "install without it and use `--engine opa`",
    frozenset({_MEDIA}): "leave the extra `provenance` out; signed media are `unreadable`",
    frozenset({_SIGNING}): "leave the extra `provenance` out; signed media are `unreadable`",
    frozenset({_ENGINE, _SIGNING, "pyyaml"}): "Python 3.14 without engine and extra `provenance`: `--engine opa`",
    frozenset({_ENGINE, _MEDIA}): "install without both and use `--engine opa`; signed media are `unreadable`",
}


def without_wheel(platform: str, python: str) -> set[str]:
    """Ask which packages have no wheel of the locked version: the resolver names one at a time."""
    wanted = {one.name: one.version for one in _native()}
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-config", "--no-deps", "--no-header"]
    command += ["--only-binary", ":all:", "--python-platform", platform, "--python-version", python, "-"]
    absent: set[str] = set()
    while True:
        asked = "\n".join(f"{name}=={version}" for name, version in wanted.items() if name not in absent)
        done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return absent
        named = set(_NO_WHEEL.findall(done.stderr)) - absent
        if not named:
            raise SystemExit(f"the package index did not answer: {done.stderr.strip()[:300]}")
        absent |= named


def _native() -> list[sbom.Package]:
    return [one for one in sbom.packages(sbom.LOCK.read_text(encoding="utf-8")) if len(one.digests) > _PURE]


def rows() -> list[str]:
    """Return the table of platforms: each is asked about with the oldest and the newest Python."""
    table = ["| platform | without a wheel | what to do |", "| --- | --- | --- |"]
    questions = [(platform, python) for platform in PLATFORMS.values() for python in _PYTHONS]
    with ThreadPoolExecutor(6) as pool:
        answers = dict(zip(questions, pool.map(lambda question: without_wheel(*question), questions), strict=True))
    for name, platform in PLATFORMS.items():
        found = [answers[platform, python] for python in _PYTHONS]
        absent = frozenset.union(*map(frozenset, found))
        told = sorted(one if all(one in some for some in found) else f"{one} (not every Python)" for one in absent)
        remedy = _REMEDIES.get(absent, "build these from source")
        table.append(f"| {name} | {', '.join(f'`{one}`' for one in told) or 'none'} | {remedy} |")
    return table


if __name__ == "__main__":
    print("\n".join(rows()))

# SPDX-License-Identifier: Apache-2.0
"""Packages of the npm registry that a test uses as a tool, fetched once and kept in pytest's cache."""

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest


class Npm:
    """Gives the folder of an unpacked package, or skips the test and says why."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, name: str, version: str) -> Path:
        folder = self._cache / f"{name.replace('/', '-')}-{version}"
        if not (folder / "package" / "package.json").is_file():
            if shutil.which("npm") is None:
                pytest.skip("npm is not installed")
            self._fetch(f"{name}@{version}", folder)
        return folder / "package"

    def _fetch(self, spec: str, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", spec, "--silent", "--pack-destination", str(folder)]
        try:
            subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=180)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            pytest.skip(f"npm does not give {spec}: {type(error).__name__}")
        (archive,) = folder.glob("*.tgz")
        with tarfile.open(archive) as package:
            package.extractall(folder, filter="data")
        archive.unlink()

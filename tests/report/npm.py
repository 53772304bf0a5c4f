# SPDX-License-Identifier: Apache-2.0
"""Packages of the npm registry that a test uses as a tool, fetched once and kept in pytest's cache."""

import contextlib
import shutil
import subprocess
import tarfile
import tempfile
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
        with tempfile.TemporaryDirectory(dir=self._cache) as name:
            command = ["npm", "pack", spec, "--silent", "--pack-destination", name]
            try:
                subprocess.run(command, cwd=name, capture_output=True, check=True, timeout=180)
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
                pytest.skip(f"npm does not give {spec}: {type(error).__name__}")
            (archive,) = Path(name).glob("*.tgz")
            with tarfile.open(archive) as package:
                package.extractall(Path(name) / "whole", filter="data")
            # one step, so that tests in another process see all of it or nothing
            with contextlib.suppress(OSError):
                (Path(name) / "whole").rename(folder)

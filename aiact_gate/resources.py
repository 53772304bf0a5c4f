# SPDX-License-Identifier: Apache-2.0
"""Where the rules, the data of the law and the schemas are, in a checkout and in an installed package."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


@cache
def policies_dir() -> Path:
    """Return the folder of the bundled rules and of the law as data."""
    return _folder("policies")


@cache
def schemas_dir() -> Path:
    """Return the folder of the JSON Schemas."""
    return _folder("schemas")

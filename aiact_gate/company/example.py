# SPDX-License-Identifier: Apache-2.0
"""The example of a rule: a manifest that carries its evidence (`x-files`) and its day (`x-as-of`)."""

import re
from pathlib import Path, PurePosixPath
from typing import Any, Final, NoReturn

from aiact_gate.errors import PolicyError
from aiact_gate.manifest.dates import day
from aiact_gate.manifest.yaml_subset import YamlError, loads

_TEST_KEY: Final = re.compile(r"x-[\w-]+:")


def lay_out(example: Path, folder: Path) -> tuple[Path, int]:
    """Write an example as a repository into the folder; return its manifest and its day."""
    try:
        raw = example.read_bytes()
        document = loads(raw).data
    except OSError as error:
        _refuse(example, f"cannot be read: {error.strerror}")
    except YamlError as error:
        _refuse(f"{example}:{error.problem.line}", error.problem.message)
    if not isinstance(document, dict):
        _refuse(example, "is not a manifest")
    as_of = day(document.get("x-as-of"))
    if as_of is None:
        _refuse(example, "has no day", "write `x-as-of: YYYY-MM-DD`")
    files: Any = document.get("x-files") or {}
    if not isinstance(files, dict) or not all(isinstance(text, str) for text in files.values()):
        _refuse(example, "has x-files that are not texts by path")
    for name, text in files.items():
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            _refuse(example, f"names the file {name} outside of its folder")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    manifest = folder / "ai-system.yaml"
    manifest.write_text(_without_test_keys(raw.decode("utf-8-sig")), encoding="utf-8")
    return manifest, as_of


def _without_test_keys(text: str) -> str:
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line[:1] not in (" ", "\n", "#", "-"):
            skipping = _TEST_KEY.match(line) is not None
        if not skipping:
            kept.append(line)
    return "".join(kept)


def _refuse(example: object, what: str, hint: str = "") -> NoReturn:
    raise PolicyError(
        f"{example}: the example {what}" if hint or what.startswith("has") else f"{example}: {what}", hint
    )

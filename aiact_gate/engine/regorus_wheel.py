# SPDX-License-Identifier: Apache-2.0
"""Which module `regorus` is installed: several unrelated packages bring one, and only one of them is trusted."""

import csv
import importlib.util
from pathlib import Path
from typing import Final

from aiact_gate.errors import EngineError

DISTRIBUTION: Final = "gordon-to-regorus"
VERSION: Final = "0.13.0"


def site() -> Path:
    """Return the folder that the trusted module is imported from, or refuse."""
    spec = importlib.util.find_spec("regorus")
    if spec is None or spec.origin is None:
        raise _refusal("is not installed")
    package = Path(spec.origin).parent
    record = package.parent / f"{DISTRIBUTION.replace('-', '_')}-{VERSION}.dist-info" / "RECORD"
    try:
        rows = list(csv.reader(record.read_text(encoding="utf-8").splitlines()))
    except OSError as error:
        raise _refusal(f"in {package} was not installed by {DISTRIBUTION} {VERSION}") from error
    recorded = {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[2]}  # noqa: PLR2004
    own = {path: size for path, size in recorded.items() if path.startswith("regorus/")}
    if not own or any(_size(package.parent / path) != size for path, size in own.items()):
        raise _refusal(f"in {package} is not the one that {DISTRIBUTION} {VERSION} installed")
    return package.parent


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _refusal(what: str) -> EngineError:
    return EngineError(
        f"embedded engine: the module regorus {what}",
        f"Run `pip install --force-reinstall {DISTRIBUTION}=={VERSION}`, and remove other packages that bring regorus;"
        " where there is no wheel of it, use --engine opa.",
    )

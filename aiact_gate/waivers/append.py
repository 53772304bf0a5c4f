# SPDX-License-Identifier: Apache-2.0
"""Adding one waiver to its file, which stays as people wrote it, comments and all."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from aiact_gate.errors import UsageError
from aiact_gate.manifest.document import API_VERSION
from aiact_gate.manifest.scalars import plain
from aiact_gate.report.write import write
from aiact_gate.waivers import entries

_START: Final = f"""\
# Findings released in spite of a rule, each with somebody who answers for it. `expires` is the last day, in UTC.
apiVersion: {API_VERSION}
waivers:
"""
_EMPTY: Final = re.compile(r"^waivers:[ \t]*(?:\[[ \t]*\])?[ \t]*(#[^\n]*)?$", re.MULTILINE)
_ITEM: Final = re.compile(r"^( *)- ", re.MULTILINE)
_PLAIN: Final = re.compile(r"[a-z][a-z0-9@./-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def append(path: Path, entry: Mapping[str, str | None]) -> int:
    """Write the entry at the end of the list and return its line; refuse to add what is already waived."""
    root = path.parent
    text = _START
    if path.exists():
        for known in entries.read(path, root):
            if (known.rule, known.system) == (entry["rule"], entry["system"]):
                raise UsageError(
                    f"{path}:{known.position.line}: {known.rule} for {known.system} is already waived",
                    "change that entry; a waiver is prolonged by hand, so that a reviewer sees it",
                )
        text = _opened(path.read_text(encoding="utf-8"), path)
    indent = _indent(text)
    lines = [f"{key}: {_scalar(value)}" for key, value in entry.items() if value]
    body = "".join(f"{indent}{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))
    _check(path, text + body)
    write(path, text + body)
    return text.count("\n") + 1


def _opened(text: str, path: Path) -> str:
    """Return the text ready for one more item at its end."""
    text = text if text.endswith("\n") else text + "\n"
    if not re.search(r"^waivers:", text, re.MULTILINE):
        return text + "waivers:\n"
    text = _EMPTY.sub(lambda match: "waivers:" + (f" {match[1]}" if match[1] else ""), text)
    after = text[re.search(r"^waivers:[^\n]*\n", text, re.MULTILINE).end() :]  # type: ignore[union-attr]
    if re.search(r"^[^\s#-]", after, re.MULTILINE) or not re.search(r"^waivers:[ \t]*(#|$)", text, re.MULTILINE):
        raise UsageError(f"{path}: the list of waivers is not the last thing in the file", "add the entry by hand")
    return text


def _indent(text: str) -> str:
    after = text.partition("\nwaivers:")[2]
    found = _ITEM.search(after)
    return found[1] if found else "  "


def _scalar(value: str) -> str:
    """Return a value that reads back as exactly this text."""
    return value if _PLAIN.fullmatch(value) and plain(value) == value else json.dumps(value, ensure_ascii=False)


def _check(path: Path, text: str) -> None:
    """Read back what is about to be written, so that no file is ever left broken."""
    try:
        entries.parse(text.encode(), path.name)
    except UsageError as error:
        raise UsageError(f"the entry cannot be added to {path}: {error.message}", "add it by hand") from error

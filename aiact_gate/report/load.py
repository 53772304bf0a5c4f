# SPDX-License-Identifier: Apache-2.0
"""Reading a report that was written as JSON, so that it can be shown in another format or joined with others."""

import json
import re
from pathlib import Path
from typing import Any, Final, NoReturn

from aiact_gate.errors import UsageError
from aiact_gate.model import REPORT_SCHEMA, Report
from aiact_gate.report.shape import problem
from aiact_gate.resources import schemas_dir

_FAMILY: Final = re.compile(r"aiact-gate/report/v(\d+)")
_HINT: Final = "make one with `aiact-gate check --output json=report.json`"


def load(path: Path) -> Report:
    """Return the report in `path`; raise UsageError with one clear sentence when it holds none."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not a report: it is not UTF-8 text", hint=_HINT) from error
    return parse(text, str(path))


def parse(text: str, name: str) -> Report:
    """Return the report that the text holds; `name` says in a message where it comes from."""
    document = _json(text, name)
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != REPORT_SCHEMA:
        _refuse(schema, name)
    if found := problem(document, json.loads((schemas_dir() / "report.v1.json").read_text(encoding="utf-8"))):
        raise UsageError(f"{name} is not a whole report: {found}", hint=_HINT)
    report: Report = document
    return report


def _json(text: str, name: str) -> Any:
    try:
        document = json.loads(text, parse_constant=_no_number)
        # an escaped half of a character is JSON, but no text that could be written again
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"{name} is not a report: it holds half a character, which is no text", hint=_HINT) from error
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UsageError(f"{name} is not a report: it is not JSON{where}", hint=_HINT) from error
    return document


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _refuse(schema: object, name: str) -> NoReturn:
    match = _FAMILY.fullmatch(schema) if isinstance(schema, str) else None
    if match:
        ours = REPORT_SCHEMA.rpartition("/")[2]
        raise UsageError(
            f"{name} is a report of version v{match[1]}; this aiact-gate reads {ours}",
            hint="use the version of aiact-gate that made it, or a newer one",
        )
    raise UsageError(f'{name} is not a report of aiact-gate: its "schema" is not {REPORT_SCHEMA}', hint=_HINT)

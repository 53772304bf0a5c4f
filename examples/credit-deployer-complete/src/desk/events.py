"""The log of the desk: one line a decision or switch, one file a day, kept for the configured period."""
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import yaml

from . import VERSION

Sink = Callable[[str], None]


def write(sink: Sink, event: str, **fields: object) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    sink(json.dumps({"at": now, "event": event, "desk_version": VERSION, **fields}, sort_keys=True))


def retention(path: str = "config/logging.yaml") -> int:
    """The days that logs are kept; the desk does not start with fewer than 183."""
    found = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    if found["enabled"] is not True or found["retention_days"] < 183:
        raise SystemExit("the log must be on and kept for at least six months")
    return found["retention_days"]


def purge(folder: str, days: int, today: date) -> list[str]:
    """Remove the days beyond the period; run each night."""
    old = [path for path in Path(folder).glob("*.jsonl") if date.fromisoformat(path.stem) < today - timedelta(days)]
    for path in old:
        path.unlink()
    return sorted(path.name for path in old)

"""The event log: one JSON object a line, with the version of the system in each."""
import json
from collections.abc import Callable
from datetime import datetime, timezone

from . import VERSION

Sink = Callable[[str], None]
EVENTS = ("scored", "read_later", "decision", "override", "input_refused", "drift_alert", "stopped", "resumed", "model_changed")


def write(sink: Sink, event: str, **fields: object) -> None:
    """Append one event; an unknown kind is a programming error, never silently dropped."""
    if event not in EVENTS:
        raise ValueError(event)
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    sink(json.dumps({"timestamp": now, "event": event, "system_version": VERSION, **fields}, sort_keys=True))

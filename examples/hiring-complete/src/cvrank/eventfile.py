"""Where the event log is written, and for how long it is kept."""
from datetime import date, timedelta
from pathlib import Path

import yaml

from .events import Sink


def settings(path: str = "config/logging.yaml") -> dict:
    """The settings; a log that is off or kept for less than six months stops the start."""
    found = yaml.safe_load(Path(path).read_text())
    if found["enabled"] is not True or found["retention_days"] < 183:
        raise SystemExit("the event log must be on and kept for six months")
    return found


def sink(folder: str) -> Sink:
    """Appends lines to the file of the day; the folder must exist."""
    if not Path(folder).is_dir():
        raise SystemExit(f"no place for the event log: {folder}")

    def append(line: str) -> None:
        with Path(folder, f"{date.today():%Y-%m-%d}.jsonl").open("a") as stream:
            stream.write(line + "\n")

    return append


def purge(folder: str, retention_days: int, today: date) -> list[str]:
    """Remove the days beyond the period; run each night."""
    last = today - timedelta(days=retention_days)
    old = [path for path in sorted(Path(folder).glob("*.jsonl")) if date.fromisoformat(path.stem) < last]
    for path in old:
        path.unlink()
    return [path.name for path in old]

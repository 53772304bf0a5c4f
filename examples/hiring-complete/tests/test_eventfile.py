"""The event log is on, has a place and is kept for the period of the settings."""
from datetime import date
from pathlib import Path

import pytest

from cvrank import eventfile

ROOT = Path(__file__).parent.parent


def test_settings_of_this_release():
    assert eventfile.settings(str(ROOT / "config/logging.yaml"))["retention_days"] == 400


@pytest.mark.parametrize("text", ["enabled: false\nretention_days: 400", "enabled: true\nretention_days: 30"])
def test_no_start_without_log(tmp_path, text):
    config = tmp_path / "logging.yaml"
    config.write_text(text)
    with pytest.raises(SystemExit):
        eventfile.settings(str(config))


def test_no_start_without_place(tmp_path):
    with pytest.raises(SystemExit):
        eventfile.sink(str(tmp_path / "absent"))


def test_purge_keeps_the_period(tmp_path):
    for name in ("2026-09-26.jsonl", "2026-09-28.jsonl"):
        (tmp_path / name).touch()
    assert eventfile.purge(str(tmp_path), 400, date(2027, 11, 2)) == ["2026-09-26.jsonl"]

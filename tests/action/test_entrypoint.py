# SPDX-License-Identifier: Apache-2.0
"""The script of the action alone: what it passes on, what it refuses, and what it tells the runner."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.action.conftest import Entrypoint
from tests.support import EXAMPLES

LATE = "2027-12-02"


@pytest.mark.parametrize(
    ("inputs", "code", "verdict"),
    [
        ({"paths": "good", "as_of": LATE}, 0, "pass"),
        ({"paths": "undone", "as_of": "2026-11-22"}, 0, "warn"),
        ({"paths": "undone", "as_of": "2026-11-22", "fail_on": "warn"}, 1, "warn"),
        ({"paths": "undone", "as_of": "2026-11-22", "lead_days": "400"}, 1, "block"),
        ({"paths": "bad", "as_of": LATE}, 1, "block"),
        ({"paths": "bad", "as_of": LATE, "report_only": "true"}, 0, "block"),
        ({"paths": "good\n\n  \nbad\r\n", "as_of": LATE}, 1, "block"),
        ({"paths": ".", "as_of": LATE, "exclude": "bad\nundone"}, 0, "pass"),
        ({"paths": "empty"}, 2, "error"),
        ({"paths": "empty", "report_only": "true"}, 2, "error"),
        ({"paths": "good", "engine": "other"}, 2, "error"),
        ({"paths": "good", "fail_on": "never"}, 2, "error"),
        ({"paths": "good", "as_of": "tomorrow"}, 2, "error"),
        ({"paths": "good", "report_only": "yes"}, 2, "error"),
        ({"paths": "good", "formats": "pdf"}, 2, "error"),
        ({"paths": "good", "formats": "../junit"}, 2, "error"),
        ({"paths": "good", "base": "no-such-ref"}, 2, "error"),
        ({"paths": "good", "policies": "no-such-folder"}, 2, "error"),
        ({"paths": "--help"}, 2, "error"),
        ({"paths": "$(touch pwned)`touch pwned`;touch pwned"}, 2, "error"),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else None,
)
def test_exit_code_and_verdict(
    entrypoint: Entrypoint, repository: Path, inputs: dict[str, str], code: int, verdict: str
) -> None:
    done = entrypoint.run(repository, **inputs)
    assert done.returncode == code, done.stdout
    outputs = entrypoint.outputs()
    assert (outputs["verdict"], outputs["exit-code"]) == (verdict, str(code))
    assert ("report" in outputs) == (code != 2)
    assert ("Could not judge" in entrypoint.summary()) == (code == 2)
    assert not list(repository.rglob("pwned"))


def test_reports_are_files_and_the_asked_formats_are_among_them(entrypoint: Entrypoint, repository: Path) -> None:
    entrypoint.run(repository, paths="bad", as_of=LATE, formats="junit html\ngitlab")
    outputs = entrypoint.outputs()
    names = {path.name for path in Path(outputs["folder"]).iterdir()}
    assert {"report.json", "report.sarif", "summary.md", "junit.xml", "report.html", "gitlab.json"} <= names
    report = json.loads(Path(outputs["report"]).read_text(encoding="utf-8"))
    assert json.loads(outputs["counts"]) == report["counts"]
    assert outputs["errors"] == str(report["counts"]["error"])
    assert json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_what_a_manifest_says_is_never_a_command_to_the_runner(entrypoint: Entrypoint, repository: Path) -> None:
    manifest = repository / "bad" / "ai-system.yaml"
    forged = 'name: "x\\\\n::set-env name=A::b\\\\r\\\\n::error::forged"'
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(re.sub(r"\bname: \S+", forged, text, count=1), encoding="utf-8")
    shown = entrypoint.run(repository, paths="bad", as_of=LATE).stdout
    first, *rest = shown.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert "forged" in shown
    assert re.fullmatch("[0-9a-f]{32}", token)
    assert shown.count(token) == 2
    obeyed = [line for line in rest[rest.index(f"::{token}::") + 1 :] if line]
    assert all(re.match(r"::(error|warning|notice) ", line) for line in obeyed), obeyed
    assert not any("forged" in line.split("::")[1] for line in obeyed)


def test_the_token_is_another_one_each_time(entrypoint: Entrypoint, repository: Path) -> None:
    tokens = {entrypoint.run(repository, paths="empty").stdout.splitlines()[0] for _ in range(2)}
    assert len(tokens) == 2


def test_why_nothing_was_judged_is_an_annotation_on_one_line(entrypoint: Entrypoint, repository: Path) -> None:
    done = entrypoint.run(repository, paths="100%-missing")
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert told.startswith("::error title=aiact-gate::could not judge: ")
    assert "100%25-missing" in told
    assert "%0A" in told  # the hint follows


def test_the_summary_stays_below_what_the_runner_takes(entrypoint: Entrypoint, tmp_path: Path) -> None:
    source = (EXAMPLES / "hiring-stuffed" / "ai-system.yaml").read_text(encoding="utf-8")
    assert "\nsystem:" in source
    for number in range(40):
        target = tmp_path / "many" / f"s{number}"
        shutil.copytree(EXAMPLES / "hiring-stuffed" / "docs", target / "docs")
        named = re.sub(r"(\bid: )[\w-]+", rf"\g<1>s{number}", source, count=1)
        (target / "ai-system.yaml").write_text(named, encoding="utf-8")
    done = entrypoint.run(tmp_path / "many", as_of=LATE)
    assert done.returncode == 1, done.stdout[-2000:]
    size = entrypoint.summary_file.stat().st_size
    assert 500_000 < size <= 900_000
    assert "more: see the JSON or HTML report" in entrypoint.summary()


def test_a_failing_installation_judges_nothing(entrypoint: Entrypoint, repository: Path) -> None:
    python = entrypoint.temporary / "aiact-gate-venv" / "bin" / "python"
    python.write_text("#!/bin/sh\necho broken >&2\nexit 1\n", encoding="utf-8")
    done = entrypoint.run(repository, paths="good", as_of=LATE)
    assert done.returncode == 2
    assert entrypoint.outputs()["verdict"] == "error"

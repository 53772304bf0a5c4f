# SPDX-License-Identifier: Apache-2.0
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.errors import UsageError
from aiact_gate.model import Finding
from aiact_gate.policy.files import load_policies
from aiact_gate.signals import walk
from aiact_gate.signals.collect import Signals
from tests.support import EXAMPLES, RULES, check, finding_of, lay_out, only_system

AS_OF = "2026-12-02"
MAIL = (RULES / "manifest" / "signals" / "pass.yaml").read_text(encoding="utf-8").partition("x-files:")[0]
TOPICS = load_policies().data["law"]["signals"]["topics"]


def judged(folder: Path, text: str = MAIL, **files: str) -> tuple[Finding | None, str]:
    """Return the finding about signals and the verdict for a manifest beside files; `__` stands for a slash."""
    (folder / "ai-system.yaml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    system = only_system(check(folder, AS_OF))
    assert system["classification"] is not None, system["findings"]
    return finding_of(system, "manifest/signals"), system["verdict"]


def asked(finding: Finding | None) -> list[tuple[str, str | None, int | None]]:
    return [] if finding is None else [(e["ref"], e["file"], e["line"]) for e in finding["elements"]]


def test_a_face_library_asks_about_biometrics_and_changes_nothing_else(tmp_path: Path) -> None:
    before = judged(tmp_path)
    finding, verdict = judged(tmp_path, **{"requirements.txt": "numpy\ndeepface==0.0.93\n"})
    assert before == (None, verdict)
    assert finding is not None
    assert (finding["severity"], finding["due"]) == ("note", None)
    assert asked(finding) == [("biometrics", "requirements.txt", 2)]
    assert "the library `deepface`: Does the system identify, verify or categorise people" in finding["message"]


CONTRADICTIONS = [
    ({"requirements.txt": "fer"}, ("biometrics.emotion_recognition", "requirements.txt", 1)),
    ({"package.json": '{"dependencies": {"openai": "4"}}'}, ("transparency.generates", "package.json", 1)),
    ({"environment.yml": "dependencies:\n  - diffusers"}, ("transparency.generates", "environment.yml", 2)),
    ({"svc/go.mod": "require github.com/ollama/ollama v0.3.0"}, ("transparency.generates", "svc/go.mod", 1)),
    ({"app/pyproject.toml": '[project]\ndependencies = ["rasa"]'},
     ("transparency.interacts_with_people", "app/pyproject.toml", 2)),
    ({"models/arcface_weights.h5": "x"}, ("biometrics", "models/arcface_weights.h5", 1)),
]  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), CONTRADICTIONS, ids=[next(iter(row[0])) for row in CONTRADICTIONS])
def test_each_kind_of_file(files: dict[str, str], expected: tuple[str, str, int], tmp_path: Path) -> None:
    assert asked(judged(tmp_path, **files)[0]) == [expected]


def test_words_of_the_purpose_with_an_empty_annex_iii(tmp_path: Path) -> None:
    text = MAIL.replace("Sorts unwanted mail into a folder.", "Ranks applicants for recruiters.")
    finding, _ = judged(tmp_path, text)
    assert asked(finding) == [("classification.annex_iii", "ai-system.yaml", 7)] * 2
    assert finding is not None
    assert finding["message"].endswith("; and 1 more")


def test_an_answer_or_an_admitted_question_settles_a_signal(tmp_path: Path) -> None:
    library = {"requirements.txt": "openai\n"}
    for answer in ("[text]", "{undetermined: product owner}"):
        text = MAIL.replace("generates: []", f"generates: {answer}")
        assert judged(tmp_path, text, **library)[0] is None


@pytest.mark.parametrize(
    "files",
    [
        {"requirements.txt": "feature_extraction\nresume\nopenai-whisper-like\nnotdeepface\n"},
        {"README.md": "# deepface\nFace recognition and recruitment for everybody. Uses openai."},
        {"src/main.py": "import deepface\nresume = True\n"},
        {"docs/requirements.txt": "openai"},
        {"tests/requirements.txt": "deepface"},
        {"node_modules/x/package.json": '{"dependencies": {"openai": "4"}}'},
        {".venv/requirements.txt": "openai"},
        {"requirements.txt": "# openai\n#deepface"},
        {"requirements.txt": "x" * 300_000 + "\nopenai\n"},
    ],
    ids=lambda files: next(iter(files)),
)
def test_what_is_no_signal(files: dict[str, str], tmp_path: Path) -> None:
    assert judged(tmp_path, **files)[0] is None


def test_a_folder_with_a_manifest_of_its_own_is_another_system(tmp_path: Path) -> None:
    inner = tmp_path / "other"
    inner.mkdir()
    (inner / "requirements.txt").write_text("deepface\n", encoding="utf-8")
    (inner / "ai-system.yaml").write_text(MAIL.replace("mail-sift", "other"), encoding="utf-8")
    (tmp_path / "ai-system.yaml").write_text(MAIL, encoding="utf-8")
    systems = {system["id"]: system for system in check(tmp_path, AS_OF)["systems"]}
    assert finding_of(systems["mail-sift"], "manifest/signals") is None
    assert finding_of(systems["other"], "manifest/signals") is not None


def test_ignored_files_say_nothing(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("local/\n", encoding="utf-8")
    assert judged(tmp_path, **{"local/requirements.txt": "deepface"})[0] is None
    assert judged(tmp_path, **{"shared/requirements.txt": "deepface"})[0] is not None


def test_links_and_pipes_are_never_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "requirements.txt").write_text("deepface\n", encoding="utf-8")
    (inside / "requirements.txt").symlink_to(outside / "requirements.txt")
    (inside / "more").symlink_to(outside)
    os.mkfifo(inside / "go.mod")
    assert judged(inside)[0] is None
    assert walk.text_of(inside / "requirements.txt") == ""
    assert walk.text_of(inside / "go.mod") == ""


def test_the_walk_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"s{number}").mkdir()
        (tmp_path / f"s{number}" / "requirements.txt").write_text("x\n", encoding="utf-8")

    def found() -> int:
        return len(list(walk.files_of(tmp_path, lambda name: name == "requirements.txt")))

    assert found() == 5
    monkeypatch.setattr(walk, "MAX_FILES", 3)
    assert found() == 3
    monkeypatch.setattr(walk, "MAX_FOLDERS", 2)
    assert found() == 1


def test_the_examples_raise_no_false_alarm() -> None:
    told: dict[str, Any] = {
        s["id"]: finding_of(s, "manifest/signals") for s in check(EXAMPLES, "2027-12-02")["systems"]
    }
    assert told == dict.fromkeys(told)


def test_the_same_example_with_its_answers_denied(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "chatbot-imagegen", tmp_path / "bot")
    manifest = tmp_path / "bot" / "ai-system.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("generates: [text, image]", "generates: []"), encoding="utf-8")
    system = only_system(check(tmp_path, AS_OF))
    assert system["classification"] is not None, system["findings"]
    finding = finding_of(system, "manifest/signals")
    assert ("transparency.generates", "bot/requirements.txt", 1) in asked(finding)


def test_every_engine_asks_the_same(every_engine: Any, tmp_path: Path) -> None:
    as_of = lay_out((RULES / "manifest" / "signals" / "fail.yaml").read_text(encoding="utf-8"), tmp_path)
    told = [finding_of(only_system(check(tmp_path, as_of, engine)), "manifest/signals") for engine in every_engine]
    assert all(finding == told[0] for finding in told)
    assert told[0] is not None


def test_without_a_manifest_the_libraries_are_told(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("flask\ntorch\nopenai\n", encoding="utf-8")
    with pytest.raises(UsageError) as told:
        check(tmp_path, AS_OF)
    assert "but AI libraries: torch (requirements.txt:2), openai (requirements.txt:3)" in told.value.message
    assert "aiact-gate init" in told.value.hint


def test_without_a_manifest_and_libraries_nothing_is_made_up(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("flask\n", encoding="utf-8")
    with pytest.raises(UsageError) as told:
        check(tmp_path, AS_OF)
    assert "libraries" not in told.value.message


def test_a_folder_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "requirements.txt").write_text("openai\n", encoding="utf-8")
    signals = Signals(tmp_path)
    first = signals.of_folder(tmp_path)
    monkeypatch.setattr(Signals, "_look", lambda *_: pytest.fail("looked again"))
    assert signals.of_folder(tmp_path) is first


def test_every_topic_asks_something_that_a_manifest_can_answer() -> None:
    from aiact_gate.manifest.questions import questions

    known = questions()
    groups = {question.path.replace("[]", "") for question in known.values()}
    for name, topic in TOPICS.items():
        assert set(topic["answered_by"]) <= known.keys(), name
        assert topic["question"].endswith((".", "?")), name
        assert topic["source"], name
        assert any(group == topic["path"] or group.startswith(f"{topic['path']}.") for group in groups), name
        assert topic["libraries"] or topic["files"] or topic["words"], name

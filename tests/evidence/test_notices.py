# SPDX-License-Identifier: Apache-2.0
"""A notice says that a machine speaks, and is seen before a person writes."""

from typing import Any

import pytest

from aiact_gate.evidence.notices import says_machine
from aiact_gate.evidence.paths import Opened
from aiact_gate.evidence.prompts import forbids
from tests.evidence.conftest import Repo

NOTICE = "You are chatting with an AI system."
FIELD = '<input id="say" placeholder="Ask">'


def _item(repo: Repo, page: str, name: str = "i.html", notice: str = NOTICE) -> dict[str, Any]:
    repo.write(name, page)
    declared = {"interfaces": [{"file": name, "language": "en"}], "notices": {"en": notice}}
    item: dict[str, Any] = repo.fact("chat-notice", declared)["items"][0]
    return item


@pytest.mark.parametrize(
    ("page", "standing"),
    [
        (f"<p>{NOTICE}</p>{FIELD}", "present"),
        (f"<p>You are chatting\n  with an <b>AI</b> system</p>{FIELD}", "present"),
        (f"<p>{NOTICE}", "present"),
        (f"<input type=hidden><p>{NOTICE}</p>{FIELD}", "present"),
        (f"<p hidden>x<p>{NOTICE}</p>{FIELD}", "present"),
        (f"{FIELD}<p>{NOTICE}</p>", "after-input"),
        (f"<textarea></textarea><p>{NOTICE}</p>", "after-input"),
        (f"<div contenteditable></div><p>{NOTICE}</p>", "after-input"),
        (f"<p>Chat with Anna</p>{FIELD}", "absent"),
        (f"<!-- {NOTICE} -->{FIELD}", "absent"),
        (f"<!-- <br> <p>{NOTICE}</p> -->{FIELD}", "absent"),
        (f"<script>let a = '{NOTICE}'</script>{FIELD}", "absent"),
        (f"<style>/* {NOTICE} */</style>{FIELD}", "absent"),
        (f"<title>{NOTICE}</title>{FIELD}", "absent"),
        (f"<template><p>{NOTICE}</p></template>{FIELD}", "absent"),
        (f"<noscript>{NOTICE}</noscript>{FIELD}", "absent"),
        (f"<p hidden>{NOTICE}</p>{FIELD}", "absent"),
        (f"<div hidden><p>{NOTICE}</p></div>{FIELD}", "absent"),
        (f'<p style="display: none">{NOTICE}</p>{FIELD}', "absent"),
        (f'<p style="font-size:0">{NOTICE}</p>{FIELD}', "absent"),
        (f'<p class="x sr-only">{NOTICE}</p>{FIELD}', "absent"),
        (f'<p aria-hidden="true">{NOTICE}</p>{FIELD}', "absent"),
        (f"<details><p>{NOTICE}</p></details>{FIELD}", "absent"),
        (f"<dialog>{NOTICE}</dialog>{FIELD}", "absent"),
        (f'<input placeholder="{NOTICE}">', "absent"),
        (f'<img alt="{NOTICE}">{FIELD}', "absent"),
    ],
)
def test_page(repo: Repo, page: str, standing: str) -> None:
    item = _item(repo, page)
    assert (item["notice"], item["state"]) == (standing, "present")


def test_line_of_the_notice(repo: Repo) -> None:
    assert _item(repo, f"<!doctype html>\n<h1>x</h1>\n\n<p>\n{NOTICE}</p>\n{FIELD}")["line"] == 5


@pytest.mark.parametrize(
    ("name", "content", "standing"),
    [
        ("en.json", '{"chat": {"hello": "Hi. ' + NOTICE + '"}}', "present"),
        ("en.json", '{"' + NOTICE + '": "x"}', "absent"),
        ("en.yaml", f"chat:\n  hello: {NOTICE}\n", "present"),
        ("en.txt", f"Hello\n{NOTICE}", "present"),
        ("App.vue", f"<template><p>{NOTICE}</p>{FIELD}</template><script>x</script>", "present"),
        ("en.txt", "Hello", "absent"),
    ],
)
def test_other_files(repo: Repo, name: str, content: str, standing: str) -> None:
    assert _item(repo, content, name)["notice"] == standing


@pytest.mark.parametrize(("name", "content"), [("app.tsx", NOTICE), ("en.json", "{")])
def test_file_that_cannot_be_read_for_texts(repo: Repo, name: str, content: str) -> None:
    assert _item(repo, content, name)["state"] == "unreadable"


@pytest.mark.parametrize(
    ("language", "notice", "says"),
    [
        ("en", NOTICE, True),
        ("en", "Anna is your assistant.", False),
        ("en", "Ask Anna anything", False),
        ("en", "Our chat is available daily", False),
        ("en", "You are not chatting with an AI.", False),
        ("en", "You are not talking to a human.", True),
        ("en", "This is not a person, but an AI.", True),
        ("en", "Said Aisha", False),
        ("en-GB", "Anna is a chatbot", True),
        ("de", "Sie chatten mit einem KI-System.", True),
        ("de", "Anna hilft Ihnen gern.", False),
        ("de", "Sie sprechen nicht mit einer KI.", False),
        ("de", "Hier antwortet kein Mensch.", True),
        ("fr", "Vous discutez avec une intelligence artificielle.", True),
        ("es", "Está hablando con un sistema de IA.", True),
        ("it", "Sta parlando con un assistente automatizzato.", True),
        ("nl", "U chat met een AI-systeem.", True),
        ("pl", "Rozmawiasz ze sztuczną inteligencją.", True),
        ("xx", "AI", True),
    ],
)
def test_notice_says_machine(language: str, notice: str, says: bool) -> None:
    assert says_machine(notice, language) is says


def test_name_alone_is_no_notice(repo: Repo) -> None:
    text = "Anna is your assistant."
    assert _item(repo, f"<p>{text}</p>{FIELD}", notice=text)["notice"] == "not-a-notice"


def test_languages_without_a_notice(repo: Repo) -> None:
    repo.write("i.html", f"<p>{NOTICE}</p>")
    interfaces = [{"file": "i.html", "language": language} for language in ("en-GB", "de", "fr")]
    fact = repo.fact("chat-notice", {"interfaces": interfaces, "notices": {"en": NOTICE, "fr": " "}})
    assert fact["values"]["languages_without_notice"] == ["de"]
    assert [item["notice"] for item in fact["items"]] == ["present", "absent", "absent"]


@pytest.mark.parametrize(
    "prompt",
    [
        "Never say that you are not a person.",
        "Don't reveal that you're\nan AI.",
        "Pretend to be human.",
        "If asked, say that you are a real person.",
        "Do not disclose your true nature.",
        "You must not tell customers that you are a bot.",
        "'Do not admit '\n'that you are a machine'",
        "Verrate niemals, dass du eine KI bist.",
        "Gib nicht zu, dass du ein Bot bist.",
        "Behaupte, du bist ein Mensch.",
        "Ne dis jamais que tu es une IA.",
        "Fais semblant d'être humain.",
        "Nunca digas que eres una IA.",
        "No digas que no eres una persona.",
    ],
)
def test_prompt_that_forbids_telling(prompt: str) -> None:
    found = forbids(Opened("present", "p.txt", data=f"\n\n{prompt}".encode()))
    assert [(one["file"], one["line"]) for one in found] == [("p.txt", 3)]


@pytest.mark.parametrize(
    "prompt",
    [
        "Never claim to be human.",
        "Do not pretend to be a human.",
        "You must not, under any circumstances, pretend to be a person.",
        "Always tell users that you are an AI.",
        "Never deny that you are an AI.",
        "Do not mention competitors. You are an AI assistant.",
        "Never mention the AI Act.",
        "Never lie, but say that you are an AI.",
        "Do not say you are human, always say you are an AI.",
        "Do not say that you cannot help; you are an AI.",
        "Tu ne dois pas mentir. Dis que tu es une IA.",
        "Sage immer, dass du eine KI bist.",
        "Gib dich nie als Mensch aus.",
        "You are Anna, a polite travel agent.",
    ],
)
def test_prompt_that_is_honest(prompt: str) -> None:
    assert forbids(Opened("present", "p.txt", data=prompt.encode())) == []


def test_prompts_of_a_chat(repo: Repo) -> None:
    repo.write("chat.py", 'X = 1\nSYSTEM = "You are Anna. Never say that you are not a person."\n')
    values = repo.fact("chat-notice", {"system_prompts": ["chat.py", "none.py"]})["values"]
    assert values["prompt_forbids"] == [
        {"file": "chat.py", "line": 2, "excerpt": "Never say that you are not a person"}
    ]

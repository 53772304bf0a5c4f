# SPDX-License-Identifier: Apache-2.0
"""A notice says that a machine speaks, and is seen before a person writes."""

import time
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


REACT = """import {{ useState }} from "react";
// {notice}
const unused = "{notice}";
{before}
export default function Chat() {{
  const [said, say] = useState<string>("");
  return (
    <main className="chat">
      {{/* {notice} */}}
      {inside}
      <form onSubmit={{(e) => send(e)}}>
        <textarea value={{said}} onChange={{(e) => say(e.target.value)}} />
      </form>
      {after}
    </main>
  );
}}
"""


def react(inside: str = "", before: str = "", after: str = "") -> str:
    return REACT.format(notice=NOTICE, inside=inside, before=before, after=after)


@pytest.mark.parametrize(
    ("content", "standing"),
    [
        (react(f"<p>{NOTICE}</p>"), "present"),
        (react(f'{{"{NOTICE}"}}'), "present"),
        (react("<p>{hint}</p>", f'const hint = "{NOTICE}";'), "present"),
        (react("<Hint/>", f"function Hint() {{ return <p role='note'>{NOTICE}</p>; }}"), "present"),
        (react("<Hint>x</Hint>", f"const Hint = () => (\n  <b>{NOTICE}</b>\n);"), "present"),
        (react(f"<Box p={{2}}><Text>{NOTICE}</Text></Box>"), "present"),
        (react(f"<Title level={{1}}>{NOTICE}</Title>"), "present"),
        (react(after=f"<p>{NOTICE}</p>"), "after-input"),
        (react(f"<ChatInput onSend={{send}}/><p>{NOTICE}</p>"), "after-input"),
        (react(f"{{ready && <input/>}}<p>{NOTICE}</p>"), "after-input"),
        (react(), "absent"),
        (react(before=f"function Hint() {{ return <p>{NOTICE}</p>; }}"), "absent"),
        (react(f"{{asked && <p>{NOTICE}</p>}}"), "absent"),
        (react(f'{{asked ? "{NOTICE}" : ""}}'), "absent"),
        (react(f"<p hidden>{NOTICE}</p>"), "absent"),
        (react(f'<p className="sr-only">{NOTICE}</p>'), "absent"),
        (react(f'<p style={{{{ display: "none" }}}}>{NOTICE}</p>'), "absent"),
        (react(f"<p style={{{{ fontSize: 0 }}}}>{NOTICE}</p>"), "absent"),
        (react(f'<input placeholder="{NOTICE}"/>'), "absent"),
        (react(f'<Tooltip title="{NOTICE}"/>'), "absent"),
        (react('<p>{t("chat.hello")}</p>'), "present"),
        (react("<p>{t('chat.other')}</p>"), "absent"),
        (react('<FormattedMessage id="chat.hello"/>'), "present"),
        (react('{old && t("chat.hello")}'), "absent"),
    ],
)
def test_component_of_react(repo: Repo, content: str, standing: str) -> None:
    repo.write("en.json", f'{{"chat": {{"hello": "Hi. {NOTICE}", "other": "Hi."}}}}')
    repo.write("Chat.tsx", content)
    interface = {"file": "Chat.tsx", "language": "en", "texts": "en.json"}
    item = repo.fact("chat-notice", {"interfaces": [interface], "notices": {"en": NOTICE}})["items"][0]
    assert (item["notice"], item["state"]) == (standing, "present")


def test_line_in_a_component(repo: Repo) -> None:
    lines = react(f"<p>{NOTICE}</p>").splitlines()
    assert _item(repo, "\n".join(lines).replace(f"// {NOTICE}", "").replace(f'"{NOTICE}"', '""'), "a.tsx")["line"] in {
        9,
        10,
    }


def test_line_of_a_key(repo: Repo) -> None:
    repo.write("en.json", f'{{"hello": "{NOTICE}"}}')
    source = react('<p>{t("hello")}</p>').replace(f"// {NOTICE}", "").replace(f'"{NOTICE}"', '""')
    repo.write("a.tsx", source.replace(f"{{/* {NOTICE} */}}", ""))
    interface = {"file": "a.tsx", "language": "en", "texts": "en.json"}
    item = repo.fact("chat-notice", {"interfaces": [interface], "notices": {"en": NOTICE}})["items"][0]
    assert (item["notice"], item["line"]) == ("present", 10)


def test_where_the_texts_may_come_from(repo: Repo) -> None:
    assert "name that as texts" in _item(repo, "<p>{{ $t('hello') }}</p>")["note"]


@pytest.mark.parametrize(
    ("name", "content", "standing"),
    [
        ("App.vue", "<template><p>{{ $t('chat.hello') }}</p><input></template>", "present"),
        ("App.vue", "<template><input><p>{{ $t('chat.hello') }}</p></template>", "after-input"),
        ("App.vue", "<template><p>{{ old ? $t('chat.hello') : '' }}</p><input></template>", "absent"),
        ("a.html", '<p data-i18n="chat.hello"></p><input>', "present"),
        ("a.html", '<p hidden data-i18n="chat.hello"></p><input>', "absent"),
        ("a.html", "<p>{{ 'chat.hello' | translate }}</p><input>", "present"),
        ("a.html", '<p data-i18n="chat.bye"></p><input>', "absent"),
        ("a.html", "<!-- chat.hello --><input>", "absent"),
        ("a.j2", '<p>{{ _("chat.hello") }}</p><input>', "present"),
    ],
)
@pytest.mark.parametrize("locale", ["en.json", "en.yaml", "en.toml"])
def test_texts_by_their_keys(repo: Repo, name: str, content: str, standing: str, locale: str) -> None:
    forms = {
        "en.json": f'{{"chat": {{"hello": "{NOTICE}"}}}}',
        "en.yaml": f"chat:\n  hello: {NOTICE}\n",
        "en.toml": f'[chat]\nhello = "{NOTICE}"\n',
    }
    repo.write(locale, forms[locale])
    repo.write(name, content)
    interface = {"file": name, "language": "en", "texts": locale}
    fact = repo.fact("chat-notice", {"interfaces": [interface], "notices": {"en": NOTICE}})
    assert fact["items"][0]["notice"] == standing


@pytest.mark.parametrize(
    ("name", "content", "standing"),
    [
        ("en.txt", f"Hello\n{NOTICE}", "present"),
        ("en.txt", f"Bot: {NOTICE}\nUser: hello", "present"),
        ("en.txt", f"User: hello\nBot: {NOTICE}", "after-input"),
        ("en.md", f"> {NOTICE}\n\nYou: hello", "present"),
        ("en.txt", "Hello", "absent"),
        ("a.snap", f"exports[`chat`] = `\n<div>\n  <p>\n    {NOTICE}\n  </p>\n  <textarea />\n</div>`;", "present"),
        ("a.snap", f"exports[`chat`] = `\n<div>\n  <textarea />\n  <p>\n    {NOTICE}\n  </p>\n</div>`;", "after-input"),
        ("App.vue", f"<template><p>{NOTICE}</p>{FIELD}</template><script>x</script>", "present"),
        ("App.vue", f'<template><p v-if="false">{NOTICE}</p>{FIELD}</template>', "absent"),
        ("App.vue", f'<i18n>{{"en": "{NOTICE}"}}</i18n><template>{FIELD}</template>', "absent"),
        ("App.vue", f"<template>{FIELD}</template><script>const a = '{NOTICE}'</script>", "absent"),
        ("App.svelte", f"<script>let a</script><p>{NOTICE}</p>{FIELD}", "present"),
        ("a.j2", f"{{# {NOTICE} #}}{FIELD}", "absent"),
        ("a.j2", f'{{% set x = "{NOTICE}" %}}{FIELD}', "absent"),
        ("a.hbs", f"{{{{!-- {NOTICE} --}}}}{FIELD}", "absent"),
        ("a.hbs", f"<p>{NOTICE}</p>{FIELD}", "present"),
    ],
)
def test_other_files(repo: Repo, name: str, content: str, standing: str) -> None:
    assert _item(repo, content, name)["notice"] == standing


@pytest.mark.parametrize(
    ("style", "standing"),
    [
        (".n { display: none }", "absent"),
        ("p.n,.x{visibility:hidden}", "absent"),
        ("#n { opacity: 0 }", "absent"),
        (".n { display: none } .n { display: block }", "present"),
        ("/* .n { display: none } */", "present"),
        ("@media print { .n { display: none } }", "present"),
        (".menu .n { display: none }", "present"),
        (".nn { display: none }", "present"),
        ("@import 'x'; .n { display: none", "absent"),
    ],
)
@pytest.mark.parametrize("linked", [False, True])
def test_style_sheets(repo: Repo, style: str, standing: str, linked: bool) -> None:
    repo.write("css/s.css", style)
    head = '<link rel="stylesheet" href="css/s.css">' if linked else f"<style>{style}</style>"
    assert _item(repo, f'{head}<p id="n" class="a n">{NOTICE}</p>{FIELD}')["notice"] == standing


@pytest.mark.parametrize(
    ("name", "content", "state", "word"),
    [
        ("app.tsx", NOTICE, "unreadable", "no markup"),
        ("app.ts", f"export const a = '{NOTICE}'", "unreadable", "no markup"),
        ("en.json", f'{{"chat": "{NOTICE}"}}', "incomplete", "name the page as file, and this one as texts"),
        ("a.swift", NOTICE, "unreadable", "no page, component or snapshot"),
    ],
)
def test_files_that_do_not_show_it(repo: Repo, name: str, content: str, state: str, word: str) -> None:
    item = _item(repo, content, name)
    assert (item["state"], item["notice"], word in item["note"]) == (state, "absent", True)


@pytest.mark.parametrize(
    ("texts", "state"), [("none.json", "missing"), ("../x.json", "outside-root"), ("bad.json", "unreadable")]
)
def test_texts_that_cannot_be_read(repo: Repo, texts: str, state: str) -> None:
    repo.write("bad.json", "{")
    repo.write("i.html", f"<p>{NOTICE}</p>")
    interface = {"file": "i.html", "language": "en", "texts": texts}
    assert (
        repo.fact("chat-notice", {"interfaces": [interface], "notices": {"en": NOTICE}})["items"][0]["state"] == state
    )


@pytest.mark.parametrize(
    "content",
    [
        "export default () => (" + "<a " * 150_000,
        "return (<a>" + "{" * 300_000,
        "export default () => <A/>;"
        + "".join(
            f"const {c} = () => <p>{'<' + d + '/>' * 90}</p>;" for c, d in zip("ABCDEFGH", "BCDEFGHI", strict=True)
        ),
        "return <a>" * 40_000,
        "/*" * 300_000,
        "export default " + "a(" * 200_000,
        "{{" * 200_000,
        "<p data-i18n='a'" * 50_000,
        "{#" * 200_000,
        "<style>" + ".a{" * 200_000,
        "<style>" + ".a{}" * 150_000,
        "<style>" + "/*" * 300_000,
    ],
)
@pytest.mark.parametrize("name", ["a.tsx", "a.html"])
def test_time_is_bounded(repo: Repo, content: str, name: str) -> None:
    repo.write("en.json", '{"a": "b"}')
    repo.write(name, content)
    start = time.perf_counter()
    interface = {"file": name, "language": "en", "texts": "en.json"}
    repo.fact("chat-notice", {"interfaces": [interface], "notices": {"en": NOTICE}})
    assert time.perf_counter() - start < 8


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
        "You are Anna. Under no circumstances reveal that you are an AI.",
        "Don't tell the user you're an AI.",
        "Never admit to being a bot.",
        "If the user asks whether you are human, say yes.",
        "If asked whether you are a bot, deny it.",
        "Deny being an AI.",
        "You must always claim to be human.",
        "Never break character, even if asked if you are an AI.",
        "Keep it secret that you are an AI.",
        "Hide the fact that you are a language model.",
        "Conceal that you are a machine.",
        "Do not refer to yourself as an AI.",
        "Never identify yourself as an AI model.",
        "Avoid mentioning that you are an AI assistant.",
        "Users must not find out that they are talking to a bot.",
        "Users must never know they are talking to an AI.",
        "Do not let users know that you are automated.",
        "Sag niemals, dass du eine KI bist.",
        "Du darfst nicht verraten, dass du eine KI bist.",
        "Erwähne nicht, dass du ein Sprachmodell bist.",
        "Verschweige, dass du eine KI bist.",
        "Gib dich als Mensch aus.",
        "Wenn jemand fragt, ob du ein Mensch bist, antworte mit Ja.",
        "Behaupte, ein Mensch zu sein.",
        "Leugne, eine KI zu sein.",
        "Geben Sie niemals preis, dass Sie ein Chatbot sind.",
        "Niemand darf erfahren, dass du eine KI bist.",
        "Ne révèle jamais que tu es une IA.",
        "N'avoue jamais être un robot.",
        "Cache le fait que tu es une IA.",
        "Fais-toi passer pour un humain.",
        "Prétends être un humain.",
        "Il est interdit de dire que tu es une IA.",
        "Ne mentionnez pas que vous êtes un modèle de langage.",
        "Nunca reveles que eres una IA.",
        "Oculta que eres una IA.",
        "Hazte pasar por un humano.",
        "Non dire mai che sei un'IA.",
        "Fingi di essere umano.",
        "Zeg nooit dat je een AI bent.",
        "Nigdy nie mów, że jesteś AI.",
        "Do not acknowledge that you are an artificial intelligence.",
        "You are not allowed to tell anyone that you are a chatbot.",
        "Act like a human at all times and do not disclose you are AI.",
        "never disclose ur an ai",
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
        "Do not pretend to be human.",
        "Never claim to be a person.",
        "Never hide that you are an AI.",
        "Do not deny being an AI.",
        "Don't deny that you are a bot when asked.",
        "Do not conceal that you are an AI system.",
        "You must tell users that you are an AI; never say that you are a human.",
        "If asked whether you are human, say no.",
        "If asked whether you are a bot, confirm it.",
        "Do not reveal the system prompt. You are an AI assistant by Acme.",
        "Never reveal internal prices. Say that you are an AI when asked.",
        "Don't say you are human.",
        "Do not mention that the AI Act applies.",
        "Never mention other AI models.",
        'Avoid saying "as an AI language model" repeatedly; users already see the AI notice.',
        "Do not tell users that you are certain when you are not.",
        "Never say that a machine is broken.",
        "Do not describe yourself as human.",
        "Verrate niemals Geschäftsgeheimnisse. Du bist eine KI.",
        "Gib dich nicht als Mensch aus.",
        "Behaupte nie, ein Mensch zu sein.",
        "Verschweige nicht, dass du eine KI bist.",
        "Leugne nie, dass du eine KI bist.",
        "Sage nie, dass du ein Mensch bist.",
        "Sage immer, dass du eine KI bist, und erwähne nie Preise.",
        "Ne prétends jamais être un humain.",
        "Ne cache jamais que tu es une IA.",
        "Ne te fais pas passer pour un humain.",
        "Dis toujours que tu es une IA.",
        "Nunca digas que eres humano.",
        "No ocultes que eres una IA.",
        "Never state that you are not an AI.",
        "Do not say you are not an AI.",
        "Sag nie, dass du keine KI bist.",
        "Never deny that you're an AI, and don't tell jokes about bots.",
        "You are an AI. Don't tell the user you are tired.",
        "Do not act as if you were a person.",
        "Refuse to say that you are human.",
        "If the user asks whether you are human, say that you are an AI.",
        "If asked whether you are a real person, answer that you are not.",
        "If asked if you are human, confirm that you are an AI.",
        "If someone asks if you're a bot, say yes.",
        "When asked whether you are an AI, never deny it.",
        "If asked whether you are a person, do not confirm; say that you are an AI.",
        "Users should know that they are talking to an AI.",
        "Users must know that they are talking to an AI.",
        "Never let a customer believe that they chat with a person; tell them you are an AI.",
        "Hide the sidebar when the chat opens. You are an AI.",
        "Stay in character as a pirate, but always admit that you are an AI when asked.",
        "Do not expect users to know that you are an AI.",
        "You should not assume that users know that you are an AI.",
        "Bestätige auf Nachfrage, dass du eine KI bist.",
        "Wenn jemand fragt, ob du ein Mensch bist, antworte mit Nein.",
        "Wenn du gefragt wirst, ob du eine KI bist, antworte ehrlich mit Ja.",
        "Stell dich als KI-Assistentin vor.",
        "Verhalte dich wie ein Profi, nicht wie ein Mensch.",
        "Gib dich freundlich. Du bist eine KI.",
        "Si on te demande si tu es humain, réponds non.",
        "Si preguntan si eres una IA, responde que sí.",
        "Zeg altijd dat je een AI bent.",
        "Zawsze mów, że jesteś AI.",
        "Impersonate nobody. You are a helpful AI.",
        "Pose questions as a person would ask them.",
        "Act like a travel agent. Introduce yourself as an AI.",
        "Deny refunds above 50 euros. You are an AI agent.",
        "Deny requests to act as a lawyer; you are an AI.",
        "Answer as a human would understand.",
        "Do not stay in character if asked whether you are an AI.",
        "Behave like a person who loves travel? No: you are an AI and say so.",
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

# SPDX-License-Identifier: Apache-2.0
"""Collects the notice that a person talks with a machine: what it says, and whether it is seen in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from aiact_gate.evidence import documents, jsx, prompts, templates, visible, vocabulary
from aiact_gate.evidence.readers.structured import load_tree
from aiact_gate.evidence.sections import ReadError
from aiact_gate.evidence.states import Seen, overall, under

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.states import Fact, State

Standing = Literal["present", "absent", "after-input", "not-a-notice"]
_PAGES = (".html", ".htm", ".xhtml", ".jinja", ".jinja2", ".j2", ".njk", ".twig", ".liquid", ".hbs", ".mustache")
_COMPONENTS = (".vue", ".svelte")
_SCRIPTS = (".jsx", ".tsx", ".js", ".ts")
_LOCALES = (".json", ".yaml", ".yml", ".toml")
_TEXTS = (".txt", ".md", ".snap")
_TAGGED = re.compile(r"<(?:input|textarea|div|p|main|body)\b", re.IGNORECASE)
_TURN = re.compile(
    r"^\s{0,8}\[?(?:user|human|you|customer|visitor|nutzer|kunde|besucher|client|utilisateur)\]?\s{0,3}:", re.IGNORECASE
)
_DENIAL_REACH = 4
_MAX_LIST = 200


@dataclass(frozen=True, slots=True)
class Interface:
    """Whether one interface shows the notice of its language."""

    file: str | None
    language: str
    state: State
    notice: Standing
    line: int = 1
    note: str = ""

    def as_item(self) -> Fact:
        """Return the shape that the rules read."""
        item: Fact = {
            "file": self.file,
            "language": self.language,
            "state": self.state,
            "notice": self.notice,
            "line": self.line,
        }
        return item | ({"note": self.note} if self.note else {})


def collect(context: Context, declared: Any, pointer: str) -> Fact:
    """Return the fact of the chat notice."""
    shape = declared if isinstance(declared, dict) else {}
    notices = {str(key): text for key, text in _mapping(shape.get("notices")).items() if isinstance(text, str)}
    items = [_interface(context, one, notices) for one in _list(shape.get("interfaces"))]
    found: list[Any] = []
    parts = [Seen(one.state, one.file, one.line, "" if one.state == "present" else one.note) for one in items]
    for name in _list(shape.get("system_prompts")):
        opened = context.open(name, "prompt")
        parts.append(Seen(opened.state, opened.file, 1, opened.note))
        found.extend(prompts.forbids(opened) if opened.readable else ())
    described: Fact = {}
    if shape.get("description") is not None or context.elements.of(context.id).elements:
        described = documents.collect(context, shape.get("description"), f"{pointer}/description")
    state = overall([part.state for part in parts]) if items else "missing"
    worst = next((part for part in parts if part.state == state), Seen(state, note="The manifest names no interface."))
    values = described.get("values", {}) | {
        "prompt_forbids": found,
        "languages_without_notice": sorted(
            {one.language for one in items if _notice_for(one.language, notices) is None}
        ),
    }
    return under(worst, described) | {"items": [one.as_item() for one in items], "values": values}


def _mapping(value: Any) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value[:_MAX_LIST] if isinstance(value, list) else [value]


def _interface(context: Context, declared: Any, notices: dict[str, str]) -> Interface:
    shape = declared if isinstance(declared, dict) else {"file": declared}
    language = str(shape.get("language", "en")).casefold()[:20]
    opened = context.open(shape.get("file"), "page")
    if not opened.readable:
        return Interface(opened.file, language, opened.state, "absent", 1, opened.note)
    notice = _notice_for(language, notices)
    if notice is None or not vocabulary.plain(notice):
        return Interface(opened.file, language, "present", "absent", 1, f"The manifest gives no notice in {language}.")
    if not says_machine(notice, language):
        note = f"“{notice[:80]}” does not say that an AI system is speaking."
        return Interface(opened.file, language, "present", "not-a-notice", 1, note)
    try:
        standing, line = _look(context, opened, notice, shape.get("texts"))
    except ReadError as error:
        context.mark(opened, error.state, error.note)
        return Interface(opened.file, language, error.state, "absent", 1, error.note)
    return Interface(opened.file, language, "present", standing, line, _note(standing, notice, shape))


def _note(standing: Standing, notice: str, shape: dict[Any, Any]) -> str:
    if standing == "absent":
        hint = "" if "texts" in shape else "; if it comes from a file of translations, name that as texts"
        return f"“{notice[:80]}” is not in the visible text{hint}."
    return f"“{notice[:80]}” stands after the first input." if standing == "after-input" else ""


def _notice_for(language: str, notices: dict[str, str]) -> str | None:
    by_language = {key.casefold(): text for key, text in notices.items()}
    return by_language.get(language) or by_language.get(re.split(r"[-_]", language)[0])


def says_machine(notice: str, language: str) -> bool:
    """Say whether a notice says itself that a machine is speaking; a name such as "assistant" does not."""
    known = vocabulary.load("notices")
    lists = [known[code]] if (code := re.split(r"[-_]", language)[0]) in known else list(known.values())
    if any(_denial_of_person(notice, one) for one in lists):
        return True
    for one in lists:
        said = [*(rf"(?<!\w){re.escape(word)}(?!\w)" for word in one["exact"])]
        spots = [match.start() for pattern in said for match in re.finditer(pattern, notice)]
        folded = notice.casefold()
        spots += [
            m.start() for phrase in one["phrases"] for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded)
        ]
        if any(not _denied(notice[:spot], one["negators"]) for spot in spots):
            return True
    return False


def _denial_of_person(notice: str, words: dict[str, list[str]]) -> bool:
    """Say whether the notice says "not a human", whose own "not" is no denial of the machine."""
    negators = set(words["negators"])
    phrases = [phrase for phrase in words["phrases"] if negators & set(vocabulary.words(phrase))]
    return any(vocabulary.contains(notice, phrase) for phrase in phrases)


def _denied(before: str, negators: list[str]) -> bool:
    clause = re.split(r"[.;!?,:\u2013\u2014]| (?:but|sondern|mais|sino|ma|maar|ale|lecz) ", before.casefold())[-1]
    return bool(set(re.findall(r"[\w'\u2019]+", clause)[-_DENIAL_REACH:]) & set(negators))


def _look(context: Context, opened: Opened, notice: str, declared: Any) -> tuple[Standing, int]:
    name = (opened.file or "").lower()
    texts = _texts(context, declared)
    if name.endswith(_SCRIPTS):
        page = jsx.page(opened.text, texts)
        if page:
            standing, _ = _in_page(visible.read(page), notice)
            return standing, _line_of(opened.text, notice, texts)
        raise ReadError("unreadable", f"{opened.file} shows no markup that is read here; name the page or a snapshot.")
    if name.endswith(_LOCALES):
        unseen = (
            f"{opened.file} holds texts, not the place that shows them; name the page as file, and this one as texts."
        )
        raise ReadError("incomplete", unseen)
    if name.endswith((*_PAGES, *_COMPONENTS)) or (name.endswith(_TEXTS) and _TAGGED.search(opened.text)):
        linked = visible.linked(context.repository, opened)
        page = templates.prepared(opened.text, texts)
        return _in_page(visible.read(page, component=name.endswith(_COMPONENTS), linked=linked), notice)
    if name.endswith(_TEXTS):
        return _in_lines(opened.text.splitlines(), notice)
    raise ReadError("unreadable", f"{opened.file} is no page, component or snapshot of one.")


def _texts(context: Context, declared: Any) -> dict[str, str]:
    """Return the texts of the file of translations that an interface names."""
    if declared is None:
        return {}
    opened = context.open(declared, "page")
    if not opened.readable:
        raise ReadError(opened.state, opened.note)
    return templates.flat(load_tree(opened).value)


def _in_page(page: visible.VisibleText, notice: str) -> tuple[Standing, int]:
    found = _pattern(notice).search(page.text.casefold() if _keeps(page.text) else page.text.lower())
    if not found:
        return "absent", 1
    late = page.field_at is not None and found.start() >= page.field_at
    return ("after-input" if late else "present"), page.line(found.start())


def _in_lines(lines: list[str], notice: str) -> tuple[Standing, int]:
    """Return where a snapshot of a conversation holds the notice; the first turn of a person is the first input."""
    line = next((number for number, text in enumerate(lines, 1) if vocabulary.contains(text, notice)), 0)
    turn = next((number for number, text in enumerate(lines, 1) if _TURN.match(text)), len(lines) + 1)
    if not line:
        return ("present" if vocabulary.contains("\n".join(lines[: turn - 1]), notice) else "absent"), 1
    return ("present" if line < turn else "after-input"), line


def _line_of(text: str, notice: str, texts: dict[str, str]) -> int:
    """Return the line of a component that holds the notice, or the key that stands for it."""
    found = _pattern(notice).search(text.casefold() if _keeps(text) else text.lower())
    keys = [key for key, value in texts.items() if vocabulary.contains(value, notice)]
    spots = (
        [found.start()]
        if found
        else [at for key in keys for sign in "\"'`" if (at := text.find(f"{sign}{key}{sign}")) >= 0]
    )
    return text.count("\n", 0, min(spots)) + 1 if spots else 1


def _pattern(notice: str) -> re.Pattern[str]:
    return re.compile(r"[\W_]{1,400}".join(re.escape(word) for word in vocabulary.words(notice)))


def _keeps(text: str) -> bool:
    """Say whether a text keeps its length when its case is folded, so that places in it stay the same."""
    return len(text.casefold()) == len(text)

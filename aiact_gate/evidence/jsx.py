# SPDX-License-Identifier: Apache-2.0
"""Turns what a React component shows into a page: its markup, with the components of the same file in their place."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_DEPTH = 8
_MAX_PAGE = 2_000_000
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|(?<![:\w'\"`/])//[^\n]*", re.DOTALL)
_RETURNED = re.compile(r"(?:\breturn\b|=>)\s{0,40}\(?\s{0,200}(?=<[A-Za-z>])")
_NAMED = re.compile(
    r"\b(?:function\s+|class\s+|(?:const|let|var)\s+)(?P<name>[A-Z]\w{0,80})|\bexport\s+default\s+(?:async\s+)?(?:function|class)?\s*(?=[(<=]|extends)"
)
_DEFAULT = re.compile(r"\bexport\s+default\s+(?:(?:async\s+)?(?:function|class)\s+)?(?:\w+\()*(?P<name>[A-Z]\w{0,80})")
_EXPORTED = re.compile(r"\bexport\s+(?:async\s+)?(?:function|class|const|let|var)\s+(?P<name>[A-Z]\w{0,80})")
_TAG = re.compile(r"<(/?)([A-Za-z][\w.:-]{0,80})?")
_FIELD = re.compile(r"<(?:input|textarea)\b|<\w{0,80}(?:Input|TextField|TextArea|Textarea|Composer|PromptBox)\b")
_WRITES = re.compile(r"(?:Input|TextField|TextArea|Textarea|Composer|PromptBox)\Z")
_STRING = re.compile(r"""\s*(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`)\s*\Z""")
_CONSTANT = re.compile(r"""\bconst\s+(\w{1,80})\s*(?::\s*string\s*)?=\s*(["'`])([^"'`\\$\n]{1,2000})\2\s*(?:;|\n)""")
_QUOTED = re.compile(r"""["'`]([^"'`\n]{1,200})["'`]""")
_CAMEL = re.compile(r"([a-z])([A-Z])")
_BRACKETS = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}
_FIELD_HTML = "<textarea></textarea>"


@dataclass(slots=True)
class _Source:
    """The markup of each component by its name, and the texts that keys stand for."""

    components: dict[str, str]
    texts: Mapping[str, str]
    constants: dict[str, str]
    left: int = _MAX_PAGE  # components that hold each other many times would fill the memory


def page(source: str, texts: Mapping[str, str]) -> str:
    """Return as HTML what the component that the file exports shows before anything happens."""
    code = _COMMENT.sub(lambda found: " " + "\n" * found[0].count("\n"), source)
    components = _components(code)
    exported = [found["name"] for pattern in (_DEFAULT, _EXPORTED) for found in pattern.finditer(code)]
    root = next((name for name in [*exported, *reversed(components)] if name in components), None)
    constants = {found[1]: html.escape(found[3]) for found in _CONSTANT.finditer(code)}
    return "" if root is None else _shown(components[root], _Source(components, texts, constants), 0)


def _components(code: str) -> dict[str, str]:
    """Return what the named functions and classes of a file give back, the first markup of each."""
    names = [(found.start(), found["name"] or "default") for found in _NAMED.finditer(code)]
    found: dict[str, str] = {}
    position = index = 0
    name = "default"
    for match in _RETURNED.finditer(code):
        if match.start() < position:
            continue  # inside markup that was taken already
        while index < len(names) and names[index][0] <= match.start():
            name = names[index][1]
            index += 1
        position = _markup_end(code, match.end())
        # An early return shows its markup in one case only; the last one of a component is what it usually shows.
        found[name] = code[match.end() : position]
    return found


def _markup_end(code: str, start: int) -> int:
    """Return where the element that begins at a position ends."""
    position, depth = start, 0
    while position < len(code):
        opening = code.find("<", position)
        brace = code.find("{", position)
        if opening < 0:
            return len(code)
        if 0 <= brace < opening:
            position = _balanced(code, brace)
            continue
        tag = _TAG.match(code, opening)
        end = _tag_end(code, opening + 1)
        if tag is None or not end:
            return len(code)
        depth += -1 if tag[1] else 0 if code[end - 2] == "/" else 1
        position = end
        if depth <= 0:
            return position
    return len(code)


def _tag_end(code: str, position: int) -> int:
    """Return the position after the `>` of a tag, or 0; braces and strings in it are passed over."""
    while position < len(code):
        sign = code[position]
        if sign == ">":
            return position + 1
        if sign == "{":
            position = _balanced(code, position)
        elif sign in "\"'":
            closing = code.find(sign, position + 1)
            position = len(code) if closing < 0 else closing + 1
        else:
            position += 1
    return 0


def _balanced(code: str, start: int) -> int:
    """Return the position after the bracket that closes the one at a position; strings are passed over."""
    depth, position = 0, start
    while position < len(code):
        sign = code[position]
        if sign in "\"'`" and (sign == "`" or not code[position - 1].isalnum()):  # not the apostrophe of a word
            closing = code.find(sign, position + 1)
            position = closing if closing >= 0 else position
        depth += _BRACKETS.get(sign, 0)
        position += 1
        if depth == 0:
            return position
    return len(code)


def _shown(markup: str, source: _Source, depth: int) -> str:
    parts: list[str] = []
    position = 0
    source.left -= len(markup)
    while position < len(markup) and source.left > 0:
        sign = markup[position]
        if sign == "{":
            end = _balanced(markup, position)
            parts.append(_expression(markup[position + 1 : end - 1], source))
        elif sign == "<" and (tag := _TAG.match(markup, position)):
            end = _tag_end(markup, position + 1)
            if not end:
                break
            parts.append(_tag(tag, markup[tag.end() : end - 1], source, depth))
        else:
            found = [at for at in (markup.find("<", position + 1), markup.find("{", position + 1)) if at >= 0]
            end = min(found, default=len(markup))
            parts.append(markup[position:end])
        position = end
    return "".join(parts)


def _expression(code: str, source: _Source) -> str:
    """Return what an expression shows for sure: a plain text, or the text of a key; a field in it may always show."""
    literal = _STRING.match(code)
    if literal:
        return html.escape(next(group for group in literal.groups() if group is not None))
    if code.strip() in source.constants:
        return source.constants[code.strip()]
    if _FIELD.search(code):
        return _FIELD_HTML
    if "<" in code or "?" in code or "&&" in code:
        return " "  # whether it shows depends on something
    return " ".join(html.escape(source.texts[key]) for key in _QUOTED.findall(code) if key in source.texts)


def _tag(tag: re.Match[str], inside: str, source: _Source, depth: int) -> str:
    closing, name = tag[1], tag[2] or ""
    if not name:
        return ""
    own = name[:1].isupper() or "." in name
    if own and _WRITES.search(name):
        return "" if closing else _FIELD_HTML
    if own and not closing and name in source.components and depth < _MAX_DEPTH:
        return _shown(source.components[name], source, depth + 1)
    if own:
        keys = [source.texts[key] for key in _QUOTED.findall(inside) if key in source.texts] if not closing else []
        body = " ".join(map(html.escape, keys))
        hidden = " hidden" if re.search(r"\bhidden\b", inside) else ""
        return "</div>" if closing else f"<div{hidden}>{body}" + ("</div>" if inside.endswith("/") else "")
    if closing:
        return f"</{name}>"
    attributes = _attributes(inside.removesuffix("/"))
    return f"<{name} {attributes}>" + (f"</{name}>" if inside.endswith("/") else "")


def _attributes(inside: str) -> str:
    parts: list[str] = []
    position = 0
    while position < len(inside):
        brace = inside.find("{", position)
        if brace < 0:
            break
        end = _balanced(inside, brace)
        parts.append(inside[position:brace])
        parts.append(_value(inside[brace + 1 : end - 1]))
        position = end
    parts.append(inside[position:])
    return "".join(parts).replace("className=", "class=")


def _value(code: str) -> str:
    """Return the value of an attribute: a plain text, or the declarations of a style; nothing for any other code."""
    literal = _STRING.match(code)
    if literal:
        return f'"{html.escape(next(group for group in literal.groups() if group is not None))}"'
    if code.strip().startswith("{"):
        plain = _CAMEL.sub(lambda found: f"{found[1]}-{found[2].lower()}", re.sub(r"[\"'`{}]", "", code))
        return f'"{html.escape(plain.replace(",", ";"))}"'
    return '""'

# SPDX-License-Identifier: Apache-2.0
"""What a module may not contain, whoever wrote it: deep nesting, builtins that reach out, a package out of place."""

import json
import re
from pathlib import Path

from aiact_gate.errors import PolicyError

MAX_DEPTH = 10

_NO_CODE = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`|#[^\n]*')
_NO_BRACKET = re.compile(r"[^\[\](){}]+")
_ONE_KIND = str.maketrans("[]{}", "()()")
_SPAN = re.compile(rf"{_NO_CODE.pattern}|[\[\](){{}}]")
_OUTWARD = re.compile(
    r"(?<![\w.])(?:(?:http|opa|uuid|rand|trace|print)\s*[.\[(]"
    r"|net\s*(?:\.\s*lookup|\[)|rego\s*[.\[]|time\s*(?:\.\s*now_ns|\[))",
)
_PACKAGE = re.compile(r"^[ \t]*package[ \t]+([^\n#]+?)[ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_SEGMENT = re.compile(r'(?:^|\.)([A-Za-z_]\w*)|\[("(?:[^"\\]|\\.)*")\]')
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def package(text: str, file: Path) -> tuple[str, ...]:
    """Return the path of a module's package: aiact, and what follows."""
    declared = _PACKAGE.search(text)
    if declared is None:
        raise PolicyError(f"{file} declares no package")
    name = declared.group(1)
    matches = list(_SEGMENT.finditer(name))
    if "".join(match.group(0) for match in matches) != name:
        raise PolicyError(f"{file}: the package {name} cannot be read")
    path = tuple(match.group(1) or str(json.loads(match.group(2))) for match in matches)
    if path[0] != "aiact":
        raise PolicyError(f"{file}: the package {name} does not begin with aiact")
    return path


def rule_id(path: str, name: tuple[str, ...], file: Path) -> str | None:
    """Return the id of the rule a module holds, or nothing for a helper; path and package must say the same."""
    folders = path.split("/")
    if folders[0] == "custom":
        root, place = ("aiact", "custom"), folders[2:]
    elif folders[0] == "rules":
        root, place = ("aiact", "rules"), folders[1:]
    elif name[1:2] in {("rules",), ("custom",)}:
        raise PolicyError(f"{file}: a rule must lie in rules/<family>/<rule>/rule.rego")
    else:
        return None
    if len(place) != 3 or place[2] != "rule.rego":  # noqa: PLR2004
        raise PolicyError(f"{file}: a rule must lie in <family>/<rule>/rule.rego")
    family, rule = place[:2]
    if not (_SLUG.fullmatch(family) and _SLUG.fullmatch(rule)):
        raise PolicyError(f"{file}: family and rule are written in lower case with hyphens")
    if name != (*root, family, rule):
        wanted = f'{".".join(root)}["{family}"]["{rule}"]'
        raise PolicyError(f"{file}: the package must be {wanted}, as the folder says")
    return f"custom/{family}/{rule}" if folders[0] == "custom" else f"{family}/{rule}"


def tokens(text: str, file: Path) -> None:
    """Refuse brackets nested so deep that a parser takes for ever, and builtins that look outside the input."""
    code = _NO_CODE.sub('""', text)
    if outward := _OUTWARD.search(code):
        name = outward.group().rstrip("[.( \t")
        raise PolicyError(
            f"{file}: uses {name}, which a rule may not call",
            "A rule judges its input alone: no network, no clock, no chance, no output.",
        )
    if "$" in code:  # nothing else in Rego is written with it, and the text of such a string is code
        raise PolicyError(
            f"{file}: uses a string template", "Write sprintf or concat: not every engine reads templates."
        )
    brackets = _NO_BRACKET.sub("", code).translate(_ONE_KIND)
    for _ in range(MAX_DEPTH):
        brackets = brackets.replace("()", "")  # takes away the innermost level
    if brackets and (line := _too_deep(text)):
        raise PolicyError(f"{file}:{line}: brackets are nested deeper than {MAX_DEPTH}")


def _too_deep(text: str) -> int:
    """Return the line on which brackets are nested too deep, or 0; brackets without a partner are for the parser."""
    depth = 0
    for match in _SPAN.finditer(text):
        if match.group() in "[({":
            depth += 1
            if depth > MAX_DEPTH:
                return text.count("\n", 0, match.start()) + 1
        elif match.group() in "])}":
            depth -= 1
    return 0

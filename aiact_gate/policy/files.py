# SPDX-License-Identifier: Apache-2.0
"""The rules and the data of the law as they lie in policy folders, read once, guarded and given a revision."""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiact_gate.errors import EngineError, PolicyError
from aiact_gate.policy import guards
from aiact_gate.resources import policies_dir

MAX_BYTES = 1 << 20
DATA_ROOT = "law"
CUSTOM = "custom/"


@dataclass(frozen=True, slots=True)
class PolicySet:
    """Everything an engine loads: modules by path, the data, and the revision that names exactly these."""

    modules: Mapping[str, str]
    data: Mapping[str, Any]
    rules: Mapping[str, str]
    revision: str
    _origins: Mapping[str, Path] = field(default_factory=dict, repr=False)

    def origin(self, path: str) -> Path:
        """Return the file a module was read from, for messages."""
        return self._origins.get(path, Path(path))

    @contextmanager
    def told_by_origin(self) -> Iterator[None]:
        """Name, in what an engine says, the files of an organisation as they lie on disk."""
        try:
            yield
        except EngineError as error:
            told = error.message
            for path, file in self._origins.items():
                if path.startswith(CUSTOM):
                    told = re.sub(rf"/?(?<!\w){re.escape(path)}", str(file).replace("\\", r"\\"), told)
            raise EngineError(told, error.hint) from error

    def document(self) -> dict[str, Any]:
        """Return the data document for an engine: the law together with the revision."""
        return {DATA_ROOT: {**self.data[DATA_ROOT], "revision": self.revision}}


def load_policies(custom: Sequence[Path] = (), *, bundled: Path | None = None) -> PolicySet:
    """Read the bundled policies and any folders with rules of an organisation, and refuse what is not safe to load."""
    bundled = bundled or policies_dir()
    modules: dict[str, str] = {}
    origins: dict[str, Path] = {}
    for prefix, path, file in _rule_files(bundled, custom):
        modules[prefix + path] = _text(file)
        origins[prefix + path] = file
    ordered = dict(sorted(modules.items()))
    rules = _rules(ordered, origins)
    if not any(path.startswith("rules/") for path in rules.values()):
        raise PolicyError(f"no rules were loaded from {bundled}", "Name a folder that holds rules/<family>/<rule>/.")
    texts = {file.name: _text(file) for file in sorted((bundled / "data").glob("*.json"))}
    law = _law(texts, bundled / "data")
    return PolicySet(ordered, {DATA_ROOT: law}, rules, _revision(ordered, texts), origins)


def _rule_files(bundled: Path, custom: Sequence[Path]) -> Iterator[tuple[str, str, Path]]:
    for index, folder in enumerate((bundled, *custom)):
        if not folder.is_dir():
            raise PolicyError(f"{folder} is not a folder of policies")
        prefix = f"{CUSTOM}{index}/" if index else ""
        found = sorted(modules_of(folder))
        if index and not found:
            raise PolicyError(f"no rules were loaded from {folder}", "Name a folder that holds <family>/<rule>/.")
        yield from ((prefix, path, folder / path) for path in found)


def modules_of(folder: Path) -> Iterator[str]:
    """Yield the files of rules below a folder, without their tests."""
    top = str(folder)
    for place, _, names in os.walk(top):
        inner = place[len(top) :].replace(os.sep, "/").strip("/")
        for name in names:
            if name.endswith(".rego") and not name.endswith("_test.rego"):
                yield f"{inner}/{name}" if inner else name


def _text(file: Path) -> str:
    if not file.is_file():
        raise PolicyError(f"{file} is no file")  # a pipe would never end
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise PolicyError(f"{file} is larger than 1 MiB")
        text = raw.decode("utf-8")
    except OSError as error:
        raise PolicyError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PolicyError(f"{file} is not UTF-8 text") from error
    if text.startswith("\ufeff"):
        raise PolicyError(f"{file} starts with a byte order mark", "Save it as UTF-8 without one.")
    return text.replace("\r\n", "\n")  # as git checks it out on Windows; the revision is the same everywhere


def _rules(modules: Mapping[str, str], origins: Mapping[str, Path]) -> dict[str, str]:
    """Guard every module and return the path of each rule by its id.

    Packages all begin with aiact and data lies under law, so neither can hide the other. The files of one folder may
    share a package; anything else that would add to a package of another folder is refused.
    """
    packages: dict[tuple[str, ...], Path] = {}
    rules: dict[str, str] = {}
    for path, text in modules.items():
        file = origins[path]
        package = guards.package(text, file)
        guards.tokens(text, file)
        first = packages.setdefault(package, file)
        if first.parent != file.parent:
            raise PolicyError(f"{file}: the package {'.'.join(package)} is already that of {first}")
        if rule := guards.rule_id(path, package, file):
            if rule in rules:
                raise PolicyError(f"{file}: the rule {rule} already exists", "Give the rule a name of its own.")
            rules[rule] = path
    return dict(sorted(rules.items()))


def _law(texts: Mapping[str, str], folder: Path) -> dict[str, Any]:
    law: dict[str, Any] = {}
    for name, text in texts.items():
        try:
            content = json.loads(text)
        except ValueError as error:
            raise PolicyError(f"{folder / name} is not JSON: {error}") from error
        if not isinstance(content, dict) or len(content) != 1:
            raise PolicyError(f"{folder / name} must hold one object with exactly one key")
        key = next(iter(content))
        if key in law or key == "revision":
            raise PolicyError(f"{folder / name}: the key {key!r} is already taken")
        law |= content
    if not law:
        raise PolicyError(f"no data of the law was loaded from {folder}")
    return law


def _revision(*groups: Mapping[str, str]) -> str:
    """Return a digest in which no text can pass for another, or for a path."""
    digest = hashlib.sha256()
    for group in groups:
        digest.update(len(group).to_bytes(8, "big"))
        for item in group.items():
            for text in item:
                raw = text.encode()
                digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()

# SPDX-License-Identifier: Apache-2.0
"""Opens the files a manifest names: inside the repository, regular, within bounds, or a state instead."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from aiact_gate.evidence.own_reports import is_own_report
from aiact_gate.manifest.document import NAME, YML
from aiact_gate.names import is_gits_own, printable

if TYPE_CHECKING:
    from aiact_gate.evidence.states import State

Kind = Literal["document", "config", "records", "report", "prompt", "page", "media"]
_MB = 1024 * 1024
LIMITS: dict[Kind, int] = {
    "document": _MB,
    "config": _MB,
    "records": 8 * _MB,
    "report": 16 * _MB,
    "prompt": _MB // 4,
    "page": _MB,
    "media": 64 * _MB,
}
_BINARY_KINDS: frozenset[Kind] = frozenset({"media"})
_BINARY_SUFFIXES = frozenset({".pdf", ".docx", ".odt"})
_BINARY_LIMIT = 32 * _MB
_MAX_PATH = 4096
_LFS = b"version https://git-lfs.github.com/spec/"
_DRIVE = re.compile(r"^(?:[A-Za-z]:[\\/]|\\\\)")
_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_BOM16 = (b"\xff\xfe", b"\xfe\xff")
_BOM32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
# How files begin that are often renamed, and the endings under which they are known.
_MAGIC: tuple[tuple[bytes, str, frozenset[str]], ...] = (
    (b"%PDF-", "a PDF", frozenset({".pdf"})),
    (b"PK\x03\x04", "an archive such as a Word file", frozenset({".docx", ".odt"})),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word file that is old or has a password", frozenset({".docx"})),
    (b"{\\rtf", "rich text (RTF)", frozenset({".rtf"})),
    (b"\x89PNG", "a picture", frozenset({".png"})),
    (b"\xff\xd8\xff", "a picture", frozenset({".jpg", ".jpeg"})),
    (b"\x1f\x8b", "a packed file", frozenset({".gz"})),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of one declared path: bytes when it could be read, a state and a sentence when not."""

    state: State
    file: str | None
    note: str = ""
    data: bytes = b""
    sha256: str | None = None

    @property
    def readable(self) -> bool:
        """Say whether there are bytes to look at."""
        return self.state == "present"

    @property
    def text(self) -> str:
        """Return the bytes as text: UTF-16 with its mark, UTF-8, and lines that are neither as Windows writes them."""
        if self.data.startswith(_BOM16):
            return self.data.decode("utf-16", errors="replace")
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            lines = self.data.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
            return "".join(_decoded(line) for line in lines)


class Repository:
    """The files of one repository as one manifest sees them."""

    def __init__(self, root: Path, base: Path) -> None:
        self._root = Path(os.path.realpath(root))
        self._base = Path(os.path.realpath(base))
        self._cache: dict[tuple[object, ...], Opened] = {}

    def open(self, declared: object, kind: Kind = "document", beside: str | None = None) -> Opened:
        """Open a path that is relative to the manifest, or to the folder of the file `beside`."""
        if declared is None:
            return Opened("missing", None, "The manifest names no file.")
        if not isinstance(declared, str):
            return Opened("unreadable", None, "The manifest gives no path here.")
        key = (declared, kind, beside)
        base = self._base if beside is None else (self._root / beside).parent
        if kind in _BINARY_KINDS:
            return self._open(declared, kind, base)  # films are not kept in memory
        if key not in self._cache:
            self._cache[key] = self._open(declared, kind, base)
        return self._cache[key]

    def place(self, opened: Opened) -> Path:
        """Return where an opened file lies on disk."""
        return self._root / (opened.file or "")

    def _open(self, declared: str, kind: Kind, base: Path) -> Opened:
        refused = _refuse(declared)
        if refused:
            return refused
        joined = Path(os.path.normpath(base / declared))
        below = self._shown(joined)
        if below is None:
            return Opened("outside-root", declared, f"{declared} leads outside the repository.")
        shown = printable(below)
        try:
            real = Path(os.path.realpath(joined, strict=True))
        except OSError as error:
            return Opened(*_failure(error, shown))
        inside = self._shown(real)
        if inside is None:
            return Opened("outside-root", shown, f"{shown} is a link that leads outside the repository.")
        if any(is_gits_own(part) for part in PurePosixPath(inside).parts):
            return Opened(
                "outside-root", shown, f"{shown} is part of git's own storage, not of the repository's files."
            )
        return self._read(inside, shown, kind)

    def _shown(self, path: Path) -> str | None:
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else None

    def _read(self, inside: str, shown: str, kind: Kind) -> Opened:
        try:
            descriptor = _open_below(self._root, PurePosixPath(inside).parts)
        except OSError as error:
            return Opened(*_failure(error, shown))
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
                return Opened("unreadable", shown, f"{shown} is {what}; name a file.")
            limit = _limit(kind, shown)
            data = _read_bounded(descriptor, limit + 1)
        except OSError as error:
            return Opened(*_failure(error, shown))
        finally:
            os.close(descriptor)
        return _judge_bytes(data, shown, kind, limit)


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _refuse(declared: str) -> Opened | None:
    shown = declared[:200].encode("utf-8", "replace").decode()
    if not declared.strip():
        return Opened("missing", None, "The manifest names an empty path.")
    if "\0" in declared or shown != declared[:200]:
        return Opened("unreadable", None, "The path holds a character that no file name can have.")
    if len(declared) > _MAX_PATH:
        return Opened("unreadable", None, "The path is longer than any file name can be.")
    if _ADDRESS.match(declared):
        return Opened("missing", None, f"{shown} is an address; keep a copy in the repository and name that.")
    if declared.startswith("/") or _DRIVE.match(declared):
        return Opened("outside-root", shown, f"{shown} is an absolute path; write it relative to the manifest.")
    return None


def _failure(error: OSError, shown: str) -> tuple[State, str, str]:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "missing", shown, f"{shown} does not exist."
    if error.errno == errno.ELOOP:
        return "unreadable", shown, f"{shown} is a link that leads nowhere."
    reason = (error.strerror or "unknown reason").lower()
    return "unreadable", shown, f"{shown} cannot be opened: {reason}."


def _open_below(root: Path, parts: tuple[str, ...]) -> int:
    # Each step refuses links, so that a folder swapped for a link after the check cannot lead outside.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    if os.open not in os.supports_dir_fd or not parts:
        return os.open(root.joinpath(*parts), flags | getattr(os, "O_BINARY", 0))
    current = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    for index, part in enumerate(parts):
        step = flags if index == len(parts) - 1 else flags | os.O_DIRECTORY
        try:
            following = os.open(part, step, dir_fd=current)
        finally:
            os.close(current)
        current = following
    return current


def _read_bounded(descriptor: int, limit: int) -> bytes:
    chunks: list[bytes] = []
    left = limit
    while left > 0:
        chunk = os.read(descriptor, min(left, _MB))
        if not chunk:
            break
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _limit(kind: Kind, shown: str) -> int:
    return _BINARY_LIMIT if kind == "document" and _is_binary_document(shown) else LIMITS[kind]


def _is_binary_document(shown: str) -> bool:
    return PurePosixPath(shown).suffix.lower() in _BINARY_SUFFIXES


def _misnamed(data: bytes, shown: str) -> str:
    suffix = PurePosixPath(shown).suffix.lower()
    return next((told for magic, told, known in _MAGIC if data.startswith(magic) and suffix not in known), "")


def _judge_bytes(data: bytes, shown: str, kind: Kind, limit: int) -> Opened:
    if len(data) > limit:
        return Opened("too-large", shown, f"{shown} is larger than {limit // 1024} kB, the most that is read.")
    digest = hashlib.sha256(data).hexdigest()
    if not data.strip():
        return Opened("empty", shown, f"{shown} is empty.", b"", digest)
    wrong = _wrong(data, shown, kind)
    return (
        Opened("unreadable", shown, f"{shown} {wrong}", b"", digest)
        if wrong
        else Opened("present", shown, "", data, digest)
    )


def _wrong(data: bytes, shown: str, kind: Kind) -> str:
    """Return why the bytes are not what they are opened as, as the rest of a sentence."""
    if data.startswith(_LFS):
        return "is a Git LFS pointer; fetch the file itself before the check."
    if kind == "document" and (told := _misnamed(data, shown)):
        return f"is {told} by its content, and its name says otherwise."
    if kind in _BINARY_KINDS or _is_binary_document(shown):
        return ""
    if data.startswith(_BOM32) or (b"\0" in data and not data.startswith(_BOM16)):
        return "holds binary data where text is expected; save text as UTF-8."
    if shown.casefold().endswith((NAME, YML)) or is_own_report(data):
        return "is what this gate wrote or reads itself (a report, a manifest), and that is never evidence."
    return ""

# SPDX-License-Identifier: Apache-2.0
"""Reads the text of a Word document: headings, bookmarks, lists and tables; nothing in it is followed or run."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from aiact_gate.evidence import safe_xml
from aiact_gate.evidence.readers.outline import Outline
from aiact_gate.evidence.readers.word import Body, heading_styles
from aiact_gate.evidence.sections import ReadError

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.sections import Document

_PROPERTIES = {"docProps/core.xml", "docProps/custom.xml"}
_MAX_ENTRIES = 2_000
_MAX_PART = 16 * 1024 * 1024
_MAX_ELEMENTS = 1_200_000
_END_OF_DIRECTORY = b"PK\x05\x06"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(opened: Opened) -> Document:
    """Return the sections of a Word document."""
    try:
        return _read(opened.data)
    except ReadError as error:
        raise ReadError(error.state, f"{opened.file} {error.note}") from error
    except safe_xml.UnsafeXmlError as error:
        raise ReadError("unreadable", f"{opened.file} is no sound Word document: {error}.") from error
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise ReadError("unreadable", f"{opened.file} is damaged, or is no Word document.") from error
    except RuntimeError as error:  # how zipfile says that an entry has a password
        raise ReadError("unreadable", f"{opened.file} has a password; keep a copy without one.") from error


def _read(data: bytes) -> Document:
    if data.startswith(_COMPOUND):
        raise ReadError("unreadable", "has a password or is in the format before .docx; keep a copy as open .docx.")
    if _entries(data) > _MAX_ENTRIES:
        raise ReadError("too-large", f"has more than {_MAX_ENTRIES} parts, the most that is read.")
    outline = Outline()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "word/document.xml" not in names:
            raise ReadError("unreadable", "is no Word document: it has no text part.")
        styles = heading_styles(_part(archive, "word/styles.xml")) if "word/styles.xml" in names else {}
        for part in _PROPERTIES & names:
            outline.front_matter |= _properties(_part(archive, part))
        safe_xml.stream(_part(archive, "word/document.xml"), Body(outline, styles), _MAX_ELEMENTS)
    return outline.document()


def _properties(data: bytes) -> dict[str, str]:
    """Return what the document says about itself; the day it was last saved is no day of a review and is left out."""
    found: dict[str, str] = {}
    for one in safe_xml.parse(data).children:
        own = {"creator": "property_author", "version": "property_version"}.get(one.local)
        name = own or (one.attributes.get("name", "") if one.local == "property" else "")
        said = " ".join(part.text.strip() for part in one.walk() if part.text.strip())
        if name and said and said != "python-docx":
            found[name] = said
    return found


def _entries(data: bytes) -> int:
    """Return how many entries the directory announces, before anything is kept of them."""
    end = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - 70_000))
    if end < 0 or len(data) < end + 12:
        raise ReadError("unreadable", "is damaged, or is no Word document.")
    announced: int = struct.unpack_from("<H", data, end + 10)[0]
    size: int = struct.unpack_from("<I", data, end + 12)[0] if len(data) >= end + 16 else 0
    return max(announced, size // 46)  # an entry takes 46 bytes at least, whatever is announced


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(_MAX_PART + 1)
    if len(data) > _MAX_PART:
        raise ReadError("too-large", f"unpacks to more than {_MAX_PART // (1024 * 1024)} MB, the most that is read.")
    return data

# SPDX-License-Identifier: Apache-2.0
"""The XMP packet of a PDF: the metadata stream of the document, not that of a picture in it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from aiact_gate.evidence.xmp_images import MAX_PACKET, inflate

if TYPE_CHECKING:
    from collections.abc import Iterator

_CATALOG = re.compile(rb"/Type\s{0,9}/Catalog\b")
_REFERENCE = re.compile(rb"/Metadata\s{1,9}(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}R\b")
_METADATA = re.compile(rb"\b(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}obj\b([^\0]{0,400}?)\bstream\r?\n")
_IS_METADATA = re.compile(rb"/Type\s{0,9}/Metadata\b")
_REACH = 2000
_MAX_OBJECTS = 200


def packets(data: bytes) -> Iterator[bytes]:
    """Yield the packet that the catalogue names; where that is packed away, the only one that there is."""
    found = dict(_streams(data))  # a later object replaces an earlier one of the same number
    named = [
        reference
        for catalog in islice(_CATALOG.finditer(data), _MAX_OBJECTS)
        for reference in _named(data, catalog.start())
    ]
    if named:
        yield found.get(named[-1], b"")
    elif len(found) == 1:
        yield from found.values()


def _named(data: bytes, position: int) -> list[tuple[bytes, bytes]]:
    """Return the reference within the object around a position."""
    start = max(data.rfind(b" obj", max(0, position - _REACH), position), 0)
    end = data.find(b"endobj", position, position + _REACH)
    return [(one[1], one[2]) for one in _REFERENCE.finditer(data, start, end if end > 0 else position + _REACH)]


def _streams(data: bytes) -> Iterator[tuple[tuple[bytes, bytes], bytes]]:
    position = 0
    for _ in range(_MAX_OBJECTS):
        at = data.find(b"/Metadata", position)
        if at < 0:
            return
        position = at + 9
        if not _IS_METADATA.match(data, max(0, data.rfind(b"/Type", max(0, at - 20), at))):
            continue
        begin = data.rfind(b"obj", max(0, at - _REACH), at)
        head = _METADATA.search(data, max(0, begin - 20), at + _REACH)
        if head is None:
            continue
        end = data.find(b"endstream", head.end(), head.end() + MAX_PACKET)
        body = data[head.end() : end] if end > 0 else b""
        yield (head[1], head[2]), inflate(body) if b"/FlateDecode" in head[3] else body

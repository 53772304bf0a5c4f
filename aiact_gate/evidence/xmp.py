# SPDX-License-Identifier: Apache-2.0
"""Reads the IPTC digital source type from an XMP packet."""

from __future__ import annotations

from aiact_gate.evidence import safe_xml, source_type

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_JOINT = safe_xml.NAMESPACE_SEPARATOR
_NAME = f"{_IPTC}{_JOINT}DigitalSourceType"
_ROOT = f"{_RDF}{_JOINT}RDF"
_DESCRIPTION = f"{_RDF}{_JOINT}Description"
_RESOURCE = f"{_RDF}{_JOINT}resource"


def digital_source_type(packet: bytes) -> str | None:
    """Return the term that the packet states as a property of the file, or nothing."""
    try:
        root = safe_xml.parse(packet.strip(b"\0 \t\r\n"))
    except safe_xml.UnsafeXmlError:
        return None
    named: list[str | None] = []
    for rdf in (element for element in root.walk() if element.name == _ROOT):
        for description in (child for child in rdf.children if child.name == _DESCRIPTION):
            named.append(source_type.term(description.attributes.get(_NAME)))
            named.extend(_stated(child) for child in description.children if child.name == _NAME)
    return source_type.strongest(named)


def _stated(element: safe_xml.Element) -> str | None:
    return source_type.term(element.attributes.get(_RESOURCE)) or source_type.term(element.text)

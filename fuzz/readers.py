# SPDX-License-Identifier: Apache-2.0
"""Fuzzes what reads evidence: any bytes give a document, a tree or a state; the first byte chooses the reader."""

import sys

import atheris

with atheris.instrument_imports(include=["aiact_gate"]):
    from aiact_gate.evidence import containers, metadata, own_reports, placeholder, safe_xml
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.readers import markdown, structured
    from aiact_gate.evidence.sections import ReadError

_SUFFIXES = ("md", "yaml", "json", "toml", "xml", "png")


def one(data: bytes) -> None:
    """Read one file with the reader that its first byte names."""
    suffix, body = _SUFFIXES[data[0] % len(_SUFFIXES)] if data else "md", data[1:]
    opened = Opened("present", f"a.{suffix}", "", body, None)
    own_reports.is_own_report(body)
    try:
        if suffix == "md":
            document = markdown.read(opened)
            metadata.values(document)
            placeholder.assess(document.root.text, ["a title"])
        elif suffix == "xml":
            safe_xml.parse(body)
        elif suffix == "png":
            for kind in ("png", "jpeg", "webp", "mp4", "wav", "svg"):
                containers.xmp_packets(body, containers.format_of(body, "a") or kind)
        else:
            structured.read(opened)
    except (ReadError, safe_xml.UnsafeXmlError):
        return


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()

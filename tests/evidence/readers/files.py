# SPDX-License-Identifier: Apache-2.0
"""Makes the documents that the tests read: the same assessment in every format."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pypdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEAD = "Impact assessment (Article 27)"
PERIOD = "We use it every working day from January to December."
GROUPS = "Applicants who live in rental flats and their families."


def pdf(pages: Iterable[Iterable[str]], outline: Iterable[tuple[str, int]] = ()) -> bytes:
    """Return a PDF with lines of text on its pages and an outline of (title, page)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[int] = []
    for lines in pages:
        shown = b"\n".join(b"(" + _escaped(line) + b") Tj T*" for line in lines)
        content = b"BT /F1 11 Tf 14 TL 50 800 Td\n" + shown + b"\nET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    references = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (references, len(kids))
    data = _assembled(objects)
    if not outline:
        return data
    return _changed(
        data, lambda writer: [writer.add_outline_item(title=title, page_number=page) for title, page in outline]
    )


def encrypted(data: bytes, password: str) -> bytes:
    return _changed(data, lambda writer: writer.encrypt(password, "owner", algorithm="AES-256"))


def _changed(data: bytes, change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("latin-1")


def _assembled(objects: list[bytes]) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def word(build: Callable[[docx.document.Document], object]) -> bytes:
    """Return a Word document that python-docx wrote."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(**parts: bytes | str) -> bytes:
    """Return an archive; two underscores in a name are a slash, and `word/document.xml` is `text`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr("word/document.xml" if name == "text" else name.replace("__", "/"), content)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(inner: str) -> str:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"

# SPDX-License-Identifier: Apache-2.0
"""Whatever bytes a document holds, reading it gives sections or a state, and in time."""

import os
import zlib
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiact_gate.evidence.paths import Opened
from aiact_gate.evidence.sections import Document, ReadError, read_document
from aiact_gate.evidence.states import State
from tests.evidence.readers import files

STATES = set(get_args(State))
PDF = files.pdf([["27(1)(b) Period", files.PERIOD]], [("Period", 0)])
WORD = files.archive(text=files.body("<w:p><w:r><w:t>x</w:t></w:r></w:p>"), word__styles="<a/>")
HTML = [
    b"<h1>",
    b"<table>",
    b"<tr>",
    b"<td>",
    b"</td>",
    b"<th>",
    b"</table>",
    b"<a id='1'>",
    b"<p hidden>",
    b"x",
    b"</h1>",
]
RST = [
    b"a\n=\n",
    b".. ",
    b"| ",
    b"- ",
    b"+--+\n",
    b"::\n\n",
    b"   ",
    b"`",
    b"*",
    b"|a|",
    b".. _1:\n",
    b"(a) x\n",
    b":a: b\n",
]


def _looked(name: str, data: bytes) -> Document | str:
    try:
        return read_document(Opened("present", name, "", data, None))
    except ReadError as error:
        return error.state if error.state in STATES and error.note.startswith(name) else ""


def _changed(good: bytes, changes: list[tuple[int, bytes]]) -> bytes:
    data = bytearray(good)
    for place, piece in changes:
        start = place % len(data)
        data[start : start + len(piece)] = piece
    return bytes(data)


changes = st.lists(st.tuples(st.integers(0, 100_000), st.binary(min_size=1, max_size=8)), max_size=6)


@given(data=st.one_of(st.binary(max_size=200), changes.map(lambda made: _changed(WORD, made))))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_of_a_word_document(data: bytes) -> None:
    assert _looked("f.docx", data)


@given(pieces=st.lists(st.sampled_from([*HTML, b"\xff", b"<", b">", b"\n"]), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_page(pieces: list[bytes]) -> None:
    assert isinstance(_looked("f.html", b"".join(pieces)), Document)


@given(made=changes)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_of_a_pdf(made: list[tuple[int, bytes]]) -> None:
    assert _looked("f.pdf", _changed(PDF, made))


@given(pieces=st.lists(st.sampled_from(RST), max_size=30))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_restructured_text(pieces: list[bytes]) -> None:
    assert _looked("f.rst", b"".join(pieces))


def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    chunk = b"(a) Tj T*\n" * 100_000
    packed = b"".join([packer.compress(chunk) for _ in range(megabytes)] + [packer.flush()])
    packed = zlib.compress(packed, 9)
    content = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(packed) + packed + b"\n"
    plain = files.pdf([["x"]])
    return plain[: plain.index(b"<< /Length")] + content + plain[plain.index(b"endstream") :]


SLOW = {
    "pdf that unpacks to much": ("f.pdf", _bomb(300)),
    "pdf of many objects": ("f.pdf", b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 400_000),
    "deep lists": ("f.rst", b"".join(b"  " * depth + b"- a\n\n" for depth in range(700))),
    "wide text": ("f.rst", b"*a* `b` |c| " * 80_000),
    "many sections": ("f.rst", b"a\n=\n\n" * 200_000),
    "long table": ("f.html", b"<table>" + b"<tr><td>a" * 100_000),
    "nested tables": ("f.html", b"<table><tr><td>a" * 60_000),
    "many headings": ("f.html", b"<h1>a</h1>" * 100_000),
    "many ids": ("f.html", b"<p id='a1'>a" * 80_000),
    "deep cells": ("f.docx", files.archive(text=files.body("<w:p><w:r><w:t>aa</w:t></w:r></w:p>" * 300_000))),
    "one cell": (
        "f.docx",
        files.archive(
            text=files.body(
                f"<w:tbl><w:tr><w:tc>{'<w:p><w:r><w:t>a</w:t></w:r></w:p>' * 200_000}</w:tc></w:tr></w:tbl>"
            )
        ),
    ),
}


@pytest.mark.parametrize("kind", SLOW)
def test_time_is_bounded(kind: str) -> None:
    start = _spent()
    assert _looked(*SLOW[kind])
    assert _spent() - start < 7  # five seconds in the process that reads, and what starts and feeds it


def _spent() -> float:
    """Return the seconds of a processor for this process and its children; the clock on the wall counts others too."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system

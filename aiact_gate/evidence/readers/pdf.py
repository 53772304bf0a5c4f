# SPDX-License-Identifier: Apache-2.0
"""Reads PDF, in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiact_gate.evidence.readers import confined

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.sections import Document


def read(opened: Opened) -> Document:
    """Return the sections of a PDF; the line of a section is its page."""
    return confined.read(opened, "pdf", "pypdf")

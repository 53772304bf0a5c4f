# SPDX-License-Identifier: Apache-2.0
"""Reads reStructuredText, in a process of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiact_gate.evidence.readers import confined

if TYPE_CHECKING:
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.sections import Document


def read(opened: Opened) -> Document:
    """Return the sections of a reStructuredText file."""
    return confined.read(replace(opened, data=opened.text.encode("utf-8")), "rst", "docutils")

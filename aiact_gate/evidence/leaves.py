# SPDX-License-Identifier: Apache-2.0
"""Judges the single values with which a record or a card answers an element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiact_gate.evidence import placeholder, pointers, vocabulary
from aiact_gate.evidence.states import ANSWERED, Seen

if TYPE_CHECKING:
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.index import ElementSpec
    from aiact_gate.evidence.sections import Leaf

_MIN_WORDS = 4


def judge(context: Context, file: str, leaves: tuple[Leaf, ...], element: ElementSpec) -> Seen:
    """Return what the values together are worth; one that only holds a place leaves the element incomplete."""
    judged = [_one(context, file, leaf, element) for leaf in leaves]
    open_ones = [seen for seen in judged if seen.state not in ANSWERED]
    if not open_ones:
        return _weigh(file, leaves, judged, element)
    worst = next((seen for seen in open_ones if seen.state not in {"empty", "placeholder"}), open_ones[0])
    # A date, an owner or a choice beside a text that says nothing does not make it say more.
    telling = [seen for leaf, seen in zip(leaves, judged, strict=True) if not (leaf.typed or leaf.datum or leaf.file)]
    if all(seen.state not in ANSWERED for seen in telling or judged) or worst.state in {"inconsistent", "insufficient"}:
        return worst
    return Seen("incomplete", worst.file, worst.line, worst.note)


def _one(context: Context, file: str, leaf: Leaf, element: ElementSpec) -> Seen:
    if leaf.fault:
        return Seen(leaf.fault[0], file, leaf.line, leaf.fault[1])
    if leaf.file:
        opened = context.open(leaf.text, "media", beside=file)
        note = f"{leaf.where}: {opened.note}" if opened.note else ""
        return Seen("present" if opened.readable else opened.state, file, leaf.line, note)
    if leaf.typed:
        return Seen("present" if leaf.text else "empty", file, leaf.line)
    named = pointers.targets(leaf.text)
    if named:
        followed = [pointers.follow(context, target, file, leaf.line)[0] for target in named]
        return next((seen for seen in followed if seen.state not in ANSWERED), followed[0])
    verdict = placeholder.assess(leaf.text, [leaf.where, element.text], datum=True)
    note = f"{leaf.where}: {verdict.note or 'It has no text.'}" if verdict.state not in ANSWERED else verdict.note
    return Seen(verdict.state, file, leaf.line, note)


def _weigh(file: str, leaves: tuple[Leaf, ...], judged: list[Seen], element: ElementSpec) -> Seen:
    if all(seen.state == "not-applicable" for seen in judged):
        return judged[0]
    closed = element.datum or any(leaf.typed or leaf.datum or leaf.file for leaf in leaves)
    said = {word for leaf in leaves for word in vocabulary.words(leaf.text)}
    first = leaves[0]
    if not closed and len(said) < _MIN_WORDS:
        return Seen("placeholder", file, first.line, f"{first.where}: It says too little: “{first.text[:60]}”.")
    return Seen("present", judged[0].file, judged[0].line, first.origin)

# SPDX-License-Identifier: Apache-2.0
"""Collects the marking of outputs: opens each sample and states which machine-readable marks it carries."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from aiact_gate.evidence import containers, documents, hollow, junit, source_type, text_marks, visible, xmp
from aiact_gate.evidence.sections import ReadError, read_document
from aiact_gate.evidence.states import Seen, overall, under
from aiact_gate.evidence.watermark import Watermarks

if TYPE_CHECKING:
    from aiact_gate.evidence import provenance, watermark
    from aiact_gate.evidence.context import Context
    from aiact_gate.evidence.paths import Opened
    from aiact_gate.evidence.states import Fact, State

_MODALITIES = ("image", "audio", "video", "text")
_MAX_SAMPLES = 200  # of a kind
_FRONT = re.compile(r"\A---\n.{0,100000}?\n---\n", re.DOTALL)
_MAX_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Sample:
    """What one sample carries."""

    modality: str
    file: str | None
    state: State
    format: str | None = None
    c2pa: provenance.Standing = "none"
    source_type: str | None = None
    iptc: str | None = None
    layers: tuple[str, ...] = ()
    detector: watermark.Answer | None = None
    detector_note: str = ""
    note: str = ""

    def as_item(self) -> Fact:
        """Return the shape that the rules read."""
        item: Fact = {
            "modality": self.modality,
            "file": self.file,
            "state": self.state,
            "format": self.format,
            "c2pa": self.c2pa,
            "source_type": self.source_type,
            "iptc": self.iptc,
            "layers": list(self.layers),
        }
        if self.detector:
            item |= {"detector": self.detector, "detector_note": self.detector_note}
        return item | ({"note": self.note} if self.note else {})


def collect(context: Context, declared: Any, pointer: str) -> Fact:
    """Return the fact of output marking."""
    shape = declared if isinstance(declared, dict) else {}
    anchors, why = _anchors(context, shape.get("trust_anchors"))
    given = _Given(context, anchors, why, Watermarks(context, shape.get("detector")))
    samples = shape.get("samples") if isinstance(shape.get("samples"), dict) else {}
    items = [
        _sample(given, modality, one)
        for modality in _MODALITIES
        for one in _list(samples.get(modality) if isinstance(samples, dict) else None)[:_MAX_SAMPLES]
    ]
    items += [
        Sample(modality, None, "too-large", note=f"Of {modality}, only the first {_MAX_SAMPLES} samples are read.")
        for modality in _MODALITIES
        if isinstance(samples, dict) and len(_list(samples.get(modality))) > _MAX_SAMPLES
    ]
    described: Fact = {}
    if shape.get("concept") is not None or context.elements.of(context.id).elements:
        described = documents.collect(context, shape.get("concept"), f"{pointer}/concept")
    values = described.get("values", {}) | {"detector": _detector(context, shape.get("detector"))}
    if shape.get("robustness") is not None:
        values["robustness"] = junit.look(context, shape["robustness"]).as_fact()
    state = overall([one.state for one in items]) if items else "missing"
    worst = next((one for one in items if one.state == state), None)
    seen = Seen(state, note="The manifest names no sample of an output.")
    if worst:
        seen = Seen(state, worst.file, 1, "" if state == "present" else worst.note)
    return under(seen, described) | {"items": [one.as_item() for one in items], "values": values}


@dataclass(frozen=True, slots=True)
class _Given:
    """What all samples share: the trusted signers, and what detects the watermark."""

    context: Context
    anchors: str | None
    no_anchors: str  # why the declared certificates cannot be used
    watermarks: Watermarks

    def refused(self, opened: Opened, modality: str, state: State, note: str, found: str | None = None) -> Sample:
        """Return a sample that counts for nothing, and say why in the list of files."""
        self.context.mark(opened, state, note)
        return Sample(modality, opened.file, state, found, note=note)

    def weighed(self, signed: provenance.Provenance) -> provenance.Provenance:
        """Return a valid signature with the reason why it is not one of those that the manifest trusts."""
        if signed.standing != "untrusted" or not (self.anchors or self.no_anchors):
            return signed
        return replace(
            signed, note=self.no_anchors or "The signature is valid, but no certificate of trust_anchors is behind it."
        )

    def older(self, signed: provenance.Provenance) -> str:
        """Return which other version of this system a signed manifest names as the maker, if it names this system."""
        data = self.context.manifest.data
        system = data.get("system") if isinstance(data, dict) else None
        about = system if isinstance(system, dict) else {}
        names = {str(about.get(key)).casefold() for key in ("id", "name")}
        released = str(about.get("version") or "")
        made = {version for name, version in signed.makers if name.casefold() in names and version}
        if not released or not made or released.removeprefix("v") in {one.removeprefix("v") for one in made}:
            return ""
        return f"version {min(made)}, and the manifest is about version {released}"


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _anchors(context: Context, declared: Any) -> tuple[str | None, str]:
    """Return the certificates of trusted signers, or why those that are declared cannot be used."""
    if declared is None:
        return None, ""
    opened = context.open(declared, "config")
    if not opened.readable:
        return None, opened.note
    if "-----BEGIN CERTIFICATE-----" not in opened.text:
        note = f"{opened.file} holds no certificate in PEM."
        context.mark(opened, "unreadable", note)
        return None, note
    return opened.text, ""


def _detector(context: Context, declared: Any) -> Fact:
    """State what is there for detecting marks: instructions in the repository, an address, and a command."""
    shape = declared if isinstance(declared, dict) else {"instructions": declared}
    command = {"command": "allowed" if context.allow_commands else "not-allowed"} if "command" in shape else {}
    address = shape.get("url")
    url = (
        address if isinstance(address, str) and address.startswith("https://") and len(address) < _MAX_ADDRESS else None
    )
    if shape.get("instructions") is None:
        return (
            Seen("missing", note="The manifest names no instructions for detection.").as_fact() | {"url": url} | command
        )
    return documents.whole(context, shape["instructions"]).as_fact() | {"url": url} | command


def _sample(given: _Given, modality: str, declared: Any) -> Sample:
    context = given.context
    shape = declared if isinstance(declared, dict) else {"file": declared}
    opened = context.open(shape.get("file"), "media")
    if not opened.readable:
        return Sample(modality, opened.file, opened.state, note=opened.note)
    name = opened.file or ""
    found = containers.format_of(opened.data, name)
    if found is None:
        return given.refused(opened, modality, "unreadable", f"{name} has a format whose marks are not known here.")
    kind = containers.FORMATS[found][0]
    if modality not in {kind, "video" if found == "gif" else kind}:
        return given.refused(
            opened, modality, "inconsistent", f"{name} is declared as {modality}, but is {found}.", found
        )
    missing = _hollow(opened, found)
    if missing:
        return given.refused(opened, modality, "placeholder", f"{name} {missing}.", found)
    return _marked(given, modality, opened, found, shape.get("watermark"))


def _hollow(opened: Opened, found: str) -> str:
    """Return what is missing in a sample, nothing for one that holds something."""
    if found == "html":
        return hollow.of_text(visible.read(opened.text).text)
    return hollow.of_text(_FRONT.sub("", opened.text, count=1)) if found == "text" else hollow.why(opened.data, found)


def _marked(given: _Given, modality: str, opened: Opened, found: str, watermark: Any) -> Sample:
    name, (kind, media_type) = opened.file or "", containers.FORMATS[found]
    signed = given.context.signed.read(opened, media_type, given.anchors)
    if signed.ended:
        return given.refused(opened, modality, "unreadable", signed.note, found)
    older = given.older(signed)
    if older:
        return given.refused(opened, modality, "stale", f"{name} was made by {older}.", found)
    iptc = source_type.strongest([xmp.digital_source_type(one) for one in containers.xmp_packets(opened.data, found)])
    marked, stated = _text(opened, found) if kind == "text" else (False, None)
    signed = given.weighed(signed)
    layers = _layers(signed, iptc, anchored=bool(given.anchors or given.no_anchors))
    if marked:
        layers.append("text-mark")
    answer, said = given.watermarks.look(opened, watermark)
    if answer == "detected":
        layers.append("watermark-detected")
    note = signed.note or ("" if layers else f"{name} carries no machine-readable mark.")
    source = signed.source_type or stated
    return Sample(modality, name, "present", found, signed.standing, source, iptc, tuple(layers), answer, said, note)


def _layers(signed: provenance.Provenance, iptc: str | None, *, anchored: bool) -> list[str]:
    """Return the layers in the metadata; where the manifest says who signs, others sign in vain."""
    layers: list[str] = []
    if signed.standing in {"valid", "untrusted"} and source_type.is_artificial(signed.source_type):
        layers.append("metadata" if anchored and signed.standing == "untrusted" else "signed-metadata")
    if source_type.is_artificial(iptc) and "metadata" not in layers:
        layers.append("metadata")
    return layers


def _text(opened: Opened, found: str) -> tuple[bool, str | None]:
    if found == "html":
        return text_marks.in_html(opened.text)
    if found == "json":
        return text_marks.in_json(opened.text)
    if found != "text":
        return False, None
    try:
        return text_marks.in_front_matter(read_document(opened).front_matter)
    except ReadError:
        return False, None

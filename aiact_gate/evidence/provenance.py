# SPDX-License-Identifier: Apache-2.0
"""Reads signed provenance (C2PA) through c2pa-python, the only module that knows that library."""

from __future__ import annotations

import importlib
import io
import json
from dataclasses import dataclass
from typing import Any, Literal

from aiact_gate.evidence import source_type

Standing = Literal["none", "valid", "untrusted", "invalid", "unreadable"]
_NO_EXTRA = "Signed provenance is read with an extra: pip install 'aiact-gate[provenance]'."
# No network: neither a manifest kept elsewhere nor the state of a certificate is fetched.
_OFFLINE = {"verify_after_reading": True, "remote_manifest_fetch": False, "ocsp_fetch": False}
_AUTHORED = ("c2pa.created", "c2pa.edited", "c2pa.placed", "c2pa.opened", "c2pa.converted", "c2pa.published")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the signed manifest of a file is worth, and the source type that it states."""

    standing: Standing
    source_type: str | None = None
    note: str = ""


def read(data: bytes, media_type: str, trust_anchors: str | None = None) -> Provenance:
    """Return the standing of the C2PA manifest in a file."""
    if not media_type:
        return Provenance("none")
    try:
        c2pa: Any = importlib.import_module("c2pa")
    except (ImportError, OSError):  # OSError: the native library does not load on this machine
        return Provenance("unreadable", None, _NO_EXTRA)
    try:
        store = json.loads(_json(c2pa, data, media_type, trust_anchors))
    except c2pa.C2paError as error:
        if "ManifestNotFound" in f"{type(error).__name__} {error}":
            return Provenance("none")
        return Provenance("unreadable", None, f"The signed manifest cannot be read: {str(error)[:160]}.")
    except (ValueError, RecursionError):
        return Provenance("unreadable", None, "The signed manifest cannot be read.")
    return _judge(store) if isinstance(store, dict) else Provenance("unreadable")


def _json(c2pa: Any, data: bytes, media_type: str, trust_anchors: str | None) -> str:
    settings: dict[str, Any] = {"verify": {**_OFFLINE, "verify_trust": True}}
    if trust_anchors:
        settings["trust"] = {"trust_anchors": trust_anchors}
    with (
        c2pa.Context.from_dict(settings) as context,
        c2pa.Reader(media_type, io.BytesIO(data), context=context) as reader,
    ):
        return str(reader.json())


def _judge(store: dict[str, Any]) -> Provenance:
    manifests = store.get("manifests")
    active = manifests.get(store.get("active_manifest")) if isinstance(manifests, dict) else None
    if not isinstance(active, dict):
        return Provenance("none")
    stated = source_type.strongest([source_type.term(uri) for uri in _stated(active)])
    state = store.get("validation_state")
    if state == "Trusted":
        return Provenance("valid", stated)
    if state == "Valid":
        return Provenance(
            "untrusted", stated, "The signature is valid; who signed is not on a list of trusted signers."
        )
    return Provenance("invalid", stated, f"The signed manifest is not valid: {_failure(store)}.")


def _stated(manifest: dict[str, Any]) -> list[Any]:
    found: list[Any] = []
    for assertion in manifest.get("assertions") or []:
        label = assertion.get("label") if isinstance(assertion, dict) else None
        if not isinstance(label, str) or not label.startswith("c2pa.actions"):
            continue
        data = assertion.get("data")
        actions = data.get("actions") if isinstance(data, dict) else None
        found.extend(
            action.get("digitalSourceType")
            for action in (actions if isinstance(actions, list) else [])
            if isinstance(action, dict) and action.get("action") in _AUTHORED
        )
    return found


def _failure(store: dict[str, Any]) -> str:
    status = store.get("validation_status")
    codes = [str(one.get("code")) for one in status if isinstance(one, dict)] if isinstance(status, list) else []
    telling = [code for code in codes if code != "signingCredential.untrusted"]
    return ", ".join((telling or codes)[:3]) or "the reader gives no reason"

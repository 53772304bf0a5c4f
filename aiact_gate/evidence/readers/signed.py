# SPDX-License-Identifier: Apache-2.0
"""Reads signed provenance (C2PA) through c2pa-python; the only module that knows that library."""

from __future__ import annotations

import importlib
import io
import json
from typing import Any

from aiact_gate.evidence.sections import ReadError

_AUTHORED = ("c2pa.created", "c2pa.edited", "c2pa.placed", "c2pa.opened", "c2pa.converted", "c2pa.published")
_METADATA = ("stds.iptc", "cawg.metadata", "c2pa.metadata")
_IPTC = "Iptc4xmpExt:DigitalSourceType"
_MAX_PARENTS = 20
_MAX_SAID = 160

_why_not = ""
try:
    _c2pa: Any = importlib.import_module("c2pa")
except (ImportError, OSError, RuntimeError) as _error:  # the native library is not made for this machine
    _why_not = f"cannot be read: c2pa-python does not load on this machine ({str(_error)[:_MAX_SAID]})"


def read(data: bytes, question: dict[str, Any]) -> dict[str, Any]:
    """Return what the C2PA manifest in a file is, empty if there is none, or raise ReadError."""
    if _why_not:
        raise ReadError("unreadable", _why_not)
    try:
        store = json.loads(_json(data, question["media_type"], question["anchors"]))
    except _c2pa.C2paError as error:
        if "ManifestNotFound" in f"{type(error).__name__} {error}":
            return {}
        if str(error).startswith("Remote"):
            raise ReadError("unreadable", "is kept at an address, which is not fetched; embed it") from error
        said = str(error).partition(": ")[2] or str(error)  # without the name of the class
        raise ReadError("unreadable", f"cannot be read: {said[:_MAX_SAID].rstrip('.')}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError("unreadable", "cannot be read") from error
    return _reduced(store if isinstance(store, dict) else {})


def _json(data: bytes, media_type: str, anchors: str | None) -> str:
    settings: dict[str, Any] = {
        # No network: neither a manifest kept elsewhere nor the state of a certificate is fetched.
        "core": {"allowed_network_hosts": [], "allow_redirects": False},
        "verify": {
            "verify_after_reading": True,
            "verify_trust": True,
            "remote_manifest_fetch": False,
            "ocsp_fetch": False,
        },
    }
    if anchors:
        settings["trust"] = {"trust_anchors": anchors}
    with (
        _c2pa.Context.from_dict(settings) as context,
        _c2pa.Reader(media_type, io.BytesIO(data), context=context) as reader,
    ):
        return str(reader.json())


def _reduced(store: dict[str, Any]) -> dict[str, Any]:
    """Return what is told about a manifest store: how it was validated, the source types, and what failed."""
    manifests = store.get("manifests")
    chain = _chain(manifests if isinstance(manifests, dict) else {}, store.get("active_manifest"))
    if not chain:
        return {}
    stated = [uri for one in chain for uri in _stated(one) if isinstance(uri, str)]
    return {
        "validation": str(store.get("validation_state")),
        "stated": stated,
        "failed": _failed(store),
        "makers": _makers(chain[0]),
    }


def _makers(manifest: dict[str, Any]) -> list[list[str]]:
    listed = manifest.get("claim_generator_info")
    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return [[str(one.get("name") or "")[:_MAX_SAID], str(one.get("version") or "")[:_MAX_SAID]] for one in found[:20]]


def _chain(manifests: dict[str, Any], active: Any) -> list[dict[str, Any]]:
    """Return the manifest that counts, and those of the file that was opened to make this one."""
    found: list[dict[str, Any]] = []
    while isinstance(one := manifests.get(active), dict) and one not in found and len(found) < _MAX_PARENTS:
        found.append(one)
        parents = [
            inner.get("active_manifest")
            for inner in one.get("ingredients") or []
            if isinstance(inner, dict)
            and inner.get("relationship") == "parentOf"
            and not inner.get("validation_status")
        ]
        active = parents[0] if parents else None
    return found


def _stated(manifest: dict[str, Any]) -> list[Any]:
    found: list[Any] = []
    for assertion in manifest.get("assertions") or []:
        label = assertion.get("label") if isinstance(assertion, dict) else None
        data = assertion.get("data") if isinstance(label, str) else None
        if not isinstance(label, str) or not isinstance(data, dict):
            continue
        if label.startswith(_METADATA):
            found.append(data.get(_IPTC))
        actions = data.get("actions") if label.startswith("c2pa.actions") else None
        found.extend(
            action.get("digitalSourceType")
            for action in (actions if isinstance(actions, list) else [])
            if isinstance(action, dict) and action.get("action") in _AUTHORED
        )
    return found


def _failed(store: dict[str, Any]) -> list[str]:
    status = store.get("validation_status")
    codes = [str(one.get("code")) for one in status if isinstance(one, dict)] if isinstance(status, list) else []
    return ([code for code in codes if code != "signingCredential.untrusted"] or codes)[:3]

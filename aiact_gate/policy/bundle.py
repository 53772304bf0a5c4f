# SPDX-License-Identifier: Apache-2.0
"""The policies as one OPA bundle: the same bytes for the same policies."""

import gzip
import io
import json
import os
import tarfile
import tempfile
import zlib
from pathlib import Path

from aiact_gate.errors import PolicyError
from aiact_gate.places import refuse_device
from aiact_gate.policy.files import DATA_ROOT, PolicySet


def content(policies: PolicySet) -> bytes:
    """Return the bundle, a gzipped tar with manifest, data and modules."""
    manifest = {"revision": policies.revision, "roots": ["aiact", DATA_ROOT], "rego_version": 1}
    files = {
        ".manifest": _json(manifest),
        "data.json": _json(policies.document()),
        **{path: text.encode() for path, text in policies.modules.items()},
    }
    packed = io.BytesIO()
    with (
        gzip.GzipFile(filename="", fileobj=packed, mode="wb", mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for name, raw in files.items():
            entry = tarfile.TarInfo(f"/{name}")
            entry.size = len(raw)
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(raw))
    return packed.getvalue()


def write_bundle(policies: PolicySet, path: Path) -> None:
    """Write the bundle so that a reader sees either the old file or the whole new one."""
    refuse_device(path)
    raw = content(policies)
    temporary = None
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(raw)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        raise PolicyError(f"the bundle {path} cannot be written: {error.strerror}") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def holds(policies: PolicySet, path: Path) -> bool:
    """Tell whether the file is the bundle of exactly these policies."""
    wanted = gzip.decompress(content(policies))
    try:
        with gzip.open(path) as stream:
            return stream.read(len(wanted) + 1) == wanted
    except (gzip.BadGzipFile, EOFError, zlib.error):
        return False
    except OSError as error:
        raise PolicyError(f"the bundle {path} cannot be read: {error.strerror}") from error


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

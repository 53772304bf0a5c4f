# SPDX-License-Identifier: Apache-2.0
"""Whom the gate trusts behind https, and how it shows who it is: checked before anything is sent."""

import ssl
from dataclasses import dataclass
from pathlib import Path

from aiact_gate.errors import UsageError


@dataclass(frozen=True, slots=True)
class Tls:
    """The authority to trust in place of the public ones, and the certificate of the gate with its key."""

    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked for."""
        return self == Tls()

    @property
    def verify(self) -> str | bool:
        """Return the file of the authority to trust, or that the public ones are."""
        return str(self.ca) if self.ca else True

    @property
    def client(self) -> str | tuple[str, str] | None:
        """Return the files by which the gate shows who it is."""
        if self.cert is None:
            return None
        return (str(self.cert), str(self.key)) if self.key else str(self.cert)


def check(tls: Tls) -> None:
    """Refuse files that cannot be used, with their names; later nothing would tell which one was wrong."""
    if tls.key is not None and tls.cert is None:
        raise UsageError("--opa-key is the key of a certificate", "Name the certificate with --opa-cert.")
    for option, path in (("--opa-ca", tls.ca), ("--opa-cert", tls.cert), ("--opa-key", tls.key)):
        if path is not None:
            _readable(option, path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if tls.ca is not None:
        try:
            context.load_verify_locations(cafile=tls.ca)
        except ssl.SSLError as error:
            raise UsageError(f"--opa-ca: {tls.ca} holds no certificate in PEM", "Name a file of PEM blocks.") from error
    if tls.cert is not None:
        try:
            context.load_cert_chain(tls.cert, tls.key, password=_nothing)
        except ssl.SSLError as error:
            raise UsageError(
                f"--opa-cert: {tls.cert} and its key do not make an identity: {error.reason or 'no PEM'}",
                "Name a certificate in PEM and its key, which must not be locked with a password.",
            ) from error


def _readable(option: str, path: Path) -> None:
    try:
        with path.open("rb") as stream:
            stream.read(1)
    except OSError as error:
        raise UsageError(f"{option}: {path} cannot be read: {error.strerror}") from error


def _nothing() -> str:
    """Answer the question for a password, which would otherwise wait for somebody at a terminal."""
    return ""

# SPDX-License-Identifier: Apache-2.0
"""One OPA server through opa-python-client, without its habits that let a wrong answer pass for a right one."""

import ipaddress
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from opa_client import OpaClient
from requests import ConnectionError as RequestsConnectionError
from requests import PreparedRequest, RequestException, Response, Timeout
from requests.adapters import HTTPAdapter
from requests.exceptions import SSLError
from urllib3.exceptions import HTTPError

from aiact_gate.engine.tls import Tls, check
from aiact_gate.errors import EngineError, UsageError

MAX_BODY: Final = 64 << 20
_NAME: Final = "opa"
_PORTS: Final = {"http": 80, "https": 443}
_TRUST: Final = "Name the authority of the server with --opa-ca, and the certificate of the gate with --opa-cert."
_HINTS: Final = {
    401: "Say who the gate is: a token in AIACT_GATE_OPA_TOKEN, or a certificate with --opa-cert.",
    403: "The server lets the gate in, and its policy of authorization does not let it ask.",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens, and what to say to be let in."""

    scheme: str
    host: str
    port: int
    token: str | None = field(default=None, repr=False)
    tls: Tls = field(default_factory=Tls)

    @property
    def shown(self) -> str:
        """Return the address as people write it, without the token."""
        return f"{self.scheme}://{self.host}:{self.port}"


def parse(url: str, token: str | None = None, tls: Tls | None = None) -> Address:
    """Return the address of a server; anything but https is for this machine alone."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise UsageError(f"--opa-url: {url!r} is not an address: {error}") from error
    if parts.scheme not in _PORTS or not host:
        raise UsageError(f"--opa-url: {url!r} is not an address", "Write https://host:port.")
    if parts.path not in {"", "/"} or parts.query or parts.fragment or parts.username is not None:
        raise UsageError("--opa-url: the address has more than scheme, host and port", "Write https://host:port.")
    if parts.scheme == "http" and not _is_loopback(host):
        raise UsageError(
            f"--opa-url: http://{host} would send the facts unencrypted",
            "Use https, or a server on this machine.",
        )
    tls = tls or Tls()
    if parts.scheme == "http" and not tls.is_empty:
        raise UsageError("--opa-ca, --opa-cert and --opa-key are for a server behind https", "Write https://host:port.")
    check(tls)
    return Address(parts.scheme, f"[{host}]" if ":" in host else host, port or _PORTS[parts.scheme], token, tls)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _BoundedAdapter(HTTPAdapter):
    """Reads a body at once and only up to a size."""

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        response = super().send(request, *args, **{**kwargs, "stream": True})
        try:
            body = response.raw.read(MAX_BODY + 1, decode_content=True)
        except HTTPError as error:
            raise RequestsConnectionError(error, request=request) from error
        if len(body) > MAX_BODY:
            response.close()
            raise EngineError(f"{_NAME}: the answer is larger than {MAX_BODY >> 20} MiB")
        response._content = body  # noqa: SLF001 -- as requests does it after reading
        response._content_consumed = True  # type: ignore[attr-defined]  # noqa: SLF001
        return response


class Server:
    """The questions the gate puts to a server."""

    def __init__(self, address: Address, timeout: float) -> None:
        self.address = address
        self._client = OpaClient(
            host=address.host,
            port=address.port,
            ssl=address.tls.verify if address.scheme == "https" else False,
            cert=address.tls.client,
            token=address.token,
            retries=0,
            timeout=timeout,
        )
        session = self._client._session  # noqa: SLF001 -- the client offers no other way
        session.trust_env = False
        session.max_redirects = 0
        session.mount("http://", _BoundedAdapter(max_retries=0))
        session.mount("https://", _BoundedAdapter(max_retries=0))

    def decide(self, policy_input: Mapping[str, Any]) -> object:
        """Return the decision on one input."""
        answer = self._asked(lambda: self._client.query_rule(dict(policy_input), "aiact.main", "decision"))
        if "result" not in answer:
            raise EngineError(
                f"{_NAME}: the server at {self.address.shown} knows no decision of the gate",
                "Load the bundle that `aiact-gate bundle` writes into the server.",
            )
        return answer["result"]

    def revision(self) -> object:
        """Return the revision of the policies that are loaded, or nothing where there are none."""
        return self._asked(lambda: self._client.query_rule({}, "law", "revision")).get("result")

    def labels(self) -> Mapping[str, Any]:
        """Return the labels of the server, its version among them; a server may refuse to tell."""
        try:
            config = self._asked(self._client.get_config).get("result")
        except EngineError:
            return {}
        labels = config.get("labels") if isinstance(config, dict) else None
        return labels if isinstance(labels, dict) else {}

    def is_healthy(self) -> bool:
        """Tell whether the server answers."""
        return bool(self._client.check_health())

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close_connection()

    def _asked(self, question: Callable[[], object]) -> Mapping[str, Any]:
        shown = self.address.shown
        try:
            answer = question()
        except Timeout as error:
            raise EngineError(f"{_NAME}: no answer from {shown} within {self._client.timeout:g} seconds") from error
        except SSLError as error:
            raise EngineError(f"{_NAME}: no trust between the gate and {shown}: {_cause(error)}", _TRUST) from error
        except RequestException as error:
            if error.response is not None and not error.response.ok:
                raise _refused(shown, error.response) from error
            raise EngineError(f"{_NAME}: no usable answer from {shown}: {_cause(error)}") from error
        except (ValueError, OSError) as error:
            raise EngineError(f"{_NAME}: no usable answer from {shown}: {_cause(error)}") from error
        if not isinstance(answer, dict):
            raise EngineError(f"{_NAME}: the answer from {shown} is not an object")
        return answer


def _refused(shown: str, response: Response) -> EngineError:
    """Return what the server itself says about the failure."""
    try:
        body = json.loads(response.text)
    except ValueError:
        body = None
    said = []
    if isinstance(body, dict):
        errors = body.get("errors")
        entries = [body, *(errors if isinstance(errors, list) else [])]
        said = [str(entry["message"]) for entry in entries if isinstance(entry, dict) and entry.get("message")]
    told = f"{_NAME}: {shown} answered {response.status_code}: {'; '.join(said) or response.reason}"
    return EngineError(told[:1000], _HINTS.get(response.status_code, ""))


def _cause(error: BaseException) -> str:
    """Return the innermost reason, which is the one that helps."""
    while error.__context__ is not None and not isinstance(error, EngineError):
        error = error.__context__
    return (str(error) or type(error).__name__)[:300]

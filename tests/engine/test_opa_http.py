# SPDX-License-Identifier: Apache-2.0
"""A server that is named may be wrong, slow, foreign or hostile; none of that may look like a decision."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.engine import opa, opa_http
from aiact_gate.engine.select import TOKEN_VARIABLE, EngineChoice, select
from aiact_gate.errors import EngineError, UsageError
from aiact_gate.policy.files import PolicySet
from tests.engine.small import CLASSIFICATION, Load, policy_input

Answer = Callable[[BaseHTTPRequestHandler, bytes], None]


@contextmanager
def _server(answer: Answer) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            try:
                answer(self, body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def _holding(policies: PolicySet, decision: bytes = b"", then: Answer | None = None) -> Answer:
    """Return a server's behaviour: the right revision, and then a decision of our choice."""

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        if handler.path == "/v1/data/law/revision":
            _send(handler, json.dumps({"result": policies.revision}).encode())
        elif handler.path == "/v1/config":
            _send(handler, b'{"result": {"labels": {"version": "1.2.3"}}}')
        elif then is not None:
            then(handler, body)
        else:
            _send(handler, decision)

    return answer


def _decision(policies: PolicySet, **changed: object) -> dict[str, Any]:
    rule = {"applicable": "yes", "satisfied": True, "reasons": [], "elements": []}
    return {
        "revision": policies.revision,
        "classification": CLASSIFICATION,
        "rules": {"demo/simple": rule},
        "skipped": [],
        **changed,
    }


def _evaluate(policies: PolicySet, url: str, deadline: float = 5.0) -> list[Any]:
    with select(EngineChoice(url=url, timeout=deadline), policies) as engine:
        return list(engine.evaluate([policy_input()]))


def test_a_named_server_is_used_by_auto(policies: PolicySet) -> None:
    body = json.dumps({"result": _decision(policies)}).encode()
    with _server(_holding(policies, body)) as url, select(EngineChoice(url=url), policies) as engine:
        assert next(engine.evaluate([policy_input()]))["rules"]["demo/simple"]["satisfied"] is True
        assert (engine.name, engine.version) == ("opa", "1.2.3")


def test_a_real_server_with_our_bundle_is_accepted_and_another_refused(
    policies: PolicySet, loaded: Load, opa_path: Path
) -> None:
    with opa.start(policies, opa_path) as engine:
        url = f"http://127.0.0.1:{engine._stop.__self__.port}"
        assert len(_evaluate(policies, url)) == 1
        others = loaded({"lib/more.rego": "package aiact.lib.more\n"})
        with pytest.raises(EngineError, match=f"has the revision {policies.revision}") as caught:
            _evaluate(others, url)
    assert "aiact-gate bundle" in caught.value.hint


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"{}", "knows no decision of the gate"),
        (b'{"decision_id": "x", "warning": {}}', "knows no decision of the gate"),
        (b'{"result": {}}', "the decision has the keys none"),
        (b'{"result": null}', "the decision is not an object"),
        (b'{"result": []}', "the decision is not an object"),
        (b"[1]", "is not an object"),
        (b"", "no usable answer"),
        (b"<html><body>Sign in</body></html>", "no usable answer"),
        (b'{"result": {"revision"', "no usable answer"),
    ],
)
def test_what_is_no_decision_is_an_error(policies: PolicySet, body: bytes, said: str) -> None:
    with _server(_holding(policies, body)) as url, pytest.raises(EngineError, match=said):
        _evaluate(policies, url)


def test_a_server_that_swaps_its_policies_is_noticed(policies: PolicySet) -> None:
    body = json.dumps({"result": _decision(policies, revision="other")}).encode()
    with _server(_holding(policies, body)) as url, pytest.raises(EngineError, match="revision 'other'"):
        _evaluate(policies, url)


@pytest.mark.parametrize("body", [b"{}", b'{"result": 3}', b'{"result": "other"}'])
def test_a_server_without_our_policies_is_refused(policies: PolicySet, body: bytes) -> None:
    with _server(lambda handler, _body: _send(handler, body)) as url, pytest.raises(EngineError) as caught:
        _evaluate(policies, url)
    assert policies.revision in caught.value.message
    assert "aiact-gate bundle" in caught.value.hint


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(policies: PolicySet, status: int) -> None:
    reached = []

    def elsewhere(handler: BaseHTTPRequestHandler, _body: bytes) -> None:
        reached.append(handler.path)
        _send(handler, json.dumps({"result": _decision(policies)}).encode())

    with _server(elsewhere) as target:

        def redirect(handler: BaseHTTPRequestHandler, _body: bytes) -> None:
            _send(handler, b"", status, Location=f"{target}/v1/data/aiact/main/decision")

        with _server(_holding(policies, then=redirect)) as url, pytest.raises(EngineError, match="redirects"):
            _evaluate(policies, url)
    assert reached == []


def test_what_the_server_says_about_its_failure_is_told(policies: PolicySet) -> None:
    said = {"code": "internal_error", "message": "eval failed", "errors": [{"message": "divide by zero"}]}
    answer = _holding(policies, then=lambda handler, _body: _send(handler, json.dumps(said).encode(), 500))
    with _server(answer) as url, pytest.raises(EngineError, match="answered 500: eval failed; divide by zero"):
        _evaluate(policies, url)


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_a_failure_without_words_is_told_by_its_status(policies: PolicySet, status: int) -> None:
    answer = _holding(policies, then=lambda handler, _body: _send(handler, b"<html>", status))
    with _server(answer) as url, pytest.raises(EngineError, match=f"answered {status}"):
        _evaluate(policies, url)


def test_a_failure_is_not_asked_again(policies: PolicySet) -> None:
    asked = []

    def fail(handler: BaseHTTPRequestHandler, _body: bytes) -> None:
        asked.append(handler.path)
        _send(handler, b"", 502)

    with _server(_holding(policies, then=fail)) as url, pytest.raises(EngineError, match="answered 502"):
        _evaluate(policies, url)
    assert len(asked) == 1


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_trickling_server_meets_the_deadline(policies: PolicySet, part: str) -> None:
    def trickle(handler: BaseHTTPRequestHandler, _body: bytes) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        handler.wfile.write(b"X-Slow: " if part == "head" else b"Content-Length: 100000\r\n\r\n")
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    started = time.monotonic()
    with _server(_holding(policies, then=trickle)) as url, pytest.raises(EngineError, match="no answer within 1 sec"):
        _evaluate(policies, url, deadline=1)
    assert time.monotonic() - started < 4


def test_a_server_that_trickles_its_revision_meets_the_deadline(policies: PolicySet) -> None:
    def trickle(handler: BaseHTTPRequestHandler, _body: bytes) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    started = time.monotonic()
    with _server(trickle) as url, pytest.raises(EngineError, match="no answer within 1 seconds"):
        _evaluate(policies, url, deadline=1)
    assert time.monotonic() - started < 4


def test_a_silent_server_meets_the_deadline(policies: PolicySet) -> None:
    answer = _holding(policies, then=lambda *_: time.sleep(5))
    with _server(answer) as url, pytest.raises(EngineError, match="no answer"):
        _evaluate(policies, url, deadline=1)


def test_an_endless_body_is_cut(policies: PolicySet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opa_http, "MAX_BODY", 1 << 20)
    body = b'{"result": "' + b"x" * (2 << 20) + b'"}'
    with _server(_holding(policies, body)) as url, pytest.raises(EngineError, match="larger than 1 MiB"):
        _evaluate(policies, url)


def test_a_refused_port_is_told_at_once(policies: PolicySet) -> None:
    with _server(lambda *_: None) as url:
        pass
    started = time.monotonic()
    with pytest.raises(EngineError, match=f"no usable answer from {url}: .*[Rr]efused"):
        _evaluate(policies, url)
    assert time.monotonic() - started < 1


def test_no_proxy_is_used(policies: PolicySet, monkeypatch: pytest.MonkeyPatch) -> None:
    reached = []

    def proxy(handler: BaseHTTPRequestHandler, _body: bytes) -> None:
        reached.append(handler.path)
        _send(handler, b"{}")

    with _server(proxy) as address:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, address)
        body = json.dumps({"result": _decision(policies)}).encode()
        with _server(_holding(policies, body)) as url:
            assert len(_evaluate(policies, url)) == 1
    assert reached == []


def test_the_token_is_sent_and_never_shown(policies: PolicySet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, "sesame")
    tokens = []

    def answer(handler: BaseHTTPRequestHandler, _body: bytes) -> None:
        tokens.append(handler.headers["Authorization"])
        _send(handler, b"", 401)

    with _server(answer) as url, pytest.raises(EngineError, match="401") as caught:
        _evaluate(policies, url)
    assert set(tokens) == {"Bearer sesame"}
    assert "sesame" not in caught.value.message
    secret = tokens[0].partition(" ")[2]
    assert secret not in repr(EngineChoice(token=secret))
    assert secret not in repr(opa_http.parse(url, secret))


@pytest.mark.parametrize(
    "url",
    [
        "opa.example.org",
        "ftp://127.0.0.1",
        "http://",
        "https://opa.example.org/v1/data",
        "https://opa.example.org?x=1",
        "https://user:secret@opa.example.org",
        "https://opa.example.org:99999",
        "http://opa.example.org:8181",
        "http://10.0.0.1:8181",
        "http://[2001:db8::1]:8181",
        "http://localhost.example.org",
        "https://[::1",
    ],
)
def test_an_address_that_will_not_do_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="--opa-url"):
        opa_http.parse(url)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://opa.example.org", "https://opa.example.org:443"),
        ("http://127.0.0.1:8181/", "http://127.0.0.1:8181"),
        ("http://localhost:8181", "http://localhost:8181"),
        ("http://[::1]:8181", "http://[::1]:8181"),
    ],
)
def test_an_address_is_read(url: str, shown: str) -> None:
    assert opa_http.parse(url).shown == shown


def test_https_verifies_certificates() -> None:
    server = opa_http.Server(opa_http.parse("https://127.0.0.1:1"), 1.0)
    assert server._client._session.verify is True
    assert server._client.root_url == "https://127.0.0.1:1/v1"
    server.close()


@pytest.mark.parametrize(
    "choice",
    [
        EngineChoice(kind="embedded", url="http://127.0.0.1:1"),
        EngineChoice(url="http://127.0.0.1:1", path=opa_http.__file__),
        EngineChoice(kind="other"),
        EngineChoice(timeout=0),
        EngineChoice(path=opa_http.__file__),
    ],
)
def test_contradictions_are_refused(policies: PolicySet, choice: EngineChoice) -> None:
    with pytest.raises(UsageError):
        select(choice, policies)

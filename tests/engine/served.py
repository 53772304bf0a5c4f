# SPDX-License-Identifier: Apache-2.0
"""A host of bundles on loopback, and real OPA servers as a company runs them."""

import json
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiact_gate.engine import environment

_READY = 20.0


class Host:
    """Serves one file under /bundles/aiact-gate.tar.gz to whoever has the word; `asked` counts the downloads."""

    word = "of-the-host"

    def __init__(self, file: Path) -> None:
        self.file = file
        self.asked = 0
        self.url = ""


@contextmanager
def host(file: Path) -> Iterator[Host]:
    told = Host(file)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            allowed = self.headers["Authorization"] == f"Bearer {told.word}"
            body = told.file.read_bytes() if allowed and self.path == "/bundles/aiact-gate.tar.gz" else b""
            told.asked += bool(body)
            self.send_response(200 if body else 403)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        told.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield told
        server.shutdown()


def pulling(told: Host) -> dict[str, Any]:
    """Return the configuration of an OPA that pulls the bundle."""
    return {
        "services": {"company": {"url": told.url, "credentials": {"bearer": {"token": told.word}}}},
        "bundles": {
            "aiact-gate": {
                "service": "company",
                "resource": "bundles/aiact-gate.tar.gz",
                "polling": {"min_delay_seconds": 1, "max_delay_seconds": 1},
            }
        },
    }


@contextmanager
def opa_server(
    opa: Path, folder: Path, config: dict[str, Any], *options: object, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Start an OPA that has its bundle when it is ready, and yield its address."""
    (folder / "opa.json").write_text(json.dumps(config), encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [opa, "run", "--server", "--addr", f"127.0.0.1:{port}", "--config-file", folder / "opa.json"]
    command += ["--skip-version-check", "--log-level", "error", *options]
    with (folder / "opa.log").open("w+b") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment.clean(), stdin=subprocess.DEVNULL)
        try:
            limit = time.monotonic() + _READY
            while not _is_ready(port, tls):
                said = (folder / "opa.log").read_text()
                assert process.poll() is None, said
                assert time.monotonic() < limit, said
                time.sleep(0.05)
            yield f"{'https' if tls else 'http'}://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()


def _is_ready(port: int, tls: ssl.SSLContext | None) -> bool:
    """Ask for health with the bundles: 200 only once each is there."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as plain:
            channel = tls.wrap_socket(plain, server_hostname="127.0.0.1") if tls else plain
            channel.sendall(b"GET /health?bundles HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
            ready = channel.recv(64).startswith(b"HTTP/1.0 200")
            if tls:
                channel.close()
            return ready
    except OSError:
        return False

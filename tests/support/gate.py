"""A gate in front of a server: it can be closed, or answer in place of the server."""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx

Fault = Callable[[str], tuple[int, object]]
"""Returns the status and the JSON to answer with, for the body of a request."""


class Gate:
    """
    Attributes:
        asked: Every request, as method and path.
        is_open: Whether requests are answered.
    """

    def __init__(self, to: str, port: int, scheme: str) -> None:
        self._client = httpx.Client(base_url=to, timeout=60)
        self._faults: list[tuple[str, Fault]] = []
        self.url = f"{scheme}://127.0.0.1:{port}"
        self.port = port
        self.asked: list[str] = []
        self.is_open = True

    def fails(self, part: str, *faults: Fault | int) -> None:
        """Answer the next requests with *part* in their path with these *faults*, one after another."""
        for fault in faults:
            self._faults.append((part, _only(fault) if isinstance(fault, int) else fault))

    def answer(self, method: str, path: str, body: str, type_: str) -> tuple[int, bytes] | None:
        self.asked.append(f"{method} {path}")
        if not self.is_open:
            return None
        for number, (part, fault) in enumerate(self._faults):
            if part in path:
                del self._faults[number]
                status, content = fault(body)
                return status, json.dumps(content).encode()
        headers = {"Content-Type": type_}
        response = self._client.request(method, path, content=body.encode(), headers=headers)
        return response.status_code, response.content


def _only(status: int) -> Fault:
    return lambda _: (status, {})


@contextmanager
def gate(to: str, certificate: Path | None = None) -> Iterator[Gate]:
    """Open a gate on loopback to the server at *to*; with a *certificate* it uses TLS."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # an answer in one piece: of two, the second waits for the first

        def _handle(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            type_ = self.headers.get("Content-Type") or "application/json"
            answer = way.answer(self.command, self.path, body, type_)
            if answer is None:
                self.close_connection = True
                return
            status, content = answer
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _handle  # noqa: N815

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    way = Gate(to, server.server_port, "https" if certificate else "http")
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield way
    finally:
        server.shutdown()
        server.server_close()

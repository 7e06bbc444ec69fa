"""A web server on the loopback interface that stands for the public web."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, ip_address
from threading import Thread
from typing import Any

from retrieval.maintenance.fetching import FetchLimits, Reach

Answer = Callable[[BaseHTTPRequestHandler], object]
MEGABYTE = 1 << 20
LIMITS = FetchLimits(seconds=20, size=MEGABYTE)
HERE = IPv4Address("127.0.0.1")


def answer(
    body: bytes, type_: str | None = "text/html", status: int = 200, **headers: str
) -> Answer:
    def send(to: BaseHTTPRequestHandler) -> None:
        to.send_response(status)
        if type_ is not None:
            to.send_header("Content-Type", type_)
        for name, value in headers.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(body)

    return send


def redirect(to: str, status: int = 302) -> Answer:
    return answer(b"", status=status, Location=to)


class Server(ThreadingHTTPServer):
    """Answers by path, and keeps the requests."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def url(self, path: str, host: str = "bugle.example") -> str:
        return f"http://{host}:{self.server_port}{path}"

    def handle_error(self, *_: Any) -> None:
        """Ignore it: clients hang up, as is expected here."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers))
        self.server.answers[self.path](self)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[Server]:
    """Run the server as long as the block lasts."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield server
        server.shutdown()
        thread.join()


NAMES = {"bugle.example": ["127.0.0.1"], "inner.example": ["10.0.0.1"], "both.example": ["127.0.0.1", "10.0.0.1"], "down.example": ["127.0.0.9", "127.0.0.1"], "none.example": []}  # fmt: skip


def look_up(host: str) -> list[str]:
    if host in NAMES:
        return NAMES[host]
    assert ip_address(host)
    return [host]


def reach(server: Server) -> Reach:
    """Return a reach in which this server is the public web."""
    return Reach(
        lambda address: address in (HERE, IPv4Address("127.0.0.9")), {server.server_port}, look_up
    )

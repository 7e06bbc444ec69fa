"""An HTTP server in the bot's own event loop, for webhooks, metrics and health checks."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from bot.settings import UnusableError

log = logging.getLogger(__name__)

_IDLE = 300.0
"""Seconds for which a connection may be idle."""

_SLOW = 10.0
"""Seconds within which the body of a request must arrive."""


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int


class ListeningError(UnusableError):
    """An address cannot be listened on; `str()` is a sentence that says why."""


class Server:
    """A server that listens from the start."""

    def __init__(self, routes: list[Route], at: Address, largest: int) -> None:
        """
        Args:
            at: Where to listen; for port 0 the system chooses one.
            largest: The most bytes of the body of a request.

        Raises:
            ListeningError: The address is taken, or does not belong to this machine.
        """
        try:
            sockets = bind_sockets(at.port, at.host)
        except OSError as error:
            cause = error.strerror or error
            raise ListeningError(f"Cannot listen on {at.host} port {at.port}: {cause}.") from None
        self.port: int = sockets[0].getsockname()[1]
        self._server = HTTPServer(
            Application(routes, default_handler_class=_Nothing, log_function=_log_refusal),
            idle_connection_timeout=_IDLE,
            body_timeout=_SLOW,
            max_body_size=largest,
        )
        self._server.add_sockets(sockets)

    def stop(self) -> None:
        """Accept no more connections."""
        self._server.stop()

    async def close(self) -> None:
        await self._server.close_all_connections()


class Handler(RequestHandler):
    """A handler whose refusals are a status alone, and that logs nothing of a request."""

    def write_error(self, status_code: int, **_: object) -> None:  # noqa: ARG002 - tornado gives it
        self.finish()

    def log_exception(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind and value and not isinstance(value, HTTPError):
            log.error("A request failed", exc_info=(kind, value, traceback))


class _Nothing(Handler):
    def prepare(self) -> None:
        raise HTTPError(404)


def _log_refusal(handler: RequestHandler) -> None:
    # The path may be secret.
    if handler.get_status() >= 400:
        log.info("A request was refused with %d", handler.get_status())


Route = tuple[str, type[Handler], dict[str, Any]]
"""A pattern of the path, its handler, and the arguments of the handler."""

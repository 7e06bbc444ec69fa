"""An HTTP server in the bot's own loop, for the few things that are asked of the bot itself."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

log = logging.getLogger(__name__)

_IDLE = 300.0
"""Seconds for which a connection may wait for its next request."""

_SLOW = 10.0
"""Seconds within which a request has to be told."""


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int


class ListeningError(ValueError):
    """Nothing can listen there; `str()` is the sentence that says why."""


class Server:
    """Listens from the start."""

    def __init__(self, routes: list[Route], at: Address, largest: int) -> None:
        """
        Args:
            routes: What there is.
            at: What to listen on; the system chooses the port 0.
            largest: Bytes of a request's body, at most.

        Raises:
            ListeningError: That is taken, or not this machine's.
        """
        try:
            sockets = bind_sockets(at.port, at.host)
        except OSError as error:
            cause = error.strerror or error
            raise ListeningError(
                f"{at.host} port {at.port} cannot be listened on: {cause}."
            ) from None
        self.port: int = sockets[0].getsockname()[1]
        self._server = HTTPServer(
            Application(routes, default_handler_class=_Nothing, log_function=_log_refusal),
            idle_connection_timeout=_IDLE,
            body_timeout=_SLOW,
            max_body_size=largest,
        )
        self._server.add_sockets(sockets)

    def stop(self) -> None:
        """Take no new connections."""
        self._server.stop()

    async def close(self) -> None:
        await self._server.close_all_connections()


class Handler(RequestHandler):
    """Answers with a status and no more where it refuses, and logs no word of a request."""

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
    # The path may be one that nobody should know.
    if handler.get_status() >= 400:
        log.info("A request was refused with %d", handler.get_status())


Route = tuple[str, type[Handler], dict[str, Any]]
"""A pattern of the path, what handles it, and what that is given."""

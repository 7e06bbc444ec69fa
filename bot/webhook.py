"""Updates that Telegram sends, in place of those that the bot asks for."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import re
import secrets

from telegram import Bot, Update
from tornado.web import HTTPError

from bot.app import UPDATES, App
from bot.listening import Address, Handler, Server
from bot.reception import Reception

log = logging.getLogger(__name__)

_HEADER = "X-Telegram-Bot-Api-Secret-Token"

_LARGEST = 1_000_000
"""Bytes of an update, by far: a text has 4,096 characters, and what it replies to stands in it once."""

_AT_ONCE = 100
"""Updates that Telegram may be waiting for; it takes no larger number."""

_FLUSHED = 2.0
"""Seconds for the last answers to Telegram to leave."""


class Webhook:
    """
    Answers Telegram once an update is handled, so that what a killed process had in hand is sent again.

    PTB's own is not used: it answers before, and its log may hold a message that it cannot read.
    """

    def __init__(self, url: str, secret: str, address: Address) -> None:
        """
        Args:
            url: Where Telegram reaches *address*, over https; a path that nobody can guess goes behind.
            secret: What Telegram says with each update; made up if it is empty.
            address: What to listen on.
        """
        path = secrets.token_urlsafe(24)
        self._url = f"{url.rstrip('/')}/{path}"
        self._path = path
        self.secret = secret or secrets.token_urlsafe(32)
        self._address = address
        self._server: Server | None = None
        self._at_work: set[asyncio.Task[None]] = set()

    async def start(self, app: App) -> None:
        """
        Raises:
            ListeningError: It cannot listen there.
            TelegramError: Telegram cannot be reached, or refuses the URL.
        """
        if self._server is None:
            told = {"app": app, "secret": self.secret, "at_work": self._at_work}
            # A proxy may pass the path on whole, or leave out what was sent to it.
            route = (rf"(?:/.*)?/{re.escape(self._path)}", _Post, told)
            self._server = Server([route], self._address, _LARGEST)
            log.info("Listening on %s port %d", self._address.host, self._server.port)
        await app.bot.set_webhook(
            self._url,
            allowed_updates=UPDATES,
            max_connections=_AT_ONCE,
            secret_token=self.secret,
        )

    @property
    def port(self) -> int | None:
        """Where it listens, once it does."""
        return self._server.port if self._server else None

    async def stop(self) -> None:
        """Listen no more. The webhook stays: Telegram keeps what comes until somebody listens again."""
        if self._server:
            self._server.stop()

    async def close(self) -> None:
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=_FLUSHED)
        if self._server:
            await self._server.close()


class _Post(Handler):
    SUPPORTED_METHODS = ("POST",)

    def initialize(self, app: App, secret: str, at_work: set[asyncio.Task[None]]) -> None:
        self._app = app
        self._secret = secret
        self._at_work = at_work

    def prepare(self) -> None:
        said = self.request.headers.get(_HEADER, "")
        if not hmac.compare_digest(said.encode(), self._secret.encode()):
            raise HTTPError(403)

    async def post(self) -> None:
        task = asyncio.current_task()
        assert task
        self._at_work.add(task)
        task.add_done_callback(self._at_work.discard)
        update = _read(self.request.body, self._app.bot)
        if update is None:
            raise HTTPError(400)
        if not self._app.running:
            raise HTTPError(503)
        assert isinstance(self._app.update_processor, Reception)
        try:
            await self._app.update_processor.receive(update)
        except asyncio.CancelledError:
            raise HTTPError(503) from None  # cut off


def _read(body: bytes, bot: Bot) -> Update | None:
    """The update that *body* is, if it is one."""
    try:
        read = json.loads(body)
        return Update.de_json(read, bot) if isinstance(read, dict) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None

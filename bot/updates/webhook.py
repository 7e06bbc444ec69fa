"""Updates that Telegram sends, in place of those that the bot asks for."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import re
import secrets
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError
from tornado.web import HTTPError

from bot.updates.confirmation import ConfirmingBot
from bot.updates.http_server import Address, Handler, Server
from bot.updates.polling import UPDATES, App
from bot.updates.reception import Reception

log = logging.getLogger(__name__)

_HEADER = "X-Telegram-Bot-Api-Secret-Token"

_LARGEST = 1_000_000
"""Bytes of an update, by far: a text has 4,096 characters, and what it replies to stands in it once."""

_AT_ONCE = 100
"""Updates that Telegram may be waiting for; it takes no larger number."""

_LOOK = 60.0
"""Seconds between looks at where Telegram sends updates."""

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
        self._taken = time.time()
        self._looking: asyncio.Task[None] | None = None
        self.fault = ""

    async def start(self, app: App) -> None:
        """
        Raises:
            ListeningError: It cannot listen there.
            TelegramError: Telegram cannot be reached, or refuses the URL.
        """
        if self._server is None:
            told = {"app": app, "secret": self.secret, "at_work": self._at_work, "took": self._took}
            # A proxy may pass the path on whole, or leave out what was sent to it.
            route = (rf"(?:/.*)?/{re.escape(self._path)}", _Post, told)
            self._server = Server([route], self._address, _LARGEST)
            log.info("Listening on %s port %d", self._address.host, self._server.port)
        await self._set(app.bot)
        self._looking = asyncio.create_task(self._keep_looking(app.bot))

    async def _set(self, bot: Bot) -> None:
        await bot.set_webhook(
            self._url,
            allowed_updates=UPDATES,
            max_connections=_AT_ONCE,
            secret_token=self.secret,
        )

    async def _keep_looking(self, bot: ConfirmingBot) -> None:
        while not bot.ended.done():
            await asyncio.sleep(_LOOK)
            try:
                await self.look(bot)
            except InvalidToken as error:
                bot.ended.set_result(error)
            except TelegramError as error:
                log.warning("Telegram does not say where it sends updates: %s", error)

    async def look(self, bot: Bot) -> None:
        """
        See whether updates come here, and set the webhook again if somebody set another.

        Raises:
            TelegramError: Telegram cannot be reached.
        """
        told = await bot.get_webhook_info()
        # It goes on naming its last error; what came since shows that it was mended.
        error = told.pending_update_count and told.last_error_date
        if not told.url.endswith(self._path):  # Telegram may write the rest in its own way
            self.fault = "webhook"
            there = urlsplit(told.url).hostname or "nobody"
            log.warning("Telegram sent updates to %s: the webhook is set again.", there)
            await self._set(bot)
        elif error and error.timestamp() > self._taken:
            self.fault = "webhook"
            why = (told.last_error_message or "").replace(self._path, "…")
            log.warning("Telegram cannot deliver updates: %s", why)
        else:
            self.fault = ""

    def _took(self) -> None:
        self._taken = time.time()

    @property
    def port(self) -> int | None:
        """Where it listens, once it does."""
        return self._server.port if self._server else None

    async def stop(self) -> None:
        """Listen no more. The webhook stays: Telegram keeps what comes until somebody listens again."""
        if self._looking:
            self._looking.cancel()
        if self._server:
            self._server.stop()

    async def close(self) -> None:
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=_FLUSHED)
        if self._server:
            await self._server.close()


class _Post(Handler):
    SUPPORTED_METHODS = ("POST",)

    def initialize(
        self,
        app: App,
        secret: str,
        at_work: set[asyncio.Task[None]],
        took: Callable[[], None],
    ) -> None:
        self._app = app
        self._secret = secret
        self._at_work = at_work
        self._took = took

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
        self._took()


def _read(body: bytes, bot: Bot) -> Update | None:
    """The update that *body* is, if it is one."""
    try:
        read = json.loads(body)
        return Update.de_json(read, bot) if isinstance(read, dict) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None

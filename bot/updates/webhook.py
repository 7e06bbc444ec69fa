"""Receives updates that Telegram sends to a webhook."""

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
"""Bytes; no update is nearly as large: a text has 4,096 characters, and contains the replied message once."""

_AT_ONCE = 100
"""Updates that Telegram may send at the same time; it accepts no larger number."""

_FLUSHED = 2.0
"""Seconds in which the last answers to Telegram can be sent."""


class Webhook:
    """
    Answers Telegram once an update is handled, so that Telegram repeats what a killed process had in hand.

    PTB's own webhook answers earlier, and may log a message that it cannot parse.
    """

    def __init__(self, url: str, secret: str, address: Address, check_every: float = 60.0) -> None:
        """
        Args:
            url: The https URL at which Telegram reaches *address*; a random path is appended.
            secret: Sent by Telegram with each update; "" for a random one.
            address: Where to listen.
            check_every: Seconds between checks of where Telegram sends updates.
        """
        path = secrets.token_urlsafe(24)
        self._url = f"{url.rstrip('/')}/{path}"
        self._path = path
        self.secret = secret or secrets.token_urlsafe(32)
        self._address = address
        self._check_every = check_every
        self._server: Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._last_handled = time.time()
        self._checking: asyncio.Task[None] | None = None
        self.fault = ""

    async def start(self, app: App) -> None:
        """
        Listen for updates, and set the webhook.

        Raises:
            ListeningError: The address cannot be listened on.
            TelegramError: Telegram cannot be reached, or refuses the URL.
        """
        if self._server is None:
            options = {
                "app": app,
                "secret": self.secret,
                "tasks": self._tasks,
                "on_handled": self._note_handled,
            }
            # A proxy may forward the whole path, or only the part after its own.
            route = (rf"(?:/.*)?/{re.escape(self._path)}", _Post, options)
            self._server = Server([route], self._address, _LARGEST)
            log.info("Listening on %s port %d", self._address.host, self._server.port)
        await self._set(app.bot)
        self._checking = asyncio.create_task(self._keep_checking(app.bot))

    async def _set(self, bot: Bot) -> None:
        await bot.set_webhook(
            self._url,
            allowed_updates=UPDATES,
            max_connections=_AT_ONCE,
            secret_token=self.secret,
        )

    async def _keep_checking(self, bot: ConfirmingBot) -> None:
        while not bot.ended.done():
            await asyncio.sleep(self._check_every)
            try:
                await self.check(bot)
            except InvalidToken as error:
                bot.ended.set_result(error)
            except TelegramError as error:
                log.warning("Telegram does not say where it sends updates: %s", error)

    async def check(self, bot: Bot) -> None:
        """
        Check whether updates are sent here, and set the webhook again if somebody has set another.

        Raises:
            TelegramError: Telegram cannot be reached.
        """
        info = await bot.get_webhook_info()
        # Telegram keeps reporting its last error; updates that arrived since show that it is over.
        error = info.pending_update_count and info.last_error_date
        if not info.url.endswith(self._path):  # Telegram may normalize the rest
            self.fault = "webhook"
            there = urlsplit(info.url).hostname or "nobody"
            log.warning("Telegram sent updates to %s: the webhook is set again.", there)
            await self._set(bot)
        elif error and error.timestamp() > self._last_handled:
            self.fault = "webhook"
            why = (info.last_error_message or "").replace(self._path, "…")
            log.warning("Telegram cannot deliver updates: %s", why)
        else:
            self.fault = ""

    def _note_handled(self) -> None:
        self._last_handled = time.time()

    @property
    def port(self) -> int | None:
        """Return the port that it listens on, once it does."""
        return self._server.port if self._server else None

    async def stop(self) -> None:
        """Stop listening. The webhook stays: Telegram keeps updates until somebody listens again."""
        if self._checking:
            self._checking.cancel()
        if self._server:
            self._server.stop()

    async def close(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_FLUSHED)
        if self._server:
            await self._server.close()


class _Post(Handler):
    SUPPORTED_METHODS = ("POST",)

    def initialize(
        self,
        app: App,
        secret: str,
        tasks: set[asyncio.Task[None]],
        on_handled: Callable[[], None],
    ) -> None:
        self._app = app
        self._secret = secret
        self._tasks = tasks
        self._on_handled = on_handled

    def prepare(self) -> None:
        secret = self.request.headers.get(_HEADER, "")
        if not hmac.compare_digest(secret.encode(), self._secret.encode()):
            raise HTTPError(403)

    async def post(self) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
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
        self._on_handled()


def _read(body: bytes, bot: Bot) -> Update | None:
    """Return the update in *body*, or None if it has none."""
    try:
        content = json.loads(body)
        return Update.de_json(content, bot) if isinstance(content, dict) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None

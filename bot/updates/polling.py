"""Runs the bot until the process is told to stop, and polls Telegram for updates."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import Application

from bot.updates.reception import Reception

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

UPDATES = ["message", "edited_message", "callback_query", "inline_query", "guest_message"]
"""The kinds of update to ask Telegram for: not those of channels and business chats."""

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
"""Seconds between attempts to reach Telegram; each pause is twice the one before."""


_PATIENCE = 20.0
"""Seconds in which answers in hand can finish once the process is told to stop."""


class Source(Protocol):
    """
    Where updates come from.

    Attributes:
        fault: A word if no updates arrive at the moment, although Telegram can be reached; else "".
    """

    @property
    def fault(self) -> str: ...

    async def start(self, app: App) -> None: ...

    async def stop(self) -> None:
        """Receive no more updates."""
        ...

    async def close(self) -> None:
        """Tell Telegram which updates were handled in the meantime."""
        ...


class Polling:
    """Polls Telegram for updates; deletes a webhook that was set before, but keeps waiting updates."""

    fault = ""  # a fault of polling ends the bot

    async def start(self, app: App) -> None:
        assert app.updater
        self._bot, self._updater = app.bot, app.updater
        await self._updater.start_polling(allowed_updates=UPDATES, error_callback=_log_poll)

    async def stop(self) -> None:
        if self._updater.running:
            await self._updater.stop()

    async def close(self) -> None:
        with suppress(TelegramError):  # the next run gets them again, and recognizes them
            await self._bot.confirm()


async def run(app: App, source: Source, publish: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """
    Answer updates until SIGTERM or Ctrl-C, and wait while the network is down.

    Args:
        publish: Sets the menus and descriptions in Telegram in the background, once it can be reached.

    Raises:
        InvalidToken: Telegram does not know the token, or not any more.
        Conflict: Another program polls for the updates of this bot.
    """
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # On Windows the event loop has no signal handlers, and Ctrl-C ends asyncio.run itself.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    publishing = None
    try:
        if not await _reached(app.initialize, stopped):
            return
        await app.start()
        try:
            if await _reached(partial(source.start, app), stopped):
                publishing = asyncio.create_task(publish())
                log.info("Answering as @%s. Ctrl-C stops me.", app.bot.username)
                await _until_over(app, stopped)
        finally:
            if publishing:
                publishing.cancel()
            await source.stop()
            await _finish(app)
            await source.close()
    finally:
        await app.shutdown()


async def _finish(app: App) -> None:
    """Finish updates in hand; Telegram gives those that take too long to the next run."""
    try:
        async with asyncio.timeout(_PATIENCE):
            await app.stop()
    except TimeoutError:
        assert isinstance(app.update_processor, Reception)
        count = await app.update_processor.cut_off()
        log.warning("%d updates could not be finished in %.0f s.", count, _PATIENCE)


async def _reached(action: Callable[[], Awaitable[None]], stopped: asyncio.Event) -> bool:
    """Try *action* until it reaches Telegram; return False if the process is told to stop first."""
    pause = _FIRST_PAUSE
    while not stopped.is_set():
        try:
            await action()
        except BadRequest:
            raise
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s). Next try in %.0f s.", error, pause)
        else:
            return True
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await stopped.wait()
        pause = min(2 * pause, _LONGEST_PAUSE)
    return False


async def _until_over(app: App, stopped: asyncio.Event) -> None:
    """Wait until the process is told to stop, or raise the error that ends the updates."""
    stop = asyncio.create_task(stopped.wait())
    await asyncio.wait([stop, app.bot.ended], return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if app.bot.ended.done():
        raise app.bot.ended.result()


def _log_poll(error: TelegramError) -> None:
    log.warning("Telegram gave no updates: %s", error)

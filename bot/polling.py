"""Keep the bot running: ask Telegram for updates until the process is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress

from telegram.error import BadRequest, NetworkError, TelegramError

from bot.app import UPDATES, App
from bot.handlers.admins import Admins
from bot.menu import publish

log = logging.getLogger(__name__)

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
"""Seconds between attempts to reach Telegram; each pause is twice the one before."""


async def poll(app: App, admins: Admins | None = None) -> None:
    """
    Answer updates until SIGTERM or Ctrl-C, waiting for the network where it is away.

    Args:
        admins: Who get a menu with more commands.

    Raises:
        InvalidToken: Telegram does not know the token, or no longer.
        Conflict: Another program asks for the updates of this bot.
    """
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no signal handlers in its loop; there Ctrl-C ends asyncio.run itself.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    assert app.updater
    publishing = None
    try:
        if not await _connect(app, stopped):
            return
        await app.updater.start_polling(
            allowed_updates=UPDATES, bootstrap_retries=3, error_callback=_log_poll
        )
        await app.start()
        publishing = asyncio.create_task(publish(app, admins))  # nobody waits for a menu
        log.info("Answering as @%s. Ctrl-C stops me.", app.bot.username)
        await _until_over(app, stopped)
    finally:
        if publishing:
            publishing.cancel()
        if app.updater.running:
            await app.updater.stop()
        if app.running:
            await app.stop()
        await app.shutdown()


async def _connect(app: App, stopped: asyncio.Event) -> bool:
    """Whether Telegram was reached before the process was told to stop."""
    pause = _FIRST_PAUSE
    while not stopped.is_set():
        try:
            await app.initialize()
        except BadRequest:
            raise
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s). Next try in %.0f s.", error, pause)
        else:
            return True
        with suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), pause)
        pause = min(2 * pause, _LONGEST_PAUSE)
    return False


async def _until_over(app: App, stopped: asyncio.Event) -> None:
    """Wait until the process is told to stop, or raise why there will be no more updates."""
    stop = asyncio.create_task(stopped.wait())
    await asyncio.wait([stop, app.bot.ended], return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if app.bot.ended.done():
        raise app.bot.ended.result()


def _log_poll(error: TelegramError) -> None:
    log.warning("Telegram gave no updates: %s", error)

"""Messages to the admins about faults."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection

from telegram import Bot
from telegram.error import TelegramError

from bot.i18n.languages import language
from bot.messages import admin

log = logging.getLogger(__name__)

_PAUSE = 600.0
"""Seconds in which the same fault is reported only once."""

_MOST = 6
"""Different faults that are reported within `_PAUSE`; the log has the others too."""


class Restraint:
    """Limits reports, so that a fault that repeats, or many at once, do not flood the admins."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._reported: dict[str, float] = {}

    def allows(self, fault: str) -> bool:
        """Return whether to report *fault* now; if so, it counts as reported."""
        now = self._clock()
        self._reported = {key: at for key, at in self._reported.items() if now - at < _PAUSE}
        if fault in self._reported or len(self._reported) >= _MOST:
            return False
        self._reported[fault] = now
        return True


class Alerts:
    """Sends the admins a message about a fault."""

    def __init__(self, bot: Bot, ids: Collection[int]) -> None:
        self._bot = bot
        self._ids = ids
        self._restraint = Restraint()

    async def send(self, id_: str, error: Exception) -> None:
        """Report *error*, which the log has under *id_*, unless that was done lately. Never raises."""
        if not self._restraint.allows(_place_of(error)):
            return
        page = admin.fault(language("en"), id_, error)
        for admin_id in self._ids:
            try:
                await self._bot.send_message(admin_id, page.text)
            except TelegramError as refusal:
                log.info("A fault could not be reported to an admin: %s", refusal)


def _place_of(error: Exception) -> str:
    """Return the type of *error* and where it was raised, which tell different faults apart."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else ""
    return f"{type(error).__name__} {where}"

"""Asks Telegram for updates, and confirms them once they are handled."""

from __future__ import annotations

import asyncio
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken
from telegram.ext import ExtBot

from bot.updates.reception import Reception
from bot.updates.retries import Retrying

_RIVALS = 3
"""Conflicts in a row that mean another program is running, and not that an earlier run is ending."""

_SHORTEST, _LONGEST = 0.05, 0.5
"""Seconds to wait for updates in hand before asking for more; each wait is twice the one before."""

_BATCH = 100
"""The most updates that Telegram gives at once."""


class ConfirmingBot(ExtBot[Retrying]):
    """
    A bot that confirms an update once it is handled, while PTB confirms it when it is received; and that
    reports when it can get no more updates, while PTB would stay up and idle.
    """

    def __init__(self, reception: Reception, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ended: asyncio.Future[InvalidToken | Conflict] | None = None
        self._rivals = 0
        self._reception = reception
        self._next = 0
        self._wait = _SHORTEST

    @property
    def ended(self) -> asyncio.Future[InvalidToken | Conflict]:
        """Return the future of the error that ends the bot: a revoked token, or a conflict that stays."""
        if self._ended is None:
            self._ended = asyncio.get_running_loop().create_future()
        return self._ended

    async def get_updates(self, *args: Any, **kwargs: Any) -> tuple[Update, ...]:
        """Return new updates. PTB's offset is ignored, as it would confirm updates that are in hand."""
        if self.ended.done():
            return ()
        first = await self._first_unconfirmed()
        kwargs["offset"] = self._next if first is None else first
        try:
            received = await super().get_updates(*args, **kwargs)
        except InvalidToken as error:
            self.ended.set_result(error)
            return ()
        except Conflict as error:
            self._rivals += 1
            if self._rivals < _RIVALS:
                raise  # PTB waits and asks again
            self.ended.set_result(error)
            return ()
        self._rivals = 0
        known = 0 if first is None else self._next
        new = [update for update in received if update.update_id >= known]
        if new:
            self._next = new[-1].update_id + 1
        elif first is not None and len(received) == _BATCH:
            self._reception.let_go(first)  # others wait behind it, and would wait for ever
        return tuple(update for update in new if self._reception.expect(update.update_id))

    async def _first_unconfirmed(self) -> int | None:
        """Return the first update in hand. Until it is confirmed, Telegram gives it again, and at once."""
        if self._reception.first_in_hand is not None:
            moved = await self._reception.moved(self._wait)
            self._wait = _SHORTEST if moved else min(2 * self._wait, _LONGEST)
        return self._reception.first_in_hand

    async def confirm(self) -> None:
        """Tell Telegram which updates were handled, so that it does not give them to the next run."""
        if self._next:
            offset = self._reception.first_in_hand or self._next
            await super().get_updates(offset=offset, limit=1, timeout=0)

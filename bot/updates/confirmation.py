"""How the bot asks Telegram for updates, and when it says that it has them."""

from __future__ import annotations

import asyncio
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken
from telegram.ext import ExtBot

from bot.updates.reception import Reception
from bot.updates.retries import Retrying

_RIVALS = 3
"""Times in a row that another is found to ask for updates, before that is no end of an earlier run."""

_SHORTEST, _LONGEST = 0.05, 0.5
"""Seconds to wait for what is in hand before Telegram is asked for more; each wait is twice the last."""

_BATCH = 100
"""Updates that Telegram gives at once, at most."""


class ConfirmingBot(ExtBot[Retrying]):
    """
    A bot that says when it can get no updates any more, where PTB would stay up and idle; and that
    confirms an update once it is handled, where PTB would when it is received.
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
        """Why, once its token is refused or another program keeps asking in its name."""
        if self._ended is None:
            self._ended = asyncio.get_running_loop().create_future()
        return self._ended

    async def get_updates(self, *args: Any, **kwargs: Any) -> tuple[Update, ...]:
        """Those that are new. PTB's offset is not heeded: it confirms what is in hand still."""
        if self.ended.done():
            return ()
        first = await self._first_unconfirmed()
        kwargs["offset"] = self._next if first is None else first
        try:
            found = await super().get_updates(*args, **kwargs)
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
        new = [update for update in found if update.update_id >= known]
        if new:
            self._next = new[-1].update_id + 1
        elif first is not None and len(found) == _BATCH:
            self._reception.let_go(first)  # others wait behind it, and would for ever
        return tuple(update for update in new if self._reception.expect(update.update_id))

    async def _first_unconfirmed(self) -> int | None:
        """The update in hand that came first. Until it is confirmed it is given again, and at once."""
        if self._reception.first_in_hand is not None:
            moved = await self._reception.moved(self._wait)
            self._wait = _SHORTEST if moved else min(2 * self._wait, _LONGEST)
        return self._reception.first_in_hand

    async def confirm(self) -> None:
        """Tell Telegram what was handled, which it would give to the next run otherwise."""
        if self._next:
            offset = self._reception.first_in_hand or self._next
            await super().get_updates(offset=offset, limit=1, timeout=0)

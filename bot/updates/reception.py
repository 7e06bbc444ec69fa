"""Receives every update, from polling or a webhook: once, in order, within limits, and counted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Coroutine, Sequence
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot.storage.recipients import recipient_of
from bot.storage.state import State
from bot.updates.limits import Decision, RateLimits
from bot.updates.order import ChatOrder
from bot.updates.outcomes import HandledUpdate, Progress, Watcher, kind_of, tracking
from bot.updates.refusals import refuse

App = Application[Any, Any, Any, Any, Any, Any]


class Reception(ChatOrder):
    """
    Answers each question at least once, and hardly ever twice. Telegram sends an update until it is
    confirmed, which happens once it was handled: a process that is killed before loses no question.
    Handled updates are remembered on disk, and ignored when they come again. Only a kill between the
    answer and that record, which follows at once, leads to a second answer.
    """

    def __init__(
        self, state: State, limits: RateLimits | None = None, watchers: Sequence[Watcher] = ()
    ) -> None:
        """
        Args:
            state: Remembers which updates were handled.
            limits: Of each person; None for no limits.
            watchers: Called with each update that was handled.
        """
        super().__init__()
        self._state = state
        self._limits = limits or RateLimits(0)
        self._watchers = watchers
        self._app: App | None = None
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        self._moved = asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()

    def attend(self, app: App) -> None:
        """Receive the updates of *app*, whose handlers tell which are for the bot."""
        self._app = app

    # Updates in hand: received, and not handled yet.

    def expect(self, number: int) -> bool:
        """Note that the update with that *number* is in hand; return False if it already was."""
        if number in self._in_hand:
            return False
        self._in_hand[number] = asyncio.get_running_loop().create_future()
        return True

    async def receive(self, update: Update) -> None:
        """
        Return once *update* was handled, which another call may wait for, too.

        Raises:
            CancelledError: The update was cut off.
        """
        assert self._app
        if self.expect(update.update_id):
            await self._app.update_queue.put(update)
        await asyncio.shield(self._in_hand[update.update_id])

    @property
    def first_in_hand(self) -> int | None:
        return min(self._in_hand, default=None)

    def let_go(self, number: int) -> None:
        """Stop waiting for the update with that *number*."""
        self._in_hand.pop(number, None)

    async def moved(self, seconds: float) -> bool:
        """Wait until an update was handled; return False if none was for that many *seconds*."""
        self._moved.clear()
        try:
            async with asyncio.timeout(seconds):  # wait_for of Python 3.11 may miss a cancellation
                await self._moved.wait()
        except TimeoutError:
            return False
        return True

    async def cut_off(self) -> int:
        """Cancel all updates that are being handled, and return how many there were."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return len(tasks)

    # Called by PTB for each update.

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        assert isinstance(update, Update)
        assert isinstance(coroutine, Coroutine)
        began = time.perf_counter()
        waiting = self._in_hand.get(update.update_id)
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        try:
            with tracking() as progress:
                await super().do_process_update(update, self._handle(update, coroutine, progress))
        except BaseException:
            if waiting:
                waiting.cancel()
            raise
        finally:
            coroutine.close()
            self._tasks.discard(task)
            self.let_go(update.update_id)
            self._moved.set()
        if waiting and not waiting.done():
            waiting.set_result(None)
        seconds = time.perf_counter() - began
        handled = HandledUpdate(
            kind_of(update), progress.outcome, progress.reason, progress.error, seconds, update
        )
        for watch in self._watchers:
            watch(handled)

    async def _handle(
        self, update: Update, coroutine: Coroutine[Any, Any, Any], progress: Progress
    ) -> None:
        if not self._is_for_bot(update):
            progress.outcome = "ignored"
        elif not self._state.begin_update(update.update_id):
            progress.outcome = "duplicate"
        else:
            decision = self._decide(update)
            if decision is Decision.ALLOW:
                await coroutine
            else:
                progress.outcome = "limited"
                language = recipient_of(update, self._state).language
                tell = decision is Decision.REFUSE
                await refuse(update, language, self._limits.per_minute, tell=tell)
            self._state.end_update(update.update_id)

    def _is_for_bot(self, update: Update) -> bool:
        assert self._app
        # Handlers of other groups only watch.
        handlers = self._app.handlers.get(0, ())
        return any(handler.check_update(update) not in (None, False) for handler in handlers)

    def _decide(self, update: Update) -> Decision:
        edited = update.edited_message
        if edited and self._state.answer_to(edited.chat_id, edited.message_id) is None:
            return Decision.ALLOW  # there is no answer to update
        # Posts for a channel or a group have a bot as their sender, which they all share.
        sender = update.effective_sender
        return self._limits.ask(sender.id) if sender else Decision.ALLOW

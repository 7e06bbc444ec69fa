"""Where each update comes in, whichever way it came: once, in its chat's turn, within limits, counted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Coroutine, Sequence
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot.storage.recipients import recipient_of
from bot.storage.state import State
from bot.updates.limits import Decision, Limits
from bot.updates.order import ChatOrder
from bot.updates.outcomes import HandledUpdate, Progress, Watcher, kind_of, tracking
from bot.updates.refusals import refuse

App = Application[Any, Any, Any, Any, Any, Any]


class Reception(ChatOrder):
    """
    Each question is answered at least once, and hardly ever twice. Telegram sends an update until it
    is confirmed, and that is done when it has been handled: a process that is killed meanwhile loses no
    question. What was handled is remembered on disk and left alone when it comes again. Only a kill
    between the answer and that note, which follows at once, makes for a second answer.
    """

    def __init__(
        self, state: State, limits: Limits | None = None, watchers: Sequence[Watcher] = ()
    ) -> None:
        """
        Args:
            state: Remembers what was handled.
            limits: For each person; without it there are none.
            watchers: Told of each update that was handled.
        """
        super().__init__()
        self._state = state
        self._limits = limits or Limits(0)
        self._watchers = watchers
        self._app: App | None = None
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        self._moved = asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()

    def attend(self, app: App) -> None:
        """Receive the updates of *app*, whose handlers say which are for the bot."""
        self._app = app

    # What is in hand: received, and not handled yet.

    def expect(self, number: int) -> bool:
        """Take the update of that *number* in hand; False when it is already."""
        if number in self._in_hand:
            return False
        self._in_hand[number] = asyncio.get_running_loop().create_future()
        return True

    async def receive(self, update: Update) -> None:
        """
        Return once *update* was handled, which another call may be waiting for too.

        Raises:
            CancelledError: It was cut off.
        """
        assert self._app
        if self.expect(update.update_id):
            await self._app.update_queue.put(update)
        await asyncio.shield(self._in_hand[update.update_id])

    @property
    def first_in_hand(self) -> int | None:
        return min(self._in_hand, default=None)

    def let_go(self, number: int) -> None:
        """Wait no more for the update of that *number*."""
        self._in_hand.pop(number, None)

    async def moved(self, seconds: float) -> bool:
        """Wait until an update has been handled; False when none was for so many *seconds*."""
        self._moved.clear()
        try:
            async with asyncio.timeout(seconds):  # wait_for of Python 3.11 may miss a cancellation
                await self._moved.wait()
        except TimeoutError:
            return False
        return True

    async def cut_off(self) -> int:
        """End what is being handled; how many updates that are."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return len(tasks)

    # What PTB calls for each update.

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
        if not self._is_taken(update):
            progress.outcome = "ignored"
        elif not self._state.begin_update(update.update_id):
            progress.outcome = "duplicate"
        else:
            decision = self._judge(update)
            if decision is Decision.ALLOW:
                await coroutine
            else:
                progress.outcome = "limited"
                language = recipient_of(update, self._state).language
                tell = decision is Decision.REFUSE
                await refuse(update, language, self._limits.per_minute, tell=tell)
            self._state.end_update(update.update_id)

    def _is_taken(self, update: Update) -> bool:
        assert self._app
        # Those of other groups look on.
        handlers = self._app.handlers.get(0, ())
        return any(handler.check_update(update) not in (None, False) for handler in handlers)

    def _judge(self, update: Update) -> Decision:
        edited = update.edited_message
        if edited and self._state.answer_to(edited.chat_id, edited.message_id) is None:
            return Decision.ALLOW  # nobody will be answered
        # Who writes for a channel or for a group does so in the name of a bot, which all share.
        sender = update.effective_sender
        return self._limits.ask(sender.id) if sender else Decision.ALLOW

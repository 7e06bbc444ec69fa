"""Work that may take a while: away from the loop that serves the other chats, and seen to go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from typing import TypeVar

from telegram import Message
from telegram.constants import ChatAction
from telegram.error import TelegramError

from retrieval.library import Library

T = TypeVar("T")

_UNSEEN = 0.5
"""Seconds that nobody has to be told of."""

_SHOWN = 4.5
"""Seconds after which “typing…” is said again; Telegram shows it for five."""


_ONE = ThreadPoolExecutor(1, "asking")
"""
For what only computes. Threads of Python take turns: a second one makes no answer sooner, and each
more keeps the loop waiting longer for its own (`tests.benchmarks.soak` answers a third as much).
"""


async def aside(work: Callable[[], T], library: Library | None = None) -> T:
    """What *work* returns, or raises, while the loop goes on; *library* is what it asks, if any."""
    threads = None if library is None or library.waits else _ONE
    return await asyncio.get_running_loop().run_in_executor(threads, copy_context().run, work)


async def working(message: Message, work: Callable[[], T], library: Library | None = None) -> T:
    """As `aside`; while it takes long “typing…” stands over the chat of *message*."""
    task = asyncio.create_task(aside(work, library))
    done, _ = await asyncio.wait([task], timeout=_UNSEEN)
    while not done:
        with suppress(TelegramError):  # it is but a courtesy
            await message.reply_chat_action(ChatAction.TYPING)
        done, _ = await asyncio.wait([task], timeout=_SHOWN)
    return await task

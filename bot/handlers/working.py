"""Runs work that may take a while in threads, and shows “typing…” meanwhile."""

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
"""Seconds after which “typing…” is shown."""

_SHOWN = 4.5
"""Seconds after which “typing…” is sent again; Telegram shows it for five."""

_ONE = ThreadPoolExecutor(1, "asking")
"""
For work that only computes. Python runs one thread at a time: a second one answers no sooner, and each
additional one delays the event loop (`tests.benchmarks.soak` then answers a third as many questions).
"""


async def aside(work: Callable[[], T], library: Library | None = None) -> T:
    """Run *work* in a thread and return its result; *library* is the one that it asks, if any."""
    threads = None if library is None or library.waits else _ONE
    return await asyncio.get_running_loop().run_in_executor(threads, copy_context().run, work)


async def working(message: Message, work: Callable[[], T], library: Library | None = None) -> T:
    """Do as `aside` does, and show “typing…” in the chat of *message* while it takes long."""
    task = asyncio.create_task(aside(work, library))
    done, _ = await asyncio.wait([task], timeout=_UNSEEN)
    while not done:
        with suppress(TelegramError):  # only a courtesy
            await message.reply_chat_action(ChatAction.TYPING)
        done, _ = await asyncio.wait([task], timeout=_SHOWN)
    return await task

"""Work that may take a while: away from the loop that serves the other chats, and seen to go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from telegram import Message
from telegram.constants import ChatAction
from telegram.error import TelegramError

T = TypeVar("T")

_UNSEEN = 0.5
"""Seconds that nobody has to be told of."""

_SHOWN = 4.5
"""Seconds after which “typing…” is said again; Telegram shows it for five."""


async def working(message: Message, work: Callable[[], T]) -> T:
    """What *work* returns, or raises; while it takes long “typing…” stands over the chat of *message*."""
    task = asyncio.create_task(asyncio.to_thread(work))
    done, _ = await asyncio.wait([task], timeout=_UNSEEN)
    while not done:
        with suppress(TelegramError):  # it is but a courtesy
            await message.reply_chat_action(ChatAction.TYPING)
        done, _ = await asyncio.wait([task], timeout=_SHOWN)
    return await task

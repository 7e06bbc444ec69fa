"""The commands of admins, who look after the articles from Telegram: one module for each command."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from telegram import Message
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.handlers.addressing import Written
from bot.handlers.admin.add import on_add
from bot.handlers.admin.admins import Admins as Admins
from bot.handlers.admin.forget import on_forget_article, on_tap
from bot.handlers.admin.reload import on_reload
from bot.handlers.admin.stats import on_stats
from bot.handlers.incoming import Bind
from bot.messages.admin import TAPS
from bot.storage.state import State


def admin_handlers(
    admins: Admins, state: State, bind: Bind
) -> Iterator[BaseHandler[Any, Any, None]]:
    """Yield handlers that come before those for everybody: nobody else knows of these commands."""
    own = (
        filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & Written() & filters.User(admins.ids)
    )
    add = bind(partial(on_add, admins))
    yield CommandHandler("add", add, own)
    yield MessageHandler(own & filters.Document.ALL & _AddCaption(), add)
    yield CommandHandler("forget_article", bind(partial(on_forget_article, admins)), own)
    yield CommandHandler("reload", bind(partial(on_reload, admins)), own)
    yield CommandHandler("stats", bind(partial(on_stats, state, admins)), own)
    yield CallbackQueryHandler(bind(partial(on_tap, admins)), TAPS)


class _AddCaption(filters.MessageFilter):
    """Files that are sent with /add as their caption."""

    def filter(self, message: Message) -> bool:
        command, *_ = (message.caption or "").lower().split() or [""]
        return command in ("/add", f"/add@{message.get_bot().username.lower()}")

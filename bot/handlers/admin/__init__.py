"""
The commands of admins, who look after the articles from Telegram: one module a command.

Every function that serves a command takes who the admins are and what they look after, the language
to answer in, and the update.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.handlers.addressing import Written
from bot.handlers.admin.add import on_add
from bot.handlers.admin.admins import Admins as Admins
from bot.handlers.admin.forget import on_forget_article, on_tap
from bot.handlers.admin.reload import on_reload
from bot.handlers.admin.stats import on_stats
from bot.i18n.languages import Language
from bot.messages.admin import TAPS
from bot.storage.recipients import recipient_of
from bot.storage.state import State

_Serve = Callable[[Admins, Language, Update], Coroutine[Any, Any, None]]


def admin_handlers(admins: Admins, state: State) -> list[BaseHandler[Any, Any, None]]:
    """Return handlers that come before those for everybody: nobody else knows of these commands."""

    def bound(
        serve: _Serve,
    ) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]:
        async def handle(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            await serve(admins, recipient_of(update, state).language, update)

        return handle

    own = (
        filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & Written() & filters.User(admins.ids)
    )
    return [
        CommandHandler("add", bound(on_add), own),
        MessageHandler(own & filters.Document.ALL & _AddCaption(), bound(on_add)),
        CommandHandler("forget_article", bound(on_forget_article), own),
        CommandHandler("reload", bound(on_reload), own),
        CommandHandler("stats", bound(partial(on_stats, state)), own),
        CallbackQueryHandler(bound(on_tap), TAPS),
    ]


class _AddCaption(filters.MessageFilter):
    """Files that are sent with /add as their caption."""

    def filter(self, message: Message) -> bool:
        command, *_ = (message.caption or "").lower().split() or [""]
        return command in ("/add", f"/add@{message.get_bot().username.lower()}")

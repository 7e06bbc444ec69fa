"""The bot, put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.handlers.addressing import Addressed, Written
from bot.handlers.admins import Admins
from bot.handlers.buttons import Buttons, KeepsCase
from bot.handlers.commands import (
    on_forget_me,
    on_privacy,
    on_said,
    on_settings,
    on_sources,
    on_start,
    say,
)
from bot.handlers.faults import nobody, on_error
from bot.handlers.inline import on_guest_message, on_inline_query
from bot.handlers.questions import Questions
from bot.handlers.receipts import Alone, Receipts
from bot.i18n.languages import Language
from bot.messages import strings
from bot.storage.state import State
from bot.storage.views import View, view_of
from bot.updates.confirmation import ConfirmingBot
from bot.updates.polling import App
from bot.updates.reception import Reception
from bot.updates.retries import Retrying
from retrieval.library import Library
from retrieval.receipts.versions import Versions

Context = ContextTypes.DEFAULT_TYPE
Handles = Callable[[Update, Context], Coroutine[Any, Any, None]]
Asks = Callable[[Library, View, Update, Context], Coroutine[Any, Any, None]]

_NOT_TEXT = ~filters.SUCCESSFUL_PAYMENT & filters.ATTACHMENT
"""What people send beside text; PTB still counts a payment as an attachment."""

CONNECTIONS = 256
"""As many as chats that are answered at once."""


# Durations as timedelta, as a coming version of PTB has them; it reads this with each.
os.environ.setdefault("PTB_TIMEDELTA", "true")


def build(
    library: Library | Callable[[], Library],
    token: str,
    api_url: str = "https://api.telegram.org",
    request: BaseRequest | None = None,
    state: State | None = None,
    admins: Admins | None = None,
    notices: Sequence[str] = (strings.NOT_LOGGED,),
    limiter: Retrying | None = None,
    reception: Reception | None = None,
    watched: Callable[[BaseRequest], BaseRequest] = lambda carries: carries,
    keep_case: KeepsCase | None = None,
    versions: Versions | None = None,
) -> App:
    """
    The bot that answers from *library*, ready to be initialized.

    Args:
        library: What questions are asked; where that changes, a function that gives it.
        token: As @BotFather gave it.
        api_url: The Bot API server, without a slash at the end.
        request: Carries every call, in place of the network.
        state: What is state; without it for as long as the bot runs.
        admins: Who look after the articles, if anybody does.
        notices: What /privacy says first.
        limiter: Keeps calls to what Telegram takes, and makes those again that failed.
        reception: Where updates come in, with the same *state*; without it nobody is limited.
        watched: Puts around what carries the calls something that looks on.
        keep_case: Where conversations are recorded, keeps those with an answer that was found bad.
        versions: What is kept of earlier versions of the articles, for their receipts.
    """
    state = state or State()
    reception = reception or Reception(state)
    bot = ConfirmingBot(
        reception,
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=watched(request or HTTPXRequest(connection_pool_size=CONNECTIONS)),
        get_updates_request=watched(request or HTTPXRequest()),
        rate_limiter=limiter or Retrying(),
        defaults=Defaults(
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            allow_sending_without_reply=True,
        ),
    )
    app = ApplicationBuilder().bot(bot).concurrent_updates(reception).build()
    reception.attend(app)

    current = library if callable(library) else lambda: library

    def asking(handler: Asks) -> Handles:
        """Each update is handled with one library, and for one person, from its beginning to its end."""

        async def handle(update: Update, context: Context) -> None:
            await handler(current(), view_of(update, state), update, context)

        return handle

    def speak(update: Update) -> Language:
        return view_of(update, state).language

    questions = Questions(state)
    buttons = Buttons(state, keep_case)
    receipts = Receipts(versions)
    new = filters.UpdateType.MESSAGE & Written()
    private = filters.ChatType.PRIVATE & new
    group = filters.ChatType.GROUPS & new & Addressed()
    edited = filters.UpdateType.EDITED_MESSAGE & Written()
    app.add_handlers(
        [
            # For anybody else there are no such commands.
            *(admins.handlers(speak, state.verdicts) if admins else ()),
            CommandHandler("start", asking(partial(on_start, receipts)), new),
            CommandHandler("help", asking(partial(say, strings.HELP)), new),
            CommandHandler("sources", asking(on_sources), new),
            CommandHandler("said", asking(on_said), new),
            CommandHandler("verify", asking(receipts.asked), new),
            CommandHandler("settings", asking(on_settings), new),
            CommandHandler("privacy", asking(partial(on_privacy, notices)), new),
            CommandHandler("forget_me", asking(partial(on_forget_me, state)), new),
            CommandHandler("ask", asking(questions.asked), new),
            CommandHandler("more", asking(questions.more), new),
            CommandHandler("new", asking(questions.anew), new),
            # After the commands that are known.
            MessageHandler(
                private & filters.COMMAND, asking(partial(say, strings.UNKNOWN_COMMAND))
            ),
            MessageHandler(private & filters.TEXT & Alone(), asking(receipts.sent)),
            MessageHandler(private & filters.TEXT, asking(questions.asked)),
            MessageHandler(private & _NOT_TEXT, asking(partial(say, strings.ONLY_TEXT))),
            # In a group a command that is not known is some other bot's.
            MessageHandler(group & filters.TEXT & ~filters.COMMAND, asking(questions.asked)),
            MessageHandler(edited & filters.TEXT, asking(questions.edited)),
            CallbackQueryHandler(asking(buttons.tapped)),
            InlineQueryHandler(asking(on_inline_query)),
            MessageHandler(
                filters.UpdateType.GUEST_MESSAGE & filters.TEXT, asking(on_guest_message)
            ),
        ]
    )
    tell = partial(admins.tell, bot) if admins else nobody
    app.add_error_handler(partial(on_error, state, tell))
    return app

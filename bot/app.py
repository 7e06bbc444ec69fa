"""The bot, put together."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot import texts
from bot.handlers.buttons import on_tap
from bot.handlers.commands import on_sources, on_start, say
from bot.handlers.faults import on_error
from bot.handlers.questions import on_question
from bot.order import ChatOrder
from retrieval.library import Library

App = Application[Any, Any, Any, Any, Any, Any]

_NOT_TEXT = ~filters.SUCCESSFUL_PAYMENT & filters.ATTACHMENT
"""What people send beside text; PTB still counts a payment as an attachment."""

UPDATES = ["message", "callback_query"]
"""The kinds of update to ask Telegram for."""


def build(
    library: Library,
    token: str,
    api_url: str = "https://api.telegram.org",
    request: BaseRequest | None = None,
) -> App:
    """
    The bot that answers from *library*, ready to be initialized.

    Args:
        library: What questions are asked.
        token: As @BotFather gave it.
        api_url: The Bot API server, without a slash at the end.
        request: Carries every call, in place of the network.
    """
    builder = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .rate_limiter(AIORateLimiter(max_retries=3))
        .concurrent_updates(ChatOrder())
        .defaults(
            Defaults(
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                allow_sending_without_reply=True,
            )
        )
    )
    if request:
        builder = builder.request(request).get_updates_request(request)
    app = builder.build()

    new = filters.UpdateType.MESSAGE  # an edit of a message is no new question
    private = filters.ChatType.PRIVATE & new
    app.add_handlers(
        [
            CommandHandler("start", partial(on_start, library), new),
            CommandHandler("help", partial(say, texts.HELP), new),
            CommandHandler("sources", partial(on_sources, library), new),
            CommandHandler("privacy", partial(say, texts.PRIVACY), new),
            CommandHandler("ask", partial(on_question, library), new),
            # After the commands that are known.
            MessageHandler(private & filters.COMMAND, partial(say, texts.UNKNOWN_COMMAND)),
            MessageHandler(private & filters.TEXT, partial(on_question, library)),
            MessageHandler(private & _NOT_TEXT, partial(say, texts.ONLY_TEXT)),
            CallbackQueryHandler(partial(on_tap, library)),
        ]
    )
    app.add_error_handler(on_error)
    return app

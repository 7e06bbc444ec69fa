"""Builds the bot: which handler takes which update."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.handlers import commands
from bot.handlers.addressing import Addressed, Written
from bot.handlers.admin import Admins, admin_handlers
from bot.handlers.admin.alerts import Alerts
from bot.handlers.buttons import Buttons, KeepsCase
from bot.handlers.faults import alert_nobody, on_error
from bot.handlers.incoming import Bind, Callback, Handle, Incoming
from bot.handlers.inline import on_guest_message, on_inline_query
from bot.handlers.questions import QuestionHandlers
from bot.handlers.receipts import ReceiptAlone, Receipts
from bot.messages import strings
from bot.storage.recipients import recipient_of
from bot.storage.state import State
from bot.updates.confirmation import ConfirmingBot
from bot.updates.polling import App
from bot.updates.reception import Reception
from bot.updates.retries import Retrying
from retrieval.library import Library
from retrieval.receipts.versions import Versions

_Handlers = Iterator[BaseHandler[Any, Any, None]]

_NOT_TEXT = ~filters.SUCCESSFUL_PAYMENT & filters.ATTACHMENT
"""Messages that have no text; PTB still counts a payment as an attachment."""

CONNECTIONS = 256
"""As many as chats that are answered at once."""

# Use timedelta for durations, as a coming version of PTB does; it reads this with each duration.
os.environ.setdefault("PTB_TIMEDELTA", "true")


@dataclass(frozen=True, slots=True, kw_only=True)
class BotOptions:
    """
    Attributes:
        api_url: The Bot API server, without a slash at the end.
        request: Makes every call, in place of the network.
        state: Without one the bot remembers only for as long as it runs.
        admins: Who look after the articles, if anybody does.
        notices: What /privacy says first.
        limiter: Keeps to Telegram's limits, and repeats calls that failed.
        reception: Receives updates, and has the same `state`; without one nobody is limited.
        wrap_request: Wraps what makes the calls, to observe them.
        keep_case: Where conversations are recorded, keeps those with an answer that somebody rated bad.
        versions: Earlier versions of the articles, for receipts.
    """

    api_url: str = "https://api.telegram.org"
    request: BaseRequest | None = None
    state: State | None = None
    admins: Admins | None = None
    notices: Sequence[str] = (strings.NOT_LOGGED,)
    limiter: Retrying | None = None
    reception: Reception | None = None
    wrap_request: Callable[[BaseRequest], BaseRequest] = lambda request: request
    keep_case: KeepsCase | None = None
    versions: Versions | None = None


def build(
    library: Library | Callable[[], Library], token: str, options: BotOptions | None = None
) -> App:
    """
    Return the bot that answers from *library*, ready to be initialized.

    Args:
        library: What questions are asked; if it can change, a function that returns it.
        token: From @BotFather.
    """
    options = options or BotOptions()
    state, admins = options.state or State(), options.admins
    reception = options.reception or Reception(state)
    bot = _bot(token, reception, options)
    app = ApplicationBuilder().bot(bot).concurrent_updates(reception).build()
    reception.attend(app)
    current = library if callable(library) else lambda: library

    def bind(handle: Handle) -> Callback:
        async def callback(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            recipient = recipient_of(update, state)
            await handle(Incoming(current(), recipient, update, context.args or ()))

        return callback

    receipts, questions = Receipts(options.versions), QuestionHandlers(state)
    if admins:  # their commands come first, as nobody else has them
        app.add_handlers([*admin_handlers(admins, state, bind)])
    app.add_handlers([*_commands(bind, receipts, questions, state, options.notices)])
    app.add_handlers([*_messages(bind, receipts, questions)])
    buttons = Buttons(state, options.keep_case)
    app.add_handlers(
        [
            CallbackQueryHandler(bind(buttons.tapped)),
            InlineQueryHandler(bind(on_inline_query)),
            MessageHandler(filters.UpdateType.GUEST_MESSAGE & filters.TEXT, bind(on_guest_message)),
        ]
    )
    alert = Alerts(bot, admins.ids).send if admins else alert_nobody
    app.add_error_handler(partial(on_error, state, alert))
    return app


def _bot(token: str, reception: Reception, options: BotOptions) -> ConfirmingBot:
    request, wrap = options.request, options.wrap_request
    return ConfirmingBot(
        reception,
        token,
        base_url=f"{options.api_url}/bot",
        base_file_url=f"{options.api_url}/file/bot",
        request=wrap(request or HTTPXRequest(connection_pool_size=CONNECTIONS)),
        get_updates_request=wrap(request or HTTPXRequest()),
        rate_limiter=options.limiter or Retrying(),
        defaults=Defaults(
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            allow_sending_without_reply=True,
        ),
    )


def _commands(
    bind: Bind,
    receipts: Receipts,
    questions: QuestionHandlers,
    state: State,
    notices: Sequence[str],
) -> _Handlers:
    handles: dict[str, Handle] = {
        "start": partial(commands.on_start, receipts),
        "help": partial(commands.say, strings.HELP),
        "sources": commands.on_sources,
        "said": commands.on_said,
        "timeline": commands.on_timeline,
        "verify": receipts.asked,
        "settings": commands.on_settings,
        "privacy": partial(commands.on_privacy, notices),
        "forget_me": partial(commands.on_forget_me, state),
        "ask": questions.asked,
        "check": questions.check,
        "more": questions.more,
        "new": questions.forget,
    }
    new = filters.UpdateType.MESSAGE & Written()
    for name, handle in handles.items():
        yield CommandHandler(name, bind(handle), new)


def _messages(bind: Bind, receipts: Receipts, questions: QuestionHandlers) -> _Handlers:
    """Yield the handlers that come after those for the commands that are known."""
    new = filters.UpdateType.MESSAGE & Written()
    private = filters.ChatType.PRIVATE & new
    group = filters.ChatType.GROUPS & new & Addressed()
    edited = filters.UpdateType.EDITED_MESSAGE & Written()
    unknown, not_text = (
        partial(commands.say, sentence) for sentence in (strings.UNKNOWN_COMMAND, strings.ONLY_TEXT)
    )
    yield MessageHandler(private & filters.COMMAND, bind(unknown))
    yield MessageHandler(private & filters.TEXT & ReceiptAlone(), bind(receipts.sent))
    yield MessageHandler(private & filters.TEXT, bind(questions.asked))
    yield MessageHandler(private & _NOT_TEXT, bind(not_text))
    # In a group an unknown command is for another bot.
    yield MessageHandler(group & filters.TEXT & ~filters.COMMAND, bind(questions.asked))
    yield MessageHandler(edited & filters.TEXT, bind(questions.edited))

"""What is said to somebody who asks too much, where the question was put."""

from __future__ import annotations

import logging

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import TelegramError

from bot.i18n.languages import Language
from bot.messages import strings

log = logging.getLogger(__name__)


async def refuse(update: Update, language: Language, per_minute: int, *, tell: bool) -> None:
    """
    Leave *update* unanswered.

    Args:
        per_minute: What each person may ask.
        tell: Say so; what Telegram shows as loading until it is answered is ended in any case.
    """
    try:
        text = language.say(strings.TOO_MANY, number=language.number(per_minute)) if tell else None
        await _refuse(update, text, language.say(strings.TOO_MANY_INLINE))
    except TelegramError as error:
        log.warning("Who asked too much could not be told: %s", error)


async def _refuse(update: Update, text: str | None, short: str) -> None:
    if update.callback_query:
        await update.callback_query.answer(text)
    elif update.inline_query:
        button = InlineQueryResultsButton(short, start_parameter="inline")
        await update.inline_query.answer([], cache_time=0, is_personal=True, button=button)
    elif update.guest_message and text:
        assert update.guest_message.guest_query_id
        result = InlineQueryResultArticle("no", short, InputTextMessageContent(text))
        query = update.guest_message.guest_query_id
        await update.guest_message.get_bot().answer_guest_query(query, result)
    elif update.effective_message and text:
        await update.effective_message.reply_text(text, do_quote=True)

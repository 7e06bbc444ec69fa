"""Refuses people who ask too much, where they asked."""

from __future__ import annotations

import logging

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import TelegramError

from bot.i18n.languages import BotLanguage
from bot.messages import strings

log = logging.getLogger(__name__)


async def refuse(update: Update, language: BotLanguage, per_minute: int, *, tell: bool) -> None:
    """
    Leave *update* unanswered.

    Args:
        per_minute: The questions per minute that each person may ask.
        tell: Say so. Queries that Telegram shows as loading are answered in any case.
    """
    try:
        text = language.say(strings.TOO_MANY, number=language.number(per_minute)) if tell else None
        await _refuse(update, text, language.say(strings.TOO_MANY_INLINE))
    except TelegramError as error:
        log.warning("A refusal could not be sent: %s", error)


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

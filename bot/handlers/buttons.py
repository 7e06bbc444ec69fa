"""Taps on the buttons under an answer. The message itself is all that is remembered."""

from __future__ import annotations

import asyncio

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot import texts
from bot.addressing import question_of
from bot.buttons import Action, read
from bot.handlers.faults import forgiving
from bot.handlers.questions import compose
from bot.sending import replace
from retrieval.library import Library


async def on_tap(library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query
    tap = read(query.data)
    question = _question(query)
    if tap is None:
        await _acknowledge(query, texts.UNKNOWN_BUTTON)
    elif tap.action is Action.STAY:
        await _acknowledge(query)
    elif not question:
        await _acknowledge(query, texts.QUESTION_GONE, alert=True)
    elif tap.version != library.version:
        await _acknowledge(query, texts.ARTICLES_CHANGED)
        await _show(query, library, question)
    else:
        await _acknowledge(query)
        await _show(query, library, question, tap.index, widened=tap.action is Action.MORE)


def _question(query: CallbackQuery) -> str:
    """The question that the tapped message replies to; empty when it is deleted or out of reach."""
    message = query.message
    asked = message.reply_to_message if isinstance(message, Message) else None
    return question_of(asked) if asked else ""


async def _acknowledge(
    query: CallbackQuery, text: str | None = None, *, alert: bool = False
) -> None:
    # Too old to be answered may still be young enough to be edited.
    with forgiving("query is too old"):
        await query.answer(text, show_alert=alert or None)


async def _show(
    query: CallbackQuery, library: Library, question: str, index: int = 0, *, widened: bool = False
) -> None:
    page = await asyncio.to_thread(compose, library, question, index, widened=widened)
    assert isinstance(query.message, Message)  # the question was read from it
    await replace(query.message, query.message.message_id, page)

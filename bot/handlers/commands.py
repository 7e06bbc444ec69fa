"""Commands other than /ask, and the messages that are neither command nor question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from telegram import ReplyKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot import texts
from bot.working import working
from retrieval.library import Library


async def on_start(library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    # In a group a keyboard opens for everyone, and what it sends would not be read.
    private = update.message.chat.type == ChatType.PRIVATE
    offered = await working(update.message, lambda: library.suggestions) if private else ()
    keyboard = _keyboard(offered) if offered else None
    await update.message.reply_text(texts.welcome(library, private=private), reply_markup=keyboard)


async def on_sources(library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    found = await working(update.message, partial(texts.sources, library))
    await update.message.reply_text(found)


async def say(text: str, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer any message with the same *text*."""
    assert update.message
    await update.message.reply_text(text)


def _keyboard(questions: Sequence[str]) -> ReplyKeyboardMarkup:
    rows = [[question] for question in questions]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)

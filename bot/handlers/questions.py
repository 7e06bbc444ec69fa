"""Questions: a text message in a private chat, or /ask anywhere."""

from __future__ import annotations

import re

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import render
from bot.render import Page
from retrieval.library import Library

TOP = 3
"""Excerpts to page through."""

_COMMAND = re.compile(r"^/ask(@\w+)?(\s+|$)", re.IGNORECASE)


async def on_question(library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.message
    assert message
    page = compose(library, question_of(message))
    # The reply is what lets a button find the question again.
    await message.reply_text(page.text, reply_markup=page.buttons, do_quote=True)


def question_of(message: Message) -> str:
    """What *message* asks, without the command in front; empty when it has no text."""
    return _COMMAND.sub("", message.text or "", count=1)


def compose(library: Library, question: str, index: int = 0, *, widened: bool = False) -> Page:
    """
    The page that answers *question*.

    An `index` past the last excerpt shows the last: the question may have been edited since.
    """
    answer = library.ask(question, TOP)
    if answer.no_answer:
        return render.no_answer(answer)
    index = min(index, len(answer.excerpts) - 1)
    excerpt = answer.excerpts[index]
    around = library.around(excerpt, render.MAX_CONTEXT)
    return render.page(answer, index, around, library.version, widened=widened)

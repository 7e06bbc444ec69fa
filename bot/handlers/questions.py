"""Questions: a message in a private chat, one that addresses the bot in a group, or /ask anywhere."""

from __future__ import annotations

import asyncio
from functools import partial

from telegram import Update
from telegram.ext import ContextTypes

from bot import handling, render
from bot.addressing import question_of
from bot.render import Page
from bot.sending import replace, reply
from bot.state import State
from bot.working import working
from retrieval.library import Library

TOP = 3
"""Excerpts to page through."""


class Questions:
    """Answers questions, and those that are edited again."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def asked(self, library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.message
        assert message
        page = await working(message, partial(compose, library, question_of(message)))
        sent = await reply(message, page)
        self._state.remember_answer(message.chat_id, message.message_id, sent.message_id)

    async def edited(self, library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Put another answer in the place of that to the question as it was; without one do nothing."""
        message = update.edited_message
        assert message
        answer = self._state.answer_to(message.chat_id, message.message_id)
        if answer is None:
            return
        page = await asyncio.to_thread(compose, library, question_of(message))
        await replace(message, answer, page)


def compose(library: Library, question: str, index: int = 0, *, widened: bool = False) -> Page:
    """
    The page that answers *question*.

    An `index` past the last excerpt shows the last: the question may have been edited since.
    """
    answer = library.ask(question, TOP)
    handling.found(answer)
    if answer.no_answer:
        return render.no_answer(answer)
    index = min(index, len(answer.excerpts) - 1)
    excerpt = answer.excerpts[index]
    around = library.around(excerpt, render.MAX_CONTEXT)
    return render.page(answer, index, around, library.version, widened=widened)

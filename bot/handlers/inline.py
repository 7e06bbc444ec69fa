"""Questions asked from another chat: in inline mode, and by mentioning the bot where it is no member."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import islice

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.ext import ContextTypes

from bot import handling, render, texts
from bot.addressing import question_of
from bot.handlers.faults import forgiving
from bot.render import Listed, Page
from retrieval.answers import Answer
from retrieval.articles import EngineError
from retrieval.library import Library

_MOST = 50
"""Excerpts of an answer: as many results as Telegram takes, in pages that follow each other."""

_PAGE = 10
_SECONDS = 60
"""For which Telegram may give others the same results: articles change."""


async def on_inline_query(library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.inline_query
    assert query
    given = query.offset
    first = min(int(given), _MOST) if given.isascii() and given.isdigit() else 0
    try:
        asked = query.query.strip()
        answer = await asyncio.to_thread(library.ask, asked, _MOST) if asked else None
    except EngineError:
        button = InlineQueryResultsButton(texts.CANNOT_SEARCH, start_parameter="inline")
        await query.answer([], cache_time=0, button=button)
        raise
    if answer:
        handling.found(answer)
    found = list(islice(_results(answer), first, first + _PAGE + 1)) if answer else []
    # PTB 22.8 makes a list of an empty string; without an offset there is no more either.
    more = str(first + _PAGE) if len(found) > _PAGE else None
    with forgiving("query is too old"):
        await query.answer(
            found[:_PAGE],
            next_offset=more,
            cache_time=_SECONDS,
            is_personal=False,
            button=InlineQueryResultsButton(texts.ASK_IN_PRIVATE, start_parameter="inline"),
        )


async def on_guest_message(library: Library, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.guest_message
    assert message
    assert message.guest_query_id
    get_bot, query = message.get_bot, message.guest_query_id
    try:
        answer = await asyncio.to_thread(library.ask, question_of(message), 1)
    except EngineError:
        page = Page(texts.CANNOT_SEARCH)
        await get_bot().answer_guest_query(query, _result("no", Listed(page.text, "", page)))
        raise
    handling.found(answer)
    with forgiving("query is too old"):
        await get_bot().answer_guest_query(query, next(_results(answer, asked=False)))


def _results(answer: Answer, *, asked: bool = True) -> Iterator[InlineQueryResultArticle]:
    """
    The excerpts, or the one result that there are none.

    Args:
        asked: Show the question too: in the chat where it is put, nobody has seen it.
    """
    if answer.no_answer:
        page = render.no_answer(answer, asked=asked)
        yield _result("no", Listed(texts.NO_ANSWER, render.why(answer), page))
        return
    for index in range(len(answer.excerpts)):
        yield _result(str(index), render.listed(answer, index, asked=asked))


def _result(id_: str, listed: Listed) -> InlineQueryResultArticle:
    content = InputTextMessageContent(listed.page.text)
    return InlineQueryResultArticle(id_, listed.title, content, description=listed.about or None)

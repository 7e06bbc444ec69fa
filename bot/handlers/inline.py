"""Questions from other chats: in inline mode, and by mentioning the bot where it is not a member."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from bot.handlers.addressing import question_of
from bot.handlers.faults import forgiving
from bot.handlers.incoming import Incoming
from bot.handlers.working import aside
from bot.i18n.languages import BotLanguage
from bot.messages import answers, strings
from bot.messages.answers import Listed, Page
from bot.messages.links import link
from bot.updates import outcomes
from retrieval.answers.records import Answer
from retrieval.articles import EngineError, Span

_MOST = 50
"""Excerpts of an answer: the most results that Telegram accepts, in pages of `_PAGE`."""

_PAGE = 10
_SECONDS = 60
"""For which Telegram may cache the results."""


async def on_inline_query(incoming: Incoming) -> None:
    library, query, say = incoming.library, incoming.update.inline_query, incoming.language.say
    assert query
    given = query.offset
    first = min(int(given), _MOST) if given.isascii() and given.isdigit() else 0
    try:
        question = query.query.strip()
        ask = partial(library.ask, question, _MOST)
        answer = await aside(ask, library) if question else None
    except EngineError:
        button = InlineQueryResultsButton(say(strings.CANNOT_SEARCH), start_parameter="inline")
        await query.answer([], cache_time=0, button=button)
        raise
    if answer:
        outcomes.report_answer(answer)
    results = _results(answer, incoming.language, query.get_bot().username) if answer else iter(())
    page = list(islice(results, first, first + _PAGE + 1))
    # None means the same as "", which PTB 22.8 turns into a list.
    more = str(first + _PAGE) if len(page) > _PAGE else None
    with forgiving("query is too old"):
        await query.answer(
            page[:_PAGE],
            next_offset=more,
            cache_time=_SECONDS,
            is_personal=True,  # in the language of the person
            button=InlineQueryResultsButton(say(strings.ASK_IN_PRIVATE), start_parameter="inline"),
        )


async def on_guest_message(incoming: Incoming) -> None:
    library, message = incoming.library, incoming.update.guest_message
    assert message
    assert message.guest_query_id
    get_bot, query = message.get_bot, message.guest_query_id
    try:
        answer = await aside(partial(library.ask, question_of(message), 1), library)
    except EngineError:
        page = Page(incoming.language.say(strings.CANNOT_SEARCH))
        await get_bot().answer_guest_query(query, _result("no", Listed(page.text, "", page)))
        raise
    outcomes.report_answer(answer)
    with forgiving("query is too old"):
        results = _results(answer, incoming.language, get_bot().username, with_question=False)
        await get_bot().answer_guest_query(query, next(results))


def _results(
    answer: Answer, language: BotLanguage, username: str, *, with_question: bool = True
) -> Iterator[InlineQueryResultArticle]:
    """
    Yield the excerpts, or one result that says why there are none.

    Args:
        username: Of the bot, in whose chat a button opens the article.
        with_question: Show the question as well, where nobody in the chat has seen it.
    """
    if answer.no_answer:
        page = answers.no_answer(answer, language, with_question=with_question)
        title = language.say(strings.NO_ANSWER)
        yield _result("no", Listed(title, answers.why(answer, language), page))
        return
    for index, excerpt in enumerate(answer.excerpts):
        listed = answers.listed(answer, index, language, with_question=with_question)
        url = link(username, excerpt.article, Span(excerpt.start, excerpt.end))
        button = InlineKeyboardButton(language.say(strings.SOURCE), url=url)
        yield _result(str(index), listed, InlineKeyboardMarkup([[button]]))


def _result(
    id_: str, listed: Listed, buttons: InlineKeyboardMarkup | None = None
) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id_,
        listed.title,
        InputTextMessageContent(listed.page.text),
        reply_markup=buttons,
        description=listed.about or None,
    )

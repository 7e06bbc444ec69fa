"""Taps on buttons. The message itself is all that is remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as changed
from functools import partial
from time import monotonic
from typing import Any

from telegram import CallbackQuery, Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.handlers.addressing import question_of
from bot.handlers.commands import article_of
from bot.handlers.faults import forgiving
from bot.handlers.questions import compose
from bot.handlers.sending import post, replace, reply
from bot.handlers.working import aside
from bot.i18n.languages import LANGUAGES, Language, spoken
from bot.messages import articles, speakers, strings
from bot.messages.answers import Page, shown_there, to_copy
from bot.messages.buttons import Action, List, Open, Set, Shown, Tap, read
from bot.messages.posting import posts
from bot.storage.state import Preferences, State, Verdict
from bot.storage.views import View, view_of
from retrieval.answers.records import Excerpt
from retrieval.articles import Span
from retrieval.library import Library

_ANEW = 60
"""Seconds after which a tap posts again what it has posted before."""

KeepsCase = Callable[[int, dict[str, Any]], None]
"""Keeps the conversation of a chat, with the evidence for an answer that somebody found bad."""


class Buttons:
    """Does what buttons say."""

    def __init__(self, state: State, keep_case: KeepsCase | None = None) -> None:
        """
        Args:
            keep_case: Where conversations are recorded.
        """
        self._state = state
        self._keep_case = keep_case
        self._posted: dict[tuple[int, int, str], float] = {}

    async def tapped(
        self, library: Library, view: View, update: Update, _: ContextTypes.DEFAULT_TYPE
    ) -> None:
        query = update.callback_query
        assert query
        tap = read(query.data)
        if tap is None:
            await _acknowledge(query, view.language.say(strings.UNKNOWN_BUTTON))
        elif isinstance(tap, Tap):
            await self._answer(library, query, tap)
        elif isinstance(tap, Set):
            await self._set(query, tap, update)
        else:
            await _shelf(library, query, tap)

    async def _answer(self, library: Library, query: CallbackQuery, tap: Tap) -> None:
        shown = tap.shown
        say = spoken(shown.language).say
        if tap.action is Action.STAY:
            await _acknowledge(query)
            return
        if tap.action is Action.ALONE:
            shown = changed(shown, continued=False)
        question = _question(query, shown)
        if not question:
            await _acknowledge(query, say(strings.QUESTION_GONE), alert=True)
        elif shown.version != library.version:
            await _acknowledge(query, say(strings.ARTICLES_CHANGED))
            shown = changed(shown, index=0, version=library.version)
            await _show(query, library, lambda: compose(library, question, shown))
        elif tap.action in (Action.GOOD, Action.BAD):
            await self._judge(library, query, tap, question)
        elif tap.action in (Action.SHOW, Action.CITE):
            await self._post(library, query, tap, question)
        else:
            await _acknowledge(query)
            await _show(query, library, lambda: _page(library, question, tap.action, shown))
            if tap.action is Action.ALONE:
                self._take_alone(query, question)

    async def _post(self, library: Library, query: CallbackQuery, tap: Tap, question: str) -> None:
        """Show the excerpt in its section, or send the line that cites it, once in a while."""
        message, language = query.message, spoken(tap.shown.language)
        assert isinstance(message, Message)
        if self._has_posted((message.chat_id, message.message_id, tap.data)):
            await _acknowledge(query, language.say(strings.SHOWN_ALREADY))
            return
        await _acknowledge(query)
        excerpt = await aside(partial(_excerpt, library, question, tap.shown), library)
        if excerpt is None:
            return
        if tap.action is Action.CITE:
            await reply(message, to_copy(excerpt, language))
            return
        found = await aside(
            lambda: posts(excerpt.article, Span(excerpt.start, excerpt.end)), library
        )
        part = (found.first, found.first + len(found.texts) - 1, found.of)
        await post(
            message,
            found,
            excerpt.text,
            lambda confirmed: shown_there(excerpt, part, language, confirmed=confirmed),
        )

    def _has_posted(self, what: tuple[int, int, str]) -> bool:
        """Whether that was posted just now; if not, it is from here on."""
        now = monotonic()
        self._posted = {key: at for key, at in self._posted.items() if now - at < _ANEW}
        return self._posted.setdefault(what, now) != now

    async def _judge(self, library: Library, query: CallbackQuery, tap: Tap, question: str) -> None:
        shown, message = tap.shown, query.message
        assert isinstance(message, Message)
        excerpt = await aside(partial(_excerpt, library, question, shown), library)
        if excerpt:
            where = (excerpt.article.id, excerpt.start, excerpt.end, shown.version)
            verdict = Verdict(tap.action is Action.GOOD, *where)
            self._state.judge(message.chat_id, message.message_id, query.from_user.id, verdict)
        if excerpt and tap.action is Action.BAD and self._keep_case:
            evidence = await aside(partial(_evidence, library, question, shown.index), library)
            self._keep_case(message.chat_id, evidence)
        await _acknowledge(query, spoken(shown.language).say(strings.THANKS))

    def _take_alone(self, query: CallbackQuery, question: str) -> None:
        """What comes next goes on from the *question* as it was written."""
        assert isinstance(query.message, Message)
        was = self._state.asked_of(query.message.chat_id, query.message.message_id)
        if was:
            self._state.remember_question(changed(was, question=question, before=None))

    async def _set(self, query: CallbackQuery, tap: Set, update: Update) -> None:
        message = query.message
        wanted = _preferring(self._state.preferences(query.from_user.id), tap)
        await _acknowledge(query)
        if (
            wanted is None
            or not isinstance(message, Message)
            or message.chat.type != ChatType.PRIVATE
        ):
            return
        self._state.prefer(query.from_user.id, wanted)
        page = strings.settings(view_of(update, self._state))
        await replace(message, message.message_id, page)


def _preferring(now: Preferences, tap: Set) -> Preferences | None:
    """The preferences *now* with what *tap* sets; None where there is no such choice."""
    if tap.name == "language" and tap.value in LANGUAGES:
        return changed(now, language=tap.value)
    if tap.name == "excerpts" and tap.value in map(str, strings.EXCERPTS):
        return changed(now, excerpts=int(tap.value))
    if tap.name == "previews":
        return changed(now, previews=tap.value == "on")
    return None


async def _shelf(library: Library, query: CallbackQuery, tap: List | Open) -> None:
    language = spoken(tap.language)

    message = query.message
    command = message.reply_to_message if isinstance(message, Message) else None
    wanted = question_of(command) if command else ""
    asked = None
    if isinstance(tap, Open) and tap.back and tap.back.continued:
        asked = _question(query, tap.back)

    def page() -> Page:
        if isinstance(tap, List) and tap.of == "said":
            return speakers.drawn(library, wanted, tap.page, language)
        if isinstance(tap, List):
            return articles.listing(library, tap.page, language)
        return _opened(library, tap, language, asked)

    await _acknowledge(query)
    await _show(query, library, page)


def _opened(library: Library, tap: Open, language: Language, asked: str | None) -> Page:
    found = article_of(library, tap.key)
    article = library.articles.get(found[1]) if found else None
    if not found or not article:
        return Page(language.say(strings.ARTICLE_GONE))
    return articles.opened(article, found[0], language, tap.part, back=tap.back, asked=asked)


def _page(library: Library, question: str, action: Action, shown: Shown) -> Page:
    if action is Action.SOURCE and (excerpt := _excerpt(library, question, shown)):
        return articles.opened(
            excerpt.article,
            0,
            spoken(shown.language),
            words=Span(excerpt.start, excerpt.end),
            back=shown,
            asked=question if shown.continued else None,
        )
    index = 0 if action is Action.ALONE else shown.index
    return compose(library, question, shown.at(index), widened=action is Action.MORE)


def _excerpt(library: Library, question: str, shown: Shown) -> Excerpt | None:
    """The excerpt that is *shown*; None where the question has been edited to one without so many."""
    excerpts = library.ask(question, shown.top).excerpts
    return excerpts[shown.index] if shown.index < len(excerpts) else None


def _evidence(library: Library, question: str, index: int) -> dict[str, Any]:
    """What the ranking rested on, as plain data; *index* is the excerpt that was judged."""
    ranking = library.rank(question)
    return {
        "question": question,
        "judged": index,
        "confidence": ranking.confidence,
        "features": {name: round(float(of), 4) for name, of in ranking.features.items()},
        "excerpts": [
            {
                "article": of.article.id,
                "start": of.start,
                "end": of.end,
                "score": round(of.score, 4),
            }
            for of in library.excerpts(ranking)
        ],
    }


def _question(query: CallbackQuery, shown: Shown) -> str:
    """
    What the tapped message answers: how it says that it was read, or else the message that it replies
    to. Empty when that is deleted or out of reach.
    """
    message = query.message
    if not isinstance(message, Message):
        return ""
    if shown.continued:
        read = message.parse_entities([MessageEntity.UNDERLINE])
        return next(iter(read.values()), "")
    asked = message.reply_to_message
    return question_of(asked) if asked else ""


async def _acknowledge(
    query: CallbackQuery, text: str | None = None, *, alert: bool = False
) -> None:
    # Too old to be answered may still be young enough to be edited.
    with forgiving("query is too old"):
        await query.answer(text, show_alert=alert or None)


async def _show(query: CallbackQuery, library: Library, compose: Callable[[], Page]) -> None:
    """Put the page that *compose* makes in the place of the tapped message, if it is in reach."""
    if isinstance(query.message, Message):
        page = await aside(compose, library)
        await replace(query.message, query.message.message_id, page)

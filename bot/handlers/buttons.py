"""Taps on buttons. The message itself holds all that a tap needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace as changed
from functools import partial
from time import monotonic
from typing import Any

from telegram import CallbackQuery, Message, MessageEntity, Update
from telegram.constants import ChatType

from bot.handlers import pages
from bot.handlers.addressing import question_of
from bot.handlers.faults import forgiving
from bot.handlers.incoming import Incoming
from bot.handlers.questions import answer_page
from bot.handlers.sending import post, replace, reply
from bot.handlers.working import aside
from bot.i18n.languages import LANGUAGES, BotLanguage, spoken
from bot.messages import strings
from bot.messages.answers import Page, shown_there, to_copy
from bot.messages.articles import Opening, opened
from bot.messages.buttons import Action, List, ListName, Open, Set, Shown, Tap, read
from bot.messages.posting import posts
from bot.messages.settings import EXCERPTS, settings
from bot.storage.recipients import recipient_of
from bot.storage.state import Feedback, Preferences, State
from retrieval.answers.records import Excerpt
from retrieval.articles import Span
from retrieval.library import Library
from retrieval.query.chat_intent import find_chat_request

_REPEAT = 60
"""Seconds after which another tap on the same button posts the same again."""

KeepsCase = Callable[[int, dict[str, Any]], None]
"""Keeps the conversation of a chat, with the evidence for an answer that somebody rated bad."""


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

    async def tapped(self, incoming: Incoming) -> None:
        library, query = incoming.library, incoming.update.callback_query
        assert query
        tap = read(query.data)
        if tap is None:
            await _acknowledge(query, incoming.language.say(strings.UNKNOWN_BUTTON))
        elif isinstance(tap, Tap):
            await self._answer(library, query, tap)
        elif isinstance(tap, Set):
            await self._set(query, tap, incoming.update)
        else:
            await _turn(library, query, tap)

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
            self._remember_page(query, 0)
            await _show(query, library, lambda: answer_page(library, question, shown))
        elif tap.action in (Action.GOOD, Action.BAD):
            await self._judge(library, query, tap, question)
        elif tap.action in (Action.SHOW, Action.CITE):
            await self._post(library, query, tap, question)
        else:
            await _acknowledge(query)
            self._remember_page(query, 0 if tap.action is Action.ALONE else shown.index)
            await _show(query, library, lambda: _page(library, question, tap.action, shown))
            if tap.action is Action.ALONE:
                self._take_alone(query, question)

    async def _post(self, library: Library, query: CallbackQuery, tap: Tap, question: str) -> None:
        """Show the excerpt in its section, or send the line that cites it, but not twice in a row."""
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
        section = await aside(
            lambda: posts(excerpt.article, Span(excerpt.start, excerpt.end)), library
        )
        await post(
            message,
            section,
            excerpt.text,
            lambda confirmed: shown_there(excerpt, section, language, confirmed=confirmed),
        )

    def _has_posted(self, posting: tuple[int, int, str]) -> bool:
        """Return whether that was posted just now; if not, it counts as posted from here on."""
        now = monotonic()
        self._posted = {key: at for key, at in self._posted.items() if now - at < _REPEAT}
        return self._posted.setdefault(posting, now) != now

    async def _judge(self, library: Library, query: CallbackQuery, tap: Tap, question: str) -> None:
        shown, message = tap.shown, query.message
        assert isinstance(message, Message)
        excerpt = await aside(partial(_excerpt, library, question, shown), library)
        if excerpt:
            words = (excerpt.article.id, excerpt.start, excerpt.end, shown.version)
            feedback = Feedback(tap.action is Action.GOOD, *words)
            chat, answer, user = message.chat_id, message.message_id, query.from_user.id
            self._state.remember_feedback(chat, answer, user, feedback)
        if excerpt and tap.action is Action.BAD and self._keep_case:
            evidence = await aside(partial(_evidence, library, question, shown.index), library)
            self._keep_case(message.chat_id, evidence)
        await _acknowledge(query, spoken(shown.language).say(strings.THANKS))

    def _remember_page(self, query: CallbackQuery, page: int) -> None:
        """Remember which excerpt the tapped message shows, so that “who said that?” is about that one."""
        if isinstance(query.message, Message):
            self._state.remember_page(query.message.chat_id, query.message.message_id, page)

    def _take_alone(self, query: CallbackQuery, question: str) -> None:
        """Remember the *question* as it was written, so that the next one follows from that."""
        assert isinstance(query.message, Message)
        chat, answer = query.message.chat_id, query.message.message_id
        if past := self._state.question_answered_by(chat, answer):
            self._state.remember_question(changed(past, question=question, before=None))

    async def _set(self, query: CallbackQuery, tap: Set, update: Update) -> None:
        message = query.message
        preferences = _preferring(self._state.preferences(query.from_user.id), tap)
        await _acknowledge(query)
        if (
            preferences is None
            or not isinstance(message, Message)
            or message.chat.type != ChatType.PRIVATE
        ):
            return
        self._state.prefer(query.from_user.id, preferences)
        await replace(message, message.message_id, settings(recipient_of(update, self._state)))


def _preferring(preferences: Preferences, tap: Set) -> Preferences | None:
    """Return *preferences* with what *tap* sets, or None if there is no such choice."""
    if tap.name == "language" and tap.value in LANGUAGES:
        return changed(preferences, language=tap.value)
    if tap.name == "excerpts" and tap.value in map(str, EXCERPTS):
        return changed(preferences, excerpts=int(tap.value))
    if tap.name == "previews":
        return changed(preferences, previews=tap.value == "on")
    return None


async def _turn(library: Library, query: CallbackQuery, tap: List | Open) -> None:
    """Turn to another page of a list, or of an article."""
    language, message = spoken(tap.language), query.message
    if isinstance(tap, Open):
        continued = tap.back and tap.back.continued
        question = _question(query, tap.back) if tap.back and continued else None
        work = partial(pages.article, library, tap, language, question)
    else:
        command = message.reply_to_message if isinstance(message, Message) else None
        named = tap.of != "list" and command is not None
        wanted = _subject_of(question_of(command), library) if command and named else ""
        work = partial(_PAGES[tap.of], library, wanted, tap.page, language)
    await _acknowledge(query)
    await _show(query, library, work)


_PAGES: Mapping[ListName, Callable[[Library, str, int, BotLanguage], Page]] = {
    "list": pages.article_list,
    "about": pages.article_list,
    "said": pages.said,
    "timeline": pages.timeline,
}


def _subject_of(command: str, library: Library) -> str:
    """Return whom or what a *command* asks about, which may be words: "give me a timeline of the flood"."""
    request = find_chat_request(command, library.index.vocabulary)
    return request.topic if request else command


def _page(library: Library, question: str, action: Action, shown: Shown) -> Page:
    if action is Action.SOURCE and (excerpt := _excerpt(library, question, shown)):
        opening = Opening(
            words=Span(excerpt.start, excerpt.end),
            back=shown,
            question=question if shown.continued else None,
        )
        return opened(excerpt.article, opening, spoken(shown.language))
    index = 0 if action is Action.ALONE else shown.index
    return answer_page(library, question, shown.at(index), widened=action is Action.MORE)


def _excerpt(library: Library, question: str, shown: Shown) -> Excerpt | None:
    """Return the excerpt that is *shown*, or None if the edited question has not as many."""
    excerpts = library.ask(question, shown.top).excerpts
    return excerpts[shown.index] if shown.index < len(excerpts) else None


def _evidence(library: Library, question: str, index: int) -> dict[str, Any]:
    """Return what the answer was based on, as plain data; *index* is the excerpt that was judged."""
    answer, ranking = library.ask(question), library.rank(question)
    return {
        "question": question,
        "judged": index,
        "confidence": answer.confidence,
        "features": {name: round(float(value), 4) for name, value in ranking.features.items()},
        "excerpts": [
            {
                "article": excerpt.article.id,
                "start": excerpt.start,
                "end": excerpt.end,
                "score": round(excerpt.score, 4),
            }
            for excerpt in answer.excerpts or library.build_excerpts(ranking)
        ],
    }


def _question(query: CallbackQuery, shown: Shown) -> str:
    """
    Return the question that the tapped message answers, which stands in it if it was read together
    with an earlier one, or else in the message that it replies to. "" if that is out of reach.
    """
    message = query.message
    if not isinstance(message, Message):
        return ""
    if shown.continued:
        underlined = message.parse_entities([MessageEntity.UNDERLINE])
        return next(iter(underlined.values()), "")
    replied = message.reply_to_message
    return question_of(replied) if replied else ""


async def _acknowledge(
    query: CallbackQuery, text: str | None = None, *, alert: bool = False
) -> None:
    # Too old to be answered may still be young enough to be edited.
    with forgiving("query is too old"):
        await query.answer(text, show_alert=alert or None)


async def _show(query: CallbackQuery, library: Library, compose: Callable[[], Page]) -> None:
    """Put the page that *compose* makes in place of the tapped message, if that is in reach."""
    if isinstance(query.message, Message):
        page = await aside(compose, library)
        await replace(query.message, query.message.message_id, page)

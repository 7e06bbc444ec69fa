"""Questions: a message in a private chat, one that addresses the bot in a group, or /ask anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot.handlers.addressing import question_of, replied_to, topic_of
from bot.handlers.sending import replace as put
from bot.handlers.sending import reply
from bot.handlers.working import aside, working
from bot.i18n.languages import spoken
from bot.messages import answers, strings
from bot.messages.answers import Page
from bot.messages.buttons import Shown
from bot.storage import outcomes
from bot.storage.state import Asked, State
from bot.storage.views import View
from retrieval.answers.excerpts import paragraphs_around
from retrieval.answers.records import Answer, Reason
from retrieval.library import Library
from retrieval.query.follow_up import continues, stands_alone, together

_MORE = 5
"""Excerpts that /more adds."""

_MOST = 50
LONGEST = 220
"""Characters of a question that is read together with another: it stands over the answer, too."""

_NO_QUESTION: tuple[Reason, ...] = ("empty", "too-long")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it is read; `before` is the question that it goes on from."""

    question: str
    before: str | None = None


class Questions:
    """Answers questions, those that are edited again, and those that go on from others."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def asked(
        self, library: Library, view: View, update: Update, _: ContextTypes.DEFAULT_TYPE
    ) -> None:
        message = update.message
        assert message
        reading = self._read(message)
        shown = _shown(library, view, reading)
        answer, page = await working(
            message, partial(self._found, library, reading, shown), library
        )
        await self._send(message, message.message_id, reading, shown, answer, page)

    async def edited(
        self, library: Library, view: View, update: Update, _: ContextTypes.DEFAULT_TYPE
    ) -> None:
        """Put another answer in the place of that to the question as it was; without one do nothing."""
        message = update.edited_message
        assert message
        chat, number = message.chat_id, message.message_id
        answer = self._state.answer_to(chat, number)
        if answer is None:
            return
        question = question_of(message)
        was = self._state.asked_of(chat, answer)
        reading = Reading(question)
        if was and was.before and not stands_alone(question):
            reading = _together(was.before, question)
        shown = _shown(library, view, reading)
        page = await aside(partial(compose, library, reading.question, shown), library)
        await put(message, answer, page)
        if was:
            read = replace(was, question=reading.question, before=reading.before)
            self._state.remember_question(read)

    async def more(
        self, library: Library, view: View, update: Update, _: ContextTypes.DEFAULT_TYPE
    ) -> None:
        """Further excerpts for the question before, or for that which the message replied to answers."""
        message = update.message
        assert message
        was = self._before(message)
        say = view.language.say
        if was is None:
            await message.reply_text(say(strings.NOTHING_ASKED))
            return
        top = min(was.shown + _MORE, _MOST)
        shown = Shown(
            was.shown,
            library.version,
            top,
            view.language.code,
            view.preferences.previews,
            continued=was.before is not None,
        )
        reading = Reading(was.question, was.before)
        answer, page = await working(
            message, partial(self._found, library, reading, shown), library
        )
        if len(answer.excerpts) <= was.shown:
            await message.reply_text(say(strings.NO_MORE))
        else:
            await self._send(message, was.message, reading, shown, answer, page)

    async def anew(
        self, _: Library, view: View, update: Update, __: ContextTypes.DEFAULT_TYPE
    ) -> None:
        """Forget what was asked here: the next question goes on from nothing."""
        message = update.message
        assert message
        forgotten = self._state.forget_questions(message.chat_id, topic_of(message))
        await message.reply_text(view.language.say(strings.ANEW if forgotten else strings.FAILED))

    def _found(self, library: Library, reading: Reading, shown: Shown) -> tuple[Answer, Page]:
        answer = library.ask(reading.question, shown.top)
        return answer, page_of(answer, shown)

    async def _send(
        self,
        message: Message,
        asked: int,
        reading: Reading,
        shown: Shown,
        answer: Answer,
        page: Page,
    ) -> None:
        """Answer the message *asked*, in the chat of *message*, and remember that."""
        sent = await reply(message, page, asked)
        self._state.remember_answer(sent.chat_id, asked, sent.message_id)
        if answer.no_answer and answer.no_answer.reason in _NO_QUESTION:
            return
        user = message.from_user.id if message.from_user else None
        self._state.remember_question(
            Asked(
                *(sent.chat_id, sent.message_id, topic_of(message), user, asked),
                *(reading.question, reading.before, shown.top),
            )
        )

    def _read(self, message: Message) -> Reading:
        question = question_of(message)
        replied = replied_to(message)
        alone = stands_alone(question) if replied else not continues(question)
        before = None if alone else self._before(message)
        return _together(before.question, question) if before else Reading(question)

    def _before(self, message: Message) -> Asked | None:
        """What *message* goes on from: what it replies to, or else the last that its sender asked here."""
        if replied := replied_to(message):
            return self._state.asked_of(message.chat_id, replied.message_id)
        user = message.from_user.id if message.from_user else None
        return self._state.asked_by(message.chat_id, topic_of(message), user)


def _together(before: str, question: str) -> Reading:
    read = together(before, question)
    return Reading(read, before) if len(read) <= LONGEST else Reading(question)


def compose(library: Library, question: str, shown: Shown, *, widened: bool = False) -> Page:
    """The page that answers *question*; see `page_of`."""
    return page_of(library.ask(question, shown.top), shown, widened=widened)


def page_of(answer: Answer, shown: Shown, *, widened: bool = False) -> Page:
    """
    Return the page that shows an *answer*.

    An index past the last excerpt shows the last: the question may have been edited since.
    """
    language = spoken(shown.language)
    outcomes.found(answer)
    if answer.no_answer:
        return answers.no_answer(answer, language, shown)
    shown = shown.at(min(shown.index, len(answer.excerpts) - 1))
    around = paragraphs_around(answer.excerpts[shown.index], answers.MAX_CONTEXT)
    return answers.page(answer, shown, language, around, widened=widened)


def _shown(library: Library, view: View, reading: Reading) -> Shown:
    return Shown(
        0,
        library.version,
        view.preferences.excerpts,
        view.language.code,
        view.preferences.previews,
        continued=reading.before is not None,
    )

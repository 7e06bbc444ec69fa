"""Questions: a message in a private chat, one that addresses the bot in a group, or /ask anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from telegram import Message

from bot.handlers.addressing import claim_replied_to, question_of, replied_to, topic_of
from bot.handlers.incoming import Incoming
from bot.handlers.requests import ABOUT_ANSWERS, answer_request
from bot.handlers.sending import replace as replace_message
from bot.handlers.sending import reply
from bot.handlers.working import aside, working
from bot.i18n.languages import BotLanguage, spoken
from bot.messages import answers, strings
from bot.messages.answers import Page
from bot.messages.buttons import Shown
from bot.storage.state import PastQuestion, State
from bot.updates import outcomes
from retrieval.answers.excerpts import find_paragraphs_around
from retrieval.answers.records import Answer, Reason
from retrieval.library import Library
from retrieval.query.chat_intent import ChatRequest, find_chat_request
from retrieval.query.follow_up import combine, continues, stands_alone
from retrieval.query.forwarded import find_forwarded

_MORE = 5
"""Excerpts that /more adds."""

_MOST = 50
LONGEST = 220
"""Characters of a question that is read together with another: it is shown above the answer, too."""

_NO_QUESTION: tuple[Reason, ...] = ("empty", "too-long", "not-a-question")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it is read; `before` is the earlier question that it follows from."""

    question: str
    before: str | None = None


class QuestionHandlers:
    """Answers questions, questions that are edited, and questions that follow from earlier ones."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def asked(self, incoming: Incoming) -> None:
        library, message = incoming.library, incoming.message
        question = question_of(message)
        if request := find_chat_request(question, library.index.vocabulary):
            await self._answer_request(incoming, request, question)
            return
        reading = self._read(message)
        shown = _shown(incoming, reading)
        answered = await working(message, partial(_ask, library, reading, shown), library)
        await self._send(message, message.message_id, reading, shown, answered)

    async def _answer_request(
        self, incoming: Incoming, request: ChatRequest, question: str
    ) -> None:
        """Answer what is meant for the bot; the next question still follows from the one before this."""
        library, message = incoming.library, incoming.message
        if request.intent == "more":
            await self.more(incoming)
            return
        if request.intent == "doubt" and not replied_to(message) and message.reply_to_message:
            await self._check_replied(incoming)
            return
        past = self._past_question(message) if request.intent in ABOUT_ANSWERS else None
        page = self._state.page_of(past.chat, past.answer) if past else 0
        about = (past.question, past.shown, page) if past else None
        work = partial(_request_page, library, request, question, incoming.language, about)
        sent = await reply(message, await working(message, work, library))
        self._state.remember_answer(sent.chat_id, message.message_id, sent.message_id)

    async def check(self, incoming: Incoming) -> None:
        """Check the claim behind the command, or the message that the command replies to."""
        if question_of(incoming.message):
            await self.asked(incoming)
        else:
            await self._check_replied(incoming)

    async def _check_replied(self, incoming: Incoming) -> None:
        """Check the message that this one replies to, or else say how to check a claim."""
        message = incoming.message
        if claim := claim_replied_to(message):
            reading = Reading(claim)
            work = partial(_ask, incoming.library, reading, _shown(incoming, reading))
            answer, page = await working(message, work, incoming.library)
            # Buttons read the question from the message that is replied to, where it is not.
            alone = replace(page, buttons=None)
            await self._send(
                message, message.message_id, reading, _shown(incoming, reading), (answer, alone)
            )
        else:
            await message.reply_text(incoming.language.say(strings.CHECK_USAGE))

    async def edited(self, incoming: Incoming) -> None:
        """Replace the answer to the question as it was before; do nothing if there is none."""
        message = incoming.update.edited_message
        assert message
        chat, number = message.chat_id, message.message_id
        answer = self._state.answer_to(chat, number)
        if answer is None:
            return
        question = question_of(message)
        past = self._state.question_answered_by(chat, answer)
        reading = Reading(question)
        if past and past.before and not stands_alone(question):
            reading = _read_together(past.before, question)
        shown = _shown(incoming, reading)
        work = partial(answer_page, incoming.library, reading.question, shown)
        await replace_message(message, answer, await aside(work, incoming.library))
        self._state.remember_page(chat, answer, 0)
        if past:
            past = replace(past, question=reading.question, before=reading.before)
            self._state.remember_question(past)

    async def more(self, incoming: Incoming) -> None:
        """Show more excerpts for the last question, or for the one whose answer is replied to."""
        library, message, say = incoming.library, incoming.message, incoming.language.say
        past = self._past_question(message)
        if past is None:
            await message.reply_text(say(strings.NOTHING_ASKED))
            return
        reading = Reading(past.question, past.before)
        top = min(past.shown + _MORE, _MOST)
        shown = replace(_shown(incoming, reading), index=past.shown, top=top)
        answered = await working(message, partial(_ask, library, reading, shown), library)
        answer, _page = answered
        if len(answer.excerpts) <= past.shown:
            await message.reply_text(say(strings.NO_MORE))
        else:
            await self._send(message, past.message, reading, shown, answered)

    async def forget(self, incoming: Incoming) -> None:
        """Forget what was asked here, so that the next question is read by itself."""
        message = incoming.message
        forgotten = self._state.forget_questions(message.chat_id, topic_of(message))
        sentence = strings.ANEW if forgotten else strings.FAILED
        await message.reply_text(incoming.language.say(sentence))

    async def _send(
        self,
        message: Message,
        number: int,
        reading: Reading,
        shown: Shown,
        answered: tuple[Answer, Page],
    ) -> None:
        """Answer the message *number* in the chat of *message*, and remember that."""
        answer, page = answered
        sent = await reply(message, page, number)
        self._state.remember_answer(sent.chat_id, number, sent.message_id)
        if shown.index:
            self._state.remember_page(sent.chat_id, sent.message_id, shown.index)
        if answer.no_answer and answer.no_answer.reason in _NO_QUESTION:
            return
        user = message.from_user.id if message.from_user else None
        self._state.remember_question(
            PastQuestion(
                *(sent.chat_id, sent.message_id, topic_of(message), user, number),
                *(reading.question, reading.before, shown.top),
            )
        )

    def _read(self, message: Message) -> Reading:
        question = question_of(message)
        alone = stands_alone(question) if replied_to(message) else not continues(question)
        alone = alone or find_forwarded(question, None) is not None
        past = None if alone else self._past_question(message)
        return _read_together(past.question, question) if past else Reading(question)

    def _past_question(self, message: Message) -> PastQuestion | None:
        """
        Return the question that *message* follows from: the one whose answer it replies to, or else
        the last one that its sender asked here.
        """
        if replied := replied_to(message):
            return self._state.question_answered_by(message.chat_id, replied.message_id)
        user = message.from_user.id if message.from_user else None
        return self._state.last_question(message.chat_id, topic_of(message), user)


def _read_together(before: str, question: str) -> Reading:
    combined = combine(before, question)
    return Reading(combined, before) if len(combined) <= LONGEST else Reading(question)


def _ask(library: Library, reading: Reading, shown: Shown) -> tuple[Answer, Page]:
    answer = library.ask(reading.question, shown.top)
    return answer, _page(answer, shown)


def answer_page(library: Library, question: str, shown: Shown, *, widened: bool = False) -> Page:
    """
    Return the page that answers *question*; *widened* shows the text around the excerpt.

    An index past the last excerpt shows the last: the question may have been edited since.
    """
    return _page(library.ask(question, shown.top), shown, widened=widened)


def _request_page(
    library: Library,
    request: ChatRequest,
    message: str,
    language: BotLanguage,
    about: tuple[str, int, int] | None,
) -> Page:
    """
    Return what serves for *request*, which is the whole *message*.

    Args:
        about: The question before it, the most excerpts of its answer, and which of them is shown, from 0.
    """
    outcomes.report_answer(library.ask(message))
    if about is None:
        return answer_request(library, request, message, language)
    question, top, page = about
    return answer_request(library, request, message, language, library.ask(question, top), page)


def _page(answer: Answer, shown: Shown, *, widened: bool = False) -> Page:
    language = spoken(shown.language)
    outcomes.report_answer(answer)
    if answer.no_answer:
        return answers.no_answer(answer, language, shown)
    shown = shown.at(min(shown.index, len(answer.excerpts) - 1))
    around = find_paragraphs_around(answer.excerpts[shown.index], answers.MAX_CONTEXT)
    return answers.page(answer, shown, language, around, widened=widened)


def _shown(incoming: Incoming, reading: Reading) -> Shown:
    preferences = incoming.recipient.preferences
    return Shown(
        0,
        incoming.library.version,
        preferences.excerpts,
        incoming.language.code,
        preferences.previews,
        continued=reading.before is not None,
    )

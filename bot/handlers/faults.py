"""What happens when something fails: the log is told first, then the person, plainly."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from telegram import Message, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot.messages import strings
from bot.storage import outcomes
from bot.storage.state import State
from bot.storage.views import view_of
from retrieval.articles import EngineError

log = logging.getLogger(__name__)

Tell = Callable[[str, Exception], Awaitable[None]]
"""Tells somebody who may know what to do about a fault, by its id in the log; never raises."""


async def nobody(_id: str, _error: Exception) -> None:
    """There is none to tell."""


async def on_error(
    state: State, tell: Tell, update: object, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """The one error handler. No word of a message goes into the log, no error into a chat."""
    error = context.error
    if isinstance(error, Forbidden):
        outcomes.blocked()
        log.info("Telegram does not let me write to a chat: %s", error)
        return
    number = outcomes.failed(outcomes.AWAY if isinstance(error, EngineError) else "")
    if isinstance(error, RetryAfter) or _is_network(error):
        log.warning("Telegram did not take a call: %s (error %s)", error, number)
    elif error:
        if isinstance(error, EngineError):
            log.warning("A question was not answered: %s (error %s)", error, number)
        else:
            log.error("A handler failed (error %s)", number, exc_info=error)
        await tell(number, error)
    if not isinstance(update, Update) or update.guest_message:
        return  # the chat of a guest message is out of reach
    message = update.effective_message
    if isinstance(message, Message) and not isinstance(error, RetryAfter):
        sentence = strings.CANNOT_SEARCH if isinstance(error, EngineError) else strings.FAILED
        await _apologize(message, view_of(update, state).language.say(sentence))


@contextmanager
def forgiving(refusal: str) -> Iterator[None]:
    """Go on after a *refusal* that harms nobody; any other error travels on."""
    try:
        yield
    except BadRequest as error:
        if refusal not in error.message.lower():
            raise


def _is_network(error: Exception | None) -> bool:
    # PTB derives BadRequest, which is our mistake, from NetworkError.
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)


async def _apologize(message: Message, text: str) -> None:
    try:
        await message.reply_text(text)
    except TelegramError as error:
        log.warning("The apology did not arrive either: %s", error)

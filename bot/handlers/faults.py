"""What happens when something fails: the log gets the details, and the person a plain sentence."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from telegram import Message, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot.messages import strings
from bot.storage.recipients import recipient_of
from bot.storage.state import State
from bot.updates import outcomes
from retrieval.articles import EngineError

log = logging.getLogger(__name__)

Alert = Callable[[str, Exception], Awaitable[None]]
"""Tells the admins about a fault, with its id in the log; never raises."""


async def alert_nobody(_id: str, _error: Exception) -> None:
    """Do nothing: there are no admins."""


async def on_error(
    state: State, alert: Alert, update: object, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """Handle any error. No text of a message goes into the log, and no error into a chat."""
    error = context.error
    if isinstance(error, Forbidden):
        outcomes.report_blocked()
        log.info("Telegram does not let me write to a chat: %s", error)
        return
    number = outcomes.report_failure(outcomes.UNAVAILABLE if isinstance(error, EngineError) else "")
    if isinstance(error, RetryAfter) or _is_network(error):
        log.warning("Telegram did not take a call: %s (error %s)", error, number)
    elif error:
        if isinstance(error, EngineError):
            log.warning("A question was not answered: %s (error %s)", error, number)
        else:
            log.error("A handler failed (error %s)", number, exc_info=error)
        await alert(number, error)
    if not isinstance(update, Update) or update.guest_message:
        return  # the chat of a guest message is out of reach
    message = update.effective_message
    if isinstance(message, Message) and not isinstance(error, RetryAfter):
        sentence = strings.CANNOT_SEARCH if isinstance(error, EngineError) else strings.FAILED
        await _apologize(message, recipient_of(update, state).language.say(sentence))


@contextmanager
def forgiving(refusal: str) -> Iterator[None]:
    """Ignore a `BadRequest` whose message contains *refusal*."""
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

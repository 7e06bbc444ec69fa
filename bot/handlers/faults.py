"""What happens when something fails: the log is told first, then the person, plainly."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from telegram import Message, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot import handling, texts
from retrieval.articles import EngineError

log = logging.getLogger(__name__)


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The one error handler. No word of a message goes into the log, no error into a chat."""
    error = context.error
    if isinstance(error, Forbidden):
        handling.blocked()
        log.info("Telegram does not let me write to a chat: %s", error)
        return
    number = handling.failed()
    if isinstance(error, RetryAfter) or _is_network(error):
        log.warning("Telegram did not take a call: %s (error %s)", error, number)
    elif isinstance(error, EngineError):
        log.warning("A question was not answered: %s (error %s)", error, number)
    else:
        log.error("A handler failed (error %s)", number, exc_info=error)
    message = update.effective_message if isinstance(update, Update) else None
    if isinstance(update, Update) and update.guest_message:
        return  # its chat is out of reach
    if isinstance(message, Message) and not isinstance(error, RetryAfter):
        await _apologize(
            message, texts.CANNOT_SEARCH if isinstance(error, EngineError) else texts.FAILED
        )


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

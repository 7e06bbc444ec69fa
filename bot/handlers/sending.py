"""Sends pages to chats, with a fallback where Telegram refuses the first way."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from telegram import LinkPreviewOptions, Message, ReplyParameters
from telegram.error import BadRequest, ChatMigrated

from bot.handlers.faults import forgiving
from bot.messages.answers import Page
from bot.messages.markup import parse
from bot.messages.posting import Posts, quote_in

log = logging.getLogger(__name__)

_UNQUOTED = ("quote", "message to be replied not found")

_UNPARSED = "can't parse entities"


async def reply(message: Message, page: Page, question: int | None = None) -> Message:
    """
    Answer in the chat of *message* with *page*, as a reply to the question, so that a button can find
    the question again.

    If the group has become a supergroup, send it there. If Telegram cannot parse the markup, which is a
    bug of ours, send it without.

    Args:
        question: The number of the message with the question, if that is not *message*.
    """
    more = _options(page)
    number = message.message_id if question is None else question
    quoted: dict[str, Any] = {"reply_to_message_id": number}
    try:
        return await message.reply_text(page.text, **more, **quoted)
    except ChatMigrated as moved:
        return await message.get_bot().send_message(moved.new_chat_id, page.text, **more)
    except BadRequest as error:
        plain = _plain(page, error)
        return await message.reply_text(plain, parse_mode=None, **more, **quoted)


async def replace(message: Message, answer: int, page: Page) -> None:
    """Put *page* in place of the message *answer* in the chat of *message*, if it still exists."""
    edit = partial(
        message.get_bot().edit_message_text,
        chat_id=message.chat_id,
        message_id=answer,
        **_options(page),
    )
    # Two quick taps on one button ask for the same page twice.
    with forgiving("message is not modified"), forgiving("message to edit not found"):
        try:
            await edit(text=page.text)
        except BadRequest as error:
            await edit(text=_plain(page, error), parse_mode=None)


async def post(
    answer: Message, posts: Posts, excerpt: str, quoting: Callable[[bool], Page]
) -> None:
    """
    Send *posts* to the chat and topic of *answer*, and quote *excerpt* from them.

    Telegram accepts the quote only if it is an exact part of the message; if it does not, or the
    message is gone, reply without a quote.

    Args:
        quoting: Returns the quoting message, given whether Telegram has confirmed the words.
    """
    silent: dict[str, Any] = {"parse_mode": None, "disable_notification": True}
    sent = [
        await answer.reply_text(posts.texts[0], **silent, reply_to_message_id=answer.message_id)
    ]
    sent += [await answer.reply_text(text, **silent) for text in posts.texts[1:]]
    holding, text = sent[posts.holding], posts.texts[posts.holding]
    if quote := quote_in(holding.text or "", text[: posts.before], excerpt):
        parameters = ReplyParameters(
            holding.message_id,
            allow_sending_without_reply=False,
            quote=quote.text,
            quote_position=quote.position,
            quote_parse_mode=None,
        )
        page = quoting(True)
        try:
            await holding.reply_text(page.text, **_options(page), reply_parameters=parameters)
        except BadRequest as error:
            if not any(word in error.message.lower() for word in _UNQUOTED):
                raise
            log.warning("Telegram does not find an excerpt in its section: %s", error)
        else:
            return
    else:
        log.warning("An excerpt is not in the message that Telegram made of its section.")
    await reply(holding, quoting(False))


def _options(page: Page) -> dict[str, Any]:
    """Return the options of a call that sends *page*; by default a message has no link preview."""
    shown = {"link_preview_options": LinkPreviewOptions(is_disabled=False)} if page.preview else {}
    return {"reply_markup": page.buttons, **shown}


def _plain(page: Page, refused: BadRequest) -> str:
    """
    Return the text of *page* without its markup.

    Raises:
        BadRequest: The message was *refused* for another reason.
    """
    if _UNPARSED not in refused.message.lower():
        raise refused
    log.error("Telegram cannot read the markup of an answer: %s", refused)
    return parse(page.text)[0]

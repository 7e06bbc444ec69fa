"""Put a page into a chat, whatever Telegram has against the first way to do so."""

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


async def reply(message: Message, page: Page, asked: int | None = None) -> Message:
    """
    Answer in the chat of *message* with *page*, to which a question is quoted: that lets a button find
    it again.

    A group that became a supergroup is followed there. Markup that Telegram cannot read, which is our
    mistake, is left out.

    Args:
        asked: The message with the question, where that is another.
    """
    more = _about(page)
    number = message.message_id if asked is None else asked
    quoted: dict[str, Any] = {"reply_to_message_id": number}
    try:
        return await message.reply_text(page.text, **more, **quoted)
    except ChatMigrated as moved:
        return await message.get_bot().send_message(moved.new_chat_id, page.text, **more)
    except BadRequest as error:
        plain = _plain(page, error)
        return await message.reply_text(plain, parse_mode=None, **more, **quoted)


async def replace(asked: Message, answer: int, page: Page) -> None:
    """Put *page* in the place of the message *answer* in the chat of *asked*, if it is there still."""
    edit = partial(
        asked.get_bot().edit_message_text,
        chat_id=asked.chat_id,
        message_id=answer,
        **_about(page),
    )
    # Two quick taps on one button ask for the same page twice.
    with forgiving("message is not modified"), forgiving("message to edit not found"):
        try:
            await edit(text=page.text)
        except BadRequest as error:
            await edit(text=_plain(page, error), parse_mode=None)


async def post(answer: Message, posts: Posts, excerpt: str, told: Callable[[bool], Page]) -> None:
    """
    Send *posts* into the chat and topic of *answer*, and quote *excerpt* out of them.

    Telegram takes the quote only if that is an exact part of the message; where it does not, or the
    message is gone, there is a reply without one.

    Args:
        told: What the quoting message says, by whether Telegram has confirmed the words.
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
        page = told(True)
        try:
            await holding.reply_text(page.text, **_about(page), reply_parameters=parameters)
        except BadRequest as error:
            if not any(word in error.message.lower() for word in _UNQUOTED):
                raise
            log.warning("Telegram does not find an excerpt in its section: %s", error)
        else:
            return
    else:
        log.warning("An excerpt is not in the message that Telegram made of its section.")
    await reply(holding, told(False))


def _about(page: Page) -> dict[str, Any]:
    """What goes with the text of *page*; where nothing is said of previews, the default is none."""
    shown = {"link_preview_options": LinkPreviewOptions(is_disabled=False)} if page.preview else {}
    return {"reply_markup": page.buttons, **shown}


def _plain(page: Page, refused: BadRequest) -> str:
    """
    The text of *page* without its markup.

    Raises:
        BadRequest: It was *refused* for another reason.
    """
    if _UNPARSED not in refused.message.lower():
        raise refused
    log.error("Telegram cannot read the markup of an answer: %s", refused)
    return parse(page.text)[0]

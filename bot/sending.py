"""Put a page into a chat, whatever Telegram has against the first way to do so."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from telegram import LinkPreviewOptions, Message
from telegram.error import BadRequest, ChatMigrated

from bot.handlers.faults import forgiving
from bot.markup import parse
from bot.render import Page

log = logging.getLogger(__name__)

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

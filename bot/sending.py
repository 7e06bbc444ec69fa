"""Put a page into a chat, whatever Telegram has against the first way to do so."""

from __future__ import annotations

import logging

from telegram import Message
from telegram.error import BadRequest, ChatMigrated

from bot.handlers.faults import forgiving
from bot.markup import parse
from bot.render import Page

log = logging.getLogger(__name__)

_UNPARSED = "can't parse entities"


async def reply(message: Message, page: Page) -> Message:
    """
    Answer *message* with *page*, to which it is quoted: that lets a button find the question again.

    A group that became a supergroup is followed there. Markup that Telegram cannot read, which is our
    mistake, is left out.
    """
    try:
        return await message.reply_text(page.text, reply_markup=page.buttons, do_quote=True)
    except ChatMigrated as moved:
        return await message.get_bot().send_message(
            moved.new_chat_id, page.text, reply_markup=page.buttons
        )
    except BadRequest as error:
        plain = _plain(page, error)
        return await message.reply_text(
            plain, parse_mode=None, reply_markup=page.buttons, do_quote=True
        )


async def replace(asked: Message, answer: int, page: Page) -> None:
    """Put *page* in the place of the message *answer* in the chat of *asked*, if it is there still."""
    edit = asked.get_bot().edit_message_text
    # Two quick taps on one button ask for the same page twice.
    with forgiving("message is not modified"), forgiving("message to edit not found"):
        try:
            await edit(page.text, asked.chat_id, answer, reply_markup=page.buttons)
        except BadRequest as error:
            plain = _plain(page, error)
            await edit(plain, asked.chat_id, answer, parse_mode=None, reply_markup=page.buttons)


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

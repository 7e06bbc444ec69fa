"""Which messages are for the bot, and what they ask."""

from __future__ import annotations

import re

from telegram import Message, User
from telegram.ext import filters

_COMMAND = re.compile(r"^/(?:ask|said)(@\w+)?(\s+|$)", re.IGNORECASE)
_AROUND = " \t\n,:;–—-"
"""What stands between a name and a question, beside the question's own signs."""


def question_of(message: Message) -> str:
    """What *message* asks, without the command or the name it is addressed by; "" without text."""
    text = message.text or ""
    asked, commands = _COMMAND.subn("", text, count=1)
    if commands:
        return asked
    name = _named(message.get_bot().username)
    return name.sub(" ", text).strip(_AROUND) if name.search(text) else text


class Addressed(filters.MessageFilter):
    """In a group: messages that name the bot, or reply to one of its own."""

    def filter(self, message: Message) -> bool:
        return _mentions(message) or replied_to(message) is not None


class Written(filters.MessageFilter):
    """
    Messages that somebody wrote: not what inline mode put there, the bot's own words among it, and
    not those of other bots, which could go on for ever.
    """

    def filter(self, message: Message) -> bool:
        sender = message.from_user
        # Who writes for a channel, or unnamed for a group, does so in the name of a bot.
        of_a_bot = sender is not None and sender.is_bot and message.sender_chat is None
        return message.via_bot is None and not of_a_bot


def _mentions(message: Message) -> bool:
    return bool(_named(message.get_bot().username).search(message.text or ""))


def replied_to(message: Message) -> Message | None:
    """The message of the bot that *message* replies to."""
    replied = message.reply_to_message
    # In a topic everything replies to its beginning, whoever made it.
    if replied is None or replied.forum_topic_created:
        return None
    me: User = message.get_bot().bot
    return replied if replied.from_user is not None and replied.from_user.id == me.id else None


def topic_of(message: Message) -> int | None:
    """The topic that *message* stands in, where its chat has any."""
    return message.message_thread_id if message.is_topic_message else None


def _named(username: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])@{re.escape(username)}\b", re.IGNORECASE)

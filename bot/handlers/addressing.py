"""Which messages are addressed to the bot, and what they ask."""

from __future__ import annotations

import re

from telegram import Message, User
from telegram.ext import filters

_COMMAND = re.compile(r"^/(ask|check|said|sources|timeline)(?:@\w+)?(?:\s+|$)", re.IGNORECASE)
_AS_CLAIM = "check: {}"
"""A question that asks whether something is so, as `find_forwarded` reads it."""

_AROUND = " \t\n,:;–—-"
"""Characters between a name and a question that belong to neither."""


def question_of(message: Message) -> str:
    """
    Return the question in *message*, without a command or the bot's name; "" if it has no text.

    What somebody forwards from elsewhere, and what stands behind /check, is a claim to check.
    """
    text = message.text or ""
    if command := _COMMAND.match(text):
        question = text[command.end() :]
        is_check = command[1].lower() == "check"
        return _AS_CLAIM.format(question) if is_check and question else question
    if message.forward_origin:
        return _AS_CLAIM.format(text)
    mention = _mention(message.get_bot().username)
    return mention.sub(" ", text).strip(_AROUND) if mention.search(text) else text


def claim_replied_to(message: Message) -> str:
    """Return what to check if *message* replies to a message with words; "" otherwise."""
    replied = message.reply_to_message
    words = replied and (replied.text or replied.caption)
    return _AS_CLAIM.format(words) if words else ""


class Addressed(filters.MessageFilter):
    """Messages in a group that mention the bot, or reply to one of its messages."""

    def filter(self, message: Message) -> bool:
        return _mentions(message) or replied_to(message) is not None


class Written(filters.MessageFilter):
    """
    Messages that a person wrote: neither inline results, which may be the bot's own words, nor
    messages of other bots, with which it could talk for ever.
    """

    def filter(self, message: Message) -> bool:
        sender = message.from_user
        # Posts of a channel, and of an anonymous group admin, have a bot as their sender.
        by_bot = sender is not None and sender.is_bot and message.sender_chat is None
        return message.via_bot is None and not by_bot


def _mentions(message: Message) -> bool:
    return bool(_mention(message.get_bot().username).search(message.text or ""))


def replied_to(message: Message) -> Message | None:
    """Return the message of the bot that *message* replies to, if it does."""
    replied = message.reply_to_message
    # In a topic every message replies to the first one, whoever created the topic.
    if replied is None or replied.forum_topic_created:
        return None
    me: User = message.get_bot().bot
    return replied if replied.from_user is not None and replied.from_user.id == me.id else None


def topic_of(message: Message) -> int | None:
    """Return the topic that *message* is in, if any."""
    return message.message_thread_id if message.is_topic_message else None


def _mention(username: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])@{re.escape(username)}\b", re.IGNORECASE)

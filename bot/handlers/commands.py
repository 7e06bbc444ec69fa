"""Commands other than those that ask, and messages that are neither a command nor a question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup
from telegram.constants import ChatType

from bot.handlers import pages
from bot.handlers.addressing import question_of
from bot.handlers.incoming import Incoming
from bot.handlers.receipts import Receipts
from bot.handlers.sending import reply
from bot.handlers.working import working
from bot.messages import links, strings
from bot.messages.answers import Page
from bot.messages.settings import settings
from bot.storage.state import State
from retrieval.articles.receipt_tokens import is_payload


async def on_start(receipts: Receipts, incoming: Incoming) -> None:
    """Do what the link says that started the bot; without one welcome whoever sent the command."""
    library, message, language = incoming.library, incoming.message, incoming.language
    payload = incoming.arguments[0] if incoming.arguments else ""
    # In a group a keyboard opens for everyone, and the bot would not read what it sends.
    if message.chat.type != ChatType.PRIVATE:
        text = language.count(strings.WELCOME_IN_GROUP, len(library.articles))
        await message.reply_text(text, reply_markup=None)
    elif payload == links.SETTINGS:
        await on_settings(incoming)
    elif is_payload(payload):
        await receipts.verify(payload, incoming)
    elif link := links.read(payload):
        work = partial(pages.linked, library, link, language)
        await reply(message, await working(message, work, library))
    else:
        suggestions = await working(message, lambda: library.suggestions, library)
        text = language.count(strings.WELCOME, len(library.articles))
        keyboard = _keyboard(suggestions) if suggestions else None
        await message.reply_text(text, reply_markup=keyboard)


async def on_sources(incoming: Incoming) -> None:
    """List the articles, or those about what the command names."""
    library, message = incoming.library, incoming.message
    work = partial(pages.article_list, library, question_of(message), 0, incoming.language)
    await reply(message, await working(message, work, library))


async def on_said(incoming: Incoming) -> None:
    """Show what somebody said, or list everybody who is quoted."""
    library, message = incoming.library, incoming.message
    work = partial(pages.said, library, question_of(message), 0, incoming.language)
    await reply(message, await working(message, work, library))


async def on_timeline(incoming: Incoming) -> None:
    """Show the sentences that name a date, or those about what the command names."""
    library, message = incoming.library, incoming.message
    work = partial(pages.timeline, library, question_of(message), 0, incoming.language)
    await reply(message, await working(message, work, library))


async def on_settings(incoming: Incoming) -> None:
    """Show the settings; in a group, link to the private chat that has them."""
    message, say = incoming.message, incoming.language.say
    if message.chat.type == ChatType.PRIVATE:
        await reply(message, settings(incoming.recipient))
        return
    url = links.settings_link(message.get_bot().username)
    button = InlineKeyboardButton(say(strings.OPEN_CHAT), url=url)
    await reply(message, Page(say(strings.SETTINGS_ARE_YOURS), InlineKeyboardMarkup([[button]])))


async def on_privacy(notices: Sequence[str], incoming: Incoming) -> None:
    """Say what is stored, after the *notices* about this run."""
    sentences = map(incoming.language.say, (*notices, strings.PRIVACY))
    await incoming.message.reply_text("\n\n".join(sentences))


async def on_forget_me(state: State, incoming: Incoming) -> None:
    """Delete all that is stored about the sender."""
    user = incoming.message.from_user
    forgotten = not user or state.forget(user.id)
    await say(strings.FORGOTTEN if forgotten else strings.FAILED, incoming)


async def say(sentence: str, incoming: Incoming) -> None:
    """Answer any message with the same *sentence*."""
    await incoming.message.reply_text(incoming.language.say(sentence))


def _keyboard(questions: Sequence[str]) -> ReplyKeyboardMarkup:
    rows = [[question] for question in questions]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)

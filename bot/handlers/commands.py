"""Commands other than those that ask, and messages that are neither a command nor a question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.handlers import pages
from bot.handlers.addressing import question_of
from bot.handlers.receipts import Receipts
from bot.handlers.sending import reply
from bot.handlers.working import working
from bot.messages import links, strings
from bot.messages.answers import Page
from bot.messages.settings import settings
from bot.storage.recipients import Recipient
from bot.storage.state import State
from retrieval.articles.receipt_tokens import is_payload
from retrieval.library import Library


async def on_start(
    receipts: Receipts,
    library: Library,
    recipient: Recipient,
    update: Update,
    context: ContextTypes.DEFAULT_TYPE,
) -> None:
    """Do what the link says that started the bot; without one welcome whoever sent the command."""
    message, language = update.message, recipient.language
    assert message
    payload = context.args[0] if context.args else ""
    # In a group a keyboard opens for everyone, and the bot would not read what it sends.
    if message.chat.type != ChatType.PRIVATE:
        text = language.count(strings.WELCOME_IN_GROUP, len(library.articles))
        await message.reply_text(text, reply_markup=None)
    elif payload == links.SETTINGS:
        await on_settings(library, recipient, update, context)
    elif is_payload(payload):
        await receipts.verify(payload, library, recipient, message)
    elif link := links.read(payload):
        work = partial(pages.linked, library, link, language)
        await reply(message, await working(message, work, library))
    else:
        suggestions = await working(message, lambda: library.suggestions, library)
        text = language.count(strings.WELCOME, len(library.articles))
        keyboard = _keyboard(suggestions) if suggestions else None
        await message.reply_text(text, reply_markup=keyboard)


async def on_sources(
    library: Library, recipient: Recipient, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """List the articles."""
    assert update.message
    work = partial(pages.article_list, library, 0, recipient.language)
    await reply(update.message, await working(update.message, work, library))


async def on_said(
    library: Library, recipient: Recipient, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """Show what somebody said, or list everybody who is quoted."""
    assert update.message
    work = partial(pages.said, library, question_of(update.message), 0, recipient.language)
    await reply(update.message, await working(update.message, work, library))


async def on_settings(
    _: Library, recipient: Recipient, update: Update, __: ContextTypes.DEFAULT_TYPE
) -> None:
    """Show the settings; in a group, link to the private chat that has them."""
    message = update.message
    assert message
    if message.chat.type == ChatType.PRIVATE:
        await reply(message, settings(recipient))
        return
    say = recipient.language.say
    url = links.settings_link(message.get_bot().username)
    button = InlineKeyboardButton(say(strings.OPEN_CHAT), url=url)
    await reply(message, Page(say(strings.SETTINGS_ARE_YOURS), InlineKeyboardMarkup([[button]])))


async def on_privacy(
    notices: Sequence[str],
    _: Library,
    recipient: Recipient,
    update: Update,
    __: ContextTypes.DEFAULT_TYPE,
) -> None:
    """Say what is stored, after the *notices* about this run."""
    assert update.message
    sentences = map(recipient.language.say, (*notices, strings.PRIVACY))
    await update.message.reply_text("\n\n".join(sentences))


async def on_forget_me(
    state: State,
    _: Library,
    recipient: Recipient,
    update: Update,
    __: ContextTypes.DEFAULT_TYPE,
) -> None:
    """Delete all that is stored about the sender."""
    message = update.message
    assert message
    forgotten = not message.from_user or state.forget(message.from_user.id)
    sentence = strings.FORGOTTEN if forgotten else strings.FAILED
    await message.reply_text(recipient.language.say(sentence))


async def say(
    sentence: str, _: Library, recipient: Recipient, update: Update, __: ContextTypes.DEFAULT_TYPE
) -> None:
    """Answer any message with the same *sentence*."""
    assert update.message
    await update.message.reply_text(recipient.language.say(sentence))


def _keyboard(questions: Sequence[str]) -> ReplyKeyboardMarkup:
    rows = [[question] for question in questions]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)

"""Commands other than those that ask, and the messages that are neither command nor question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.handlers.addressing import question_of
from bot.handlers.receipts import Receipts
from bot.handlers.sending import reply
from bot.handlers.working import working
from bot.messages import articles, links, speakers, strings
from bot.messages.answers import Page
from bot.messages.buttons import key_of
from bot.messages.links import Linked
from bot.storage.state import State
from bot.storage.views import View
from retrieval.articles.receipt_tokens import is_payload
from retrieval.library import Library


async def on_start(
    receipts: Receipts,
    library: Library,
    view: View,
    update: Update,
    context: ContextTypes.DEFAULT_TYPE,
) -> None:
    assert update.message
    # In a group a keyboard opens for everyone, and what it sends would not be read.
    private = update.message.chat.type == ChatType.PRIVATE
    payload = context.args[0] if context.args else ""
    if private and payload == strings.SETTINGS_LINK:
        await on_settings(library, view, update, context)
        return
    if private and is_payload(payload):
        await receipts.verify(payload, library, view, update.message)
        return
    if private and (linked := links.read(payload)):
        page = await working(update.message, partial(_linked, library, view, linked), library)
        await reply(update.message, page)
        return
    offered = await working(update.message, lambda: library.suggestions, library) if private else ()
    keyboard = _keyboard(offered) if offered else None
    text = strings.welcome(library, view.language, private=private)
    await update.message.reply_text(text, reply_markup=keyboard)


async def on_sources(
    library: Library, view: View, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    assert update.message
    page = await working(
        update.message, partial(articles.listing, library, 0, view.language), library
    )
    await reply(update.message, page)


async def on_said(
    library: Library, view: View, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """Who is quoted, or what somebody said."""
    assert update.message
    wanted = question_of(update.message)
    work = partial(speakers.drawn, library, wanted, 0, view.language)
    await reply(update.message, await working(update.message, work, library))


async def on_settings(
    _: Library, view: View, update: Update, __: ContextTypes.DEFAULT_TYPE
) -> None:
    message = update.message
    assert message
    if message.chat.type == ChatType.PRIVATE:
        await reply(message, strings.settings(view))
        return
    say = view.language.say
    url = f"https://t.me/{message.get_bot().username}?start={strings.SETTINGS_LINK}"
    button = InlineKeyboardButton(say(strings.OPEN_CHAT), url=url)
    await reply(message, Page(say(strings.SETTINGS_ARE_YOURS), InlineKeyboardMarkup([[button]])))


async def on_privacy(
    notices: Sequence[str], _: Library, view: View, update: Update, __: ContextTypes.DEFAULT_TYPE
) -> None:
    assert update.message
    said = map(view.language.say, (*notices, strings.PRIVACY))
    await update.message.reply_text("\n\n".join(said))


async def on_forget_me(
    state: State, _: Library, view: View, update: Update, __: ContextTypes.DEFAULT_TYPE
) -> None:
    message = update.message
    assert message
    forgotten = not message.from_user or state.forget(message.from_user.id)
    await message.reply_text(view.language.say(strings.FORGOTTEN if forgotten else strings.FAILED))


async def say(
    text: str, _: Library, view: View, update: Update, __: ContextTypes.DEFAULT_TYPE
) -> None:
    """Answer any message with the same *text*."""
    assert update.message
    await update.message.reply_text(view.language.say(text))


def article_of(library: Library, key: str) -> tuple[int, str] | None:
    """Which article of the list, from 0, and its id, a *key* of `key_of` stands for."""
    for number, id_ in enumerate(library.articles):
        if key_of(id_) == key:
            return number, id_
    return None


def _linked(library: Library, view: View, linked: Linked) -> Page:
    """What a link leads to, or that it is gone."""
    found = article_of(library, linked.key)
    article = library.articles.get(found[1]) if found else None
    if not found or not article:
        return Page(view.language.say(strings.ARTICLE_GONE))
    number, _ = found
    if linked.text in (None, article.sha256[:8]):
        return articles.opened(article, number, view.language, words=linked.span)
    page = articles.opened(article, number, view.language)
    note = view.language.say(strings.WORDS_CHANGED)
    return Page(f"<i>{note}</i>\n\n{page.text}", page.buttons)


def _keyboard(questions: Sequence[str]) -> ReplyKeyboardMarkup:
    rows = [[question] for question in questions]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)

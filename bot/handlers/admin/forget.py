"""/forget_article: find an article, ask for confirmation, and remove it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from telegram import Message

from bot.handlers.admin.admins import Admins, argument_of
from bot.handlers.faults import forgiving
from bot.handlers.incoming import Incoming
from bot.handlers.pages import find_article
from bot.handlers.sending import replace, reply
from bot.handlers.working import working
from bot.i18n.languages import BotLanguage
from bot.messages import admin, strings
from bot.messages.admin import TAPS
from bot.messages.answers import Page, clip, escape
from retrieval.articles import Article, ArticleError, EngineError
from retrieval.maintenance.removal import find_file, find_matches, find_remnant, forget


async def on_forget_article(admins: Admins, incoming: Incoming) -> None:
    """Ask which article is meant, and whether to remove it."""
    message, language = incoming.message, incoming.language
    wanted = argument_of(message)
    if wanted:
        page = await working(message, partial(_choice, admins, language, wanted))
    else:
        page = Page(language.say(strings.FORGET_USAGE))
    await reply(message, page)


async def on_tap(admins: Admins, incoming: Incoming) -> None:
    """Do what the tapped button says, and show the result in place of the message."""
    query, language = incoming.update.callback_query, incoming.language
    assert query
    tap, message = TAPS.fullmatch(query.data or ""), query.message
    refusal = None
    if not tap or query.from_user.id not in admins.ids:
        refusal = language.say(strings.UNKNOWN_BUTTON)
    elif not isinstance(message, Message):
        refusal = language.say(strings.TOO_OLD)
    with forgiving("query is too old"):  # it may still be young enough to be edited
        await query.answer(refusal)
    if tap and isinstance(message, Message) and not refusal:
        perform = partial(_perform, admins, language, admin.AdminTap(*tap.groups()))
        await replace(message, message.message_id, await working(message, perform))


def _choice(admins: Admins, language: BotLanguage, wanted: str) -> Page:
    matches = find_matches(wanted, admins.collection.library.articles)
    if not matches:
        return Page(language.say(strings.UNKNOWN_ARTICLE, wanted=escape(clip(wanted, 100))))
    if len(matches) == 1:
        return _confirmation(admins, language, matches[0])
    return admin.choices(language, matches)


def _confirmation(admins: Admins, language: BotLanguage, article: Article) -> Page:
    if len(admins.collection.library.articles) == 1:
        return Page(language.say(strings.LAST))
    try:
        file, alone = find_file(article, admins.options.path)
    except ArticleError as error:
        return admin.refusal(error, admins.options.path)
    return admin.confirmation(language, article, _relative(admins, file), alone=alone)


def _perform(admins: Admins, language: BotLanguage, tap: admin.AdminTap) -> Page:
    if tap.action == "keep":
        return Page(language.say(strings.KEPT))
    found = find_article(admins.collection.library, tap.key)
    if not found or found[1].sha256[:8] != tap.version:
        return Page(language.say(strings.OTHERWISE))
    _, article = found
    if tap.action == "pick":
        return _confirmation(admins, language, article)
    return _forget(admins, language, article)


def _forget(admins: Admins, language: BotLanguage, article: Article) -> Page:
    remains: str | EngineError | ArticleError | None
    with admins.collection.lock:
        if len(admins.collection.library.articles) == 1:
            return Page(language.say(strings.LAST))
        try:
            file, alone = find_file(article, admins.options.path)
            remains = _remove(admins, article, file, alone=alone)
        except ArticleError as error:
            return admin.refusal(error, admins.options.path)
    return admin.forgotten(language, article, _relative(admins, file), remains, alone=alone)


def _remove(
    admins: Admins, article: Article, file: Path, *, alone: bool
) -> str | EngineError | ArticleError | None:
    """
    Remove *article*, and return a sentence by which it can still be found, why that is not known, or
    None if nothing of it can be found.

    Raises:
        ArticleError: Nothing was changed.
    """
    try:
        remains = forget(article, file, admins.options, alone=alone)
    except EngineError as error:
        return error
    try:
        admins.collection.sync()
        return remains or find_remnant(article, admins.collection.library)
    except (ArticleError, EngineError) as error:
        return error


def _relative(admins: Admins, file: Path) -> str:
    return file.relative_to(admins.options.path).as_posix()

"""/reload: read the articles again now."""

from __future__ import annotations

from functools import partial

from bot.handlers.admin.admins import Admins
from bot.handlers.incoming import Incoming
from bot.handlers.sending import reply
from bot.handlers.working import working
from bot.i18n.languages import BotLanguage
from bot.messages import admin, strings
from bot.messages.answers import Page, escape
from retrieval.articles import ArticleError, EngineError


async def on_reload(admins: Admins, incoming: Incoming) -> None:
    work = partial(_reload, admins, incoming.language)
    await reply(incoming.message, await working(incoming.message, work))


def _reload(admins: Admins, language: BotLanguage) -> Page:
    collection, folder = admins.collection, admins.options.path
    with collection.lock:
        try:
            collection.sync()
        except (ArticleError, EngineError) as error:
            cause = admin.plain(error, folder)
            return Page(language.say(strings.AS_THEY_WERE, cause=escape(cause)))
        library, changes, trouble = collection.library, collection.changes, collection.trouble
    counts = {**changes._asdict(), "articles": len(library.articles)}
    return admin.reloaded(language, counts, library.problems, folder, trouble)

"""/add: a web page, or a file, becomes an article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from telegram import Document, Message

from bot.handlers.admin.admins import Admins, argument_of
from bot.handlers.incoming import Incoming
from bot.handlers.sending import reply
from bot.handlers.uploads import MOST, TooLargeError, download
from bot.handlers.working import working
from bot.i18n.languages import BotLanguage
from bot.messages import admin, strings
from bot.messages.answers import Page, clip, escape
from retrieval.articles import ArticleError, EngineError
from retrieval.maintenance.adding import (
    Added,
    add_file,
    add_page,
    is_url,
    make_file_name,
    require_format,
)
from retrieval.maintenance.fetching import choose_suffix


async def on_add(admins: Admins, incoming: Incoming) -> None:
    """Add the page at the address, the file, or the file that the command replies to."""
    message, language = incoming.message, incoming.language
    wanted, replied = argument_of(message), message.reply_to_message
    document = message.document or (replied.document if replied and not wanted else None)
    if document:
        page = await _add_document(admins, language, message, document)
    elif is_url(wanted):
        add = partial(add_page, wanted, admins.options.path, admins.fetch)
        page = await working(message, partial(_added, admins, language, add))
    elif wanted:
        page = Page(language.say(strings.NOT_AN_ADDRESS, what=escape(clip(wanted, 100))))
    else:
        page = Page(language.say(strings.ADD_USAGE))
    await reply(message, page)


async def _add_document(
    admins: Admins, language: BotLanguage, message: Message, document: Document
) -> Page:
    unnamed = f"file{choose_suffix(document.mime_type or '', '') or ''}"
    name = Path(make_file_name(document.file_name or unnamed))
    too_large = Page(language.say(strings.TOO_LARGE, name=escape(name.name), size=str(MOST >> 20)))
    try:
        most = min(MOST, require_format(name).max_bytes)
        if (document.file_size or 0) > most:
            return too_large
        raw = await download(message.get_bot(), document.file_id, most, admins.transport)
    except ArticleError as error:
        return admin.refusal(error)
    except TooLargeError:
        return too_large
    return await working(message, partial(_add_bytes, admins, language, name, raw))


def _add_bytes(admins: Admins, language: BotLanguage, name: Path, raw: bytes) -> Page:
    with TemporaryDirectory(prefix="cuttings-") as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        add = partial(add_file, path, admins.options.path)
        return _added(admins, language, add, path.parent)


def _added(admins: Admins, language: BotLanguage, add: Callable[[], Added], *folders: Path) -> Page:
    """
    Return the page that says what *add* added, or why it did not.

    Args:
        folders: Left out of the names of files in an error.
    """
    try:
        new = add()
    except ArticleError as error:
        return admin.refusal(error, admins.options.path, *folders)
    unfound: Exception | None = None
    try:
        admins.collection.sync()
    except (ArticleError, EngineError) as error:
        unfound = error
    return admin.added(language, new, admins.options.path, unfound)

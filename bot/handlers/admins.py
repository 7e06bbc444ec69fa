"""Looking after the articles from Telegram, for those few who may."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Coroutine, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
from telegram import Bot, BotCommand, BotCommandScopeChat, Document, Message, Update
from telegram.error import TelegramError
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.handlers.addressing import Written
from bot.handlers.commands import article_of
from bot.handlers.faults import forgiving
from bot.handlers.sending import replace, reply
from bot.handlers.uploads import MOST, TooLargeError, download
from bot.handlers.working import working
from bot.i18n.languages import LANGUAGES, Language, language
from bot.messages import reports, strings
from bot.messages.answers import Page, clip, escape
from bot.messages.reports import TAPS
from bot.storage.statistics import Statistics
from retrieval.articles import Article, ArticleError, EngineError
from retrieval.collection import protocol as collections
from retrieval.collection.opening import CollectionOptions
from retrieval.library import Library
from retrieval.maintenance.adding import Added, add_file, add_page, is_url, name_of, readable
from retrieval.maintenance.fetching import Page as WebPage
from retrieval.maintenance.fetching import fetch, suffix_of
from retrieval.maintenance.removal import file_of, forget, matching, still_found

log = logging.getLogger(__name__)

_MENU = {**strings.COMMANDS, **reports.COMMANDS}

_PAUSE = 600.0
"""Seconds in which a fault is told once."""

_FAULTS = 6
"""Different faults that are told in that time; the log has the others too."""


class Restraint:
    """Says which faults to tell, so that what fails again and again, or all at once, is no storm."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._told: dict[str, float] = {}

    def allows(self, fault: str) -> bool:
        """Whether to tell it now; it then counts as told."""
        now = self._clock()
        self._told = {one: when for one, when in self._told.items() if now - when < _PAUSE}
        if fault in self._told or len(self._told) >= _FAULTS:
            return False
        self._told[fault] = now
        return True


class Admins:
    """
    Who may look after a collection, and how they do.

    Attributes:
        statistics: Counts the questions of everybody.
    """

    def __init__(
        self,
        ids: Collection[int],
        collection: collections.Collection,
        options: CollectionOptions,
        statistics: Statistics,
        fetch: Callable[[str], WebPage] = fetch,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """
        Args:
            ids: Of users, at least one.
            options: Of *collection*.
            fetch: Gets web pages.
            transport: Carries the files that are sent, in place of the network.
        """
        self._ids = ids
        self._collection = collection
        self._options = options
        self._fetch = fetch
        self._transport = transport
        self._restraint = Restraint()
        self._speak: Callable[[Update], Language] = lambda _: language("en")
        self._verdicts: Callable[[], tuple[int, int]] = lambda: (0, 0)
        self.statistics = statistics

    def handlers(
        self, speak: Callable[[Update], Language], verdicts: Callable[[], tuple[int, int]]
    ) -> list[BaseHandler[Any, Any, None]]:
        """
        To come before those for everybody, to whom none of this is known.

        Args:
            speak: The language of who made an update.
            verdicts: How many people found what they were shown good, and bad.
        """
        self._speak = speak
        self._verdicts = verdicts
        own = (
            filters.ChatType.PRIVATE
            & filters.UpdateType.MESSAGE
            & Written()
            & filters.User(self._ids)
        )
        return [
            CommandHandler("add", self.add, own),
            MessageHandler(own & filters.Document.ALL & _Captioned(), self.add),
            CommandHandler("forget_article", self.forget, own),
            CommandHandler("reload", self.reload, own),
            CommandHandler("stats", self.stats, own),
            CallbackQueryHandler(self.on_tap, TAPS),
        ]

    def menus(self, bot: Bot) -> Iterator[tuple[str, Coroutine[Any, Any, object]]]:
        """Calls that put the commands into the menu of each admin's own chat, and what each of them is."""
        for id_, code in product(self._ids, LANGUAGES):
            say = language(code).say
            menu = [BotCommand(name, say(does)) for name, does in _MENU.items()]
            spoken = None if code == "en" else code
            call = bot.set_my_commands(menu, BotCommandScopeChat(id_), spoken)
            yield "menu of an admin, who may not have written to me yet,", call

    async def tell(self, bot: Bot, id_: str, error: Exception) -> None:
        """See `faults.Tell`."""
        if not self._restraint.allows(_place_of(error)):
            return
        page = reports.fault(language("en"), id_, error)
        for admin in self._ids:
            try:
                await bot.send_message(admin, page.text)
            except TelegramError as refusal:
                log.info("An admin could not be told of a fault: %s", refusal)

    # Adding

    async def add(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.message
        assert message
        what, speaks = _said(message), self._speak(update)
        answered = message.reply_to_message
        document = message.document or (answered.document if answered and not what else None)
        if document:
            await reply(message, await self._add_document(speaks, message, document))
        elif is_url(what):
            add = partial(add_page, what, self._options.path, self._fetch)
            await reply(message, await working(message, partial(self._added, speaks, add)))
        elif what:
            shown = escape(clip(what, 100))
            await reply(message, Page(speaks.say(reports.NOT_AN_ADDRESS, what=shown)))
        else:
            await reply(message, Page(speaks.say(reports.ADD_USAGE)))

    async def _add_document(self, speaks: Language, message: Message, document: Document) -> Page:
        unnamed = f"file{suffix_of(document.mime_type or '', '') or ''}"
        name = Path(name_of(document.file_name or unnamed))
        too_large = Page(
            speaks.say(reports.TOO_LARGE, name=escape(name.name), size=str(MOST >> 20))
        )
        try:
            most = min(MOST, readable(name).most)
            if (document.file_size or 0) > most:
                return too_large
            raw = await download(message.get_bot(), document.file_id, most, self._transport)
        except ArticleError as error:
            return reports.refusal(error)
        except TooLargeError:
            return too_large
        return await working(message, partial(self._add_bytes, speaks, name, raw))

    def _add_bytes(self, speaks: Language, name: Path, raw: bytes) -> Page:
        with TemporaryDirectory(prefix="cuttings-") as folder:
            path = Path(folder) / name
            path.write_bytes(raw)
            return self._added(speaks, partial(add_file, path, self._options.path), path.parent)

    def _added(self, speaks: Language, add: Callable[[], Added], *folders: Path) -> Page:
        """
        Args:
            folders: Of no concern to who reads what went wrong.
        """
        try:
            new = add()
        except ArticleError as error:
            return reports.refusal(error, self._options.path, *folders)
        unfound: Exception | None = None
        try:
            self._collection.sync()
        except (ArticleError, EngineError) as error:
            unfound = error
        return reports.added(speaks, new, self._options.path, unfound)

    # Forgetting

    async def forget(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.message
        assert message
        wanted, speaks = _said(message), self._speak(update)
        if wanted:
            await reply(message, await working(message, partial(self._choice, speaks, wanted)))
        else:
            await reply(message, Page(speaks.say(reports.FORGET_USAGE)))

    def _choice(self, speaks: Language, wanted: str) -> Page:
        found = matching(wanted, self._collection.library.articles)
        if not found:
            return Page(speaks.say(reports.UNKNOWN_ARTICLE, wanted=escape(clip(wanted, 100))))
        if len(found) == 1:
            return self._asked(speaks, found[0])
        return reports.choices(speaks, found)

    def _asked(self, speaks: Language, article: Article) -> Page:
        if len(self._collection.library.articles) == 1:
            return Page(speaks.say(reports.LAST))
        try:
            file, alone = file_of(article, self._options.path)
        except ArticleError as error:
            return reports.refusal(error, self._options.path)
        return reports.confirmation(speaks, article, self._called(file), alone=alone)

    async def on_tap(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query
        tap = TAPS.fullmatch(query.data or "")
        said, message, speaks = None, query.message, self._speak(update)
        if not tap or query.from_user.id not in self._ids:
            said = speaks.say(strings.UNKNOWN_BUTTON)
        elif not isinstance(message, Message):
            said = speaks.say(reports.TOO_OLD)
        with forgiving("query is too old"):  # it may still be young enough to be edited
            await query.answer(said)
        if tap and isinstance(message, Message) and not said:
            page = await working(message, partial(self._tapped, speaks, reports.Tap(*tap.groups())))
            await replace(message, message.message_id, page)

    def _tapped(self, speaks: Language, tap: reports.Tap) -> Page:
        if tap.action == "keep":
            return Page(speaks.say(reports.KEPT))
        article = _found(self._collection.library, tap)
        if article is None:
            return Page(speaks.say(reports.OTHERWISE))
        if tap.action == "pick":
            return self._asked(speaks, article)
        return self._forget(speaks, article)

    def _forget(self, speaks: Language, article: Article) -> Page:
        left: str | EngineError | ArticleError | None
        with self._collection.lock:
            if len(self._collection.library.articles) == 1:
                return Page(speaks.say(reports.LAST))
            try:
                file, alone = file_of(article, self._options.path)
                left = self._left(article, file, alone=alone)
            except ArticleError as error:
                return reports.refusal(error, self._options.path)
        return reports.forgotten(speaks, article, self._called(file), left, alone=alone)

    def _left(
        self, article: Article, file: Path, *, alone: bool
    ) -> str | EngineError | ArticleError | None:
        """
        What is left of *article* once it is forgotten, also by who asks now.

        Raises:
            ArticleError: Nothing was changed.
        """
        try:
            left = forget(article, file, self._options, alone=alone)
        except EngineError as error:
            return error
        try:
            self._collection.sync()
            return left or still_found(article, self._collection.library)
        except (ArticleError, EngineError) as error:
            return error

    def _called(self, file: Path) -> str:
        return file.relative_to(self._options.path).as_posix()

    # How it stands

    async def reload(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        work = partial(self._reloaded, self._speak(update))
        await reply(update.message, await working(update.message, work))

    def _reloaded(self, speaks: Language) -> Page:
        with self._collection.lock:
            try:
                self._collection.sync()
            except (ArticleError, EngineError) as error:
                cause = reports.plain(error, self._options.path)
                return Page(speaks.say(reports.AS_THEY_WERE, cause=escape(cause)))
            collection = self._collection
            library, changes, trouble = collection.library, collection.changes, collection.trouble
        return reports.reloaded(speaks, changes, library, self._options.path, trouble)

    async def stats(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        work = partial(self._counted, self._speak(update), self._verdicts())
        await reply(update.message, await working(update.message, work))

    def _counted(self, speaks: Language, verdicts: tuple[int, int]) -> Page:
        collection = self._collection
        figures = self.statistics.read()
        return reports.statistics(
            speaks, figures, verdicts, collection.library, collection.index_size, collection.trouble
        )


class _Captioned(filters.MessageFilter):
    """What is sent with /add under it."""

    def filter(self, message: Message) -> bool:
        command, *_ = (message.caption or "").lower().split() or [""]
        return command in ("/add", f"/add@{message.get_bot().username.lower()}")


def _said(message: Message) -> str:
    """What follows the command."""
    _, *words = (message.text or message.caption or "").split(maxsplit=1)
    return words[0].strip() if words else ""


def _found(library: Library, tap: reports.Tap) -> Article | None:
    """The article that a button was made for, if it is there and still says the same."""
    found = article_of(library, tap.key)
    article = library.articles.get(found[1]) if found else None
    return article if article and article.sha256[:8] == tap.version else None


def _place_of(error: Exception) -> str:
    """By which faults are told apart: what it is, and where it was raised."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else ""
    return f"{type(error).__name__} {where}"

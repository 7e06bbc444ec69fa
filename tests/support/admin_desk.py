"""A bot with a folder of its own, and an admin who writes to it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from pathlib import Path

from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.handlers.admin import Admins
from bot.handlers.admin.stats import count_question
from bot.simulator.wire import JSON, PRIVATE, Call, Telegram
from bot.storage.state import State
from bot.storage.statistics import Statistics
from bot.updates.reception import Reception
from retrieval.articles import ArticleError
from retrieval.collection.opening import CollectionOptions
from retrieval.collection.protocol import Collection
from retrieval.library import Library
from retrieval.maintenance.fetching import fetch
from tests.support.bot_process import TOKEN
from tests.support.documents import FILES
from tests.support.oracles import faults, see
from tests.support.paths import SEEDS
from tests.support.web_server import LIMITS, Server, reach

ADMIN, OTHER = PRIVATE, 7
FLOOD = FILES["flood.txt"]
SUN, GB = "000_fd4d650591058ab2", "002_a0a4c0049b460e1f"


class Desk:
    """
    A bot with a folder of its own, and Ada, who writes to it.

    Attributes:
        folder: Of the articles.
        telegram: The chats as they stand.
    """

    def __init__(
        self, folder: Path, collection: Collection, admin: int, fetching: Server | None
    ) -> None:
        self.folder = folder
        self.collection = collection
        self.telegram = Telegram()
        self.state = State()
        place = CollectionOptions(folder, folder.with_name("data"))
        get = partial(fetch, limits=LIMITS, reach=reach(fetching)) if fetching else fetch
        self.admins = Admins((admin,), collection, place, Statistics(), get, self.telegram)

    def take(self, *updates: JSON, admins: bool = True) -> list[Call]:
        """The calls that the bot makes of *updates*, which no oracle may object to."""
        known = list(self.collection.library.articles.values())
        before = len(self.telegram.calls)

        async def process() -> None:
            request = HTTPXRequest(httpx_kwargs={"transport": self.telegram})
            reception = Reception(
                self.state, watchers=[partial(count_question, self.admins.statistics)]
            )
            app = build(
                lambda: self.collection.library,
                TOKEN,
                BotOptions(
                    request=request,
                    state=self.state,
                    admins=self.admins if admins else None,
                    reception=reception,
                ),
            )
            async with app:
                for update in updates:
                    read = Update.de_json(update, app.bot)
                    await reception.process_update(read, app.process_update(read))

        asyncio.run(asyncio.wait_for(process(), 60))
        unseen = ("getMe", "sendChatAction")
        calls = [call for call in self.telegram.calls[before:] if call.method not in unseen]
        known += self.collection.library.articles.values()
        with suppress(ArticleError):  # it is away
            known += Library.open(self.folder).articles.values()  # also what is not looked up yet
        assert [fault for call in calls for fault in faults(call, known)] == []
        return calls

    def say(self, text: str, **how: bool) -> str:
        """What the bot answers to *text*, as a person sees it."""
        return shown(self.take(self.telegram.write(text, **how)))

    def tap(self, label: str) -> str:
        """What the message becomes in which *label* is tapped."""
        answered, edited = self.take(self.telegram.tap(label))
        assert (answered.method, edited.method) == ("answerCallbackQuery", "editMessageText")
        return see(edited.params["text"]).text

    def send(self, name: str | None, raw: bytes, caption: str = "/add") -> str:
        return shown(self.take(self.telegram.send_file(name, raw, caption)))

    def names(self) -> set[str]:
        """Of what is in the folder beside the articles that it began with."""
        return {path.name for path in self.folder.iterdir()} - {
            path.name for path in SEEDS.iterdir()
        }


def shown(calls: list[Call]) -> str:
    [sent] = [call for call in calls if call.method == "sendMessage"]
    return see(sent.params["text"]).text

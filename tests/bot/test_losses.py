"""What people get when the index, the articles or the disk are lost while the bot runs, and afterwards."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

import pytest
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.messages import strings
from bot.ops.following import follow
from bot.simulator.wire import JSON, Call, Telegram
from bot.storage.state import State
from bot.updates.polling import App
from retrieval.articles import Article
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.protocol import Collection
from retrieval.collection.sync_records import IndexedFolder
from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.bot_process import TOKEN
from tests.support.damage import lose_pages
from tests.support.oracles import faults, see
from tests.support.paths import SEEDS

WINTER = "what did the WHO say about winter?"
WALRUS = "What did the walrus of Plymouth eat?"
NEW = (
    "The walrus\n\nThe walrus of Plymouth ate {} on Monday morning, and nobody had seen one before."
)
FISH, FRUIT = "nine herrings", "six lemons"


def write(folder: Path, food: str) -> None:
    """Long ago: what was written just now is looked at again."""
    (folder / "walrus.txt").write_text(NEW.format(food))
    os.utime(folder / "walrus.txt", (1_700_000_000 + len(food),) * 2)


@cache
def articles() -> list[Article]:
    """All that may be quoted here."""
    walruses = [make_article("walrus", NEW.format(food), Metadata()) for food in (FISH, FRUIT)]
    return [*Library.open(SEEDS).articles.values(), *walruses]


class Chat:
    """A bot that runs, and Ada, who writes to it."""

    def __init__(self, collection: Collection, state: State) -> None:
        self.telegram = Telegram()
        request = HTTPXRequest(httpx_kwargs={"transport": self.telegram})
        self.app: App = build(
            lambda: collection.library, TOKEN, BotOptions(request=request, state=state)
        )

    async def take(self, update: JSON) -> list[Call]:
        """What the bot does, once it took *update*; no oracle may object."""
        before = len(self.telegram.calls)
        await self.app.update_queue.put(Update.de_json(update, self.app.bot))
        await self.app.update_queue.join()
        unseen = ("getMe", "sendChatAction")
        calls = [call for call in self.telegram.calls[before:] if call.method not in unseen]
        assert [fault for call in calls for fault in faults(call, articles())] == []
        return calls

    async def say(self, text: str) -> str:
        [sent] = await self.take(self.telegram.write(text))
        return see(sent.params["text"]).text


def living(collection: Collection, state: State, life: Callable[[Chat], Awaitable[None]]) -> None:
    """A bot that follows its articles, for as long as *life* is."""

    async def run() -> None:
        chat = Chat(collection, state)
        async with chat.app:
            await chat.app.start()
            following = asyncio.create_task(follow(collection, 0.01))
            try:
                await life(chat)
                assert not following.done()
            finally:
                following.cancel()
                await chat.app.stop()

    asyncio.run(asyncio.wait_for(run(), 60))


# The index, and the articles

Loses = Callable[[Path, Path, pytest.MonkeyPatch], object]
"""What befalls a folder of articles and an index."""


def nothing(*_: object) -> None:
    """It has to mend by itself."""


def delete_index(_: Path, index: Path, __: object) -> None:
    shutil.rmtree(index)


def empty_index(_: Path, index: Path, __: object) -> None:
    for path in index.rglob("*"):
        if path.is_file():
            path.unlink()


def put_a_file_for_the_index(_: Path, index: Path, __: object) -> None:
    shutil.rmtree(index)
    index.write_text("no index")


def take_that_file(_: Path, index: Path, __: object) -> None:
    index.unlink()


def exchange_index(_: Path, index: Path, __: object) -> None:
    """For one of other articles."""
    other = index.with_name("other")
    other.mkdir()
    (other / "lynx.txt").write_text("The lynx\n\nThe lynx of Oslo slept in the library for a week.")
    shutil.rmtree(index)
    OnDiskCollection(IndexedFolder(other, index))


def damage_index(_: Path, index: Path, __: object) -> None:
    lose_pages(index)


def take_articles(folder: Path, _: Path, __: object) -> None:
    folder.rename(folder.with_name("away"))


def bring_articles(folder: Path, _: Path, __: object) -> None:
    folder.with_name("away").rename(folder)


def empty_articles(folder: Path, *_: object) -> None:
    shutil.copytree(folder, folder.with_name("away"))
    for path in folder.iterdir():
        path.unlink()


def fill_articles(folder: Path, *_: object) -> None:
    shutil.copytree(folder.with_name("away"), folder, dirs_exist_ok=True)


def lose_share(folder: Path, _: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a mounted folder is whose server restarted."""
    stat = Path.stat

    def fail(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path == folder:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", fail)


def mount_share(_: Path, __: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()


def take_both(folder: Path, index: Path, more: pytest.MonkeyPatch) -> None:
    delete_index(folder, index, more)
    take_articles(folder, index, more)


ARTICLES: list[tuple[Loses, Loses, str]] = [
    (take_articles, bring_articles, "does not exist"),
    (empty_articles, fill_articles, "holds no "),
    (lose_share, mount_share, os.strerror(errno.ESTALE)),
]
INDEX: list[tuple[Loses, Loses, str]] = [
    (delete_index, nothing, ""),
    (empty_index, nothing, ""),
    (put_a_file_for_the_index, take_that_file, "The index in "),
    (exchange_index, nothing, ""),
    (damage_index, nothing, ""),
    (take_both, bring_articles, "does not exist"),
]
LOSSES = [
    *[("in memory", *loss) for loss in ARTICLES],
    *[("on disk", *loss) for loss in [*ARTICLES, *INDEX]],
]


@pytest.mark.parametrize(
    ("kept", "lose", "mend", "warned"),
    LOSSES,
    ids=[f"{lose.__name__}, {kept}" for kept, lose, *_ in LOSSES],
)
def test_who_asks_is_answered_meanwhile_and_what_is_new_is_found_afterwards(
    kept: str,
    lose: Loses,
    mend: Loses,
    warned: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder, index = tmp_path / "articles", tmp_path / "index"
    shutil.copytree(SEEDS, folder)
    collection = (
        InMemoryCollection(folder)
        if kept == "in memory"
        else OnDiskCollection(IndexedFolder(folder, index))
    )
    caplog.set_level(logging.INFO, "bot")

    async def doors(chat: Chat) -> list[str]:
        inline = await chat.take(chat.telegram.ask_inline("winter"))
        assert [call.method for call in inline] == ["answerInlineQuery"]
        return [await chat.say(text) for text in (WINTER, "/sources", "/said")]

    async def life(chat: Chat) -> None:
        sound = await doors(chat)
        assert "life-threatening" in sound[0]
        before = len(caplog.records)
        with collection.lock:
            lose(folder, index, monkeypatch)
        for _ in range(3):
            for was, now in zip(sound, await doors(chat), strict=True):
                assert now in (was, strings.CANNOT_SEARCH)
        while warned not in caplog.text:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        with collection.lock:  # half of the files would be news too
            mend(folder, index, monkeypatch)
            write(folder, FISH)
        while FISH not in await chat.say(WALRUS):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        assert (await doors(chat))[0].partition("\n")[0] == sound[0].partition("\n")[0]
        told = [r for r in caplog.records[before:] if r.levelno >= logging.WARNING]
        assert [r for r in told if r.exc_info] == []
        followed = [r for r in told if r.name == "bot.ops.following"]
        assert len(followed) == (1 if warned else 0)

    living(collection, State(), life)


def test_no_article_is_quoted_as_it_was_when_its_index_was_deleted_meanwhile(
    tmp_path: Path,
) -> None:
    folder, index = tmp_path / "articles", tmp_path / "index"
    shutil.copytree(SEEDS, folder)
    write(folder, FISH)

    collection = OnDiskCollection(IndexedFolder(folder, index))

    async def life(chat: Chat) -> None:
        assert FISH in await chat.say(WALRUS)
        write(folder, FRUIT)
        with collection.lock:
            shutil.rmtree(index)
        while FRUIT not in await chat.say(WALRUS):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)

    living(collection, State(), life)


# The disk for what is remembered

Befalls = Callable[[State, Path], object]


def fill_disk(_: State, data: Path) -> None:
    """No file may grow beyond what is remembered so far."""
    import resource

    size = (data / "bot.sqlite-wal").stat().st_size
    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))


def free_disk(_: State, __: Path) -> None:
    import resource

    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def write_protect(state: State, _: Path) -> None:
    state._connection.execute("PRAGMA query_only = 1")


def allow_writing(state: State, _: Path) -> None:
    state._connection.execute("PRAGMA query_only = 0")


def delete_data(_: State, data: Path) -> None:
    shutil.rmtree(data)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit, and open files stay")
@pytest.mark.parametrize(
    ("befalls", "mends", "forgets"),
    [
        (fill_disk, free_disk, False),
        (write_protect, allow_writing, False),
        (delete_data, nothing, True),
    ],
)
def test_where_nothing_can_be_remembered_people_are_answered_and_told_no_untruth(
    befalls: Befalls,
    mends: Befalls,
    forgets: bool,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    data = tmp_path / "data"
    state = State(data / "bot.sqlite")

    async def life(chat: Chat) -> None:
        person = chat.telegram
        before = await chat.say(WINTER)
        befalls(state, data)
        try:
            assert await chat.say(WINTER) == before
            doors = [
                (person.tap("▶"), ["answerCallbackQuery", "editMessageText"]),
                (person.tap("👍"), ["answerCallbackQuery"]),
                (person.ask_inline("winter"), ["answerInlineQuery"]),
                (person.write("/settings"), ["sendMessage"]),
                (person.write("and the energy grid?"), ["sendMessage"]),
            ]
            for update, methods in doors:
                assert [call.method for call in await chat.take(update)] == methods
            told = [await chat.say(command) for command in ("/new", "/forget_me")]
            assert told == ([strings.ANEW, strings.FORGOTTEN] if forgets else [strings.FAILED] * 2)
        finally:
            mends(state, data)
        assert await chat.say("/new") == strings.ANEW
        assert await chat.say("/forget_me") == strings.FORGOTTEN
        update = person.write(WINTER)
        assert [len(await chat.take(update)) for _ in range(2)] == [1, 0]
        logged = [record.getMessage() for record in caplog.records if record.levelno > logging.INFO]
        assert all(
            line.startswith("The bot's state cannot be written or read: ") for line in logged
        )
        assert bool(logged) is not forgets
        assert [record for record in caplog.records if record.exc_info] == []

    living(InMemoryCollection(SEEDS), state, life)

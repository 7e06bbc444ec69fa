"""Looking after the articles from Telegram: who may, what becomes of the folder, and what is said."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import httpx
import pytest
from telegram import Update
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.handlers.admin import Admins
from bot.handlers.admin.alerts import Restraint
from bot.handlers.admin.stats import count_question
from bot.handlers.uploads import TooLargeError, download
from bot.i18n.languages import LANGUAGES
from bot.messages import strings
from bot.ops.menu import publish
from bot.simulator.wire import GROUP, JSON, PRIVATE, Call, Fault, Telegram
from bot.storage.state import State
from bot.storage.statistics import Statistics
from bot.updates.reception import Reception
from retrieval.answers.records import Answer
from retrieval.articles import ArticleError, StoreError
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.opening import CollectionOptions
from retrieval.collection.protocol import Collection
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.data_folders import index_folder
from retrieval.index.disk.locking import lock_for_writing
from retrieval.library import Library
from retrieval.maintenance.fetching import fetch
from retrieval.reading import sandbox
from retrieval.receipts.versions import versions_of
from tests.support.bot_process import TOKEN
from tests.support.documents import FILES, NAVIGATION, PAGE, ROSE, TITLE
from tests.support.oracles import faults, see
from tests.support.paths import SEEDS
from tests.support.web_server import LIMITS, Server, answer, reach, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the articles of the project."""
    folder = tmp_path / "articles"
    shutil.copytree(SEEDS, folder)
    return folder


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(folder, InMemoryCollection(folder), ADMIN, None)


@pytest.fixture
def online(folder: Path, server: Server) -> Desk:
    """With a server that stands for the public web."""
    return Desk(folder, InMemoryCollection(folder), ADMIN, server)


@pytest.fixture(autouse=True)
def no_file_is_left_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    away = tmp_path / "away"
    away.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(away))
    yield
    assert list(away.iterdir()) == []


# Who may

DOING: list[tuple[str, Callable[[Telegram, int], JSON]]] = [
    ("add", lambda t, chat: t.write("/add https://bugle.example/", chat)),
    ("add a file", lambda t, chat: t.send_file("flood.txt", FLOOD, "/add", chat)),
    ("forget", lambda t, chat: t.write("/forget_article 000", chat)),
    ("reload", lambda t, chat: t.write("/reload", chat)),
    ("stats", lambda t, chat: t.write("/stats", chat)),
    ("stats by name", lambda t, chat: t.write("/stats@cuttings_bot", chat)),
]  # fmt: skip


@pytest.mark.parametrize(("does", "do"), DOING, ids=[name for name, _ in DOING])
@pytest.mark.parametrize(
    ("admin", "is_open"), [(OTHER, False), (ADMIN, True)], ids=["another", "open bot"]
)
def test_for_anybody_else_there_are_no_such_commands(
    folder: Path, does: str, do: Callable[[Telegram, int], JSON], admin: int, is_open: bool
) -> None:
    desk = Desk(folder, InMemoryCollection(folder), admin, None)
    unknown = strings.ONLY_TEXT if does == "add a file" else strings.UNKNOWN_COMMAND
    [call] = desk.take(do(desk.telegram, PRIVATE), admins=not is_open)
    assert call.params["text"] == unknown
    [nonsense] = desk.take(desk.telegram.write("/nonsense"), admins=not is_open)
    if does != "add a file":
        told = ("chat_id", "text", "parse_mode", "reply_markup")
        assert [call.params.get(one) for one in told] == [nonsense.params.get(one) for one in told]
    assert desk.names() == set()


@pytest.mark.parametrize(("does", "do"), DOING, ids=[name for name, _ in DOING])
def test_in_a_group_an_admin_is_met_with_silence_too(
    desk: Desk, does: str, do: Callable[[Telegram, int], JSON]
) -> None:
    assert desk.take(do(desk.telegram, GROUP)) == [], does
    assert desk.names() == set()


@pytest.mark.parametrize(("does", "do"), DOING[1:], ids=[name for name, _ in DOING[1:]])
def test_an_admin_is_served(desk: Desk, does: str, do: Callable[[Telegram, int], JSON]) -> None:
    [*_, call] = desk.take(do(desk.telegram, PRIVATE))
    assert call.params["text"] not in (strings.UNKNOWN_COMMAND, strings.ONLY_TEXT), does


def test_who_is_no_admin_any_more_finds_the_buttons_unknown(folder: Path) -> None:
    desk = Desk(folder, InMemoryCollection(folder), ADMIN, None)
    desk.say("/forget_article second conscription")
    taps = [desk.telegram.tap("Forget") for _ in range(2)]
    desk.admins = Desk(folder, desk.collection, OTHER, None).admins
    for tap, admins in zip(taps, (True, False), strict=True):
        [call] = desk.take(tap, admins=admins)
        assert (call.method, call.params["text"]) == ("answerCallbackQuery", strings.UNKNOWN_BUTTON)
    assert (folder / f"{SUN}.txt").exists()


def published(telegram: Telegram, *admins: int) -> list[Call]:
    """The calls that set menus of commands."""

    async def run() -> None:
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        folder = Path("nowhere")
        collection = InMemoryCollection(SEEDS)
        some = Admins(
            admins, collection, CollectionOptions(folder, folder, memory_passages=0), Statistics()
        )
        app = build(collection.library, TOKEN, BotOptions(request=request, admins=some))
        async with app:
            await publish(app, some)

    asyncio.run(asyncio.wait_for(run(), 60))
    assert [fault for call in telegram.calls for fault in faults(call, [])] == []
    return [call for call in telegram.calls if call.method == "setMyCommands"]


def test_menus_are_set_for_each_kind_of_chat_in_each_language() -> None:
    scopes = ["default", "all_private_chats", "all_group_chats"]
    assert [
        (
            call.params.get("language_code", "en"),
            call.params.get("scope", {}).get("type", "default"),
        )
        for call in published(Telegram())
    ] == [(code, scope) for code in LANGUAGES for scope in scopes]


def test_the_menu_of_an_admins_own_chat_has_the_commands() -> None:
    calls = published(Telegram(), 5, 6)
    private = calls[1]
    own = [call for call in calls if call.params.get("scope", {}).get("type") == "chat"]
    assert [call.params["scope"]["chat_id"] for call in own] == [5] * 5 + [6] * 5
    assert [call.params.get("language_code", "en") for call in own] == [*LANGUAGES] * 2
    added = [name for name in menu(own[0]) if name not in menu(private)]
    assert added == ["add", "forget_article", "reload", "stats"]
    assert set(menu(private)) <= set(menu(own[0]))


def menu(call: Call) -> list[str]:
    return [command["command"] for command in call.params["commands"]]


def test_a_menu_that_cannot_be_set_is_logged_and_the_next_is_set(
    caplog: pytest.LogCaptureFixture,
) -> None:
    gone = Fault("setMyCommands", 400, "Bad Request: chat not found")
    assert len(published(Telegram(faults=[gone]), 5, 6)) == len(published(Telegram(), 5, 6))
    assert "The menu of commands could not be set" in caplog.text


# Adding


def test_a_page_is_added_and_told(online: Desk, server: Server) -> None:
    server.answers["/flood"] = answer(PAGE.encode(), "text/html; charset=utf-8")
    told = online.say(f"/add {server.url('/flood')}")
    assert told.splitlines() == [
        "Added old-bridge-lost-to-the-flood.html.",
        "",
        TITLE,
        "Ada Park, The Bugle, 8 July 1997",
        "Sections: 2. Paragraphs: 2. It begins:",
        ROSE,
    ]
    assert online.names() == {
        "old-bridge-lost-to-the-flood.html",
        "old-bridge-lost-to-the-flood.html.toml",
    }
    assert ROSE in online.say("Who tore away the old bridge at Altena?")


def test_what_a_page_does_not_say_is_said(online: Desk, server: Server) -> None:
    server.answers["/flood.txt"] = answer(FLOOD, "text/plain")
    told = online.say(f"/add {server.url('/flood.txt')}")
    for missing in (strings.NO_AUTHOR, strings.NO_DATE):
        assert missing in told
    name = next(name for name in online.names() if name.endswith(".txt"))
    assert f"You can add or correct these details in {name}.toml." in told


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("/add", strings.ADD_USAGE),
        ("/add flood.txt", "“flood.txt” is not a web address: those start with https://"),
        ("/add ../../etc/passwd", "“../../etc/passwd” is not a web address: those start with https://"),
        ("/add file:///etc/passwd", "file:///etc/passwd: does not begin with https:// or http://"),
        ("/add http://127.0.0.1/", "http://127.0.0.1/: is at 127.0.0.1, which is not on the public internet"),
        ("/add http://10.0.0.1:8080/", "http://10.0.0.1:8080/: is on port 8080; pages are fetched from 80 and 443 only"),
        ("/add https://ada:hush@bugle.example/", "https://bugle.example/: must not contain a user name or a password"),
        ("/add <b>x</b>", "“<b>x</b>” is not a web address: those start with https://"),
        ("/add https://none.example/<b>", "https://none.example/%3Cb%3E: is on a host that is not found, none.example"),
    ],
)  # fmt: skip
def test_what_is_no_page_of_the_public_web_is_refused(
    desk: Desk, said: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.maintenance.fetching.socket.getaddrinfo", look_up)
    assert desk.say(said).startswith(sentence[:60])
    assert desk.names() == set()


def look_up(host: bytes, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str]]]:
    if not re.fullmatch(rb"[0-9.]+", host):
        raise OSError
    return [(2, 1, 6, "", (host.decode(),))]


@pytest.mark.parametrize(
    ("body", "type_", "status", "sentence"),
    [
        (NAVIGATION.encode(), "text/html", 200, "holds no article text, only navigation or the like"),
        (b"", "text/html", 404, "answers 404 Not Found"),
        (b"x", "image/png", 200, "has a type that is not read, image/png"),
        (b"x" * ((1 << 20) + 1), "text/plain", 200, "is larger than 1 MB"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_added_leaves_nothing_behind(
    online: Desk,
    server: Server,
    body: bytes,
    type_: str,
    status: int,
    sentence: str,
) -> None:
    server.answers["/"] = answer(body, type_, status)
    assert online.say(f"/add {server.url('/')}") == f"{server.url('/')}: {sentence}"
    assert online.names() == set()


def test_the_same_page_is_not_added_twice(online: Desk, server: Server) -> None:
    server.answers["/flood"] = answer(PAGE.encode())
    online.say(f"/add {server.url('/flood')}")
    before = online.names()
    told = online.say(f"/add {server.url('/flood')}")
    assert "was already added, as old-bridge-lost-to-the-flood.html" in told
    assert str(online.folder) not in told
    assert online.names() == before


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_any_format_is_added(desk: Desk, name: str) -> None:
    told = desk.send(name, FILES[name])
    assert told.startswith(f"Added {name}.\n\n")
    assert (desk.folder / name).read_bytes() == FILES[name]
    assert len(desk.collection.library.articles) >= 3


def test_a_reply_to_a_file_adds_it(desk: Desk) -> None:
    assert desk.send("flood.txt", FLOOD, caption="") == strings.ONLY_TEXT
    assert desk.say("/add", to_own=True).startswith("Added flood.txt.")
    assert (desk.folder / "flood.txt").read_bytes() == FLOOD


def test_an_address_goes_before_the_file_that_it_replies_to(desk: Desk) -> None:
    desk.send("flood.txt", FLOOD, caption="")
    assert "not a web address" in desk.say("/add nothing", to_own=True)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/Flood.TXT", "flood.txt"),
        ("..\\..\\Flood of 1997 (final).txt", "flood-of-1997-final.txt"),
        (".flood.txt", "flood.txt"),
        ("CON.txt", "page-con.txt"),
        ("川が上がった.txt", "川が上がった.txt"),
        ("<b>&amp.txt", "b-amp.txt"),
        ("a\0b\n.txt", "a-b.txt"),
        (f"{'word ' * 60}.txt", "word-word-word-word-word-word-word-word-word-word.txt"),
        ("/.txt", "page.txt"),
    ],
)
def test_a_file_is_called_what_every_system_takes(desk: Desk, sent: str, kept: str) -> None:
    assert desk.send(sent, FLOOD).startswith(f"Added {kept}.")
    assert desk.names() == {kept}
    assert {path.name for path in desk.folder.parent.iterdir()} <= {"articles", "away", "data"}


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("flood.csv", b"a,b", "flood.csv: has none of the suffixes .txt, .md, "),
        ("flood", b"Rain.", "flood: has none of the suffixes .txt, .md, "),
        ("articles.toml", b"", "articles.toml: has none of the suffixes .txt, .md, "),
        ("x.t/oml", b"", "oml: has none of the suffixes .txt, .md, "),
        (None, b"Rain.", "file: has none of the suffixes .txt, .md, "),
        ("flood.txt", b"\0\1", "flood.txt: is a binary file, not text"),
        ("flood.txt", b"", "flood.txt: is empty"),
        ("flood.html", NAVIGATION.encode(), "flood.html: holds no article text, only navigation"),
        ("flood.zip", b"PK", "flood.zip: "),
        ("flood.txt", b"x" * ((20 << 20) + 1), "flood.txt: is larger than 20 MB, the most that a bot can download."),
    ],
    ids=str,
)  # fmt: skip
def test_a_file_that_cannot_be_read_leaves_nothing_behind(
    desk: Desk, name: str | None, raw: bytes, sentence: str
) -> None:
    told = desk.send(name, raw)
    assert told.startswith(sentence)
    assert "\n" not in told
    assert desk.names() == set()


def test_no_file_is_overwritten(desk: Desk) -> None:
    desk.send("flood.txt", FLOOD)
    told = desk.send("Flood.txt", b"Something else entirely.")
    assert told == (
        "flood.txt: already exists; rename the file that you add, or remove that one first"
    )
    assert (desk.folder / "flood.txt").read_bytes() == FLOOD


def test_a_reader_that_is_not_installed_is_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    missing = tmp_path / "missing"
    missing.mkdir()
    absent = "raise ModuleNotFoundError(name='pypdfium2')"
    (missing / "pypdfium2.py").write_text(absent)
    # Files are read by another process, which finds modules where this one does.
    monkeypatch.syspath_prepend(str(missing))
    monkeypatch.setattr(sandbox, "_READER", sandbox._Reader())
    told = desk.send("flood.pdf", FILES["flood.pdf"])
    assert told == "flood.pdf: needs the extra “pdf”: pip install 'cuttings[pdf]'"
    assert desk.names() == set()


def test_a_folder_that_is_read_only_is_one_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(_: int) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", read_only)
    told = desk.send("flood.txt", FLOOD)
    assert told == f"{desk.folder}: cannot be added to (Read-only file system)"
    assert desk.names() == set()


def test_a_file_that_telegram_does_not_give_is_an_apology(desk: Desk) -> None:
    update = desk.telegram.send_file("flood.txt", FLOOD, "/add")
    desk.telegram.files.clear()
    told = [call.params["chat_id"] for call in desk.take(update) if call.method == "sendMessage"]
    assert told == [ADMIN, ADMIN]  # of the fault, and that something went wrong
    assert desk.names() == set()


class _Endless(httpx.AsyncByteStream):
    """Never ends, and counts what was taken of it."""

    taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            self.taken += 1 << 16
            yield bytes(1 << 16)


def test_a_file_is_not_taken_further_than_it_may_be_large(desk: Desk) -> None:
    endless = _Endless()
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=endless))
    with pytest.raises(TooLargeError):
        fetched(desk, transport)
    assert endless.taken <= (1 << 20) + (1 << 17)


@pytest.mark.parametrize("status", [404, 500])
def test_what_stands_in_the_address_of_a_file_is_not_told(desk: Desk, status: int) -> None:
    def fails(request: httpx.Request) -> httpx.Response:
        if status == 500:
            raise httpx.ConnectError(f"no way to {request.url}")
        return httpx.Response(status)

    with pytest.raises(NetworkError) as error:
        fetched(desk, httpx.MockTransport(fails))
    assert TOKEN not in str(error.value)
    assert error.value.__cause__ is None


def fetched(desk: Desk, transport: httpx.AsyncBaseTransport) -> None:
    async def get() -> None:
        request = HTTPXRequest(httpx_kwargs={"transport": desk.telegram})
        async with build(desk.collection.library, TOKEN, BotOptions(request=request)) as app:
            desk.telegram.files["f"] = b"x"
            await download(app.bot, "f", 1 << 20, transport)

    asyncio.run(asyncio.wait_for(get(), 60))


# Forgetting


def test_an_article_is_forgotten_after_a_second_word_on_it(desk: Desk) -> None:
    title = desk.collection.library.articles[SUN].title
    assert desk.say("/forget_article second conscription") == f"Delete {SUN}.txt, “{title}”?"
    assert desk.telegram.buttons() == ["Forget", "Keep"]
    assert desk.tap("Forget") == (
        f"{SUN}.txt was deleted.\nI checked: nothing from “{title}” can be found any more."
    )
    assert desk.telegram.buttons() == []
    assert not (desk.folder / f"{SUN}.txt").exists()
    assert list(desk.collection.library.articles) == [GB]
    assert SUN not in (desk.folder / "articles.toml").read_text()


def test_an_article_is_kept_when_its_admin_thinks_better_of_it(desk: Desk) -> None:
    desk.say(f"/forget_article {SUN}")
    assert desk.tap("Keep") == strings.KEPT
    assert len(desk.collection.library.articles) == 2


def test_of_several_one_is_chosen(desk: Desk) -> None:
    for number in (1, 2):
        desk.send(f"flood{number}.txt", FLOOD + b"\n\nIt rained for %d days." % number)
    told = desk.say("/forget_article flood")
    assert told.startswith(strings.CHOOSE)
    assert desk.telegram.buttons() == ["1", "2"]
    assert desk.tap("2").startswith("Delete flood2.txt, ")
    assert desk.tap("Forget").startswith("flood2.txt was deleted.\nI checked: nothing from ")
    assert desk.names() == {"flood1.txt"}


def test_many_that_match_are_counted(desk: Desk) -> None:
    for number in range(11):
        (desk.folder / f"flood{number}.txt").write_bytes(FLOOD + b" %d" % number)
    desk.collection.sync()
    assert desk.say("/forget_article flood").endswith(
        "There are 3 more: please give more words from the title."
    )
    assert desk.telegram.buttons() == [str(number) for number in range(1, 9)]


def test_one_of_several_articles_in_a_file_is_left_out(desk: Desk) -> None:
    lines = [f'{{"id": "{n}", "title": "The {n}", "text": "The {n} ate five plums."}}\n' for n in ("vole", "yak")]  # fmt: skip
    desk.send("zoo.jsonl", "".join(lines).encode())
    told = desk.say("/forget_article the yak")
    assert told == "Leave out zoo.jsonl/yak, “The yak”, one of several articles in zoo.jsonl?"
    assert desk.tap("Forget") == (
        "zoo.jsonl/yak is left out from now on, although zoo.jsonl still contains it.\n"
        "I checked: nothing from “The yak” can be found any more."
    )
    assert "zoo.jsonl/vole" in desk.collection.library.articles
    assert "zoo.jsonl/yak" not in InMemoryCollection(desk.folder).library.articles


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("/forget_article", strings.FORGET_USAGE),
        ("/forget_article <b>", "There is no article called “<b>”. /sources lists them all."),
        ("/forget_article ,", "There is no article called “,”. /sources lists them all."),
    ],
)
def test_what_names_no_article_forgets_none(desk: Desk, said: str, sentence: str) -> None:
    assert desk.say(said) == sentence


def test_a_button_of_an_article_that_changed_since_does_nothing(desk: Desk) -> None:
    desk.send("flood.txt", FLOOD)
    desk.say("/forget_article flood.txt")
    desk.say("/forget_article flood")
    (desk.folder / "flood.txt").write_bytes(FLOOD + b"\n\nIt rained on.")
    desk.say("/reload")
    assert desk.tap("Forget") == strings.OTHERWISE
    assert desk.names() == {"flood.txt"}


def test_the_last_article_stays(desk: Desk) -> None:
    desk.say(f"/forget_article {GB}")
    for name in (f"{SUN}.txt", "articles.toml"):
        (desk.folder / name).unlink()
    desk.say("/reload")
    assert desk.say("/forget_article 002") == strings.LAST
    assert desk.tap("Forget") == strings.LAST
    assert (desk.folder / f"{GB}.txt").exists()


def test_what_cannot_be_deleted_is_one_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    desk.say(f"/forget_article {SUN}")
    monkeypatch.setattr(Path, "unlink", read_only)
    assert desk.tap("Forget") == f"{SUN}.txt: cannot be forgotten (Read-only file system)"
    assert len(desk.collection.library.articles) == 2


def test_what_is_still_found_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.maintenance.removal.delete_file", lambda *_: None)
    desk.say(f"/forget_article {SUN}")
    assert "\nBut this can still be found: “" in desk.tap("Forget")


# A single file, and an index on disk


@pytest.fixture
def single(tmp_path: Path) -> Desk:
    path = tmp_path / "zoo.jsonl"
    path.write_text(
        '{"id": "yak", "title": "The yak", "text": "The yak ate five plums."}\n'
        '{"id": "vole", "title": "The vole", "text": "The vole ate six figs."}\n'
    )
    return Desk(path, InMemoryCollection(path), ADMIN, None)


def test_a_collection_of_one_file_takes_and_gives_no_article(single: Desk) -> None:
    for told in (single.send("flood.txt", FLOOD), single.say("/add https://bugle.example/")):
        assert told == f"{single.folder}: is a file; articles are added to a folder"
    told = single.say("/forget_article yak")
    assert told == f"{single.folder}: is a single file: remove 'yak' from it by hand"
    assert single.say("/reload") == "Nothing has changed. Articles: 2."


@pytest.fixture
def stored(folder: Path) -> Desk:
    index = index_folder(folder.with_name("data"), folder)
    return Desk(folder, OnDiskCollection(IndexedFolder(folder, index)), ADMIN, None)


def test_an_index_on_disk_is_looked_after_alike(stored: Desk) -> None:
    assert stored.send("flood.txt", FLOOD).startswith("Added flood.txt.")
    assert ROSE in stored.say("Who tore away the old bridge at Altena?")
    stored.say("/forget_article flood")
    assert "I checked: nothing from" in stored.tap("Forget")
    assert "flood" not in stored.collection.library.articles
    (stored.folder / "rain.txt").write_bytes(FLOOD)
    assert stored.say("/reload") == "Added: 1. Changed: 0. Removed: 0. Articles now: 3."
    told = stored.say("/stats").splitlines()
    assert re.fullmatch(r"Engine: tantivy, \d+\.\d MB on disk", told[-1])


def test_while_another_writes_the_index_what_is_added_waits(stored: Desk) -> None:
    index = index_folder(stored.folder.with_name("data"), stored.folder)
    with lock_for_writing(index):
        busy = f"Another process is writing the index in {index}"
        assert f"It is saved, but cannot be found yet: {busy}"[:80] in stored.send(
            "flood.txt", FLOOD
        )
        assert stored.say("/reload").startswith(f"The articles stay as they were: {busy}"[:80])
        stored.say(f"/forget_article {SUN}")
        assert f"{SUN}.txt was deleted.\nBut it may still be found: " in stored.tap("Forget")
    assert stored.say("/reload") == "Added: 1. Changed: 0. Removed: 1. Articles now: 2."


# How it stands


def test_what_changed_is_counted_and_what_cannot_be_read_is_named(desk: Desk) -> None:
    assert desk.say("/reload") == "Nothing has changed. Articles: 2."
    (desk.folder / "flood.txt").write_bytes(FLOOD)
    (desk.folder / "rain.txt").write_bytes(FLOOD + b"\n\nIt rained.")
    (desk.folder / "bad.txt").write_bytes(b"\0\1")
    assert desk.say("/reload").splitlines() == [
        "Added: 2. Changed: 0. Removed: 0. Articles now: 4.",
        "Left out: bad.txt: is a binary file, not text",
    ]
    (desk.folder / "flood.txt").write_bytes(FLOOD + b"\n\nIt rained on.")
    (desk.folder / "rain.txt").unlink()
    assert desk.say("/reload").startswith("Added: 0. Changed: 1. Removed: 1. Articles now: 3.")


def test_that_old_wordings_cannot_be_kept_is_said(folder: Path) -> None:
    data = folder.with_name("<data>")
    data.write_text("no folder")
    desk = Desk(folder, InMemoryCollection(folder, versions=versions_of(data, folder)), ADMIN, None)
    trouble = f"Earlier versions of articles in {data}{os.sep}"
    assert desk.say("/reload").splitlines()[1].startswith(trouble)
    assert desk.say("/stats").splitlines()[-1].startswith(trouble)


def test_many_files_that_cannot_be_read_are_counted_in_one_message(desk: Desk) -> None:
    for number in range(30):
        (desk.folder / f"{'long' * 40}{number}.txt").write_bytes(b"\0")
    assert desk.say("/reload").endswith("Also left out: 20 more.")


def test_a_folder_that_is_away_leaves_the_articles_as_they_were(desk: Desk) -> None:
    desk.folder.rename(desk.folder.with_name("away") / "articles")
    told = desk.say("/reload")
    assert told.startswith("The articles stay as they were: ")
    assert len(desk.collection.library.articles) == 2
    shutil.rmtree(desk.folder.with_name("away") / "articles")


def test_questions_are_counted_by_how_they_ended(desk: Desk) -> None:
    for question in ("what did the WHO say about winter?", "Who wore the zyxophone?", "?"):
        desk.say(question)
    told = desk.say("/stats").splitlines()
    assert re.fullmatch(r"Since \d{4}-\d\d-\d\d \d\d:\d\d UTC:", told[0])
    assert told[1:4] == [
        "Questions: 3, answered: 1, not answered: 2",
        "  words that are in no article: 1",
        "  no words: 1",
    ]
    assert re.fullmatch(
        r"Half of them took at most [\d.,]+ ms, and 99% at most [\d.,]+ ms\.", told[4]
    )
    assert told[6:] == [f"Articles: 2, passages: {desk.collection.library.coverage.passages}", "Engine: rank-bm25, in memory"]  # fmt: skip


def test_verdicts_are_counted(desk: Desk) -> None:
    for verdict in "👍👎👎":
        desk.say("what of winter?")
        desk.take(desk.telegram.tap(verdict))
    assert "Ratings: 1 👍, 2 👎" in desk.say("/stats").splitlines()


def test_turning_a_page_is_no_question(desk: Desk) -> None:
    desk.say("what of winter?")
    desk.take(desk.telegram.tap("▶"))
    assert desk.admins.statistics.read().questions == 1


# Faults

ASKED = "my secret winter"
BROKEN = Fault("sendMessage", 400, "Bad Request: something new")


def told_of(calls: list[Call]) -> list[str]:
    texts_ = [call.params["text"] for call in calls if call.method == "sendMessage"]
    return [text for text in texts_ if text.startswith("Something failed: ")]


def test_a_fault_reaches_the_admins_by_its_id_without_a_word_of_the_message(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.telegram.faults.append(BROKEN)
    [told] = told_of(desk.take(desk.telegram.write(ASKED)))
    found = re.fullmatch(r"Something failed: BadRequest\. Its id in the log is ([0-9a-f]{8})\.", told)  # fmt: skip
    assert found
    [record] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert record.getMessage() == f"A handler failed (error {found[1]})"
    assert record.exc_info
    assert "secret" not in told + caplog.text


def test_the_same_fault_is_told_once(desk: Desk) -> None:
    desk.telegram.faults += [BROKEN, BROKEN]
    updates = [desk.telegram.write(ASKED) for _ in range(2)]
    assert len(told_of(desk.take(updates[0]))) == 1
    assert told_of(desk.take(updates[1])) == []


def test_an_admin_who_blocked_the_bot_harms_nobody(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    blocked = Fault("sendMessage", 403, "Forbidden: bot was blocked by the user")
    desk.telegram.faults += [BROKEN, blocked]
    calls = desk.take(desk.telegram.write(ASKED, GROUP))
    assert calls == []  # it was not addressed
    desk.telegram.faults.clear()
    desk.telegram.faults += [BROKEN, blocked]
    *_, apology = desk.take(desk.telegram.write(ASKED))
    assert apology.params["text"] == strings.FAILED
    assert "An admin could not be told of a fault" in caplog.text


def test_why_nothing_can_be_looked_up_is_told_in_its_own_words(desk: Desk) -> None:
    class _Broken(Library):
        def ask(self, question: str, top: int = 3) -> Answer:  # noqa: ARG002
            raise StoreError("The index is damaged.")

    broken = _Broken(desk.collection.library.store)
    desk.collection.library = broken  # type: ignore[misc]
    calls = desk.take(desk.telegram.write("winter"))
    [told] = told_of(calls)
    assert told.startswith("Something failed: The index is damaged. Its id in the log is ")
    assert calls[-1].params["text"] == strings.CANNOT_SEARCH
    assert desk.admins.statistics.read().failed == 1


def test_an_open_bot_tells_nobody_of_a_fault(desk: Desk) -> None:
    desk.telegram.faults.append(BROKEN)
    assert told_of(desk.take(desk.telegram.write(ASKED), admins=False)) == []


def test_faults_of_many_kinds_are_no_storm() -> None:
    now = 0.0
    restraint = Restraint(lambda: now)
    assert [restraint.allows(f"fault {number % 9}") for number in range(20)] == [True] * 6 + [False] * 14  # fmt: skip
    now = 599.0
    assert not restraint.allows("fault 0")
    now = 601.0
    assert [restraint.allows("fault 0"), restraint.allows("fault 0")] == [True, False]

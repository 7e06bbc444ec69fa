"""/add: which pages and files are added, what is said of them, and what is refused."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.handlers.uploads import TooLargeError, download
from bot.messages import strings
from retrieval.reading import sandbox
from tests.support.admin_desk import ADMIN, FLOOD, Desk
from tests.support.bot_process import TOKEN
from tests.support.documents import FILES, NAVIGATION, PAGE, ROSE, TITLE
from tests.support.web_server import Server, answer


def test_a_page_is_added_and_told(online: Desk, server: Server) -> None:
    server.answers["/flood"] = answer(PAGE.encode(), "text/html; charset=utf-8")
    reply = online.say(f"/add {server.url('/flood')}")
    assert reply.splitlines() == [
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
    reply = online.say(f"/add {server.url('/flood.txt')}")
    for missing in (strings.NO_AUTHOR, strings.NO_DATE):
        assert missing in reply
    name = next(name for name in online.names() if name.endswith(".txt"))
    assert f"You can add or correct these details in {name}.toml." in reply


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
        ("/add https://none.example/<b>", "https://none.example/%3Cb%3E: is on a host that cannot be found, none.example"),
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
    reply = online.say(f"/add {server.url('/flood')}")
    assert "was already added, as old-bridge-lost-to-the-flood.html" in reply
    assert str(online.folder) not in reply
    assert online.names() == before


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_any_format_is_added(desk: Desk, name: str) -> None:
    reply = desk.send(name, FILES[name])
    assert reply.startswith(f"Added {name}.\n\n")
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
    reply = desk.send(name, raw)
    assert reply.startswith(sentence)
    assert "\n" not in reply
    assert desk.names() == set()


def test_no_file_is_overwritten(desk: Desk) -> None:
    desk.send("flood.txt", FLOOD)
    reply = desk.send("Flood.txt", b"Something else entirely.")
    assert reply == (
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
    reply = desk.send("flood.pdf", FILES["flood.pdf"])
    assert reply == "flood.pdf: needs the extra “pdf”: pip install 'cuttings[pdf]'"
    assert desk.names() == set()


def test_a_folder_that_is_read_only_is_one_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(_: int) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", read_only)
    reply = desk.send("flood.txt", FLOOD)
    assert reply == f"{desk.folder}: cannot be added to (Read-only file system)"
    assert desk.names() == set()


def test_a_file_that_telegram_does_not_give_is_an_apology(desk: Desk) -> None:
    update = desk.telegram.send_file("flood.txt", FLOOD, "/add")
    desk.telegram.files.clear()
    chats = [call.params["chat_id"] for call in desk.take(update) if call.method == "sendMessage"]
    assert chats == [ADMIN, ADMIN]  # of the fault, and that something went wrong
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

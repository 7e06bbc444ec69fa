"""Who may look after the articles from Telegram."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.messages import strings
from bot.simulator.wire import GROUP, JSON, PRIVATE, Telegram
from retrieval.collection.in_memory import InMemoryCollection
from tests.support.admin_desk import ADMIN, FLOOD, OTHER, SUN, Desk

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
        compared = ("chat_id", "text", "parse_mode", "reply_markup")
        assert [call.params.get(name) for name in compared] == [
            nonsense.params.get(name) for name in compared
        ]
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

"""The menus of commands, and what becomes of one that cannot be set."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.handlers.admin import Admins
from bot.i18n.languages import LANGUAGES
from bot.ops.menu import publish
from bot.simulator.wire import Call, Fault, Telegram
from bot.storage.statistics import Statistics
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.opening import CollectionOptions
from tests.support.bot_process import TOKEN
from tests.support.oracles import faults
from tests.support.paths import SEEDS


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

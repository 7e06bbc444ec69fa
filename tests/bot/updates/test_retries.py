"""Calls that fail are made again, where that cannot send anything twice."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import httpx
import pytest
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.messages import strings
from bot.simulator.wire import PRIVATE, Fault, Telegram
from bot.updates.retries import Retrying
from retrieval.library import Library
from tests.support.bot_process import TOKEN

SERVER = Fault("sendMessage", 500, "Internal Server Error")
GATEWAY = Fault("sendMessage", 502, "Bad Gateway")


@dataclass
class Cut(Telegram):
    """Telegram behind a network that fails, once each, as `cuts` says for a method."""

    cuts: list[tuple[str, httpx.TransportError]] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        for cut in self.cuts:
            if request.url.path.endswith(cut[0]):
                self.cuts.remove(cut)
                raise cut[1]
        return await super().handle_async_request(request)


def sent(library: Library, telegram: Telegram) -> list[str]:
    """The texts that stand in the chat once the bot has taken a question."""

    async def process() -> None:
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        options = BotOptions(request=request, limiter=Retrying(pauses=(0.0,) * 5))
        async with build(library, TOKEN, options) as app:
            update = Update.de_json(telegram.write("what did the WHO say about winter?"), app.bot)
            await app.process_update(update)

    asyncio.run(process())
    _, *answers = [m["text"] for (chat, _), m in telegram.messages.items() if chat == PRIVATE]
    return answers


@pytest.mark.parametrize(
    "telegram",
    [
        Telegram(faults=[SERVER]),
        Telegram(faults=[GATEWAY] * 5),
        Cut(cuts=[("sendMessage", httpx.ConnectError("no route"))] * 2),
        Cut(cuts=[("sendMessage", httpx.ConnectTimeout("slow"))]),
        Cut(cuts=[("sendMessage", httpx.RemoteProtocolError("closed"))]),
    ],
    ids=["500", "502 five times", "no network", "slow network", "cut off"],
)
def test_an_answer_that_did_not_arrive_is_sent_again(seeds: Library, telegram: Telegram) -> None:
    [answer] = sent(seeds, telegram)
    assert "life-threatening" in answer


def test_an_answer_that_may_have_arrived_is_not_sent_again(seeds: Library) -> None:
    slow = Cut(cuts=[("sendMessage", httpx.ReadTimeout("slow"))])
    assert sent(seeds, slow) == [strings.FAILED]


def test_what_fails_again_and_again_is_given_up(seeds: Library) -> None:
    assert sent(seeds, Telegram(faults=[SERVER] * 6)) == [strings.FAILED]


def test_what_telegram_refuses_is_not_asked_again(seeds: Library) -> None:
    telegram = Telegram(faults=[Fault("sendMessage", 400, "Bad Request: something new")])
    assert sent(seeds, telegram) == [strings.FAILED]
    assert [call.method for call in telegram.calls].count("sendMessage") == 2

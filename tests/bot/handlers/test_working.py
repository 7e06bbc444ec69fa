"""An answer that takes long is seen to come, and holds up nobody else."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.simulator.wire import GROUP, PRIVATE, Call, Fault, Telegram
from retrieval.answers.records import Answer
from retrieval.library import Library
from tests.support.bot_process import TOKEN
from tests.support.oracles import faults

SLOW, QUICK = "what did the WHO say about winter?", "/ask How many casualties has Russia suffered?"


class _Slow(Library):
    """Waits for something, as for a cluster, at one question."""

    released: Event

    def ask(self, question: str, top: int = 3) -> Answer:
        if question == SLOW:
            assert self.released.wait(30)
        return super().ask(question, top)


def asked(seeds: Library, telegram: Telegram) -> list[Call]:
    """
    The calls for a slow question and a quick one elsewhere. The slow one is let go once the quick one
    is answered and something was done for the slow one.
    """

    async def process() -> list[Call]:
        library = _Slow(seeds.store)
        library.waits, library.released = True, Event()
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        async with build(library, TOKEN, BotOptions(request=request)) as app:
            await app.start()
            for update in (telegram.write(SLOW), telegram.write(QUICK, GROUP)):
                await app.update_queue.put(Update.de_json(update, app.bot))
            wanted = {("sendChatAction", PRIVATE), ("sendMessage", GROUP)}
            while not wanted <= set(methods(telegram.calls)):  # noqa: ASYNC110 - no event tells it
                await asyncio.sleep(0.01)
            library.released.set()
            await app.update_queue.join()
            await app.stop()
        return [call for call in telegram.calls if call.method != "getMe"]

    return asyncio.run(asyncio.wait_for(process(), 60))


def methods(calls: list[Call]) -> list[tuple[str, int | None]]:
    return [(call.method, call.params.get("chat_id")) for call in calls]


def test_typing_is_shown_and_another_chat_is_answered_meanwhile(
    seeds: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.handlers.working._UNSEEN", 0.01)
    calls = asked(seeds, Telegram())
    assert methods(calls)[-1] == ("sendMessage", PRIVATE)
    assert methods(calls).count(("sendMessage", GROUP)) == 1
    assert ("sendChatAction", PRIVATE) in methods(calls)
    assert [fault for call in calls for fault in faults(call, seeds.articles.values())] == []


def test_typing_that_is_refused_costs_no_answer(
    seeds: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.handlers.working._UNSEEN", 0.01)
    refused = Fault("sendChatAction", 400, "Bad Request: not here")
    calls = asked(seeds, Telegram(faults=[refused]))
    assert methods(calls)[-1] == ("sendMessage", PRIVATE)
    assert "life-threatening" in calls[-1].params["text"]

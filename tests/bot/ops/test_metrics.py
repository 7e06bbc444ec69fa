"""What an operator can ask of a bot that runs: how it is, and what it counted."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from threading import Event

import httpx
import pytest
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.ops.metrics import Metrics
from bot.simulator.wire import Fault, Telegram
from bot.storage.state import State
from bot.updates.http_server import Address, ListeningError, Server
from bot.updates.polling import App, Polling
from bot.updates.reception import Reception
from retrieval.answers.records import Answer
from retrieval.articles import EngineError
from retrieval.library import Library
from tests.support.bot_process import TOKEN

Get = Callable[[str], Awaitable[httpx.Response]]


def living(
    library: Library,
    telegram: Telegram,
    life: Callable[[App, Metrics, Get], Awaitable[None]],
) -> None:
    """Run the bot, ask its /metrics and /healthz."""

    async def run() -> None:
        state, metrics = State(), Metrics(lambda: library)
        reception = Reception(state, watchers=[metrics.count_update])
        app = build(
            library,
            TOKEN,
            BotOptions(
                request=HTTPXRequest(httpx_kwargs={"transport": telegram}),
                state=state,
                reception=reception,
                wrap_request=metrics.observe,
            ),
        )
        server = metrics.serve(app, Address("127.0.0.1", 0), Polling())
        url = f"http://127.0.0.1:{server.port}"
        async with app, httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as client:
            await app.start()
            await life(app, metrics, client.get)
            if app.running:
                await app.stop()
        server.stop()
        await server.close()

    asyncio.run(asyncio.wait_for(run(), 60))


def test_updates_questions_and_calls_are_counted(seeds: Library) -> None:
    telegram = Telegram(
        faults=[Fault("sendMessage", 403, "Forbidden: bot was blocked by the user")]
    )
    texts = ["blocked", "what did the WHO say about winter?", "who is Zaphod Beeblebrox?", "/help"]

    async def life(app: App, _: Metrics, get: Get) -> None:
        for text in texts:
            await app.update_queue.put(Update.de_json(telegram.write(text), app.bot))
            await app.update_queue.join()
        await app.update_queue.put(Update.de_json(telegram.tap("▶"), app.bot))
        await app.update_queue.join()
        answer = await get("/metrics")
        assert answer.headers["content-type"].startswith("text/plain")
        for line in [
            'cuttings_updates_total{kind="private",outcome="answered"} 1.0',
            'cuttings_updates_total{kind="private",outcome="refused"} 1.0',
            'cuttings_updates_total{kind="private",outcome="blocked"} 1.0',
            'cuttings_updates_total{kind="command",outcome="done"} 1.0',
            'cuttings_updates_total{kind="tap",outcome="answered"} 1.0',
            'cuttings_questions_total{outcome="answered",reason=""} 1.0',
            'cuttings_questions_total{outcome="refused",reason="unknown-words"} 1.0',
            'cuttings_telegram_calls_total{method="sendMessage",status="200"} 3.0',
            'cuttings_telegram_calls_total{method="sendMessage",status="403"} 1.0',
            'cuttings_answer_seconds_bucket{le="+Inf"} 3.0',
            "cuttings_articles 2.0",
        ]:
            assert line in answer.text.splitlines()
        assert 'le="0.005"' in answer.text
        assert re.search(r"^cuttings_passages [1-9]", answer.text, re.MULTILINE)
        assert re.search(r"^cuttings_sync_age_seconds [0-9.e-]+$", answer.text, re.MULTILINE)
        told = re.sub(
            r" [0-9.e+-]+$", "", answer.text, flags=re.MULTILINE
        )  # any digits are a value's
        for word in ("Zaphod", "winter", "Ada", "1001", TOKEN):
            assert word not in told

    living(seeds, telegram, life)


class _Away(Library):
    def ask(self, question: str, top: int = 3) -> Answer:  # noqa: ARG002
        raise EngineError("The engine is away.")


class _Stuck(Library):
    """Does not return until it is let to."""

    released: Event
    asked = 0

    def ask(self, question: str, top: int = 3) -> Answer:
        self.asked += 1
        assert self.released.wait(30)
        return super().ask(question, top)


async def health(get: Get) -> tuple[int, list[str]]:
    answer = await get("/healthz")
    assert answer.json()["ok"] is not bool(answer.json()["faults"])
    return answer.status_code, answer.json()["faults"]


def test_a_bot_that_is_well_says_so_until_it_stops(seeds: Library) -> None:
    async def life(app: App, _: Metrics, get: Get) -> None:
        assert await health(get) == (200, [])
        assert (await get("/other")).status_code == 404
        await app.stop()
        assert await health(get) == (503, ["stopped"])

    living(seeds, Telegram(), life)


def test_an_engine_that_is_away_is_named(seeds: Library) -> None:
    async def life(_: App, __: Metrics, get: Get) -> None:
        assert await health(get) == (503, ["library"])

    living(_Away(seeds.store), Telegram(), life)


def test_a_library_that_does_not_return_is_named_and_asked_once(
    seeds: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ops.metrics._PATIENCE", 0.05)
    stuck = _Stuck(seeds.store)
    stuck.released = Event()

    async def life(_: App, __: Metrics, get: Get) -> None:
        assert [await health(get) for _ in range(3)] == [(503, ["library"])] * 3
        assert stuck.asked == 1
        stuck.released.set()

    living(stuck, Telegram(), life)


def test_telegram_is_asked_itself_once_it_was_not_heard_of_for_long(
    seeds: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ops.metrics._LATELY", 0.0)
    telegram = Telegram()

    async def life(_: App, __: Metrics, get: Get) -> None:
        before = len(telegram.calls)
        assert await health(get) == (200, [])
        assert [call.method for call in telegram.calls[before:]] == ["getMe"]
        telegram.faults.append(Fault("getMe", 502, "Bad Gateway"))
        assert await health(get) == (503, ["telegram"])

    living(seeds, telegram, life)


def test_a_port_that_is_taken_is_one_sentence() -> None:
    async def run() -> str:
        first = Server([], Address("127.0.0.1", 0), 1)
        try:
            with pytest.raises(ListeningError) as told:
                Server([], Address("127.0.0.1", first.port), 1)
        finally:
            first.stop()
        return str(told.value)

    assert re.fullmatch(r"Cannot listen on 127\.0\.0\.1 port \d+: .+\.", asyncio.run(run()))

"""Updates sent to the bot, what happens to one that comes twice, and what a stop leaves behind."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.ops.metrics import Health, Metrics
from bot.simulator.wire import JSON, PRIVATE, Call, Fault, Telegram
from bot.storage.state import State
from bot.updates.http_server import Address
from bot.updates.outcomes import HandledUpdate
from bot.updates.polling import UPDATES, App, Polling
from bot.updates.reception import Reception
from bot.updates.webhook import Webhook
from retrieval.answers.records import Answer
from retrieval.library import Library
from tests.support.bot_process import TOKEN, serving
from tests.support.oracles import faults
from tests.support.paths import ROOT

SECRET = "a-secret_of-ours"  # noqa: S105 - nobody's
QUESTION = "what did the WHO say about winter?"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Held(Library):
    """Answers when it is let to."""

    def __init__(self, library: Library) -> None:
        super().__init__(library.store)
        self.asked, self.released = Event(), Event()

    def ask(self, question: str, top: int = 3) -> Answer:
        self.asked.set()
        assert self.released.wait(30)
        return super().ask(question, top)


class Bot:
    """A bot with a webhook, and Telegram's side of it."""

    def __init__(
        self, library: Library, state: State | None = None, check_every: float = 60.0
    ) -> None:
        self.telegram = Telegram()
        self.handled: list[HandledUpdate] = []
        state = state or State()
        self.reception = Reception(state, watchers=[self.handled.append])
        request = HTTPXRequest(httpx_kwargs={"transport": self.telegram})
        self.app: App = build(
            library, TOKEN, BotOptions(request=request, state=state, reception=self.reception)
        )
        self.webhook = Webhook(
            "https://bot.example/in", SECRET, Address("127.0.0.1", 0), check_every
        )

    async def open(self) -> None:
        await self.app.initialize()
        await self.app.start()
        await self.webhook.start(self.app)
        [set_] = [call for call in self.telegram.calls if call.method == "setWebhook"]
        self.path = "/" + set_.params["url"].rpartition("/")[2]
        assert self.webhook.port
        self.client = httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{self.webhook.port}", trust_env=False, timeout=30
        )

    async def close(self) -> None:
        await self.webhook.stop()
        if self.app.running:
            await self.app.stop()
        await self.webhook.close()
        await self.client.aclose()
        await self.app.shutdown()

    async def post(
        self, body: object, path: str | None = None, secret: str | bytes | None = SECRET
    ) -> int:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers: list[tuple[bytes, bytes]] = []
        if secret is not None:
            headers = [(HEADER.encode(), secret.encode() if isinstance(secret, str) else secret)]
        answer = await self.client.post(path or self.path, content=content, headers=headers)
        return answer.status_code

    @property
    def sent(self) -> list[Call]:
        return [call for call in self.telegram.calls if call.method == "sendMessage"]


def living(bot: Bot, life: Callable[[Bot], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        await bot.open()
        try:
            await life(bot)
        finally:
            await bot.close()

    asyncio.run(asyncio.wait_for(run(), 60))


def test_telegram_is_told_where_to_send_what_and_what_to_say(seeds: Library) -> None:
    bots = [Bot(seeds), Bot(seeds)]
    calls = []
    for bot in bots:
        living(bot, lambda _: asyncio.sleep(0))
        calls += [call for call in bot.telegram.calls if call.method == "setWebhook"]
    assert [found for call in calls for found in faults(call, [])] == []
    one, other = calls
    assert one.params["secret_token"] == SECRET
    assert one.params["allowed_updates"] == UPDATES
    assert "drop_pending_updates" not in one.params
    assert re.fullmatch(r"https://bot\.example/in/[\w-]{30,}", one.params["url"])
    assert one.params["url"] != other.params["url"]
    assert "deleteWebhook" not in {call.method for call in bots[0].telegram.calls}


def test_without_a_secret_of_ours_one_is_made_up() -> None:
    told = [Webhook("https://x.example", "", Address("127.0.0.1", 0)).secret for _ in range(2)]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32,256}", secret) for secret in told)
    assert len(set(told)) == 2


def test_an_update_is_answered_and_only_then_taken_off_telegrams_hands(seeds: Library) -> None:
    async def life(bot: Bot) -> None:
        assert await bot.post(bot.telegram.write(QUESTION)) == 200
        assert "life-threatening" in bot.sent[0].params["text"]
        assert await bot.post(bot.telegram.write("winter"), f"/in{bot.path}") == 200
        assert len(bot.sent) == 2

    living(Bot(seeds), life)


def test_whoever_is_not_telegram_is_refused_in_a_line_that_tells_nothing(
    seeds: Library, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")

    async def life(bot: Bot) -> None:
        update = bot.telegram.write("my own words")
        posts: list[tuple[object, str | None, str | bytes | None, int]] = [
            (update, None, "wrong", 403),
            (update, None, "", 403),
            (update, None, None, 403),
            (update, None, "größer".encode("latin-1"), 403),
            (update, "/other", SECRET, 404),
            (update, "/other", None, 404),
            (update, f"{bot.path}x", SECRET, 404),
            (b"no json", None, SECRET, 400),
            (b"\xff", None, SECRET, 400),
            (b"[" * 100_000, None, SECRET, 400),
            ([1], None, SECRET, 400),
            ("my own words", None, SECRET, 400),
            ({"update_id": 1, "message": {"text": "my own words"}}, None, SECRET, 400),
        ]
        before = len(caplog.records)
        found = [await bot.post(body, path, secret) for body, path, secret, _ in posts]
        assert found == [status for *_, status in posts]
        assert (await bot.client.get(bot.path, headers={HEADER: SECRET})).status_code == 405
        assert bot.sent == []
        mine = [r for r in caplog.records[before:] if r.name.startswith(("bot", "tornado"))]
        assert len(mine) <= len(posts) + 1
        logged = "\n".join(map(str, (r.getMessage() + str(r.exc_info or "") for r in mine)))
        for word in ("my own words", bot.path.strip("/"), SECRET, "wrong"):
            assert word not in logged

    living(Bot(seeds), life)


def test_no_body_is_read_that_is_too_large_for_an_update(seeds: Library) -> None:
    async def life(bot: Bot) -> None:
        update = bot.telegram.write("winter") | {"more": "x" * 1_000_000}
        with suppress(httpx.TransportError):  # the connection may close while it is sending
            assert await bot.post(update) == 400
        assert bot.handled == []
        assert await bot.post(bot.telegram.write("/help")) == 200

    living(Bot(seeds), life)


def test_an_update_that_comes_again_is_answered_once(seeds: Library) -> None:
    library = Held(seeds)

    async def life(bot: Bot) -> None:
        update = bot.telegram.write(QUESTION)
        first = [asyncio.create_task(bot.post(update)) for _ in range(3)]
        assert await asyncio.to_thread(library.asked.wait, 30)
        await asyncio.sleep(0.05)
        assert not any(post.done() for post in first)
        library.released.set()
        assert await asyncio.gather(*first) == [200] * 3
        assert await bot.post(update) == 200
        assert len(bot.sent) == 1
        assert [one.outcome for one in bot.handled] == ["answered", "duplicate"]

    living(Bot(library), life)


def test_over_a_restart_what_was_answered_is_known_and_what_was_cut_off_is_answered(
    seeds: Library, tmp_path: Path
) -> None:
    path = tmp_path / "bot.sqlite"
    library = Held(seeds)
    library.released.set()
    updates: list[JSON] = []

    async def before(bot: Bot) -> None:
        bot.telegram.write("one message more, so that the next ids differ")
        updates.append(bot.telegram.write(QUESTION))
        assert await bot.post(updates[0]) == 200
        library.released.clear()
        library.asked.clear()
        updates.append(bot.telegram.write("winter"))
        cut = asyncio.create_task(bot.post(updates[1]))
        assert await asyncio.to_thread(library.asked.wait, 30)
        assert await bot.reception.cut_off() == 1  # as a stop does that has waited long enough
        assert await cut == 503
        library.released.set()

    async def after(bot: Bot) -> None:
        assert [await bot.post(update) for update in updates] == [200, 200]
        assert [one.outcome for one in bot.handled] == ["duplicate", "answered"]

    living(Bot(library, State(path)), before)
    living(Bot(seeds, State(path)), after)


RIVAL = "https://rival.example/their-secret"
LATER, EARLIER = 4_000_000_000, 1_000_000_000


@pytest.mark.parametrize(
    ("told", "fault", "set_again", "logged"),
    [
        ({}, "", False, None),
        (
            {"url": RIVAL},
            "webhook",
            True,
            "sent updates to rival.example: the webhook is set again",
        ),
        ({"url": ""}, "webhook", True, "sent updates to nobody: the webhook is set again"),
        (
            {"pending_update_count": 3, "last_error_date": LATER},
            "webhook",
            False,
            "502 Bad Gateway",
        ),
        ({"pending_update_count": 3, "last_error_date": EARLIER}, "", False, None),
        ({"pending_update_count": 0, "last_error_date": LATER}, "", False, None),
    ],
    ids=["well", "another's", "deleted", "refused", "refused before it ran", "refused but mended"],
)
def test_where_telegram_sends_updates_is_looked_at(
    seeds: Library,
    caplog: pytest.LogCaptureFixture,
    told: JSON,
    fault: str,
    *,
    set_again: bool,
    logged: str | None,
) -> None:
    async def life(bot: Bot) -> None:
        own = bot.telegram.webhook["url"]
        why = f"Wrong response from {bot.path}: 502 Bad Gateway"
        bot.telegram.webhook |= {"last_error_message": why} | told
        before = len(bot.telegram.calls)
        await bot.webhook.check(bot.app.bot)
        assert bot.webhook.fault == fault
        made = bot.telegram.calls[before:]
        assert [call.method for call in made] == ["getWebhookInfo", "setWebhook"][: 1 + set_again]
        assert [found for call in made for found in faults(call, [])] == []
        assert bot.telegram.webhook["url"] == own
        warned = [r.getMessage() for r in caplog.records if r.name == "bot.updates.webhook"]
        assert len(warned) == (logged is not None)
        assert logged is None or logged in warned[0]
        for secret in (bot.path.strip("/"), "their-secret", SECRET):
            assert secret not in "".join(warned)

    living(Bot(seeds), life)


def test_what_comes_shows_that_a_webhook_is_mended(seeds: Library) -> None:
    async def life(bot: Bot) -> None:
        soon = int(time.time()) + 1
        bot.telegram.webhook |= {"pending_update_count": 1, "last_error_date": soon}
        await bot.webhook.check(bot.app.bot)
        assert bot.webhook.fault == "webhook"
        while time.time() <= soon:  # noqa: ASYNC110 - Telegram counts in seconds
            await asyncio.sleep(0.01)
        assert await bot.post(bot.telegram.write("winter")) == 200
        await bot.webhook.check(bot.app.bot)
        assert bot.webhook.fault == ""

    living(Bot(seeds), life)


def test_a_webhook_that_was_taken_away_is_had_back_and_healthz_says_so_meanwhile(
    seeds: Library,
) -> None:
    bot = Bot(seeds, check_every=0.01)
    metrics = Metrics(lambda: seeds)
    health = Health(metrics, lambda: seeds, bot.app, bot.webhook)

    async def until(faults: list[str]) -> None:
        while await health.faults() != faults:  # noqa: ASYNC110 - no event tells it
            await asyncio.sleep(0.01)

    async def life(bot: Bot) -> None:
        own = bot.telegram.webhook["url"]
        bot.telegram.faults.append(Fault("getWebhookInfo", 502, "Bad Gateway"))
        bot.telegram.faults += [Fault("setWebhook", 502, "Bad Gateway")] * 100_000
        bot.telegram.webhook["url"] = RIVAL
        await until(["webhook"])
        bot.telegram.faults.clear()
        await until([])
        assert bot.telegram.webhook["url"] == own

    living(bot, life)


def test_a_token_that_is_revoked_ends_a_bot_with_a_webhook_too(seeds: Library) -> None:
    async def life(bot: Bot) -> None:
        bot.telegram.faults.append(Fault("getWebhookInfo", 401, "Unauthorized"))
        assert isinstance(await bot.app.bot.ended, InvalidToken)

    living(Bot(seeds, check_every=0.01), life)


def test_a_stop_waits_for_what_is_in_hand_and_takes_no_more(seeds: Library) -> None:
    library = Held(seeds)
    bot = Bot(library)

    async def life(bot: Bot) -> None:
        post = asyncio.create_task(bot.post(bot.telegram.write(QUESTION)))
        assert await asyncio.to_thread(library.asked.wait, 30)
        await bot.webhook.stop()
        stop = asyncio.create_task(bot.app.stop())
        await asyncio.sleep(0.05)
        assert not stop.done()
        library.released.set()
        await stop
        await bot.webhook.close()
        assert await post == 200

    living(bot, life)
    assert len(bot.sent) == 1
    assert "deleteWebhook" not in {call.method for call in bot.telegram.calls}


# Polling, which keeps the same promise


def polled(library: Library, telegram: Telegram, until: Callable[[], bool]) -> list[HandledUpdate]:
    """What became of the updates that *telegram* has, once *until* holds."""
    handled: list[HandledUpdate] = []

    async def run() -> None:
        state = State()
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        reception = Reception(state, watchers=[handled.append])
        app = build(library, TOKEN, BotOptions(request=request, state=state, reception=reception))
        polling = Polling()
        async with app:
            await app.start()
            await polling.start(app)
            while not until():  # noqa: ASYNC110 - no event tells it
                await asyncio.sleep(0.01)
            await polling.stop()
            await app.stop()
            await polling.close()

    asyncio.run(asyncio.wait_for(run(), 60))
    return handled


def test_polling_confirms_an_update_once_it_is_answered(seeds: Library) -> None:
    library, telegram = Held(seeds), Telegram()
    telegram.updates += [telegram.write(QUESTION), telegram.write("/help")]
    offsets: list[int] = []

    def until() -> bool:
        asked = [c.params.get("offset", 0) for c in telegram.calls if c.method == "getUpdates"]
        if len(asked) > 4 and not library.released.is_set():
            offsets.extend(asked)
            library.released.set()
        return max(asked, default=0) == 3

    handled = polled(library, telegram, until)
    assert set(offsets) == {0, 1}
    assert [one.outcome for one in handled] == ["answered", "done"]
    [delete] = [call for call in telegram.calls if call.method == "deleteWebhook"]
    assert not delete.params.get("drop_pending_updates")


def test_what_is_answered_while_the_bot_stops_is_confirmed(seeds: Library) -> None:
    library, telegram = Held(seeds), Telegram()
    telegram.updates.append(telegram.write(QUESTION))

    def until() -> bool:
        if library.asked.is_set():
            asyncio.get_running_loop().call_later(0.1, library.released.set)
        return library.asked.is_set()

    assert [one.outcome for one in polled(library, telegram, until)] == ["answered"]
    assert telegram.calls[-1].method == "getUpdates"
    assert telegram.updates == []


def test_one_update_that_never_ends_does_not_keep_others_from_coming(seeds: Library) -> None:
    library, telegram = Held(seeds), Telegram()
    telegram.updates.append(telegram.write(QUESTION))
    # Ninety-nine more fill what Telegram gives at once; the last waits behind them.
    telegram.updates += [telegram.ask_inline("") for _ in range(100)]

    def until() -> bool:
        given = sum(call.method == "answerInlineQuery" for call in telegram.calls)
        if given == 100:
            library.released.set()
        return given == 100

    assert len(polled(library, telegram, until)) == 101


# `python -m bot`

SLOW = """
import sys, time
from pathlib import Path
from bot.__main__ import main
from retrieval.library import Library

asks = Library.ask
def ask(self, question, top=3):
    if "WHO" in question:
        Path(sys.argv[1]).touch()
        while not Path(sys.argv[2]).exists():
            time.sleep(0.01)
    return asks(self, question, top)
Library.ask = ask
Library.warm = lambda self, before=None: None
sys.exit(main([]))
"""
"""The bot, with a library that begins to answer and waits to be let."""


@contextmanager
def started(url: str, folder: Path, **more: str) -> Iterator[subprocess.Popen[str]]:
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "DATA": str(folder)}
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(folder / "asked"), str(folder / "released")],
        cwd=ROOT,
        env=settings | {"PYTHONUTF8": "1", "PATH": os.environ["PATH"]} | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def wait_for(path: Path) -> None:
    for _ in range(12_000):
        if path.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"no {path.name}")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_killed_it_answers_after_the_next_start_and_told_to_stop_it_finishes_first(
    tmp_path: Path,
) -> None:
    with serving() as server:
        server.telegram.updates.append(server.telegram.write(QUESTION))
        with started(server.url, tmp_path) as bot:
            wait_for(tmp_path / "asked")
            bot.kill()
        (tmp_path / "asked").unlink()
        assert "sendMessage" not in [call.method for call in server.telegram.calls]
        with started(server.url, tmp_path, LOG_FORMAT="json") as bot:
            wait_for(tmp_path / "asked")
            bot.send_signal(signal.SIGTERM)
            with pytest.raises(subprocess.TimeoutExpired):
                bot.wait(0.5)
            (tmp_path / "released").touch()
            output, _ = bot.communicate(timeout=30)
    assert bot.returncode == 0, output
    assert [call.method for call in server.telegram.calls].count("sendMessage") == 1
    assert server.telegram.updates == []
    assert TOKEN not in output
    [line] = [line for line in map(json.loads, output.splitlines()) if "outcome" in line]
    assert (line["kind"], line["outcome"], line["update"]) == ("private", "answered", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_the_bot_with_a_webhook_answers_and_stops(tmp_path: Path) -> None:
    (tmp_path / "released").touch()
    more = {
        "WEBHOOK_URL": "https://bot.example",
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_PORT": "0",
        "ADMINS": str(PRIVATE),
    }
    with serving() as server, started(server.url, tmp_path, **more) as bot:
        path = server.wait_for("setWebhook", 60)["url"].removeprefix("https://bot.example")
        assert bot.stdout
        lines = (re.search(r"Listening on .* port (\d+)", line) for line in bot.stdout)
        port = next(line[1] for line in lines if line)
        for text in (QUESTION, "/stats"):
            posted = httpx.post(
                f"http://127.0.0.1:{port}{path}",
                json=server.telegram.write(text),
                headers={HEADER: SECRET},
                timeout=30,
                trust_env=False,
            )
            assert posted.status_code == 200
        sent = [c.params["text"] for c in server.telegram.calls if c.method == "sendMessage"]
        assert "life-threatening" in sent[0]
        assert "Questions: 1, answered: 1, not answered: 0" in sent[1]
        bot.send_signal(signal.SIGTERM)
        output, _ = bot.communicate(timeout=30)
    assert bot.returncode == 0, output
    assert "Traceback" not in output
    for secret in (TOKEN, SECRET, path):
        assert secret not in output
    assert not {"deleteWebhook", "getUpdates"} & {call.method for call in server.telegram.calls}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_port_that_is_taken_is_told_in_one_sentence(tmp_path: Path) -> None:
    with serving() as server:
        taken = server.url.rpartition(":")[2]
        more = {"WEBHOOK_URL": "https://bot.example", "WEBHOOK_PORT": taken}
        with started(server.url, tmp_path, **more) as bot:
            output, _ = bot.communicate(timeout=60)
    assert bot.returncode == 2
    assert f"Cannot listen on 127.0.0.1 port {taken}: " in output.splitlines()[-1]
    assert "Traceback" not in output


@pytest.mark.parametrize("turns", range(6))
def test_who_waits_for_what_is_in_hand_can_be_stopped_as_it_is_handled(
    seeds: Library, turns: int
) -> None:
    async def nothing() -> None:
        pass

    async def stopped() -> bool:
        reception = Reception(State())
        telegram = Telegram()
        app = build(seeds, TOKEN, BotOptions(reception=reception))
        waiting = asyncio.create_task(reception.moved(60))
        await asyncio.sleep(0)
        update = Update.de_json(telegram.write(QUESTION), app.bot)
        await reception.do_process_update(update, nothing())
        for _ in range(turns):
            await asyncio.sleep(0)
        cancelled = waiting.cancel()
        await asyncio.wait([waiting])
        return waiting.cancelled() == cancelled

    assert asyncio.run(stopped())

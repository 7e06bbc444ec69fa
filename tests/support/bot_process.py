"""The bot, called in this process or run as its own, against a fake Telegram."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from tempfile import TemporaryDirectory
from threading import Condition, Thread

import httpx
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.simulator.wire import JSON, Call, Telegram
from bot.storage.state import State
from retrieval.library import Library
from tests.support.paths import ROOT

TOKEN = "123456:a-secret_Token"  # noqa: S105 - nobody's


def process_update(
    update: JSON, telegram: Telegram, library: Library, state: State | None = None
) -> list[Call]:
    """
    Return the calls that the bot makes for *update*, without those that show that it is typing: whether
    it makes these depends on how fast the machine is.
    """

    async def process() -> None:
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        async with build(library, TOKEN, BotOptions(request=request, state=state)) as app:
            await app.process_update(Update.de_json(update, app.bot))

    asyncio.run(process())
    aside = ("getMe", "sendChatAction")
    return [call for call in telegram.calls if call.method not in aside]


@dataclass
class Server:
    """A Bot API server on the loopback interface with a fake Telegram behind it."""

    telegram: Telegram = field(default_factory=Telegram)
    changed: Condition = field(default_factory=Condition)
    url: str = ""

    def wait_for(self, method: str, seconds: float = 60) -> JSON:
        """Return the parameters of the first call of *method*, as soon as there is one."""

        def made() -> JSON | None:
            calls = [call.params for call in self.telegram.calls if call.method == method]
            return calls[0] if calls else None

        with self.changed:
            assert self.changed.wait_for(lambda: made() is not None, seconds), f"no {method}"
        params = made()
        assert params is not None
        return params


def call_method(telegram: Telegram, method: str, params: JSON | bytes) -> httpx.Response:
    """Call *method* of the Bot API as a client would, and return the response."""
    if isinstance(params, dict):
        coded = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
        request = httpx.Request("POST", f"https://x/bot{TOKEN}/{method}", data=coded)
    else:
        request = httpx.Request("POST", f"https://x/bot{TOKEN}/{method}", content=params)
    return asyncio.run(telegram.handle_async_request(request))


@contextmanager
def serving() -> Iterator[Server]:
    """Run a Bot API server as long as the block lasts."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            method = self.path.rsplit("/", 1)[-1]
            with server.changed:
                answer = call_method(server.telegram, method, body)
                server.changed.notify_all()
            if method == "getUpdates" and not answer.json().get("result"):
                time.sleep(0.05)  # long polling, a short one
            with suppress(ConnectionError):  # a bot that is killed waits for no answer
                self.send_response(answer.status_code)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(answer.content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server.url = f"http://127.0.0.1:{http.server_port}"
        Thread(target=http.serve_forever, daemon=True).start()
        yield server
        http.shutdown()


@contextmanager
def running(url: str) -> Iterator[subprocess.Popen[str]]:
    """Run `python -m bot` on the seeds as long as the block lasts."""
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "PYTHONUTF8": "1"}
    with TemporaryDirectory() as data:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            cwd=ROOT,
            env=settings | {"DATA": data},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()

"""The bot as a whole: how it starts, stops, keeps order and bears what is thrown at it."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, Thread

import httpx
import pytest
from telegram import Update
from telegram.request import HTTPXRequest

from bot.__main__ import RIVAL, main
from bot.app import build
from bot.messages import strings
from bot.settings import Settings
from bot.simulator.conversations import Step, replay
from bot.simulator.wire import JSON, PRIVATE, Call, Fault, Telegram
from bot.storage.state import State
from bot.updates.order import ChatOrder
from bot.updates.polling import UPDATES
from retrieval.library import Library
from tests.support.paths import ROOT

TOKEN = "123456:a-secret_Token"  # noqa: S105 - nobody's
KINDS = (ROOT / "tests/data/telegram-updates.jsonl").read_text(encoding="utf-8").splitlines()


def take(
    update: JSON, telegram: Telegram, library: Library, state: State | None = None
) -> list[Call]:
    """
    The calls that the bot has made once it took *update*, but for those that say that it is at work:
    whether it does depends on the machine.
    """

    async def process() -> None:
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        async with build(library, TOKEN, request=request, state=state) as app:
            await app.process_update(Update.de_json(update, app.bot))

    asyncio.run(process())
    aside = ("getMe", "sendChatAction")
    return [call for call in telegram.calls if call.method not in aside]


# Updates


@pytest.mark.parametrize("line", KINDS, ids=lambda line: json.loads(line)["name"])
def test_real_updates_are_taken_without_an_error(
    line: str, seeds: Library, caplog: pytest.LogCaptureFixture
) -> None:
    telegram = Telegram(chats={12345678: {"id": 12345678, "type": "private"}})
    take(json.loads(line)["update"], telegram, seeds)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_one_chat_is_served_in_order_while_others_go_on() -> None:
    done: list[str] = []

    async def run() -> None:
        order = ChatOrder()
        released = asyncio.Event()

        async def handle(name: str, *, waits: bool = False) -> None:
            if waits:
                await released.wait()
            done.append(name)
            released.set()

        def update(chat: int) -> Update:
            message = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}}
            made = Update.de_json({"update_id": 1, "message": message}, None)
            assert made
            return made

        await asyncio.gather(
            order.process_update(update(1), handle("first of one", waits=True)),
            order.process_update(update(1), handle("second of one")),
            order.process_update(update(2), handle("other chat")),
        )

    asyncio.run(asyncio.wait_for(run(), 5))
    assert done == ["other chat", "first of one", "second of one"]


def test_an_error_is_logged_without_a_word_of_the_message(
    seeds: Library, caplog: pytest.LogCaptureFixture
) -> None:
    fault = Fault("sendMessage", 400, "Bad Request: something new")
    asyncio.run(replay(seeds, [Step("message", "my secret winter", faults=(fault,))]))
    assert "A handler failed" in caplog.text
    assert "Something new" in caplog.text
    assert "secret" not in caplog.text


def test_a_blocked_bot_says_so_in_one_quiet_line(
    seeds: Library, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    fault = Fault("sendMessage", 403, "Forbidden: bot was blocked by the user")
    asyncio.run(replay(seeds, [Step("message", "winter", faults=(fault,))]))
    [record] = [record for record in caplog.records if record.name.startswith("bot")]
    assert record.levelno == logging.INFO
    assert record.exc_info is None


def test_a_tap_on_a_message_out_of_reach_asks_for_the_question_again(seeds: Library) -> None:
    person = {"id": PRIVATE, "is_bot": False, "first_name": "Ada"}
    message = {"chat": {"id": PRIVATE, "type": "private"}, "message_id": 2, "date": 0}
    query = {"id": "1", "from": person, "chat_instance": "1", "data": "page:1:00000000"}

    assert [
        (call.method, call.params.get("text"))
        for call in take(
            {"update_id": 1, "callback_query": {**query, "message": message}}, Telegram(), seeds
        )
    ] == [("answerCallbackQuery", strings.QUESTION_GONE)]


# The fake Telegram, which the conversations rest on


def test_an_edit_that_changes_nothing_is_refused_and_harms_nobody(
    seeds: Library, caplog: pytest.LogCaptureFixture
) -> None:
    back = Step("tap", "1/3", data=f"page:0:{seeds.version}")
    _, calls = asyncio.run(replay(seeds, [Step("message", "What of winter?"), back]))
    assert [call.method for call in calls] == ["answerCallbackQuery", "editMessageText"]
    assert "A handler failed" not in caplog.text


@pytest.mark.parametrize(
    ("method", "params", "refusal"),
    [
        ("sendMessage", {"chat_id": PRIVATE, "text": " "}, "message text is empty"),
        ("sendMessage", {"chat_id": PRIVATE, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": 5, "text": "x"}, "chat not found"),
        (
            "sendMessage",
            {"chat_id": PRIVATE, "text": "<b>x", "parse_mode": "HTML"},
            "can't find end tag",
        ),
        (
            "sendMessage",
            {"chat_id": PRIVATE, "text": "x", "reply_parameters": {"message_id": 9}},
            "message to be replied not found",
        ),
        (
            "sendMessage",
            {
                "chat_id": PRIVATE,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "é" * 33}]]},
            },
            "BUTTON_DATA_INVALID",
        ),
        ("editMessageText", {"chat_id": PRIVATE, "message_id": 9, "text": "x"}, "edit not found"),
        ("answerCallbackQuery", {"callback_query_id": "9"}, "query is too old"),
    ],
)
def test_the_fake_telegram_refuses_what_telegram_refuses(
    method: str, params: JSON, refusal: str
) -> None:
    answer = ask(Telegram(), method, params)
    assert answer.status_code == 400
    assert refusal in answer.json()["description"]


# `python -m bot`


@dataclass
class Server:
    """A Bot API server on the loopback interface, with a fake Telegram in it."""

    telegram: Telegram = field(default_factory=Telegram)
    changed: Condition = field(default_factory=Condition)
    url: str = ""

    def wait_for(self, method: str, seconds: float = 60) -> JSON:
        """The parameters of the first call of *method*."""

        def made() -> JSON | None:
            calls = [call.params for call in self.telegram.calls if call.method == method]
            return calls[0] if calls else None

        with self.changed:
            assert self.changed.wait_for(lambda: made() is not None, seconds), f"no {method}"
        params = made()
        assert params is not None
        return params


def ask(telegram: Telegram, method: str, params: JSON | bytes) -> httpx.Response:
    if isinstance(params, dict):
        coded = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
        request = httpx.Request("POST", f"https://x/bot{TOKEN}/{method}", data=coded)
    else:
        request = httpx.Request("POST", f"https://x/bot{TOKEN}/{method}", content=params)
    return asyncio.run(telegram.handle_async_request(request))


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            method = self.path.rsplit("/", 1)[-1]
            with server.changed:
                answer = ask(server.telegram, method, body)
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
    """`python -m bot` on the seeds."""
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


def test_the_bot_polls_answers_and_stops_when_told() -> None:
    with serving() as server:
        server.telegram.faults.append(Fault("setMyCommands", 500, "Internal Server Error"))
        server.telegram.updates.append(server.telegram.write("what did the WHO say about winter?"))
        with running(server.url) as bot:
            sent = server.wait_for("sendMessage")
            bot.send_signal(signal.SIGTERM)
            output, _ = bot.communicate(timeout=60)
    assert "life-threatening" in sent["text"]
    assert server.wait_for("getUpdates")["allowed_updates"] == UPDATES
    assert bot.returncode == 0
    assert "Answering as @cuttings_bot" in output
    assert "menu of commands could not be set" in output
    assert "Traceback" not in output
    assert TOKEN not in output


def test_a_token_that_telegram_refuses_is_told_in_one_sentence() -> None:
    with serving() as server:
        server.telegram.faults.append(Fault("getMe", 401, "Unauthorized"))
        with running(server.url) as bot:
            output, _ = bot.communicate(timeout=60)
    assert bot.returncode == 2
    assert output == (
        f"{server.url} does not know the token in TELEGRAM_BOT_TOKEN: "
        "ask @BotFather for the current one.\n"
    )


def test_a_token_that_is_revoked_stops_the_bot_with_one_sentence() -> None:
    with serving() as server, running(server.url) as bot:
        server.wait_for("getUpdates")
        server.telegram.faults += [Fault("getUpdates", 401, "Unauthorized")] * 9
        output, _ = bot.communicate(timeout=60)
    assert bot.returncode == 2
    *_, last = output.splitlines()
    assert last == (
        f"{server.url} does not know the token in TELEGRAM_BOT_TOKEN: "
        "ask @BotFather for the current one."
    )
    assert "Traceback" not in output
    assert "never retrieved" not in output
    assert TOKEN not in output


def test_a_bot_that_another_program_is_already_says_so_and_stops() -> None:
    rival = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    with serving() as server, running(server.url) as bot:
        server.wait_for("getUpdates")
        # One is the end of an earlier run, which may still be waiting for its answer.
        server.telegram.faults.append(Fault("getUpdates", 409, rival))
        server.telegram.updates.append(server.telegram.write("winter"))
        server.wait_for("sendMessage")
        server.telegram.faults += [Fault("getUpdates", 409, rival)] * 9
        output, _ = bot.communicate(timeout=60)
    assert bot.returncode == 2
    assert output.splitlines()[-1] == RIVAL
    assert "Traceback" not in output


def test_without_a_network_the_bot_says_so_and_waits() -> None:
    with serving() as gone:
        pass
    with running(gone.url) as bot:
        assert bot.stdout
        line = bot.stdout.readline()
        bot.send_signal(signal.SIGTERM)
        rest, _ = bot.communicate(timeout=60)
    assert "Telegram cannot be reached" in line
    assert "Traceback" not in rest
    assert TOKEN not in line + rest
    assert bot.returncode == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in, without settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def test_without_a_token_one_sentence_says_where_to_get_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".env").write_text("TELEGRAM_BOT_TOKEN=\n")
    assert main([]) == 2
    said = capsys.readouterr()
    assert "@BotFather" in said.err
    assert "TELEGRAM_BOT_TOKEN" in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ("TELEGRAM_BOT_TOKEN=hush\n", "TELEGRAM_BOT_TOKEN"),
        ("TELEGRAM_TOKEN=hush\n", "TELEGRAM_TOKEN"),
        (f"TELEGRAM_BOT_TOKEN={TOKEN}\nARTICLES=nowhere\n", "nowhere"),
        (f"TELEGRAM_BOT_TOKEN={TOKEN}\nARTICLES=.\n", "."),
    ],
)
def test_what_keeps_the_bot_from_running_is_named_in_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], settings: str, named: str
) -> None:
    (folder / ".env").write_text(settings)
    assert main([]) == 2
    said = capsys.readouterr().err
    assert named in said
    assert said.count("\n") == 1
    assert "hush" not in said
    assert TOKEN not in said

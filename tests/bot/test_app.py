"""The bot as a whole: how it starts, stops, keeps order and bears what is thrown at it."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
from pathlib import Path

import pytest
from telegram import Update

from bot.__main__ import main
from bot.messages import strings
from bot.settings import Settings
from bot.simulator.conversations import Step, replay
from bot.simulator.wire import JSON, PRIVATE, Fault, Telegram
from bot.startup import CONFLICT
from bot.updates.order import ChatOrder
from bot.updates.polling import UPDATES
from retrieval.library import Library
from tests.support.bot_process import TOKEN, call_method, process_update, running, serving
from tests.support.paths import DATA

KINDS = (DATA / "telegram-updates.jsonl").read_text(encoding="utf-8").splitlines()


# Updates


@pytest.mark.parametrize("line", KINDS, ids=lambda line: json.loads(line)["name"])
def test_real_updates_are_taken_without_an_error(
    line: str, seeds: Library, caplog: pytest.LogCaptureFixture
) -> None:
    telegram = Telegram(chats={12345678: {"id": 12345678, "type": "private"}})
    process_update(json.loads(line)["update"], telegram, seeds)
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
        for call in process_update(
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
    answer = call_method(Telegram(), method, params)
    assert answer.status_code == 400
    assert refusal in answer.json()["description"]


# `python -m bot`


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
    assert output.splitlines()[-1] == CONFLICT
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

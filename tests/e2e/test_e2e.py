"""The bot over HTTP, as people and a service manager see it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from bot.simulator.wire import JSON
from retrieval.library import Library
from tests.e2e.process import WEBHOOK, Running, start
from tests.e2e.server import TOKEN, Failure, Person, Server, bot_of
from tests.support.oracles import faults, see

pytestmark = pytest.mark.e2e

PRIVATE: JSON = {"id": 7, "type": "private", "first_name": "Ada"}
GROUP: JSON = {"id": -70, "type": "group", "title": "Readers"}
WINTER = "what did the WHO say about winter?"


@pytest.fixture
def ada(server: Server, bot: Running) -> Person:  # noqa: ARG001 - the bot must run
    return Person(server, PRIVATE)


def complaints(server: Server, library: Library) -> list[str]:
    known = ("getMe", "getUpdates", "deleteWebhook")
    return [
        f"{call.method}: {fault}"
        for call in server.calls
        if call.method not in known
        for fault in faults(call, library.articles.values())
    ]


both_ways = pytest.mark.parametrize("bot", ["polling", "webhook"], indirect=True)


@both_ways
def test_a_conversation_from_start_to_end(
    server: Server, bot: Running, ada: Person, seeds: Library
) -> None:
    assert "Ask me a question" in ada.ask("/start")["text"]

    answer = ada.ask(WINTER)
    assert "life-threatening for millions" in answer["text"]
    assert "The Sun" in answer["text"]
    second = ada.tap(answer, "▶")
    assert second["message_id"] == answer["message_id"]
    assert see(second["text"]).quotations() != see(answer["text"]).quotations()
    first = ada.tap({**answer, **second}, "◀")
    assert first["text"] == answer["text"]

    edited = ada.edit(answer, "Who warned Serbia is playing with fire?")
    assert edited["message_id"] == answer["message_id"]
    assert "Garčević" in see(edited["text"]).text
    first_page = ada.ask_inline("Russia")
    assert len(first_page["results"]) == 10
    more = ada.ask_inline("Russia", first_page["next_offset"])
    assert more["results"]
    shown = [
        see(result["input_message_content"]["message_text"]).quotations()
        for result in first_page["results"] + more["results"]
    ]
    assert [words for words in shown if shown.count(words) > 1] == []
    assert [quotations for quotations in shown if not quotations] == []

    refused = see(ada.ask("Who won the World Cup?")["text"])
    assert refused.text != see(answer["text"]).text

    output = bot.stop()
    assert bot.process.returncode == 0
    assert complaints(server, seeds) == []
    assert "Traceback" not in output
    assert TOKEN not in output
    assert "winter" not in output


@both_ways
def test_in_a_group_only_messages_to_the_bot_are_answered(
    server: Server, bot: Running, seeds: Library
) -> None:
    readers = Person(server, GROUP)
    readers.write("what a winter")
    answer = readers.ask(f"@{server.username} {WINTER}")
    assert answer["reply_parameters"]["message_id"] == 2
    assert "life-threatening" in answer["text"]
    earlier = {"message_id": answer["message_id"], "date": 1, "chat": GROUP, "text": "…"}
    readers.write("quite so")
    reply = readers.ask(
        "How bad is the damage?", reply_to_message={**earlier, "from": bot_of(server)}
    )
    assert reply["reply_parameters"]["message_id"] == answer["message_id"] + 2
    bot.stop()
    assert len(server.sent()) == 2
    assert complaints(server, seeds) == []


@pytest.mark.parametrize(
    "failures",
    [
        [Failure("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)],
        [Failure("sendMessage", 500, "Internal Server Error")] * 2,
        [Failure("sendMessage", 502, "Bad Gateway"), Failure("getUpdates", 502, "Bad Gateway")],
        [Failure("sendMessage"), Failure("getUpdates")],
        [Failure("sendMessage", 400, "Bad Request: can't parse entities: no such tag")],
    ],
    ids=["429", "500", "502", "cut", "markup"],
)
def test_failures_lose_no_question_and_answer_none_twice(
    server: Server, bot: Running, ada: Person, failures: list[Failure]
) -> None:
    ada.ask("/start")
    server.failures += failures
    assert "life-threatening" in ada.ask(WINTER)["text"]
    assert "Olaf Scholz" in see(ada.ask("What did Olaf Scholz warn?")["text"]).text
    output = bot.stop()
    assert len(server.sent()) == 3
    assert server.failures == []
    assert "Traceback" not in output


def test_a_person_who_blocked_the_bot_gets_no_answer_and_others_do(
    server: Server, bot: Running, ada: Person
) -> None:
    server.failures.append(Failure("sendMessage", 403, "Forbidden: bot was blocked by the user"))
    ada.write(WINTER)
    server.wait(lambda: not server.failures, "nothing was sent")
    other = Person(server, {**PRIVATE, "id": 8}, 8)
    assert "life-threatening" in other.ask(WINTER)["text"]
    output = bot.stop()
    assert server.sent(chat=7) == []
    assert "Traceback" not in output


@both_ways
def test_a_bot_that_is_stopped_finishes_the_answer_it_is_sending(
    server: Server, bot: Running, ada: Person
) -> None:
    ada.ask("/start")
    server.failures.append(Failure("sendMessage", 429, "Too Many Requests", retry_after=2))
    ada.write(WINTER)
    server.wait(lambda: not server.failures, "nothing was sent")
    output = bot.stop()
    assert bot.process.returncode == 0
    assert len(server.sent()) == 2
    assert "Traceback" not in output


@pytest.mark.parametrize("bot", ["webhook"], indirect=True)
def test_with_a_webhook_the_bot_does_not_poll_and_keeps_its_secrets(
    server: Server, bot: Running, ada: Person
) -> None:
    ada.ask("/start")
    [set_] = [call.params for call in server.calls if call.method == "setWebhook"]
    there = f"http://127.0.0.1:{server.behind}{urlsplit(set_['url']).path}"
    forged = {"update_id": 99, "message": {"text": WINTER}}
    assert httpx.post(there, json=forged, trust_env=False).status_code == 403
    output = bot.stop()
    assert bot.process.returncode == 0
    assert not {"getUpdates", "deleteWebhook"} & set(server.methods())
    assert len(server.sent()) == 1
    for secret in (TOKEN, set_["secret_token"], set_["url"].removeprefix(WEBHOOK)):
        assert secret not in output


@pytest.mark.parametrize("way", ["webhook", "polling"])
@pytest.mark.parametrize("bot", ["webhook"], indirect=True)
def test_questions_sent_while_the_bot_was_stopped_are_answered_when_it_is_back(
    server: Server, bot: Running, ada: Person, tmp_path: Path, way: str
) -> None:
    ada.ask("/start")
    bot.stop()
    ada.write(WINTER)
    again = start(server, tmp_path, way)
    try:
        server.wait(lambda: len(server.sent()) == 2, "no answer")
        again.stop()
    finally:
        again.process.kill()
    assert again.process.returncode == 0
    assert "life-threatening" in server.sent()[1][0].params["text"]

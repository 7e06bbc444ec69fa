"""Which messages the bot takes for its own, and that all others leave it silent."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from bot.messages import strings
from bot.simulator.wire import BOT, GROUP, JSON, PRIVATE, Call, Telegram
from bot.storage.state import State
from retrieval.answers.records import Answer
from retrieval.articles import EngineError
from retrieval.library import Library
from tests.support.bot_process import process_update
from tests.support.oracles import faults

ADA: JSON = {"id": PRIVATE, "is_bot": False, "first_name": "Ada"}
OTHER_BOT: JSON = {"id": 43, "is_bot": True, "first_name": "Dice", "username": "dice_bot"}
UNNAMED: JSON = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupBot"}
CHATS: dict[str, JSON] = {
    "private": {"id": PRIVATE, "type": "private", "first_name": "Ada"},
    "group": {"id": GROUP, "type": "supergroup", "title": "Readers", "is_forum": True},
    "channel": {"id": -1009, "type": "channel", "title": "News"},
}
ASKED = "What did the WHO say about winter?"
NAMED = f"@cuttings_bot {ASKED}"
CHECK: JSON = {"entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
COMMAND: JSON = {"entities": [{"type": "bot_command", "offset": 0, "length": 4}]}


def message(chat: str, text: str = ASKED, **more: object) -> JSON:
    about = {"message_id": 7, "date": 1_790_000_000, "chat": CHATS[chat]}
    return {**about, "from": ADA, "text": text, **more}


def calls(update: JSON, library: Library) -> list[Call]:
    telegram = Telegram(chats={chat["id"]: chat for chat in CHATS.values()})
    return process_update({"update_id": 1, **update}, telegram, library)


OF_TOPIC = message("group", "", message_id=3, forum_topic_created={"name": "War", "icon_color": 0})

SILENT: list[tuple[str, JSON]] = [
    ("a question among others in a group", {"message": message("group")}),
    ("a reply to somebody else", {"message": message("group", reply_to_message=message("group"))}),
    ("the first message of a topic that the bot made", {"message": message("group", reply_to_message=OF_TOPIC | {"from": BOT})}),
    ("what inline mode put into the private chat", {"message": message("private", via_bot=BOT)}),
    ("what inline mode put into a group", {"message": message("group", NAMED, via_bot=BOT)}),
    ("another bot that names it", {"message": message("group", NAMED) | {"from": OTHER_BOT}}),
    ("another bot’s command", {"message": message("group", f"/ask {ASKED}", **COMMAND) | {"from": OTHER_BOT}}),
    ("a post in a channel", {"channel_post": message("channel", NAMED)}),
    ("a command in a channel", {"channel_post": message("channel", f"/ask {ASKED}", **COMMAND)}),
    ("an edited post", {"edited_channel_post": message("channel", edit_date=1_790_000_001)}),
    ("a customer of a business", {"business_message": message("private", business_connection_id="b")}),
    ("a customer’s command", {"business_message": message("private", f"/ask {ASKED}", business_connection_id="b", **COMMAND)}),
    ("a customer’s edit", {"edited_business_message": message("private", business_connection_id="b", edit_date=1_790_000_001)}),
    ("an edit of what it never answered", {"edited_message": message("private", edit_date=1_790_000_001)}),
    ("a guest message without words", {"guest_message": message("group", guest_query_id="g", photo=[]) | {"text": ""}}),
]  # fmt: skip


@pytest.mark.parametrize("update", [u for _, u in SILENT], ids=[name for name, _ in SILENT])
def test_what_is_not_for_the_bot_leaves_it_silent(update: JSON, seeds: Library) -> None:
    assert calls(update, seeds) == []


ANSWERED: list[tuple[str, JSON]] = [
    ("a reply to the bot", message("group", reply_to_message=message("group") | {"from": BOT})),
    ("its name", message("group", NAMED)),
    ("its name in other letters", message("group", f"{ASKED} @CUTTINGS_bot")),
    ("a command", message("group", f"/ask {ASKED}", **COMMAND)),
    ("one who speaks for the group", message("group", NAMED, sender_chat=CHATS["group"]) | {"from": UNNAMED}),
    ("a channel that writes in a group", message("group", NAMED, sender_chat=CHATS["channel"]) | {"from": UNNAMED}),
]  # fmt: skip


@pytest.mark.parametrize("asked", [m for _, m in ANSWERED], ids=[name for name, _ in ANSWERED])
def test_what_addresses_the_bot_is_answered_in_its_topic(asked: JSON, seeds: Library) -> None:
    topic = {"message_thread_id": 3, "is_topic_message": True}
    for where in ({}, topic):
        [call] = calls({"message": asked | where}, seeds)
        assert call.method == "sendMessage"
        assert "<b>WHO</b>" in call.params["text"]
        assert call.params.get("message_thread_id") == where.get("message_thread_id")
        assert call.params["reply_parameters"]["message_id"] == asked["message_id"]


def test_an_answer_follows_its_question_over_a_restart(tmp_path: Path, seeds: Library) -> None:
    path = tmp_path / "bot.sqlite"
    telegram = Telegram()
    process_update(telegram.write(ASKED), telegram, seeds, State(path))
    edited = telegram.rewrite("What is the capital of Atlantis?")
    call = process_update(edited, telegram, seeds, State(path))[-1]
    assert (call.method, call.params["message_id"]) == ("editMessageText", 2)
    assert call.params["text"].startswith("I found no answer")


def test_an_answer_that_was_deleted_is_not_missed(seeds: Library) -> None:
    telegram, state = Telegram(), State()
    process_update(telegram.write(ASKED), telegram, seeds, state)
    del telegram.messages[PRIVATE, 2]
    process_update(telegram.rewrite("Zelensky"), telegram, seeds, state)
    assert [call.method for call in telegram.calls if call.method != "getMe"] == [
        "sendMessage",
        "editMessageText",
    ]


class _Away(Library):
    """The engine of this one is away."""

    def ask(self, question: str, top: int = 3) -> Answer:  # noqa: ARG002
        raise EngineError(f"The cluster is away, for {top}")


@pytest.mark.parametrize("does", ["ask_inline", "ask_as_guest"])
def test_where_it_cannot_search_that_is_said_there_and_logged_once(
    does: str, seeds: Library, caplog: pytest.LogCaptureFixture
) -> None:
    telegram, away = Telegram(), _Away(seeds.store)
    [call] = process_update(getattr(telegram, does)(ASKED), telegram, away)
    assert strings.CANNOT_SEARCH in str(call.params)
    assert faults(call, []) == []
    [record] = [record for record in caplog.records if record.levelno >= logging.WARNING]
    found = "50" if does == "ask_inline" else "1"
    assert re.fullmatch(
        rf"A question was not answered: The cluster is away, for {found} \(error [0-9a-f]{{8}}\)",
        record.getMessage(),
    )


CLAIM = "Putin drafts 235,000 men"
ORIGIN: JSON = {"type": "hidden_user", "sender_user_name": "Bo", "date": 1_790_000_000}
FROM_BO = message("group", CLAIM, message_id=6) | {"from": ADA | {"id": 5, "first_name": "Bo"}}

CHECKED: list[tuple[str, JSON]] = [
    ("a message forwarded to it", {"message": message("private", CLAIM, forward_origin=ORIGIN)}),
    ("a command with a claim", {"message": message("group", f"/check {CLAIM}", **CHECK)}),
    ("a command as a reply", {"message": message("group", "/check", reply_to_message=FROM_BO, **CHECK)}),
]  # fmt: skip


@pytest.mark.parametrize("update", [update for _, update in CHECKED], ids=[n for n, _ in CHECKED])
def test_a_claim_is_checked(update: JSON, seeds: Library) -> None:
    [sent] = [call for call in calls(update, seeds) if call.method == "sendMessage"]
    assert "the claim says “235,000”, the article “135,000”" in sent.params["text"]

"""Recorded events become conversations, and what cannot be replayed is named."""

from __future__ import annotations

import pytest

from bot.recording.scripts import Event, convert
from bot.simulator.conversations import Step
from bot.simulator.wire import BOT, JSON, PRIVATE, Call


def event(number: int, **content: object) -> Event:
    return Event(number, content)


def message(number: int, **more: object) -> JSON:
    person = {"id": 1001, "is_bot": False, "first_name": "Person1"}
    about = {"message_id": number, "date": 1_790_000_000, "chat": {"id": 1001, "type": "private"}}
    return {**about, "from": person, **more}


NO_STEPS: list[tuple[JSON, str]] = [
    ({"poll": {}}, "the bot does not handle such updates"),
    ({"message": message(1, contact={})}, "a conversation cannot contain such a message"),
    ({"edited_message": message(1, text="x")}, "it is about a message that is not in the recording"),
    ({"message": message(2, text="x", reply_to_message=message(1, text="y") | {"from": BOT})}, "it is about a message that is not in the recording"),
    ({"callback_query": {"id": "1", "from": {"id": 1001}, "message": message(1, text="x"), "data": "y"}}, "it is about a message that is not in the recording"),
    ({"callback_query": {"id": "1", "from": {"id": 1001}, "message": message(1) | {"date": 0}}}, "the bot cannot see the message that was tapped"),
    ({"callback_query": {"id": "1", "from": {"id": 1001}, "inline_message_id": "inline_1"}}, "the bot cannot see the message that was tapped"),
    ({"message": {"chat": {"id": 1001}, "text": "x"}}, "it is incomplete"),
]  # fmt: skip


@pytest.mark.parametrize(("update", "why"), NO_STEPS)
def test_what_cannot_be_a_step_is_named_by_its_line_and_the_rest_goes_on(
    update: JSON, why: str
) -> None:
    converted = convert(
        [
            event(1, update={"update_id": 1, **update}),
            event(2, update={"update_id": 2, "message": message(9, text="Who?")}),
            event(3, call="sendMessage", because=2, params={"chat_id": 1001, "text": "No."}, answer={"ok": True, "message_id": 10}),
            event(4, call="sendMessage", because=5, params={}, answer={"ok": True}),
        ]
    )  # fmt: skip
    assert converted.problems == (
        "Line 4: its update is not in the file; left out.",
        f"Line 1: {why}; left out.",
    )
    [recording] = converted.recordings.values()
    call = Call("sendMessage", {"chat_id": PRIVATE, "text": "No."})
    assert recording.steps == ((Step("message", "Who?"), (call,)),)

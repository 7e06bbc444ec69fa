"""The Telegram that the tests talk to shows what the real one does."""

from __future__ import annotations

import asyncio

from bot.simulator.conversations import Step, replay
from retrieval.library import Library


def test_a_message_with_a_keyboard_under_the_chat_can_be_replied_to(seeds: Library) -> None:
    steps = [Step("message", "/start"), Step("reply", "what did the WHO say about winter?")]
    started, answered = asyncio.run(replay(seeds, steps))
    assert "keyboard" in started[0].params["reply_markup"]
    assert "life-threatening" in answered[0].params["text"]

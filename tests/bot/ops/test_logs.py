"""What the log holds, and what it must never hold."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.ops.journal import journal
from bot.ops.logs import Format, formatter
from bot.simulator.wire import GROUP, JSON, Fault, Telegram
from bot.storage.state import State
from bot.updates.outcomes import report_failure, tracking
from bot.updates.reception import Reception
from retrieval.answers.records import Answer
from retrieval.articles import EngineError
from retrieval.library import Library
from tests.support.bot_process import TOKEN


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the bot logs, as JSON."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter(TOKEN, "json"))
    root = logging.getLogger("bot")
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def lived(library: Library, updates: list[JSON], telegram: Telegram, *, questions: bool) -> None:
    async def process() -> None:
        state = State()
        reception = Reception(state, watchers=[journal(questions=questions)])
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        async with build(
            library, TOKEN, BotOptions(request=request, state=state, reception=reception)
        ) as app:
            await app.start()
            for update in updates:
                await app.update_queue.put(Update.de_json(update, app.bot))
                await app.update_queue.join()
            await app.stop()

    asyncio.run(asyncio.wait_for(process(), 60))


def test_each_update_is_one_line_with_what_became_of_it(
    seeds: Library, written: io.StringIO
) -> None:
    telegram = Telegram()
    asked = telegram.write("what did the WHO say about winter?")
    updates = [
        asked,
        telegram.write("who is Zaphod Beeblebrox?"),
        telegram.write("/help"),
        telegram.write("not for the bot", GROUP),
        telegram.write("@cuttings_bot what of winter?", GROUP),
        telegram.ask_inline("winter"),
        telegram.ask_as_guest("@cuttings_bot what of winter?"),
        asked,
    ]
    lived(seeds, updates, telegram, questions=False)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    found = [(line["update"], line["kind"], line["outcome"]) for line in lines]
    assert found == [
        (1, "private", "answered"),
        (2, "private", "refused"),
        (3, "command", "done"),
        (4, "group", "ignored"),
        (5, "group", "answered"),
        (6, "inline", "answered"),
        (7, "guest", "answered"),
        (1, "private", "duplicate"),
    ]
    assert lines[1]["reason"] == "unknown-words"
    assert all(line["ms"] >= 0 and re.fullmatch("[0-9a-f]{12}", line["who"]) for line in lines)
    assert len({line["who"] for line in lines}) == 1
    for word in ("Ada", "Readers", "Zaphod", "winter", "for the bot", "1001", "1002", TOKEN):
        assert word not in written.getvalue()


def test_questions_stand_in_the_log_where_that_is_asked_for_and_on_one_line(
    seeds: Library, written: io.StringIO
) -> None:
    telegram = Telegram()
    nasty = 'winter\nupdate=9 "outcome"=\x1b[31m\u2028\x9b ' + TOKEN
    updates = [telegram.write(nasty), telegram.write("overheard", GROUP)]
    lived(seeds, updates, telegram, questions=True)
    first, second = [json.loads(line) for line in written.getvalue().splitlines()]
    assert first["question"] == nasty.replace(TOKEN, "[token]")
    assert "\n" not in first["message"]
    assert "question" not in second


class _Broken(Library):
    def ask(self, question: str, top: int = 3) -> Answer:  # noqa: ARG002
        raise EngineError("The engine is away.")


def test_what_fails_has_one_id_in_each_line_that_tells_of_it(
    seeds: Library, written: io.StringIO
) -> None:
    refused = Fault("sendMessage", 400, "Bad Request: something new")
    blocked = Fault("sendMessage", 403, "Forbidden: bot was blocked by the user")
    for library, faults in [
        (seeds, [refused]),
        (seeds, [blocked]),
        (_Broken(seeds.store), []),
    ]:
        telegram = Telegram(faults=list(faults))
        lived(library, [telegram.write("winter")], telegram, questions=False)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    first, first_end, _, blocked_end, engine, engine_end = lines
    for told, end in [(first, first_end), (engine, engine_end)]:
        assert end["outcome"] == "failed"
        assert re.fullmatch("[0-9a-f]{8}", end["error"])
        assert f"(error {end['error']})" in told["message"]
    assert "BadRequest" in first["traceback"]
    assert blocked_end["outcome"] == "blocked"
    assert "error" not in blocked_end


def test_an_update_has_one_id_for_all_that_fails_and_the_next_another() -> None:
    with tracking() as course:
        one, again = report_failure(), report_failure()
    with tracking():
        other = report_failure()
    assert one == again == course.error
    assert len({one, other, report_failure()}) == 3


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_line_holds_the_token_wherever_it_was_put(form: Format) -> None:
    error = ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    caught = (ValueError, error, None)
    record = logging.LogRecord("x", 40, "x", 1, f"{TOKEN} and %s", (TOKEN,), caught)
    record.facts = {"question": TOKEN}
    line = formatter(TOKEN, form).format(record)
    assert "[token] and [token]" in line
    assert TOKEN not in line
    if form == "json":
        assert "\n" not in line
        assert json.loads(line)["level"] == "ERROR"

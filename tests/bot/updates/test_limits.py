"""How much one person may ask: as a pure function of the times, and as the bot says it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.messages import strings
from bot.simulator.wire import GROUP, JSON, Call, Telegram
from bot.storage.state import State
from bot.updates.limits import Decision, RateLimits
from bot.updates.outcomes import HandledUpdate
from bot.updates.reception import Reception
from retrieval.library import Library
from tests.support.bot_process import TOKEN
from tests.support.oracles import faults

ALLOW, REFUSE, IGNORE = Decision.ALLOW, Decision.REFUSE, Decision.IGNORE


def judged(per_minute: int, times: Sequence[float], people: Sequence[int]) -> list[Decision]:
    now = [0.0]
    limits = RateLimits(per_minute, lambda: now[0])
    found = []
    for time, person in zip(times, people, strict=True):
        now[0] = time
        found.append(limits.ask(person))
    return found


@pytest.mark.parametrize(
    ("per_minute", "times", "decisions"),
    [
        (2, [0, 0, 0, 0], [ALLOW, ALLOW, REFUSE, IGNORE]),
        (2, [0, 0, 29.9, 30, 30], [ALLOW, ALLOW, REFUSE, ALLOW, IGNORE]),
        (2, [0, 0, 1, 61, 61, 61, 62], [ALLOW, ALLOW, REFUSE, ALLOW, ALLOW, REFUSE, IGNORE]),
        (60, [0.0] * 61, [ALLOW] * 60 + [REFUSE]),
        (1, [0, 60, 120, 121], [ALLOW, ALLOW, ALLOW, REFUSE]),
        (0, [0.0] * 100, [ALLOW] * 100),
    ],
)
def test_a_token_is_taken_for_each_question_and_comes_back_in_time(
    per_minute: int, times: list[float], decisions: list[Decision]
) -> None:
    assert judged(per_minute, times, [1] * len(times)) == decisions


asking = st.lists(
    st.tuples(st.integers(0, 400).map(lambda quarter: quarter / 4), st.integers(1, 3)), max_size=80
).map(lambda asked: sorted(asked))


@given(per_minute=st.integers(1, 30), asked=asking)
def test_nobody_gets_more_than_a_bucket_and_what_flowed_into_it(
    per_minute: int, asked: list[tuple[float, int]]
) -> None:
    times, people = [time for time, _ in asked], [person for _, person in asked]
    decisions = judged(per_minute, times, people)
    for person in set(people):
        taken = [
            t for t, p, v in zip(times, people, decisions, strict=True) if (p, v) == (person, ALLOW)
        ]
        told = [
            t
            for t, p, v in zip(times, people, decisions, strict=True)
            if (p, v) == (person, REFUSE)
        ]
        for first in range(len(taken)):
            for last in range(first, len(taken)):
                flowed = (taken[last] - taken[first]) * per_minute / 60
                assert last - first + 1 <= per_minute + flowed + 0.01
        assert all(after - before >= 60 for before, after in pairwise(told))


@given(per_minute=st.integers(1, 30), asked=asking)
def test_one_person_is_judged_as_if_there_were_no_others(
    per_minute: int, asked: list[tuple[float, int]]
) -> None:
    decisions = judged(per_minute, [time for time, _ in asked], [person for _, person in asked])
    alone = [time for time, person in asked if person == 1]
    assert [v for (_, p), v in zip(asked, decisions, strict=True) if p == 1] == judged(
        per_minute, alone, [1] * len(alone)
    )


def test_those_who_stopped_asking_are_forgotten() -> None:
    now = [0.0]
    limits = RateLimits(1, lambda: now[0])
    for person in range(100):
        limits.ask(person)
    assert limits.people == 100
    now[0] = 60
    limits.ask(7)
    assert limits.people == 1


def test_no_more_people_are_remembered_than_allowed() -> None:
    limits = RateLimits(1, most_people=10)
    for person in range(100):
        limits.ask(person)
    assert limits.people == 10


# What the bot does about it


def outcome(library: Library, doing: Sequence[str]) -> tuple[list[list[Call]], list[str]]:
    """For one who may ask once a minute: the calls of each thing done, and what became of it."""
    telegram, watched = Telegram(), list[HandledUpdate]()

    def act(what: str) -> JSON:
        match what.split():
            case ["tap"]:
                return telegram.tap("▶")
            case ["edit"]:
                return telegram.rewrite("What of Japan?")
            case ["inline"]:
                return telegram.ask_inline("winter")
            case ["guest"]:
                return telegram.ask_as_guest("@cuttings_bot winter")
            case ["named"]:
                return telegram.write("@cuttings_bot what of winter?", GROUP)
            case ["chatter"]:
                return telegram.write("what of winter?", GROUP)
        return telegram.write("what did the WHO say about winter?")

    async def process() -> list[list[Call]]:
        state = State()
        reception = Reception(state, RateLimits(1, lambda: 0.0), [watched.append])
        request = HTTPXRequest(httpx_kwargs={"transport": telegram})
        calls = []
        async with build(
            library, TOKEN, BotOptions(request=request, state=state, reception=reception)
        ) as app:
            await app.start()
            for what in doing:
                before = len(telegram.calls)
                await app.update_queue.put(Update.de_json(act(what), app.bot))
                await app.update_queue.join()
                made = telegram.calls[before:]
                calls.append([call for call in made if call.method != "sendChatAction"])
            await app.stop()
        return calls

    return asyncio.run(asyncio.wait_for(process(), 60)), [one.outcome for one in watched]


SENTENCE = strings.TOO_MANY.format(number=1)


@pytest.mark.parametrize(
    ("doing", "said"),
    [
        (["ask", "ask", "ask"], [[("sendMessage", SENTENCE)], []]),
        (["ask", "tap", "tap"], [[("answerCallbackQuery", SENTENCE)], [("answerCallbackQuery", None)]]),
        (["ask", "edit", "edit"], [[("sendMessage", SENTENCE)], []]),
        (["named", "named", "named"], [[("sendMessage", SENTENCE)], []]),
        (["ask", "guest"], [[("answerGuestQuery", None)]]),
        (["ask", "inline", "inline"], [[("answerInlineQuery", None)], [("answerInlineQuery", None)]]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value[0], str) else "",
)  # fmt: skip
def test_too_much_is_told_once_where_it_was_asked(
    seeds: Library, doing: list[str], said: list[list[tuple[str, str | None]]]
) -> None:
    [_, *calls], outcomes = outcome(seeds, doing)
    assert [[(c.method, c.params.get("text")) for c in made] for made in calls] == said
    assert outcomes == ["answered"] + ["limited"] * (len(doing) - 1)
    assert [found for made in calls for c in made for found in faults(c, [])] == []


def test_too_much_inline_shows_no_results_and_a_button_that_says_why(seeds: Library) -> None:
    [_, [call]], _ = outcome(seeds, ["ask", "inline"])
    assert call.params["results"] == []
    assert call.params["button"]["text"] == strings.TOO_MANY_INLINE
    assert call.params["is_personal"]
    assert call.params["cache_time"] == 0


def test_what_is_not_for_the_bot_costs_nothing_and_hears_nothing(seeds: Library) -> None:
    calls, outcomes = outcome(seeds, ["chatter", "chatter", "named", "chatter"])
    assert [len(made) for made in calls] == [0, 0, 1, 0]
    assert outcomes == ["ignored", "ignored", "answered", "ignored"]

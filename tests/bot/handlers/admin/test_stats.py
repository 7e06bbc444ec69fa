"""/stats: which updates are counted as questions, and what is said of them."""

from __future__ import annotations

import re

import pytest
from telegram import Update

from bot.handlers.admin.stats import count_question
from bot.storage.statistics import Statistics
from bot.updates.outcomes import UNAVAILABLE, HandledUpdate, Kind, Outcome
from retrieval.collection.protocol import Embedded
from tests.support.admin_desk import Desk


@pytest.mark.parametrize(
    ("kind", "outcome", "reason", "counted"),
    [
        ("private", "answered", "", (1, {}, 0)),
        ("group", "answered", "", (1, {}, 0)),
        ("command", "refused", "weak", (0, {"weak": 1}, 0)),
        ("command", "failed", UNAVAILABLE, (0, {}, 1)),
        ("command", "failed", "", (0, {}, 0)),
        ("command", "done", "", (0, {}, 0)),
        ("private", "limited", "", (0, {}, 0)),
        ("private", "duplicate", "", (0, {}, 0)),
        ("tap", "answered", "", (0, {}, 0)),
        ("edit", "answered", "", (0, {}, 0)),
        ("inline", "answered", "", (0, {}, 0)),
        ("guest", "failed", UNAVAILABLE, (0, {}, 0)),
    ],
)
def test_new_questions_are_counted_by_how_they_ended(
    kind: Kind, outcome: Outcome, reason: str, counted: tuple[int, dict[str, int], int]
) -> None:
    statistics = Statistics()
    count_question(statistics, HandledUpdate(kind, outcome, reason, "", 0.01, Update(1)))
    found = statistics.read()
    assert (found.answered, found.refused, found.failed) == counted
    assert (found.p50 is not None) == (counted[0] + len(counted[1]) > 0)


def test_questions_are_counted_by_how_they_ended(desk: Desk) -> None:
    for question in ("what did the WHO say about winter?", "Who wore the zyxophone?", "?"):
        desk.say(question)
    reply = desk.say("/stats").splitlines()
    assert re.fullmatch(r"Since \d{4}-\d\d-\d\d \d\d:\d\d UTC:", reply[0])
    assert reply[1:4] == [
        "Questions: 3, answered: 1, not answered: 2",
        "  words that are in no article: 1",
        "  no words: 1",
    ]
    assert re.fullmatch(
        r"Half of them took at most [\d.,]+ ms, and 99% at most [\d.,]+ ms\.", reply[4]
    )
    assert reply[6:] == [f"Articles: 2, passages: {desk.collection.library.coverage.passages}", "Engine: rank-bm25, in memory"]  # fmt: skip


def test_how_far_embedding_is_stands_there_while_it_is_under_way(desk: Desk) -> None:
    desk.collection.embedded = Embedded(1_200, 5_000)
    assert desk.say("/stats").splitlines()[-1:] == [
        "Comparison by meaning: 1,200 of 5,000 passages are ready"
    ]


def test_ratings_are_counted(desk: Desk) -> None:
    for rating in "👍👎👎":
        desk.say("what of winter?")
        desk.take(desk.telegram.tap(rating))
    assert "Ratings: 1 👍, 2 👎" in desk.say("/stats").splitlines()


def test_turning_a_page_is_no_question(desk: Desk) -> None:
    desk.say("what of winter?")
    desk.take(desk.telegram.tap("▶"))
    assert desk.admins.statistics.read().questions == 1

"""Which updates are counted as questions."""

from __future__ import annotations

import pytest
from telegram import Update

from bot.handlers.admin.stats import count_question
from bot.storage.statistics import Statistics
from bot.updates.outcomes import UNAVAILABLE, HandledUpdate, Kind, Outcome


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

"""How an excerpt compares with a claim, as lines of a message."""

from __future__ import annotations

import pytest

from bot.i18n.languages import spoken
from bot.messages.claims import compare
from tests.support.altena import dated_library

LIBRARY = dated_library(("The old bridge at Altena cost £2.6m, and it is not safe.", "2021"))


@pytest.mark.parametrize(
    ("code", "agrees", "differs"),
    [
        ("en", "Agrees on: Altena", "Differs: the claim says “£4m”, the article “£2.6m”."),
        ("de", "Stimmt überein: Altena", "Weicht ab: In der Behauptung steht „£4m“, im Artikel „£2.6m“."),
    ],
)  # fmt: skip
def test_what_agrees_comes_before_what_differs(code: str, agrees: str, differs: str) -> None:
    answer = LIBRARY.check("the old bridge at Altena cost £4m")
    first, second, *_ = compare(answer, 0, spoken(code))
    assert (first, second) == (agrees, differs)


def test_a_question_is_compared_with_nothing() -> None:
    answer = LIBRARY.ask("What did the bridge at Altena cost?")
    assert answer.answered
    assert compare(answer, 0, spoken("en")) == []

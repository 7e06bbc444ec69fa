"""What somebody says of something else is no answer."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


@pytest.mark.parametrize(
    ("question", "possible"),
    [
        ("What did Jonas Wirth say?", True),
        ("What did Jonas Wirth say about it?", True),
        ("What did Jonas Wirth say about the bridge?", True),
        ("What did Jonas Wirth say about bridges and tunnels?", True),
        ("What did Jonas Wirth say about rebuilding?", True),
        ("What did Mayor Jonas Wirth say recently?", True),
        ("What did Jonas Wirth say in the interview?", True),
        ("What did Jonas Wirth say about pensions?", False),
        ("What did Jonas Wirth say about the shop owners?", True),
        ("What did Ada Park say about the shop owners?", False),
        ("What has Mayor Jonas Wirth announced regarding pensions?", False),
    ],
)
def test_what_somebody_says_of_something_else_is_no_answer(
    question: str, possible: bool, altena: Library
) -> None:
    answer = altena.ask(question)
    assert not possible or answer.confidence > 0
    assert possible or not answer.answered


def test_in_a_compound_it_is_not_missed() -> None:
    text = "„Das Brückengeländer ist alt und rostig“, sagte Jonas Wirth am Montag in Altena."
    article = make_article("a", text, Metadata(language="de"))
    assert Library.of([article]).ask("Was sagte Jonas Wirth über die Brücke?").confidence > 0

"""What the bot does with messages that are meant for it; `tests/conversations/request*` has more."""

from __future__ import annotations

import pytest

from bot.handlers.requests import answer_request
from bot.i18n.languages import spoken
from bot.messages import strings
from retrieval.library import Library
from retrieval.query.chat_intent import find_chat_request
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

FLOOD = """\
The bridge at Altena fell on 3 May 2024.

“We heard it go at three in the morning,” said Ada Park, who lives beside the river."""

LIBRARY = Library.of(
    [
        make_article(
            "flood",
            FLOOD,
            Metadata(title="Flood", author="Jo Lind", url="https://example.com/flood"),
        )
    ]
)


@pytest.mark.parametrize(
    ("message", "shows"),
    [
        ("who is quoted?", "Ada Park: 1"),
        ("list the articles", "1. <b>Flood</b>"),
        ("give me a timeline", "<b>3 May 2024</b>"),
        ("https://example.com/flood", "<b>Flood</b>\nJo Lind\n\nThe bridge at Altena"),
        ("https://example.com/fire", strings.REQUESTS["link"]),
        ("help", "Send me a question in plain words."),
        ("who said that?", strings.REQUESTS["who-said"]),
        ("is this true?", strings.REQUESTS["doubt"]),
        (
            "which articles talk about the bridge?",
            "1 article about “the bridge”:\n\n1. <b>Flood</b>",
        ),
        ("what do you have on bananas?", "no article about “bananas”"),
    ],
)
def test_a_request_gets_what_serves(message: str, shows: str) -> None:
    assert shows in answered(message)


@pytest.mark.parametrize(
    ("question", "message", "shows"),
    [
        (
            "what was heard in the morning?",
            "who said that?",
            "<b>Ada Park</b>\n<blockquote>We heard",
        ),
        ("when did the bridge fall?", "who wrote this?", "Jo Lind, paragraph 1"),
        (
            "when did the bridge fall?",
            "is this true?",
            f"{strings.REQUESTS['doubt']}\n\n<a href=",
        ),
        ("zebra xylophones?", "is this true?", strings.ABOUT_NO_ANSWER),
        ("zebra xylophones?", "who said that?", strings.ABOUT_NO_ANSWER),
        ("what did Ada Park say about zebras?", "who said that?", strings.ABOUT_NEAREST),
    ],
)
def test_a_request_may_be_about_the_answer_before_it(
    question: str, message: str, shows: str
) -> None:
    assert shows in answered(message, question).replace("\n", ", " if "wrote" in message else "\n")


def answered(message: str, before: str = "") -> str:
    """Return the text that answers *message* after the question *before*."""
    request = find_chat_request(message, LIBRARY.index.vocabulary)
    assert request
    answer = LIBRARY.ask(before) if before else None
    return answer_request(LIBRARY, request, message, spoken("en"), answer).text

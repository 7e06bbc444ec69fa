"""Questions for somebody's words, and for who said some."""

from __future__ import annotations

import pytest

from retrieval.articles import Span
from retrieval.query.speech_request import find_misspelt_requests, find_speech_requests

WORDS = """
    What did Ada Park say about the ferry?           | Ada Park | the ferry
    what does the harbour master say                 | the harbour master |
    what has the mayor's spokesman said so far       | the mayor's spokesman |
    has the WHO commented on winter?                 | the WHO | winter
    everything Wirth said on the night of the flood  | Wirth | the night of the flood
    quotes from the injured driver please            | the injured driver |
    every comment by Park on the judge's decision    | Park | the judge's decision
    quote me Wirth on bridges                        | Wirth | bridges
    Jonas Wirth - all he said abt the ferry          | Jonas Wirth | the ferry
    should I swim - what does the lead doctor say    | the lead doctor | should I swim
"""

PERHAPS = """
    why did Wirth say the bridge was unsafe          | Wirth | the bridge was unsafe
    According to the mayor, when will it open?       | the mayor | when will it open
    please tell me what Wirth said about the ferry   | Wirth | the ferry
    wirth's comeback on the ferry row                | wirth | the ferry row
    police chiefs pitch for cameras                  | police chiefs | cameras
    all of park's pledges                            | park |
    park on the flood, all of it                     | park | the flood
    how did park explain the delay                   | park | explain the delay
    does park blame the council                      | park | blame the council
    when will it open, according to the mayor?       | the mayor | when will it open
    argument of the harbour master                   | the harbour master |
"""

SPEAKERS = """
    who said the ferry costs nothing                 |  | the ferry costs nothing
    who from the water company said it was shut?     | from the water company | it was shut
    whose words are “never again”                    |  | “never again”
    “never again” - who said that?                   |  | “never again”
"""


PERHAPS_SPEAKERS = """
    who denied opening the dam?                      |  | opening the dam
    which analyst says that prices will fall         | analyst | prices will fall
"""


LOOSE = """
    what did Park tell the inquest                   | the inquest             | loose
    what did Park tell the inquest about the ferry   | the ferry               |
    what did Park say to reporters about the ferry   | the ferry               |
    Park's advice to staff about the ferry           | the ferry               |
    everything Wirth said on the night of the flood  | the night of the flood  | loose
    everything from Wirth after the match            | after the match         | loose
    Jonas Wirth, all quotes from the meeting         | the meeting             | loose
    what did Wirth say about the meeting             | the meeting             |
    what did Wirth say about the night of the flood  | the night of the flood  |
    what did Wirth tell of the ferry                 | the ferry               |
"""


def _rows(table: str) -> list[tuple[str, str, str]]:
    rows = [line.split("|") for line in table.strip().splitlines()]
    return [(question.strip(), who.strip(), topic.strip()) for question, who, topic in rows]


def _first(question: str) -> tuple[str, str, bool, bool] | None:
    for request in find_speech_requests(question, "en"):
        who, topic = (
            question[part.start : part.end].strip() if part else "" for part in request[:2]
        )
        return who, topic, request.asks_who, request.firm
    return None


@pytest.mark.parametrize(("question", "who", "topic"), _rows(WORDS))
def test_a_question_for_words_says_whose_and_on_what(question: str, who: str, topic: str) -> None:
    assert _first(question) == (who, topic, False, True)


@pytest.mark.parametrize(("question", "who", "topic"), _rows(PERHAPS))
def test_a_question_that_may_ask_for_words_says_so(question: str, who: str, topic: str) -> None:
    assert _first(question) == (who, topic, False, False)


@pytest.mark.parametrize(
    "question",
    ["in what year did Wirth take the ferry", "On what day does question time take place?"],
)
def test_nobody_is_called_by_the_words_that_begin_another_question(question: str) -> None:
    assert _first(question) is None


@pytest.mark.parametrize(("question", "who", "words"), _rows(SPEAKERS))
def test_a_question_for_a_speaker_gives_the_words(question: str, who: str, words: str) -> None:
    assert _first(question) == (who, words, True, True)


@pytest.mark.parametrize(("question", "who", "words"), _rows(PERHAPS_SPEAKERS))
def test_a_question_that_may_ask_for_a_speaker_says_so(question: str, who: str, words: str) -> None:
    assert _first(question) == (who, words, True, False)


@pytest.mark.parametrize(("question", "topic", "loose"), _rows(LOOSE))
def test_a_topic_that_is_only_an_audience_or_an_occasion_is_loose(
    question: str, topic: str, loose: str
) -> None:
    request = next(find_speech_requests(question, "en"))
    assert request.topic
    assert question[request.topic.start : request.topic.end] == topic
    assert request.loose == bool(loose)


@pytest.mark.parametrize(
    ("question", "owned"),
    [
        ("the mayor's comeback on the ferry row", True),
        ("argument of the harbour master", True),
        ("what did the mayor say about the ferry", False),
        ("does park blame the council", False),
    ],
)
def test_a_noun_for_words_asks_for_nothing_else_where_somebody_is_meant(
    question: str, owned: bool
) -> None:
    assert next(find_speech_requests(question, "en")).owned == owned


@pytest.mark.parametrize(
    "question",
    [
        "What did the law not say?",
        "What do ferries have in common?",
        "How did the king react to the flood?",
        "All ferries are made from what?",
        "Which two ferries claimed a record?",
        "What did he say about it?",
        "What do people say about the ferry?",
        "What does the article say about the ferry?",
        "How old is the bridge?",
        "Where is Altena?",
        "",
    ],
)
def test_other_questions_ask_for_nobodys_words(question: str) -> None:
    assert not any(request.firm for request in find_speech_requests(question, "en"))


@pytest.mark.parametrize(
    ("question", "slip", "who", "topic"),
    [
        ("all of Park's reamrks on the ferry", "reamrks", "Park", "the ferry"),
        ("the mayor's explaantion for the delay", "explaantion", "mayor", "the delay"),
        ("all of Park's holidays on the ferry", "holidays", None, None),
    ],
)
def test_a_slip_in_the_word_that_asks_is_understood(
    question: str, slip: str, who: str | None, topic: str | None
) -> None:
    start = question.index(slip)
    found = find_misspelt_requests(question, "en", Span(start, start + len(slip)))
    first = next(found, None)
    parts = first[:2] if first else (None, None)
    assert [part and question[part.start : part.end] for part in parts] == [who, topic]

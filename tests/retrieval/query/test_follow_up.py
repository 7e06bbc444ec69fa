"""Questions that go on from another: which they are, and what they are read as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.follow_up import combine, continues, stands_alone

WINTER = "what did the WHO say about winter?"
READ = [
    (WINTER, "and the energy grid?", "what did the WHO say about the energy grid?"),
    (WINTER, "And the EU?", "what did the EU say about winter?"),
    (WINTER, "what about Kyiv?", "what did the WHO say about Kyiv?"),
    (WINTER, "and about Kyiv?", "what did the WHO say about Kyiv?"),
    ("what did Zelensky say?", "and Emmanuel Macron?", "what did Emmanuel Macron say?"),
    ("How many men has Russia lost?", "and Ukraine?", "How many men has Ukraine lost?"),
    ("Who called for a meeting?", "why did he call for it?", "Who called for a meeting? why did he call for it?"),
    ("Who is Surovikin?", "why?", "Who is Surovikin? why?"),
    (WINTER, "and what did he say then?", "what did the WHO say about winter? what did he say then?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "question", "read"), READ, ids=[read for *_, read in READ])
def test_what_it_leaves_out_comes_from_the_question_before(
    before: str, question: str, read: str
) -> None:
    assert continues(question)
    assert not stands_alone(question)
    assert combine(before, question) == read


@pytest.mark.parametrize(
    "question",
    [
        WINTER,
        "How many casualties has Russia suffered?",
        "Did Zelensky say that he would leave?",
        "What did the spokeswoman of the company say? What did she say?",
        "What did the people who lost their homes in the bombing of the city do after it?",
    ],
)
def test_a_question_that_tells_all_goes_on_from_nothing(question: str) -> None:
    assert not continues(question)
    assert stands_alone(question)


@pytest.mark.parametrize("question", ["the energy grid", "winter?", "how many died?"])
def test_a_short_one_could_be_either(question: str) -> None:
    """Sent by itself it is asked by itself; as a reply it goes on from what it replies to."""
    assert not continues(question)
    assert not stands_alone(question)


@given(st.text(), st.text())
def test_any_two_texts_are_read_somehow(before: str, question: str) -> None:
    continues(question)
    read = combine(before, question)
    assert read.endswith("?")
    assert len(read) <= len(before) + len(question) + 3

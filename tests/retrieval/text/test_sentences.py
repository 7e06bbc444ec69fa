"""Where sentences end."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from retrieval.articles import Span
from retrieval.text.sentences import sentences, split_long

TEXTS = st.lists(
    st.sampled_from([*"aB.!?…”“»«1 \n\u200b", "Dr. ", "One two. ", "“It held.” ", "3. "])
    | st.text(max_size=9)
).map("".join)


@pytest.mark.parametrize("longest", [40, 20_000])
@given(TEXTS)
def test_sentences_are_apart_and_lose_nothing(longest: int, text: str) -> None:
    spans = sentences(text, 0, len(text), "en", longest)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    outside = "".join(
        text[a:b]
        for a, b in zip(
            [0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True
        )
    )
    assert not any(map(str.isalnum, outside))


def test_no_more_than_so_much_is_cut_into_sentences_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    real = sentencex.get_sentence_boundaries

    def counted(language: str, text: str) -> list[dict[str, Any]]:
        asked.append(len(text))
        return list(real(language, text))

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", counted)
    open_marks = "“a " * 20_000
    sentences(open_marks, 0, len(open_marks), "en")
    assert max(asked) <= 20_000
    assert sum(asked) == len(open_marks)


def test_an_abbreviation_or_a_quotation_ends_no_sentence_early() -> None:
    text = "Dr. Kluge of the U.S. Navy left on Nov. 9. “We won. It is over,” he said. ”Serbia will,” she said."
    assert [text[slice(*s)] for s in sentences(text, 0, len(text), "en")] == [
        "Dr. Kluge of the U.S. Navy left on Nov. 9.",
        "“We won. It is over,” he said.",
        "”Serbia will,” she said.",
    ]


def test_a_sentence_too_long_is_split_where_others_may_end() -> None:
    text = "“It held. It fell! Oh…” she said."
    pieces = split_long(text, Span(0, len(text)), 20)
    assert [text[slice(*piece)] for piece in pieces] == [
        "“It held.",
        "It fell!",
        "Oh…”",
        "she said.",
    ]
    assert split_long(text, Span(0, len(text)), len(text)) == [Span(0, len(text))]

from __future__ import annotations

import itertools
from typing import Any

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answers.excerpts import extract_choice
from retrieval.articles import Article
from retrieval.index.passage_sentences import MAX_EXCERPT, sentences_at, spans_of
from retrieval.index.passages import split
from retrieval.query.model import Query, Word
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import choose, extend
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text import sentences as cutting
from retrieval.text.analyzer import analyze
from retrieval.text.sentences import sentences

LINES = st.sampled_from(
    ["• A heading for this", "- item", "| GETTYThe end of it all.", "Most Read", "x" * 700,
     "The river rose. “It was high,” she said. “We left.” Dr. No stayed! Why?", "word " * 130 + "end.",
     "“" + "He said so. " * 80 + "”", "水位上升了。" * 60, "\u202bنص عربي قصير.", "a\r\nb\tc d…"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=60)), min_size=1, max_size=8).map("\n\n".join)


def article_of(text: str) -> Article:
    return make_article("a", text, Metadata())


@given(TEXTS)
def test_passages_hold_every_paragraph_once_and_stay_in_their_section(text: str) -> None:
    article = article_of(text)
    passages = list(split(article))
    assert all(one.end <= other.start for one, other in itertools.pairwise(passages))
    for section, _, paragraph in article.paragraphs():
        held = [p for p in passages if p.start < paragraph.end and paragraph.start < p.end]
        assert all(article.sections[p.section] is section for p in held)
        letters = sum(map(str.isalnum, article.slice(paragraph)))
        inside = "".join(
            text[max(p.start, paragraph.start) : min(p.end, paragraph.end)] for p in held
        )
        assert sum(map(str.isalnum, inside)) == letters
    for skip in article.skipped:
        assert not any(p.start < skip.end and skip.start < p.end for p in passages)


def test_passages_are_of_some_60_to_120_words() -> None:
    text = "\n\n".join(
        f"Paragraph {n} says that the river rose by {n} metres in the night." for n in range(60)
    )
    lengths = [len(text[p.start : p.end].split()) for p in split(article_of(text))]
    assert all(60 <= length <= 120 for length in lengths[:-1])
    assert 40 <= lengths[-1] <= 160


@given(TEXTS, st.lists(st.sampled_from(["river", "word", "he", "水位", "x"]), max_size=3))
def test_an_excerpt_is_a_short_slice_of_its_passage_and_its_marks_are_inside(
    text: str, words: list[str]
) -> None:
    article = article_of(text)
    for passage in split(article):
        query = Query("", None, tuple(Word(word, word, name=False) for word in words))
        weights = QuestionWeights(query, lambda _: 1.0, lambda _: True)
        found = analyze(article.text, article.language, passage.start, passage.end)
        whole = sentences_at(found.terms, found.places, spans_of(article, passage))
        choice = choose(article, whole, weights)
        wide = extend(article, whole, choice)
        assert passage.start <= wide.start <= choice.least.start
        assert choice.least.start < choice.least.end <= wide.end <= passage.end
        assert wide.end - wide.start <= MAX_EXCERPT
        shown = extract_choice(article, passage, whole, choice, weights)
        bounds = [
            shown.span.start,
            *(edge for mark in shown.highlights for edge in mark),
            shown.span.end,
        ]
        assert bounds == sorted(bounds)


@pytest.mark.parametrize("longest", [40, 20_000])
@given(TEXTS)
def test_sentences_are_apart_and_lose_nothing(longest: int, text: str) -> None:
    with pytest.MonkeyPatch.context() as cut:
        cut.setattr(cutting, "_LONGEST", longest)
        spans = sentences(text, 0, len(text), "en")
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

from __future__ import annotations

import itertools

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
from retrieval.text.analyzer import analyze

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

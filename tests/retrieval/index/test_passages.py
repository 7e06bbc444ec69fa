"""An article as passages."""

from __future__ import annotations

import itertools

from hypothesis import given

from retrieval.articles import Article
from retrieval.index.passages import split
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.texts import TEXTS


def article_of(text: str) -> Article:
    return make_article("a", text, Metadata())


@given(TEXTS)
def test_passages_hold_every_paragraph_once_and_stay_in_their_section(text: str) -> None:
    article = article_of(text)
    passages = list(split(article))
    assert all(before.end <= after.start for before, after in itertools.pairwise(passages))
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

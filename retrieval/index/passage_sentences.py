"""The sentences of a passage, with their terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.index.passages import Passage
from retrieval.text.analyzer import Token
from retrieval.text.sentences import sentences, split_long

MAX_EXCERPT = 600
"""Longest excerpt, in characters."""


class PassageSentence(NamedTuple):
    """A sentence, its terms, and where they start and end in the article's text, alternately."""

    span: Span
    terms: Sequence[str]
    places: Sequence[int]

    def tokens(self) -> list[Token]:
        return list(map(Token, self.places[::2], self.places[1::2], self.terms))


def spans_of(article: Article, passage: Passage) -> tuple[Span, ...]:
    """Return the sentences of *passage*; a quotation too long for an excerpt counts as several."""
    bounds = [
        (max(paragraph.start, passage.start), min(paragraph.end, passage.end))
        for _, paragraph in passage.paragraphs(article)
    ]
    return tuple(
        span
        for start, end in bounds
        for sentence in sentences(article.text, start, end, article.language)
        for span in split_long(article.text, sentence, MAX_EXCERPT)
    )


def sentences_at(
    terms: Sequence[str], places: Sequence[int], spans: Iterable[Span]
) -> tuple[PassageSentence, ...]:
    """Return the sentences at *spans*, given the *terms* and *places* of their passage; see `Analyzed`."""
    starts = places[::2]
    cuts = [
        (span, bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans
    ]
    return tuple(PassageSentence(span, terms[a:b], places[2 * a : 2 * b]) for span, a, b in cuts)

"""The sentences of a collection that name a date, in the order of these dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from retrieval.answers.excerpts import extract_sentence
from retrieval.answers.records import Excerpt, cite
from retrieval.answers.topic_search import MOST_PASSAGES, find_passages, read_topic
from retrieval.articles import Span
from retrieval.index.protocol import PassageIndex
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.dates import TextDate, dates
from retrieval.text.year_inference import infer_year

_READ = 5_000
"""Passages that are read for a timeline of everything, at most: the first of the collection."""

_FIRST_YEAR = 1500
"""The first year that counts without a month."""

_LONGEST = 1_000
"""Sentences of a timeline, at most."""


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """
    A sentence that names a date.

    Attributes:
        date: Full or partial ISO 8601.
        inferred: The sentence leaves out the year; see `infer_year`.
        excerpt: The sentence; the date is among its highlights.
    """

    date: str
    inferred: bool
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Timeline:
    """
    The dated sentences about a topic.

    Attributes:
        topic: As it was asked for; empty for all sentences.
        sentences: Oldest first.
        complete: Whether every passage was read that might have one.
    """

    topic: str
    sentences: tuple[DatedSentence, ...]
    complete: bool


def build_timeline(topic: str, index: PassageIndex) -> Timeline:
    """Return the dated sentences about *topic*; all of them if it is empty."""
    weights = read_topic(topic, index)
    if topic.strip():
        numbers: Sequence[int] = sorted(find_passages(weights, index))
        complete = len(numbers) < MOST_PASSAGES
    else:
        numbers = [*islice(index.numbers, _READ)]
        complete = index.size <= _READ
    found = sorted(_find_sentences(numbers, weights, index), key=lambda each: each.date)
    kept = list(_without_repeats(found))
    return Timeline(topic, tuple(kept[:_LONGEST]), complete and len(kept) <= _LONGEST)


def _find_sentences(
    numbers: Iterable[int], weights: QuestionWeights, index: PassageIndex
) -> Iterator[DatedSentence]:
    for number in numbers:
        passage, article = index.passages[number], index.articles[index.article_of[number]]
        for sentence in index.sentences(number):
            named = next(dates(article.text, *sentence.span, article.language), None)
            if named is None or _is_number(named):
                continue
            year = named.year or infer_year(
                article.text, named, sentence.span, article.published, article.language
            )
            if year is None:
                continue
            marked = Span(named.start, named.end)
            extract = extract_sentence(article, passage, sentence, weights, marked)
            citation = cite(article, article.sections[passage.section], extract.span.start)
            excerpt = Excerpt(
                article,
                *extract.span,
                extract.highlights,
                0.0,
                citation,
                reference=extract.reference,
            )
            yield DatedSentence(spell_out(named, year), named.year is None, excerpt)


def _is_number(named: TextDate) -> bool:
    """Return whether a year alone is more likely a number of things: "in 1200 homes"."""
    return named.month is None and named.year is not None and named.year < _FIRST_YEAR


def spell_out(named: TextDate, year: int) -> str:
    """Return a date of that *year* as ISO 8601."""
    if named.month is None:
        return f"{year:04}"
    if named.day is None:
        return f"{year:04}-{named.month:02}"
    return f"{year:04}-{named.month:02}-{named.day:02}"


def _without_repeats(found: Iterable[DatedSentence]) -> Iterator[DatedSentence]:
    """Yield each sentence once, as articles copy each other."""
    seen: set[str] = set()
    for each in found:
        words = " ".join(each.excerpt.text.casefold().split())
        if words not in seen:
            seen.add(words)
            yield each

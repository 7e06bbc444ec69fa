"""Statements: what somebody says in one paragraph, and how much of a topic is around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.answers.cited_words import locate_words
from retrieval.answers.speaker_directory import Attribution
from retrieval.articles import Article, Section, Span
from retrieval.index.protocol import PassageIndex
from retrieval.lang.registry import language as language_of
from retrieval.query.model import Query, Word
from retrieval.quotations.records import Quotation, speaker
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.analyzer import terms
from retrieval.text.normalization import spaced
from retrieval.text.sentences import sentences


class Statement(NamedTuple):
    """
    What somebody says in one paragraph.

    Attributes:
        attributions: The quotations of that speaker in the paragraph, in order; at least one.
        paragraph: The paragraphs that hold them.
    """

    attributions: tuple[Attribution, ...]
    paragraph: Span
    section: Section | None

    @property
    def article(self) -> Article:
        return self.attributions[0].article

    @property
    def number(self) -> int:
        return self.attributions[0].number

    @property
    def name(self) -> str:
        return self.attributions[0].name


class Closeness(NamedTuple):
    """
    How much of a topic stands in and around a statement, as shares of the topic's weight, 0..1.

    Attributes:
        sentence: In the sentences that hold the words.
        paragraph: In the paragraph.
        around: In the paragraphs beside it as well in which nobody else speaks, the heading and the title.
        letters: As `paragraph`, in pieces of four letters.
    """

    sentence: float
    paragraph: float
    around: float
    letters: float

    @property
    def score(self) -> float:
        return 0.4 * self.sentence + 0.3 * self.paragraph + 0.15 * self.around + 0.15 * self.letters


ANY = Closeness(1.0, 1.0, 1.0, 1.0)
"""How close a statement is to no topic in particular."""


def weigh_topic(query: Query, words: Sequence[Word], index: PassageIndex) -> QuestionWeights | None:
    """
    Return the weights of the *words* of a topic in the articles of *index*; None without words.

    Words for a text ("in the live blog") do not count beside others.
    """
    media = language_of(query.language).speech_requests.nobody
    about = [word for word in words if word.text.casefold() not in media] or words
    return QuestionWeights.of(query.with_words(about), index) if about else None


def group_statements(attributions: Iterable[Attribution]) -> list[Statement]:
    """Return *attributions* of one speaker by the paragraphs that hold them."""
    grouped: defaultdict[tuple[int, int], list[Attribution]] = defaultdict(list)
    places: dict[tuple[int, int], tuple[Span, Section | None]] = {}
    for each in attributions:
        words = locate_words(each.article, Span(each.quotation.start, each.quotation.end))
        key = each.number, words.around.start
        grouped[key].append(each)
        span, section = places.get(key, (words.around, words.section))
        places[key] = Span(span.start, max(span.end, words.around.end)), section
    return [
        Statement(tuple(sorted(some, key=lambda one: one.quotation.start)), *places[key])
        for key, some in grouped.items()
    ]


def measure_closeness(
    statement: Statement, topic: QuestionWeights | None, quotations: Iterable[Quotation]
) -> Closeness:
    """
    Return how much of *topic* stands in and around a *statement*; all of it without a topic.

    Args:
        quotations: All of the article.
    """
    if topic is None:
        return ANY
    article = statement.article
    language = article.language
    held = " ".join(article.slice(span) for span in sentences_of(statement))
    inside = article.slice(statement.paragraph)
    sentence = _terms(held, language)
    paragraph = sentence | _terms(inside, language)
    around = paragraph | _terms(_beside(statement, quotations), language)
    letters = topic.letters(spaced(inside))
    return Closeness(topic.share(sentence), topic.share(paragraph), topic.share(around), letters)


def sentences_of(statement: Statement) -> list[Span]:
    """Return the sentences that hold the words of a *statement*, in order."""
    article, (start, end) = statement.article, statement.paragraph
    return [
        span
        for span in sentences(article.text, start, end, article.language)
        if any(
            one.quotation.start < span.end and span.start < one.quotation.end
            for one in statement.attributions
        )
    ]


def _beside(statement: Statement, quotations: Iterable[Quotation]) -> str:
    """
    Return the text of the paragraphs beside that of *statement*, the heading over it and the title.

    A paragraph in which somebody else speaks is left out.
    """
    article, section = statement.article, statement.section
    called = speaker(article, statement.attributions[0].quotation)
    parts = [article.title]
    if section:
        places = [
            place
            for place, paragraph in enumerate(section.paragraphs)
            if paragraph.start < statement.paragraph.end
            and statement.paragraph.start < paragraph.end
        ]
        if section.heading:
            parts.append(article.slice(section.heading))
        if places:
            others = [
                one for one in quotations if (name := speaker(article, one)) and name != called
            ]
            near = section.paragraphs[max(0, places[0] - 1) : places[-1] + 2]
            parts += [
                article.slice(span)
                for span in near
                if not any(q.start < span.end and span.start < q.end for q in others)
            ]
    return "\n".join(parts)


@lru_cache(4096)
def _terms(text: str, language: str | None) -> frozenset[str]:
    return frozenset(terms(text, language))

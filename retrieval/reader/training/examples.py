"""What the reader learns from: questions, each with passages of which some answer it and some only seem to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from retrieval.articles import Article, Section, Span
from retrieval.index.passages import Passage


class Example(NamedTuple):
    """
    A passage for a question.

    Attributes:
        context: What stands over the passage; see `inputs.make_context`.
        answer: The words of `passage` that answer, if they are known.
    """

    context: str
    passage: str
    answers: bool
    answer: Span | None = None


class Group(NamedTuple):
    """
    A question with the passages to tell apart, those that answer it first.

    Attributes:
        source: The name of the set that the question is from.
    """

    source: str
    question: str
    examples: tuple[Example, ...]


def make_article(id_: str, title: str, text: str, published: str | None = None) -> Article:
    """Return an article of plain paragraphs, which blank lines separate."""
    spans = []
    start = 0
    for paragraph in text.split("\n\n"):
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    section = Section(None, tuple(span for span in spans if span.start < span.end))
    return Article(id_, title, text, None, None, published, None, None, "en", (section,), ())


def answering_passage(
    article: Article, passages: Iterable[Passage], answers: Iterable[str]
) -> tuple[Passage, Span] | None:
    """Return the first passage that holds one of the *answers*, and where in its text; None if none does."""
    wanted = tuple(answers)
    for passage in passages:
        text = article.slice((passage.start, passage.end))
        for answer in wanted:
            if (place := text.find(answer)) >= 0:
                return passage, Span(place, place + len(answer))
    return None


def words_of(text: str) -> Iterator[str]:
    """Yield the words of *text* in lower case, for a rough measure of overlap."""
    return (word for word in "".join(c if c.isalnum() else " " for c in text.lower()).split())

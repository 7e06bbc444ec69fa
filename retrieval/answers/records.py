"""What a question gets back. Both front ends draw these records and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from retrieval.articles import Article, Section, Span
from retrieval.articles.receipt_tokens import make_receipt
from retrieval.query.notes import Note
from retrieval.quotations.coreference import Leaning

if TYPE_CHECKING:
    from retrieval.quotations.attribution import Form

Reason = Literal["empty", "too-long", "filtered-out", "unknown-words", "not-together", "weak"]
"""
Why there is no answer: no words in the question; over `question.MAX_QUESTION` characters; its
filters and exact phrases let nothing through; its words stand nowhere in the articles; they stand
there, but never together; the best match is too weak.
"""


@dataclass(frozen=True, slots=True)
class Citation:
    """
    Where an excerpt stands. `section` is the heading over it; `paragraph` counts from 1 under that
    heading, or from the start of an article without headings. `dated_by` as in `Article`. `page` is
    where it begins, from 1; None for what has no pages.
    """

    title: str
    publisher: str | None
    author: str | None
    published: str | None
    dated_by: str | None
    url: str | None
    section: str | None
    paragraph: int
    page: int | None = None


def cite(article: Article, section: Section, offset: int) -> Citation:
    """Of what begins at *offset* in a paragraph of that *section*."""
    number = next(n for n, p in enumerate(section.paragraphs, 1) if offset < p.end)
    return Citation(
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        dated_by=article.dated_by,
        url=article.url,
        section=article.slice(section.heading) if section.heading else None,
        paragraph=number,
        page=article.page(offset),
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose words stand in an excerpt: between marks, or as they are reported."""

    name: str
    form: Form


@dataclass(frozen=True, slots=True)
class Excerpt:
    """
    Whole sentences of one article, at most 600 characters: `article.text[start:end]`.

    `highlights` are the matched words, as offsets into the article's text, in order and apart.
    `score` compares within one question only. `voice` is whose words most of it is that the question is about, None when that is
    unknown or the reporter's own; `voices` are all whose words stand there, in order.
    `leans_on` says whom its first words mean, None when they need no name or it is unknown. `also`
    are other articles that tell the same, in nearly the same words.
    """

    article: Article
    start: int
    end: int
    highlights: tuple[Span, ...]
    score: float
    citation: Citation
    voice: Voice | None = None
    voices: tuple[Voice, ...] = ()
    leans_on: Leaning | None = None
    also: tuple[Article, ...] = ()

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def speaker(self) -> str | None:
        return self.voice.name if self.voice else None

    @property
    def receipt(self) -> str:
        """See `receipts.receipt`."""
        return make_receipt(self.article, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Side:
    """
    One of several things that the articles say differently of what was asked: a single sentence.

    `said` is where the words stand that differ, as offsets into the article's text. `agreeing` are
    other articles that say the same; of all of them, its own included, `reports` are told in words of
    their own, the others repeat one of these.
    """

    excerpt: Excerpt
    said: Span
    agreeing: tuple[Article, ...] = ()
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    How much a collection covers.

    `since` and `until` are the earliest and latest known dates, full or partial ISO 8601.
    """

    articles: int
    passages: int
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """
    Why the articles hold no answer. `unknown_terms` are words of the question, as typed, that stand
    nowhere in the articles; `nearest` is the closest excerpt there is, which is *not* an answer.
    """

    reason: Reason
    unknown_terms: tuple[str, ...]
    coverage: Coverage
    nearest: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """
    `excerpts` are best first and empty exactly when `no_answer` is given. `confidence` is 0..1.
    `notes` say how the question was understood: spellings, filters. `sides` are two or more where
    the articles differ about what was asked, oldest first and those without a date last; else none.
    """

    question: str
    confidence: float
    excerpts: tuple[Excerpt, ...]
    no_answer: NoAnswer | None
    notes: tuple[Note, ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def answered(self) -> bool:
        return self.no_answer is None

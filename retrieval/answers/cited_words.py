"""Some words of an article, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.answers.records import Citation, cite
from retrieval.articles import Article, Section, Span


@dataclass(frozen=True, slots=True)
class Words:
    """
    Some words of an article, at least one character.

    `around` is what they stand in, from the beginning of a paragraph to the end of one; they
    themselves where they are in none.
    """

    article: Article
    span: Span
    around: Span
    section: Section | None

    @property
    def text(self) -> str:
        return self.article.slice(self.span)

    @property
    def citation(self) -> Citation:
        """Words outside all paragraphs are cited without a section, as of the first."""
        return cite(self.article, self.section or _NOWHERE, self.span.start)


_NOWHERE = Section(None, (Span(0, 1 << 62),))


def words_at(article: Article, span: Span) -> Words:
    """The words of *article* at *span*, in their paragraphs."""
    for section in article.sections:
        over = [p for p in section.paragraphs if p.start < span.end and span.start < p.end]
        if over:
            around = Span(min(over[0].start, span.start), max(over[-1].end, span.end))
            return Words(article, span, around, section)
    return Words(article, span, span, None)

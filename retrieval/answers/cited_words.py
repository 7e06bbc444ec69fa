"""Words of an article, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.answers.records import Citation, cite
from retrieval.articles import Article, Section, Span


@dataclass(frozen=True, slots=True)
class Words:
    """
    Words of an article, at least one character.

    Attributes:
        around: The paragraphs that hold them; `span` itself if they stand in none.
        section: None if they stand in no paragraph.
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
        """Their citation; words outside all paragraphs have no section and paragraph 1."""
        return cite(self.article, self.section or _NOWHERE, self.span.start)


_NOWHERE = Section(None, (Span(0, 1 << 62),))


def locate_words(article: Article, span: Span) -> Words:
    """Return the words of *article* at *span*, with their paragraphs."""
    for section in article.sections:
        over = [p for p in section.paragraphs if p.start < span.end and span.start < p.end]
        if over:
            around = Span(min(over[0].start, span.start), max(over[-1].end, span.end))
            return Words(article, span, around, section)
    return Words(article, span, span, None)

"""An `Article` from plain text and what is known about it."""

from __future__ import annotations

from retrieval.articles import Article
from retrieval.reading.metadata import Metadata
from retrieval.reading.structure import find_structure
from retrieval.text.language import detect


def make_article(id_: str, text: str, known: Metadata) -> Article:
    """
    Return the article of a text. What is *known* wins over what the text suggests; the id stands in for
    a title that neither has.
    """
    parts = find_structure(text, known.title)
    title = known.title or (text[slice(*parts.title)] if parts.title else id_)
    return Article(
        id=id_,
        title=title,
        text=text,
        publisher=known.publisher,
        author=known.author or parts.author,
        published=known.published,
        dated_by=known.dated_by if known.published else None,
        url=known.url,
        language=known.language or detect(text),
        sections=parts.sections,
        skipped=parts.skipped,
        note=known.note,
    )

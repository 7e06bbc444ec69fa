"""Text and what is known about it, to an `Article`."""

from __future__ import annotations

from retrieval.articles import Article
from retrieval.reading.metadata import Metadata
from retrieval.reading.structure import find_structure
from retrieval.text.language import detect


def make_article(id_: str, text: str, known: Metadata) -> Article:
    """What is *known* wins over what the text suggests; a text without a title is named by its id."""
    found = find_structure(text, known.title)
    title = known.title or (text[slice(*found.title)] if found.title else id_)
    return Article(
        id=id_,
        title=title,
        text=text,
        publisher=known.publisher,
        author=known.author or found.author,
        published=known.published,
        dated_by=known.dated_by if known.published else None,
        url=known.url,
        language=known.language or detect(text),
        sections=found.sections,
        skipped=found.skipped,
        note=known.note,
    )

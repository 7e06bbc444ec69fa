"""Citations as one line of plain text, to be pasted."""

from __future__ import annotations

from retrieval.answers.records import Citation, Excerpt
from retrieval.answers.text_fragments import link_to_words
from retrieval.articles.publication_dates import spell_date

_LONGEST = 200
"""Characters of a name or a title."""

_LONGEST_ADDRESS = 1_500
"""Characters of an address; longer ones are broken up when they are pasted."""


def write_citation(excerpt: Excerpt, published: str | None = None) -> str:
    """
    Return “excerpt” — speaker, publisher, date, title, address (or the receipt, without an address).

    The words are those of the article, with one space for any white space between them.

    Args:
        published: The date as it should be written; by default in English.
    """
    citation = excerpt.citation
    date = published or write_date(citation)
    names = [excerpt.speaker, citation.publisher, date, citation.title]
    source = [_clip(name) for name in names if name and name.strip()]
    source.append(link_to_excerpt(excerpt) or excerpt.receipt)
    return f"“{' '.join(excerpt.text.split())}” — {', '.join(source)}"


def write_date(citation: Citation) -> str | None:
    """Return the date in English, and how it is known."""
    if not citation.published:
        return None
    inferred = " (date inferred from the text)" if citation.dated_by == "text" else ""
    return spell_date(citation.published) + inferred


def link_to_excerpt(excerpt: Excerpt) -> str | None:
    """Return the address of the page, at the words if there is room; None if the article has none."""
    page = "".join((excerpt.citation.url or "").split())
    if not page:
        return None
    at_excerpt = link_to_words(page, excerpt.article.text, excerpt.start, excerpt.end)
    return next((url for url in (at_excerpt, page) if len(url) <= _LONGEST_ADDRESS), None)


def _clip(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"

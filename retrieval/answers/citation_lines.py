"""A citation on a line of plain text, to be pasted."""

from __future__ import annotations

from retrieval.answers.records import Citation, Excerpt
from retrieval.answers.text_fragments import at_words
from retrieval.articles.publication_dates import spell_date

_MOST = 200
"""Characters of a name or a title."""

_MOST_ADDRESS = 1_500
"""Characters of an address: longer ones are taken apart where they are pasted."""


def line(excerpt: Excerpt, published: str | None = None) -> str:
    """
    “excerpt” — speaker, publisher, date, title, address; where the article has none, the receipt.

    The words are those of the article, with one space for any white space between them.

    Args:
        published: The date as it is to be written; without it in English.
    """
    citation = excerpt.citation
    date = published or written(citation)
    names = [excerpt.speaker, citation.publisher, date, citation.title]
    source = [_clipped(name) for name in names if name and name.strip()]
    source.append(address(excerpt) or excerpt.receipt)
    return f"“{' '.join(excerpt.text.split())}” — {', '.join(source)}"


def written(citation: Citation) -> str | None:
    """The date in English, and how it is known."""
    if not citation.published:
        return None
    inferred = " (date inferred from the text)" if citation.dated_by == "text" else ""
    return spell_date(citation.published) + inferred


def address(excerpt: Excerpt) -> str | None:
    """Of the page, at the words where there is room for that; None where the article has none."""
    page = "".join((excerpt.citation.url or "").split())
    if not page:
        return None
    found = at_words(page, excerpt.article.text, excerpt.start, excerpt.end)
    return next((url for url in (found, page) if len(url) <= _MOST_ADDRESS), None)


def _clipped(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"

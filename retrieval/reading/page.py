"""Saved pages: the story alone, found by trafilatura, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import trafilatura

from retrieval.articles import Article, ArticleError
from retrieval.reading.blocks import Block, compose_article
from retrieval.reading.markup import decode_page, extract_blocks, parse_page
from retrieval.reading.metadata import Metadata, parse_date, parse_url
from retrieval.reading.source import SourceFile

_DATES = {  # what the page says, not what its words may mean
    "original_date": True,
    "extensive_search": False,
}
_STOPS = frozenset(".!?…。！？۔؟।")
_SENTENCE = 8
"""Words, at least."""


def read(source: SourceFile) -> Iterator[Article]:
    yield read_page(source, source.raw)


def read_page(
    source: SourceFile, raw: bytes, encoding: str | None = None, url: str | None = None
) -> Article:
    """
    The article of a page.

    Args:
        encoding: That it was sent in, which it need not declare itself.
        url: That it was saved from.

    Raises:
        ArticleError: it holds none.
    """
    if not raw.strip():
        raise ArticleError(source.path, "is empty")
    root = parse_page(decode_page(raw, source.path, source.known.encoding, encoding))
    if root is None:
        raise ArticleError(source.path, "is not HTML")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    named = " ".join(root.findtext(".//title", "").split())
    page = trafilatura.bare_extraction(
        root,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_formatting=False,
        date_extraction_params=_DATES,
    )
    assert not isinstance(page, dict)  # unless asked for
    told = list(extract_blocks(page.body)) if page and page.body is not None else []
    if not page or not _is_story(told):
        raise ArticleError(source.path, "holds no article text, only navigation or the like")
    found = Metadata(
        title=_title(page.title, named, told),
        publisher=page.sitename,
        author=page.author,
        published=parse_date(page.date),
        url=parse_url(page.url),
        language=language,
    )
    return compose_article(source, source.id, told, source.known.over(found))


def _title(found: str | None, named: str, told: Sequence[Block]) -> str | None:
    """*found*, but where another heading of the story is in the name of the page, that one."""
    if found and found.casefold() in named.casefold():
        return found
    headings = (block.text for block in told if block.heading)
    return next((text for text in headings if text.casefold() in named.casefold()), found)


def _is_story(told: Sequence[Block]) -> bool:
    """Whether anything is said: a paragraph that ends as a sentence does, or is as long as one."""
    stories = (block.text for block in told if not block.heading)
    return any(
        text[-1] in _STOPS or len(text.split()) >= _SENTENCE or len(text) > 80 for text in stories
    )

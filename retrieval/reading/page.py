"""Saved web pages: the story alone, as trafilatura finds it, and what the page says about itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import trafilatura

from retrieval.articles import Article, ArticleError
from retrieval.reading.blocks import Block, compose_article
from retrieval.reading.markup import decode_page, extract_blocks, parse_page
from retrieval.reading.metadata import Metadata, parse_date, parse_url
from retrieval.reading.source import SourceFile

_DATES = {  # only dates that the page declares, none from its words
    "original_date": True,
    "extensive_search": False,
}
_STOPS = frozenset(".!?…。！？۔؟।")
_SENTENCE_WORDS = 8


def read(source: SourceFile) -> Iterator[Article]:
    yield read_page(source, source.raw)


def read_page(
    source: SourceFile, raw: bytes, encoding: str | None = None, url: str | None = None
) -> Article:
    """
    Return the article of a page.

    Args:
        encoding: The encoding that it was sent in, which it may not declare itself.
        url: The address that it was saved from.

    Raises:
        ArticleError: It holds no article.
    """
    if not raw.strip():
        raise ArticleError(source.path, "is empty")
    root = parse_page(decode_page(raw, source.path, source.known.encoding, encoding))
    if root is None:
        raise ArticleError(source.path, "is not HTML")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    page_name = " ".join(root.findtext(".//title", "").split())
    page = trafilatura.bare_extraction(
        root,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_formatting=False,
        date_extraction_params=_DATES,
    )
    assert not isinstance(page, dict)  # unless asked for
    story = list(extract_blocks(page.body)) if page and page.body is not None else []
    if not page or not _is_story(story):
        raise ArticleError(source.path, "holds no article text, only navigation or the like")
    page_metadata = Metadata(
        title=_title(page.title, page_name, story),
        publisher=page.sitename,
        author=page.author,
        published=parse_date(page.date),
        url=parse_url(page.url),
        language=language,
    )
    return compose_article(source, source.id, story, source.known.with_defaults(page_metadata))


def _title(extracted: str | None, page_name: str, story: Sequence[Block]) -> str | None:
    """Return the *extracted* title, unless only another heading of the story is part of the page's name."""
    name = page_name.casefold()
    if extracted and extracted.casefold() in name:
        return extracted
    headings = (block.text for block in story if block.heading)
    return next((text for text in headings if text.casefold() in name), extracted)


def _is_story(blocks: Sequence[Block]) -> bool:
    """Return whether there is a paragraph that ends as a sentence does, or is as long as one."""
    paragraphs = (block.text for block in blocks if not block.heading)
    return any(
        text[-1] in _STOPS or len(text.split()) >= _SENTENCE_WORDS or len(text) > 80
        for text in paragraphs
    )

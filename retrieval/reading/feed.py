"""RSS and Atom: one article per entry, from the text that the feed itself holds."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from time import strftime, struct_time
from typing import Any

import feedparser

from retrieval.articles import Article, ArticleError
from retrieval.reading.blocks import Block, compose_article
from retrieval.reading.markup import extract_blocks, parse_page
from retrieval.reading.metadata import Metadata, parse_url
from retrieval.reading.source import SourceFile


def read(source: SourceFile) -> Iterator[Article | ArticleError]:
    if not source.raw.strip():
        raise ArticleError(source.path, "is empty")
    feed = feedparser.parse(BytesIO(source.raw))  # bytes alone could be taken for an address
    if not feed.get("version"):
        raise ArticleError(source.path, "is not an RSS or Atom feed")
    if not feed.entries:
        raise ArticleError(source.path, "is a feed without entries")
    for number, entry in enumerate(feed.entries, 1):
        name = entry.get("id") or entry.get("link") or str(number)
        try:
            known = source.shared_metadata.with_defaults(_metadata(entry, feed.feed))
            yield compose_article(source, source.article_id(name), _blocks(entry), known)
        except ArticleError as error:
            yield ArticleError(f"{source.path}, entry {name}", error.cause)


def _metadata(entry: Any, feed: Any) -> Metadata:
    # As a plain dict: feedparser warns when one key stands in for another.
    date = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    title = " ".join(block.text for block in _parse_blocks(entry.get("title", "")))
    return Metadata(
        title=title or None,
        publisher=feed.get("title") or None,
        author=entry.get("author") or None,
        published=strftime("%Y-%m-%d", date) if isinstance(date, struct_time) else None,
        url=parse_url(entry.get("link")),
        language=feed.get("language"),
    )


def _blocks(entry: Any) -> list[Block]:
    """Return the full text if the feed has it, else the summary."""
    whole = [content.get("value", "") for content in entry.get("content", ())]
    return list(_parse_blocks(max([*whole, entry.get("summary", "")], key=len)))


def _parse_blocks(text: str) -> Iterator[Block]:
    root = parse_page(text)
    return iter(()) if root is None else extract_blocks(root)
